//! Progress as lines of text, and back.
//!
//! ```text
//! animal 1 vos
//! place groepsapp 12 groep-noor start-kaart> n01-sticker:prive
//! flag groepsapp 7 schoen gooi
//! step groepsapp wat-hielp 1 d 2 vraag:3
//! ```
//!
//! Lines rather than JSON: readable for who repairs a save, lines that a newer program wrote are kept as they are, and
//! no JSON parser enters the pupil's wasm.

use litemap::LiteMap;

use super::{LessonProgress, Place, Progress, Stamp, StepProgress};
use crate::worth::Worth;
use crate::{Id, is_id};

impl Progress {
    /// Writes everything but the epoch and the counter, which the envelope carries.
    pub fn to_lines(&self) -> String {
        let mut text = String::new();
        if !self.animal.value.is_empty() {
            line(&mut text, &["animal", &self.animal.seq.to_string(), &self.animal.value]);
        }
        for (id, lesson) in &self.lessons {
            if !lesson.place.value.step.is_empty() {
                let Stamp { seq, value } = &lesson.place;
                line(&mut text, &["place", id, &seq.to_string(), &value.step, &value.moves]);
            }
            for (flag, Stamp { seq, value }) in &lesson.flags {
                line(&mut text, &["flag", id, &seq.to_string(), flag, value]);
            }
            for (step, done) in &lesson.steps {
                let state = if done.done { "d" } else { "o" };
                line(&mut text, &["step", id, step, &done.rev.to_string(), state, &done.tries.to_string(), &best(done)]);
            }
        }
        for unknown in self.unknown.keys() {
            line(&mut text, &[unknown]);
        }
        text
    }

    /// Reads lines. What it does not understand is kept, not dropped.
    pub fn from_lines(epoch: u32, seq: u64, text: &str) -> Self {
        let mut progress = Progress { epoch, seq, ..Progress::default() };
        for line in text.lines().filter(|line| !line.is_empty()) {
            if progress.take(line).is_none() {
                progress.unknown.entry(line.to_owned()).or_default();
            }
        }
        progress
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let (what, rest) = line.split_once(' ')?;
        match what {
            "animal" => {
                let (seq, value) = rest.split_once(' ')?;
                self.animal = Stamp { seq: seq.parse().ok()?, value: id(value)? };
            }
            "place" => {
                let mut parts = rest.splitn(4, ' ');
                let (lesson, seq, step) = (id(parts.next()?)?, parts.next()?.parse().ok()?, id(parts.next()?)?);
                let moves = parts.next().unwrap_or_default().to_owned();
                self.open_id(lesson).place = Stamp { seq, value: Place { step, moves } };
            }
            "flag" => {
                let [lesson, seq, flag, value] = four(rest)?;
                let stamp = Stamp { seq: seq.parse().ok()?, value: id(value)? };
                *self.open_id(id(lesson)?).flags.entry(id(flag)?).or_default() = stamp;
            }
            "step" => {
                let (lesson, step, done) = read_step(rest)?;
                *self.open_id(lesson).steps.entry(step).or_default() = done;
            }
            _ => return None,
        }
        Some(())
    }

    fn open_id(&mut self, lesson: Id) -> &mut LessonProgress {
        self.lessons.entry(lesson).or_default()
    }
}

/// Adds a line of words; a last word that is empty is left out.
fn line(text: &mut String, words: &[&str]) {
    if !text.is_empty() {
        text.push('\n');
    }
    for (n, word) in words.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
        text.extend([if n > 0 { " " } else { "" }, word]);
    }
}

fn best(step: &StepProgress) -> String {
    let mut words = String::new();
    for (screen, worth) in &step.best {
        words.extend([if words.is_empty() { "" } else { "," }, screen, ":"]);
        words.push(worth.digit());
    }
    words
}

fn read_step(rest: &str) -> Option<(Id, Id, StepProgress)> {
    let mut parts = rest.split(' ');
    let (lesson, step) = (id(parts.next()?)?, id(parts.next()?)?);
    let rev = parts.next()?.parse().ok()?;
    let done = match parts.next()? {
        "d" => true,
        "o" => false,
        _ => return None,
    };
    let tries = parts.next()?.parse().ok()?;
    let mut best = LiteMap::new();
    for word in parts.next().unwrap_or_default().split(',').filter(|word| !word.is_empty()) {
        let (screen, digit) = word.split_once(':')?;
        let worth = Worth::from_digit(digit.chars().next().filter(|_| digit.len() == 1)?)?;
        *best.entry(id(screen)?).or_default() = worth;
    }
    parts.next().is_none().then_some((lesson, step, StepProgress { rev, done, tries, best }))
}

fn four(rest: &str) -> Option<[&str; 4]> {
    let parts: Vec<&str> = rest.split(' ').collect();
    parts.try_into().ok()
}

fn id(name: &str) -> Option<Id> {
    is_id(name).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::tests::any_progress;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(progress in any_progress()) {
            let lines = progress.to_lines();
            prop_assert_eq!(Progress::from_lines(progress.epoch, progress.seq, &lines), progress);
        }

        #[test]
        fn any_text_is_read_without_a_panic_and_keeps_every_line(text in "(\\PC{0,30}\n){0,6}") {
            let read = Progress::from_lines(0, 0, &text);
            let strange = text.lines().filter(|l| !l.is_empty() && !["animal", "place", "flag", "step"].iter().any(|w| l.starts_with(w)));
            for line in strange {
                prop_assert!(read.unknown.contains_key(line));
            }
        }
    }

    #[test]
    fn a_line_of_a_newer_program_survives() {
        let read = Progress::from_lines(0, 5, "animal 1 vos\nsterren groepsapp 3");
        assert!(read.to_lines().contains("sterren groepsapp 3"));
    }
}

//! What a pupil has done: it only grows, so that two copies can always be joined and neither loses anything.
//!
//! The rule a reader could break: [`Progress::join`] must stay commutative, associative and idempotent, and never
//! lower anything (property tests below). What cannot be said with "the most of both" carries a [`Stamp`] or, to
//! begin again from nothing, a higher `epoch`. No times, no durations, no free text.
//!
//! Maps are sorted vectors: a pupil has dozens of entries, and a tree map costs the pupil's wasm 60 kB of code.

use litemap::LiteMap;

use crate::Id;
use crate::session::Move;
use crate::worth::Worth;

mod lines;

/// Everything kept about one pupil.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Raised to begin again: the higher epoch wins whole.
    pub epoch: u32,
    /// Counts changes. Orders what is stamped; never a clock.
    pub seq: u64,
    /// The animal by which the pupil finds this work back.
    pub animal: Stamp<Id>,
    /// By lesson.
    pub lessons: LiteMap<Id, LessonProgress>,
    /// Lines that a newer program wrote: kept as they are.
    pub unknown: LiteMap<String, ()>,
}

/// A value that may be replaced: the higher stamp wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp<T> {
    /// [`Progress::seq`] when it was set.
    pub seq: u64,
    /// The value.
    pub value: T,
}

/// What was done in one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonProgress {
    /// Where to go on.
    pub place: Stamp<Place>,
    /// What earlier choices set.
    pub flags: LiteMap<Id, Stamp<Id>>,
    /// By step.
    pub steps: LiteMap<Id, StepProgress>,
}

/// A place in a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The step; empty while the lesson was not opened.
    pub step: Id,
    /// The moves in it, as [`crate::session::write`] writes them.
    pub moves: String,
}

/// What was done in one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepProgress {
    /// The `rev` of the step that was played: a higher one asks again.
    pub rev: u16,
    /// Left through its end.
    pub done: bool,
    /// Answers that counted.
    pub tries: u32,
    /// The best answer by screen; endings reached count as seen.
    pub best: LiteMap<Id, Worth>,
}

impl Progress {
    /// A new pupil.
    pub fn new(animal: &str) -> Self {
        Progress { seq: 1, animal: Stamp { seq: 1, value: animal.to_owned() }, ..Progress::default() }
    }

    /// The most of both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        if self.epoch != other.epoch {
            return if self.epoch > other.epoch { self } else { other };
        }
        Progress {
            epoch: self.epoch,
            seq: self.seq.max(other.seq),
            animal: self.animal.max(other.animal),
            lessons: union(self.lessons, other.lessons, LessonProgress::join),
            unknown: union(self.unknown, other.unknown, |same, _| same),
        }
    }

    /// What was done in a lesson, if anything.
    pub fn lesson(&self, lesson: &str) -> Option<&LessonProgress> {
        self.lessons.get(lesson)
    }

    /// Remembers where the pupil is.
    pub fn stand(&mut self, lesson: &str, step: &str, moves: &[Move]) {
        let seq = self.tick();
        let place = Place { step: step.to_owned(), moves: crate::session::write(moves) };
        self.open(lesson).place = Stamp { seq, value: place };
    }

    /// Remembers an answer.
    pub fn record(&mut self, lesson: &str, step: &str, rev: u16, screen: &str, worth: Worth) {
        self.tick();
        let step = self.open(lesson).step(step, rev);
        step.tries += 1;
        let best = step.best.entry(screen.to_owned()).or_default();
        *best = worth.max(*best);
    }

    /// Remembers a screen that was reached, such as an ending.
    pub fn see(&mut self, lesson: &str, step: &str, rev: u16, screen: &str) {
        self.tick();
        self.open(lesson).step(step, rev).best.entry(screen.to_owned()).or_default();
    }

    /// Remembers that a step was left through its end.
    pub fn finish(&mut self, lesson: &str, step: &str, rev: u16) {
        self.tick();
        self.open(lesson).step(step, rev).done = true;
    }

    /// Remembers a flag for later lines of the lesson.
    pub fn set_flag(&mut self, lesson: &str, flag: Id, value: Id) {
        let seq = self.tick();
        *self.open(lesson).flags.entry(flag).or_default() = Stamp { seq, value };
    }

    fn tick(&mut self) -> u64 {
        self.seq += 1;
        self.seq
    }

    fn open(&mut self, lesson: &str) -> &mut LessonProgress {
        self.lessons.entry(lesson.to_owned()).or_default()
    }
}

impl LessonProgress {
    fn join(self, other: Self) -> Self {
        LessonProgress {
            place: self.place.max(other.place),
            flags: union(self.flags, other.flags, Ord::max),
            steps: union(self.steps, other.steps, StepProgress::join),
        }
    }

    /// The flags as a ride wants them.
    pub fn flags(&self) -> Vec<(Id, Id)> {
        self.flags.iter().map(|(flag, stamp)| (flag.clone(), stamp.value.clone())).collect()
    }

    /// How many of these steps are done.
    pub fn done(&self, steps: &[Id]) -> usize {
        steps.iter().filter(|step| self.steps.get(*step).is_some_and(|step| step.done)).count()
    }

    fn step(&mut self, step: &str, rev: u16) -> &mut StepProgress {
        let entry = self.steps.entry(step.to_owned()).or_default();
        if entry.rev < rev {
            *entry = StepProgress { rev, ..StepProgress::default() };
        }
        entry
    }
}

impl StepProgress {
    fn join(self, other: Self) -> Self {
        if self.rev != other.rev {
            return if self.rev > other.rev { self } else { other };
        }
        StepProgress {
            rev: self.rev,
            done: self.done || other.done,
            tries: self.tries.max(other.tries),
            best: union(self.best, other.best, Ord::max),
        }
    }
}

/// Both maps; what nothing was known of joins as the least there is, which changes nothing.
fn union<T: Default>(mut one: LiteMap<Id, T>, other: LiteMap<Id, T>, join: fn(T, T) -> T) -> LiteMap<Id, T> {
    for (id, theirs) in other {
        let ours = one.entry(id).or_default();
        *ours = join(std::mem::take(ours), theirs);
    }
    one
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map<T: std::fmt::Debug>(values: impl Strategy<Value = T>) -> impl Strategy<Value = LiteMap<Id, T>> {
        prop::collection::vec(("[a-c]", values), 0..3).prop_map(LiteMap::from_iter)
    }

    fn any_step() -> impl Strategy<Value = StepProgress> {
        let worth = (0..4usize).prop_map(|n| [Worth::Open, Worth::Detour, Worth::Ok, Worth::Strong][n]);
        (1..4u16, any::<bool>(), 0..9u32, map(worth)).prop_map(|(rev, done, tries, best)| StepProgress { rev, done, tries, best })
    }

    fn any_lesson() -> impl Strategy<Value = LessonProgress> {
        let place = (0..9u64, "[a-c]{0,2}", "([a-c]>)?").prop_map(|(seq, step, moves)| {
            // A place that was never taken has no stamp and no moves.
            if step.is_empty() { Stamp::default() } else { Stamp { seq, value: Place { step, moves } } }
        });
        let flag = (0..9u64, "[a-c]").prop_map(|(seq, value)| Stamp { seq, value });
        (place, map(flag), map(any_step()))
            .prop_map(|(place, flags, steps)| LessonProgress { place, flags, steps })
            .prop_filter("a lesson in which nothing was done is not written", |lesson| *lesson != LessonProgress::default())
    }

    pub(crate) fn any_progress() -> impl Strategy<Value = Progress> {
        let lessons = map(any_lesson());
        let unknown = prop::collection::vec("later [a-c]{1,3}".prop_map(|line| (line, ())), 0..2).prop_map(LiteMap::from_iter);
        (0..2u32, 0..99u64, (0..9u64, "[a-c]{1,3}"), lessons, unknown).prop_map(|(epoch, seq, (at, value), lessons, unknown)| Progress {
            epoch,
            seq,
            animal: Stamp { seq: at, value },
            lessons,
            unknown,
        })
    }

    proptest! {
        #[test]
        fn joining_is_the_same_either_way_round(a in any_progress(), b in any_progress()) {
            prop_assert_eq!(a.clone().join(b.clone()), b.join(a));
        }

        #[test]
        fn joining_three_is_the_same_in_any_order(a in any_progress(), b in any_progress(), c in any_progress()) {
            prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
        }

        #[test]
        fn joining_with_itself_changes_nothing(a in any_progress()) {
            prop_assert_eq!(a.clone().join(a.clone()), a);
        }

        #[test]
        fn joining_never_lowers_anything(a in any_progress(), b in any_progress()) {
            let both = a.clone().join(Progress { epoch: a.epoch, ..b });
            prop_assert!(both.seq >= a.seq);
            for (id, lesson) in &a.lessons {
                let joined = &both.lessons[id];
                prop_assert!(joined.place >= lesson.place);
                for (id, step) in &lesson.steps {
                    let kept = &joined.steps[id];
                    prop_assert!(kept.rev > step.rev || (kept.done >= step.done && kept.tries >= step.tries));
                    prop_assert!(kept.rev > step.rev || step.best.iter().all(|(screen, worth)| kept.best[screen] >= *worth));
                }
            }
        }

        #[test]
        fn a_higher_epoch_wins_whole(a in any_progress(), b in any_progress()) {
            let begun_again = Progress { epoch: a.epoch + 1, ..b };
            prop_assert_eq!(a.join(begun_again.clone()), begun_again);
        }
    }

    #[test]
    fn a_step_whose_meaning_changed_is_asked_again() {
        let mut progress = Progress::new("vos");
        progress.record("les", "stap", 1, "vraag", Worth::Strong);
        progress.finish("les", "stap", 1);
        progress.record("les", "stap", 2, "vraag", Worth::Detour);
        let step = &progress.lessons.get("les").unwrap().steps.get("stap").unwrap();
        assert!(!step.done && step.best.get("vraag").copied() == Some(Worth::Detour));
    }
}

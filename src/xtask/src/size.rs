//! `cargo xtask size`: bytes per file, raw and brotli, against what a pupil on a slow school network may be asked for.
//!
//! Rule: a budget is raised only with a measured reason in its comment. kB = 1000 bytes, as networks count.

use std::fmt::Write as _;

use crate::build::Built;

const KB: usize = 1000;

/// All that comes over the line until the first question of a lesson can be answered: 0.75 s at slow 4G (1.6 Mbit/s),
/// 2.3 times the bare Yew floor, under half of the lightest peer measured. Of the lesson its first part counts; pictures
/// of the house and of the lesson come beside it and are waited for by nobody.
const FIRST_ANSWER: usize = 150 * KB;
/// One lesson's text and rules: what each further lesson costs before it starts.
const LESSON: usize = 25 * KB;
/// A lesson with a way round holds two roads, and a pupil who goes one may still take the other: 26.3 kB measured.
const LESSON_WITH_TWO_ROADS: usize = 27 * KB;
/// Those lessons.
const TWO_ROADS: [&str; 1] = ["filmen-of-helpen"];
/// One lesson with its pictures: a class of thirty opens it at the same moment over one school line.
const LESSON_WITH_PICTURES: usize = 80 * KB;
/// The whole course, since the offline copy fetches all of it (reliability.md, section 6).
const EVERYTHING: usize = 900 * KB;

/// Files of the start besides fonts and the lesson.
const START: [&str; 6] = ["index.html", "style.css", "boot.js", "app.js", "app_bg.wasm", "course.bin"];
/// Fonts that nobody waits for: the face of titles, which the later styles name, and one that is fetched only by who
/// chooses it in the reading settings.
const LATER_FONTS: [&str; 2] = ["fredoka", "onderaan"];

/// One file as it counts.
#[derive(Clone, Debug)]
pub struct Weight {
    /// Logical name.
    pub name: String,
    /// Bytes on disk.
    pub raw: usize,
    /// Bytes over the line.
    pub sent: usize,
}

/// One budget and what was used of it.
#[derive(Debug)]
pub struct Line {
    /// What is weighed.
    pub what: String,
    /// Bytes used.
    pub used: usize,
    /// Bytes allowed.
    pub allowed: usize,
}

impl Line {
    fn fits(&self) -> bool {
        self.used <= self.allowed
    }
}

/// The weights of a build.
pub fn weigh(built: &Built) -> Vec<Weight> {
    let sent = |at: usize, raw: usize| built.twins.get(at).and_then(Option::as_ref).map_or(raw, |twins| twins.br.len().min(raw));
    let assets = built.site.assets.iter().enumerate();
    // The worker's emergency twin and licence texts never travel to a pupil.
    let assets = assets.filter(|(_, asset)| asset.offline || asset.logical == "sw.js");
    assets.map(|(at, asset)| Weight { name: asset.logical.clone(), raw: asset.bytes.len(), sent: sent(at, asset.bytes.len()) }).collect()
}

/// All budgets against these weights.
pub fn budget(weights: &[Weight]) -> Vec<Line> {
    let sent = |name: &str| weights.iter().find(|weight| weight.name == name).map_or(0, |weight| weight.sent);
    let later = |name: &str| LATER_FONTS.iter().any(|font| name.to_lowercase().contains(font));
    let fonts = weights.iter().filter(|weight| weight.name.starts_with("fonts/") && !later(&weight.name));
    // A lesson's own file has one dot: `les/x.teacher.bin` is not fetched by pupils.
    let lessons: Vec<&str> =
        weights.iter().filter_map(|weight| weight.name.strip_prefix("les/")?.strip_suffix(".bin").filter(|id| !id.contains('.'))).collect();
    let heaviest = lessons.iter().map(|id| sent(&format!("les/{id}.bin"))).max().unwrap_or(0);
    let start = START.iter().map(|name| sent(name)).sum::<usize>() + fonts.map(|weight| weight.sent).sum::<usize>() + heaviest;
    let mut lines = vec![Line { what: "to the first answer".to_owned(), used: start, allowed: FIRST_ANSWER }];
    for id in lessons {
        let text = sent(&format!("les/{id}.bin")) + sent(&format!("les/{id}.rest.bin"));
        let of_lesson = format!("les/{id}/");
        let pictures = weights.iter().filter(|weight| weight.name.starts_with(&of_lesson)).map(|weight| weight.sent).sum::<usize>();
        let allowed = if TWO_ROADS.contains(&id) { LESSON_WITH_TWO_ROADS } else { LESSON };
        lines.push(Line { what: format!("lesson {id}"), used: text, allowed });
        lines.push(Line { what: format!("lesson {id} with pictures"), used: text + pictures, allowed: LESSON_WITH_PICTURES });
    }
    lines.push(Line { what: "everything".to_owned(), used: weights.iter().map(|weight| weight.sent).sum(), allowed: EVERYTHING });
    lines
}

/// Whether every budget is kept.
pub fn fits(lines: &[Line]) -> bool {
    lines.iter().all(Line::fits)
}

/// The table as text.
pub fn table(weights: &[Weight], lines: &[Line]) -> String {
    let mut sorted = weights.to_vec();
    sorted.sort_by_key(|weight| std::cmp::Reverse(weight.sent));
    let mut out = format!("{:<52} {:>10} {:>10}\n", "file", "raw", "brotli");
    for weight in sorted {
        // A String cannot fail to be written to.
        let _ = writeln!(out, "{:<52} {:>10} {:>10}", weight.name, weight.raw, weight.sent);
    }
    let _ = writeln!(out, "\n{:<52} {:>10} {:>10}", "budget (brotli)", "used", "allowed");
    for line in lines {
        let over = if line.fits() { "" } else { "  OVER BUDGET" };
        let _ = writeln!(out, "{:<52} {:>10} {:>10}{over}", line.what, line.used, line.allowed);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Line, Weight, budget, fits};

    fn weights(list: &[(&str, usize)]) -> Vec<Weight> {
        list.iter().map(|(name, sent)| Weight { name: (*name).to_owned(), raw: *sent, sent: *sent }).collect()
    }

    fn used<'a>(lines: &'a [Line], what: &str) -> &'a Line {
        lines.iter().find(|line| line.what == what).unwrap()
    }

    #[test]
    fn the_first_answer_counts_the_start_the_fonts_and_the_heaviest_lesson() {
        let lines = budget(&weights(&[
            ("index.html", 1),
            ("app_bg.wasm", 20),
            ("fonts/hyper.woff2", 300),
            ("fonts/onderaan-dikker.woff2", 9000),
            ("fonts/fredoka.woff2", 600),
            ("les/a.bin", 4000),
            ("les/b.bin", 5000),
            ("les/b.teacher.bin", 90000),
            ("art.svg", 70000),
        ]));
        assert_eq!(used(&lines, "to the first answer").used, 5321);
    }

    #[test]
    fn a_lesson_is_weighed_alone_and_with_its_pictures() {
        let lines = budget(&weights(&[("les/a.bin", 25_000), ("les/a/x.svg", 30_000), ("les/a/y.svg", 25_001)]));
        assert!(used(&lines, "lesson a").fits());
        assert!(!used(&lines, "lesson a with pictures").fits());
        assert!(!fits(&lines));
    }

    #[test]
    fn everything_together_has_its_own_limit() {
        assert!(fits(&budget(&weights(&[("art.svg", 900_000)]))));
        assert!(!fits(&budget(&weights(&[("art.svg", 900_001)]))));
    }
}

//! The rules: one idea a file, one function a rule, one row in the table below.
//!
//! To add a rule: write a function in the file of its idea (or a new file), give it a row in [`RULES`], and a broken
//! lesson in `tests/lessons/broken`. `OOW_WRITE=1 cargo test -p xtask` writes the row into `lessons/README.md`.
//!
//! The rule a reader could break: a rule looks at tables and keeps silent about what it cannot see (a file with a
//! hole, a list that is missing). It never repeats what the schema already told.

use super::draft::Draft;
use super::files::File;
use super::finding::Finding;
use super::pages;
use super::shared::Shared;
use super::sheet::Sheet;

mod answers;
mod files;
mod flags;
mod ids;
mod kinds;
mod law;
mod lengths;
mod marks;
mod meter;
mod names;
mod people;
mod pictures;
mod reading;
mod real_names;
mod released;
mod road;
mod spelling;

/// A rule of the checker.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its code. Two rows may share one: the same fault in two places.
    pub code: &'static str,
    /// What it means, for `lessons/README.md`.
    pub means: &'static str,
    look: Look,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
enum Look {
    /// Found while a file is read (`read.rs`, `shape.rs`, `draft.rs`).
    Reading,
    /// Found by a kind itself: see `kinds.rs`.
    Kind,
    /// Each TOML file.
    Sheet(fn(&Sheet) -> Vec<Finding>),
    /// Each lesson.
    Lesson(fn(&Draft, &Shared) -> Vec<Finding>),
    /// What lessons share.
    Shared(fn(&Shared) -> Vec<Finding>),
}

const fn rule(code: &'static str, look: Look, means: &'static str) -> Rule {
    Rule { code, means, look }
}

use Look::{Kind, Lesson, Reading, Shared as Common, Sheet as Each};

/// All rules, in the order of the README.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    rule("bestand-ontbreekt", Lesson(files::missing), "A file that is needed is not there."),
    rule("bestand-ontbreekt", Common(files::missing_shared), ""),
    rule("bestand-ontbreekt", Common(road::folder), ""),
    rule("verdwaald-bestand", Lesson(files::stray), "A file that means nothing here."),
    rule("verdwaald-bestand", Common(files::stray_shared), ""),
    rule("map-zonder-halte", Reading, "A folder that no stop in `course.toml` names."),
    rule("geen-tekst", Reading, "Not UTF-8."),
    rule("geen-toml", Reading, "Not TOML. Only the step it stands in is skipped."),
    rule("toml-1-1", Reading, "TOML 1.1; lessons keep to 1.0, which every editor reads."),
    rule("schema-regel", Reading, "The first line does not name the schema."),
    rule("onbekende-sleutel", Reading, "A key that does not exist here."),
    rule("sleutel-ontbreekt", Reading, "A key that must be written."),
    rule("verkeerd-type", Reading, "A text where a number belongs, and the like."),
    rule("onbekende-waarde", Reading, "Not one of a closed set, such as `strong`, `ok`, `detour`."),
    rule("getal-te-groot-of-klein", Reading, "A number outside its range."),
    rule("leeg", Reading, "Something that must be written says nothing."),
    rule("onbekende-soort", Reading, "A `kind` that does not exist."),
    rule("leesfout", Reading, "A step that cannot be read for another reason."),
    rule("verkeerd-format", Lesson(road::format), "`format` is not 1."),
    rule("halte-past-niet", Lesson(road::place), "`id` or `number` differs from the stop in `course.toml`."),
    rule("ongeldig-id", Each(ids::malformed), "An id is 1 to 40 of `a-z`, `0-9`, `-`."),
    rule("ongeldig-id", Common(released::malformed), ""),
    rule("id-verdwenen", Lesson(released::vanished), "A lesson, step, screen or option of the last release (`released.txt`) that is gone: a pupil's progress hangs on it."),
    rule("id-verdwenen", Common(released::lessons), ""),
    rule("id-terug", Lesson(released::returned), "An id that was retired in `released.txt` is used again."),
    rule("dubbel-id", Each(ids::double), "An id or name that its list already has."),
    rule("dode-sprong", Kind, "A `goto` to a screen that is not in the step."),
    rule("onbereikbaar", Kind, "A moment of a chat to which nothing leads."),
    rule("geen-uitweg", Kind, "A branch of a chat without a way to an ending."),
    rule("onbekende-groep", Kind, "A sort card names a group that is not there."),
    rule("onbekend-label", Kind, "A judge item names a label that is not there."),
    rule("meter-klopt-niet", Lesson(meter::scale), "A value off the scale, or a scale whose words leave a hole."),
    rule("niets-goed", Kind, "No option is `strong`."),
    rule("alles-goed", Kind, "Everything is right: no option is weaker."),
    rule("waarde-ontbreekt", Lesson(answers::worth), "Some options of a screen have a `worth`, this one has none."),
    rule("uitleg-ontbreekt", Kind, "An option, group or label without its own explanation."),
    rule("geen-rij", Kind, "An `order` with fewer than two cards in the row."),
    rule("plek-buiten-beeld", Kind, "A spot outside the picture, or no picture to point in."),
    rule("antwoord-aan-lengte", Lesson(lengths::in_a_row), "The lengths of options give the answer away: see below the table."),
    rule("antwoord-aan-lengte", Lesson(lengths::on_screen), ""),
    rule("geen-antwoorden", Lesson(answers::none), "A question with nothing to pick."),
    rule("twee-gezichten", Lesson(answers::faces), "A review item that has not two faces."),
    rule("alt-ontbreekt", Lesson(pictures::without_alt), "A picture without words for who does not see it."),
    rule("alt-zonder-tekening", Lesson(pictures::only_alt), "`alt` without a `picture`."),
    rule("tekening-ontbreekt", Lesson(pictures::missing), "A picture that is not in `pictures/`."),
    rule("tekening-ongebruikt", Lesson(pictures::unused), "A picture that no screen uses."),
    rule("scherm-te-lang", Lesson(reading::screen), "Over 60 words on a screen: text, question and law lines, without the options."),
    rule("zin-te-lang", Each(reading::sentence), "Over 16 words in a sentence."),
    rule("stap-te-zwaar", Lesson(reading::average), "Over 10 words a sentence on average in a step: texts, options, explanations, hints."),
    rule("regel-te-lang", Lesson(reading::rule), "Over 10 words in the `rule` of the lesson."),
    rule("merkteken", Each(marks::open), "A mark that was not closed, or does not work there: a child would see it."),
    rule("onbekend-persoon", Lesson(people::unknown), "A speaker who is not in the cast, in `guests` or the app."),
    rule("geen-gezicht", Lesson(people::faceless), "A feeling for somebody without a face in `faces.svg`."),
    rule("onbekend-gevoel", Lesson(names::feelings), "A feeling that `faces.svg` cannot draw."),
    rule("onbekend-teken", Lesson(names::signs), "A sign or icon that is not in the art."),
    rule("onbekend-teken", Common(names::icons), ""),
    rule("onbekende-tint", Common(names::tints), "A colour behind a face that the style does not know."),
    rule("onbekend-woord", Lesson(names::terms), "A term that is not in `glossary.toml`."),
    rule("onbekende-wetsregel", Lesson(names::laws), "A law line that is not in `laws.toml`."),
    rule("onbekende-helper", Lesson(names::helpers), "A helper who is not in `helpers.toml`."),
    rule("onbekende-opening", Lesson(names::unknown_opening), "An opening that is not in the phrases."),
    rule("opening-dubbel", Lesson(names::double_opening), "An opening that this lesson already used."),
    rule("vlag-vorm", Lesson(flags::form), "A flag that is not `name=value`."),
    rule("vlag-nooit-gezet", Lesson(flags::never_set), "A line waits for a flag that no choice sets."),
    rule("niet-nagekeken", Lesson(law::unverified), "A pupil would see a law line or helper that nobody verified."),
    rule("niet-nagekeken", Common(law::unverified_page), ""),
    rule("datum-klopt-niet", Common(law::date), "`checked` is not a day such as `2026-11-24`."),
    rule("voorstel-als-wet", Common(law::bill), "The words of a bill claim that it is law."),
    rule("echte-naam", Lesson(real_names::in_lesson), "A real app, game, shop or person from `deny.toml`, in any text a user sees."),
    rule("echte-naam", Common(real_names::in_shared), ""),
    rule("spelling", Lesson(spelling::in_lesson), "A word that is not in the dictionary, the cast, the glossary or `words.txt`."),
    rule("spelling", Common(spelling::in_shared), ""),
    rule("opmaak", Lesson(pages::marks), "Markdown in `teacher.md` or `parents.md` that their pages cannot show."),
];

/// Looks at one lesson with all rules.
pub fn of_lesson(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let mut found = kinds::own(draft);
    for rule in RULES {
        match rule.look {
            Lesson(look) => found.extend(look(draft, shared)),
            Each(look) => found.extend(File::IN_LESSON.iter().filter_map(|file| draft.sheet(*file)).flat_map(look)),
            Reading | Kind | Common(_) => {}
        }
    }
    found
}

/// Looks at what lessons share with all rules.
pub fn of_shared(shared: &Shared) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        match rule.look {
            Common(look) => found.extend(look(shared)),
            Each(look) => found.extend(File::SHARED.iter().filter_map(|file| shared.sheet(*file)).flat_map(look)),
            Reading | Kind | Lesson(_) => {}
        }
    }
    found
}

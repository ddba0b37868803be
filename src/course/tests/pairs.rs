//! Things that belong together: a pair that fits is told why, any other comes back with its tip.
#![allow(clippy::unwrap_used)]

use course::activity::{Activity, Here, Next};
use course::board::Input;
use course::worth::{Label, Worth};

const PAIRS: &str = r#"
    otherwise = "Nog niet."

    [[screen]]
    id = "eerst"
    text = "Kijk eerst."

    [[screen]]
    id = "glas"
    text = "Zonder naam."
    title = "Getint glas"
    why = "Je ziet niet wie."

    [[screen]]
    id = "mist"
    text = "Zonder gezicht."
    title = "Mistbank"
    why = "De toon viel weg."
    otherwise = "Let op het gezicht."

    [[screen]]
    id = "hoek"
    text = "Zonder spiegel."
    title = "Dode hoek"
    why = "Je zag ze niet."
"#;

fn pairs() -> Activity {
    Activity::read("match", toml::from_str::<toml::Value>(PAIRS).unwrap()).unwrap().unwrap()
}

fn at(screen: &str) -> Here<'_> {
    Here { screen, tries: &[], path: &[], flags: &[] }
}

#[test]
fn the_halves_to_find_lie_by_the_alphabet_and_reading_comes_first() {
    let pairs = pairs();
    assert_eq!(pairs.kind().board(&at("eerst")).unwrap().input, Input::Read);
    let Input::Sort { groups, count } = pairs.kind().board(&at("mist")).unwrap().input else { panic!("not sorted") };
    assert_eq!(groups.iter().map(|group| group.choice.words).collect::<Vec<_>>(), ["Dode hoek", "Getint glas", "Mistbank"]);
    assert_eq!(count, (2, 3));
}

#[test]
fn a_pair_that_fits_is_told_why_and_any_other_comes_back_with_its_own_tip() {
    let pairs = pairs();
    let mark = |screen, pick: &str| {
        let found = pairs.kind().mark(&at(screen), &[pick.to_owned()]).unwrap();
        (found.worth, found.label, found.reasons[0].why.to_owned())
    };
    assert_eq!(mark("glas", "glas"), (Worth::Strong, Label::Right, "Je ziet niet wie.".to_owned()));
    assert_eq!(mark("glas", "mist"), (Worth::Detour, Label::NotYet, "Nog niet.".to_owned()));
    assert_eq!(mark("mist", "glas"), (Worth::Detour, Label::NotYet, "Let op het gezicht.".to_owned()));
    assert_eq!(pairs.kind().best("hoek"), Some(vec!["hoek".to_owned()]));
    assert_eq!(pairs.kind().next("hoek", &[]), Next::Done);
    assert!(pairs.faults().is_empty());
}

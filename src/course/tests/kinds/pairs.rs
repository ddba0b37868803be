//! Things that belong together: a pair that fits is told why, any other comes back with its tip.

use course::activity::Next;
use course::board::Input;
use course::worth::{Label, Worth};

use super::{at, board, mark, read};

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

#[test]
fn the_halves_to_find_lie_by_the_alphabet_and_reading_comes_first() {
    let pairs = read("match", PAIRS);
    assert_eq!(board(&pairs, "eerst").input, Input::Read);
    let Input::Sort { groups, count } = board(&pairs, "mist").input else { panic!("not sorted") };
    assert_eq!(groups.iter().map(|group| group.choice.words).collect::<Vec<_>>(), ["Dode hoek", "Getint glas", "Mistbank"]);
    assert_eq!(count, (2, 3));
}

#[test]
fn a_pair_that_fits_is_told_why_and_any_other_comes_back_with_its_own_tip() {
    let pairs = read("match", PAIRS);
    let told = |screen, pick: &str| {
        let found = mark(&pairs, screen, pick).unwrap();
        (found.worth, found.label, found.reasons[0].why.to_owned())
    };
    assert_eq!(told("glas", "glas"), (Worth::Strong, Label::Right, "Je ziet niet wie.".to_owned()));
    assert_eq!(told("glas", "mist"), (Worth::Detour, Label::NotYet, "Nog niet.".to_owned()));
    assert_eq!(told("mist", "glas"), (Worth::Detour, Label::NotYet, "Let op het gezicht.".to_owned()));
    assert_eq!(pairs.kind().best(&at("hoek")), Some(vec!["hoek".to_owned()]));
    assert_eq!(pairs.kind().next(&at("hoek"), &[]), Next::Done);
    assert!(pairs.faults().is_empty());
}

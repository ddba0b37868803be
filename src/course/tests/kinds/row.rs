//! order: cards picked one after another.

use course::board::{Frame, Input, Scene};
use course::worth::{Label, Worth};

use super::{Activity, Here, at, board, read};

const CARDS: &str = r#"
    tip = ["Eerst je handen."]
    [[screen]]
    id = "lees"
    text = "Er is iets gebeurd."
    [[screen]]
    id = "rij"
    text = "Wat eerst?"
    option = [
        { id = "bank", place = 2, text = "De bank bellen", why = "Want er ging geld mee." },
        { id = "wraak", text = "Terugpakken", why = "Dat mag niemand." },
        { id = "adem", place = 1, text = "Ademen", why = "Stilstaan kost niets." },
        { id = "slot", place = 2, text = "Het wachtwoord", why = "Samen vergeet je minder." }]
"#;

fn ids(picks: &[&str]) -> Vec<String> {
    picks.iter().map(|pick| (*pick).to_owned()).collect()
}

/// Worth, label, cards that lie right, and the explanations.
fn told(cards: &Activity, picks: &[&str]) -> (Worth, Label, usize, Vec<String>) {
    let here = at("rij");
    let mark = cards.kind().mark(&here, &ids(picks)).unwrap();
    (mark.worth, mark.label, mark.found.unwrap().0, mark.reasons.iter().map(|reason| reason.why.to_owned()).collect())
}

#[test]
fn a_whole_row_is_right_and_every_card_of_it_is_explained() {
    let cards = read("order", CARDS);
    let (worth, label, right, why) = told(&cards, &["adem", "slot", "bank"]);
    assert_eq!((worth, label, right, why.len()), (Worth::Strong, Label::Right, 3, 3));
}

#[test]
fn cards_with_the_same_place_may_change_places() {
    let cards = read("order", CARDS);
    assert_eq!(told(&cards, &["adem", "bank", "slot"]).0, Worth::Strong);
    assert_eq!(told(&cards, &["bank", "adem", "slot"]).0, Worth::Detour);
}

#[test]
fn only_the_first_card_that_lies_wrong_is_explained() {
    let cards = read("order", CARDS);
    assert_eq!(told(&cards, &["adem", "wraak", "slot"]), (Worth::Ok, Label::Partly, 1, ids(&["Dat mag niemand."])));
    assert_eq!(told(&cards, &["wraak"]), (Worth::Detour, Label::NotYet, 0, ids(&["Dat mag niemand."])));
}

#[test]
fn a_row_that_is_too_short_or_too_long_is_not_whole() {
    let cards = read("order", CARDS);
    assert_eq!(told(&cards, &["adem", "bank"]).2, 2);
    assert_eq!(told(&cards, &["adem", "bank"]).1, Label::Partly);
    assert_eq!(told(&cards, &["adem", "bank", "slot", "wraak"]).1, Label::Partly);
    assert!(cards.kind().mark(&at("rij"), &[]).is_none());
    assert!(cards.kind().mark(&at("rij"), &ids(&["weg"])).is_none());
}

#[test]
fn on_a_second_go_what_lay_right_from_the_start_stays() {
    let cards = read("order", CARDS);
    let tries = [ids(&["adem", "wraak", "bank"])];
    let here = Here { tries: &tries, ..at("rij") };
    let Input::Row(row) = cards.kind().board(&here).unwrap().input else { panic!("no row") };
    let kept: Vec<(&str, u8, bool)> = row.iter().map(|card| (card.id, card.nth, card.kept)).collect();
    assert_eq!(kept, [("bank", 3, false), ("wraak", 2, false), ("adem", 1, true), ("slot", 0, false)]);
}

#[test]
fn the_cards_lie_open_in_a_scene_with_their_hints() {
    let cards = read("order", CARDS);
    let asked = board(&cards, "rij");
    assert_eq!(asked.frame, Frame::Scene(Scene::Row, (1, 1)));
    assert_eq!(asked.tips, ["Eerst je handen."]);
    assert!(board(&cards, "lees").tips.is_empty());
    assert_eq!(cards.kind().best(&at("rij")), Some(ids(&["adem", "bank", "slot"])));
    assert_eq!(cards.kind().best(&at("lees")), None);
}

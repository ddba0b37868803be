//! perspectives: one moment, several people, in the order the child chooses.

use course::activity::Next;
use course::board::{Frame, Input};

use super::{Activity, Here, at, passed, read};

const VIEWS: &str = r#"
    app = "Plons"
    conversation = "Groep"
    detail = "3 leden"
    ask = "Wat nu?"
    view = [{ id = "kaan", title = "Kaan", start = "k1" }, { id = "bo", title = "Bo", start = "b1" }]
    [[screen]]
    id = "wie"
    text = "Met wie kijk je mee?"
    [[screen]]
    id = "k1"
    text = "**Mila:** Ik zag je."
    option = [{ id = "door", text = "Verder", why = "Twee zinnen.", goto = "k2" }]
    [[screen]]
    id = "k2"
    text = "**Kaan:** dank je"
    option = [{ id = "klaar", text = "Klaar", why = "Hij legt hem weg." }]
    [[screen]]
    id = "b1"
    text = "**Mila:** Hoi Bo."
    option = [{ id = "klaar", text = "Klaar", why = "Te laat voor 212." }]
    [[screen]]
    id = "samen"
    ending = "Allebei"
    text = "Ze wilden hetzelfde."
"#;

fn whom(views: &Activity, here: &Here<'_>) -> Vec<String> {
    let board = views.kind().board(here).unwrap();
    let Input::Reply(choices) = board.input else { panic!("nothing to choose") };
    choices.iter().map(|choice| choice.words.to_owned()).collect()
}

fn next(views: &Activity, here: &Here<'_>, pick: &str) -> Next {
    views.kind().next(here, &[pick.to_owned()])
}

fn to(screen: &str) -> Next {
    Next::Screen(screen.to_owned())
}

#[test]
fn the_child_chooses_whom_to_look_along_with_and_each_only_once() {
    let views = read("perspectives", VIEWS);
    assert_eq!(whom(&views, &at("wie")), ["Kaan", "Bo"]);
    assert_eq!(next(&views, &at("wie"), "bo"), to("b1"));
    let path = passed(&[("wie", &["bo"]), ("b1", &["klaar"])]);
    assert_eq!(whom(&views, &Here { path: &path, ..at("wie-2") }), ["Kaan"]);
}

#[test]
fn a_view_that_is_over_leads_back_to_the_choice_and_the_last_to_the_ending() {
    let views = read("perspectives", VIEWS);
    let first = passed(&[("wie", &["kaan"]), ("k1", &["door"])]);
    assert_eq!(next(&views, &Here { path: &first, ..at("k2") }, "klaar"), to("wie-2"));
    let all = passed(&[("wie", &["kaan"]), ("k1", &["door"]), ("k2", &["klaar"]), ("wie-2", &["bo"])]);
    assert_eq!(next(&views, &Here { path: &all, ..at("b1") }, "klaar"), to("samen"));
    assert_eq!(views.kind().next(&at("samen"), &[]), Next::Done);
}

#[test]
fn to_choose_somebody_needs_no_explanation() {
    let views = read("perspectives", VIEWS);
    assert!(views.kind().mark(&at("wie"), &["kaan".to_owned()]).unwrap().reasons.is_empty());
}

#[test]
fn everybody_has_a_phone_of_their_own() {
    let views = read("perspectives", VIEWS);
    let path = passed(&[("wie", &["kaan"]), ("k1", &["door"])]);
    let here = Here { path: &path, ..at("k2") };
    let Frame::Phone(phone) = views.kind().board(&here).unwrap().frame else { panic!("no phone") };
    assert_eq!((phone.me, phone.title), (Some("Kaan"), "Kaan"));
    assert_eq!(phone.log.iter().map(|entry| entry.mine).collect::<Vec<_>>(), [false, true]);
    let path = passed(&[("wie", &["kaan"]), ("k1", &["door"]), ("k2", &["klaar"]), ("wie-2", &["bo"])]);
    let Frame::Phone(phone) = views.kind().board(&Here { path: &path, ..at("b1") }).unwrap().frame else { panic!("no phone") };
    assert_eq!(phone.log.len(), 1);
}

#[test]
fn a_view_to_nowhere_is_a_fault() {
    assert!(read("perspectives", VIEWS).faults().is_empty());
    let lost = read("perspectives", &VIEWS.replace("start = \"b1\"", "start = \"b9\""));
    let codes: Vec<&str> = lost.faults().iter().map(|fault| fault.code).collect();
    assert_eq!(codes, ["dode-sprong", "onbereikbaar"]);
}

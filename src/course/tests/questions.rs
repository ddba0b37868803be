//! Kinds that ask one question after another: each in its own scene, marked alike.
#![allow(clippy::unwrap_used)]

use course::activity::{Activity, Here, Mark};
use course::board::{Frame, Input, Scene};
use course::text::Flags;
use course::worth::{Label, Worth};

const SCREENS: &str = r#"
    [[screen]]
    id = "eerst"
    text = "Kijk eerst."

    [[screen]]
    id = "een"
    text = "Wat nu?"
    option = [
        { id = "ja", worth = "strong", text = "Ja", why = "Daarom." },
        { id = "soms", worth = "ok", text = "Soms", why = "Kan ook." },
        { id = "nee", worth = "detour", text = "Nee", why = "Dat kost iets." },
    ]

    [[screen]]
    id = "twee"
    text = "En dan?"
    option = [{ id = "a", text = "A", why = "Kan." }, { id = "b", text = "B", why = "Kan ook." }]
"#;

fn read(kind: &str) -> Activity {
    Activity::read(kind, toml::from_str::<toml::Value>(SCREENS).unwrap()).unwrap().unwrap()
}

fn at<'a>(screen: &'a str, flags: &'a Flags) -> Here<'a> {
    Here { screen, tries: &[], path: &[], flags }
}

fn mark<'a>(activity: &'a Activity, flags: &'a Flags, screen: &'a str, pick: &str) -> Option<Mark<'a>> {
    activity.kind().mark(&at(screen, flags), &[pick.to_owned()])
}

#[test]
fn each_kind_has_its_scene_and_says_how_far_it_is() {
    let flags: &Flags = &[];
    for (kind, scene) in [("feed", Scene::Feed), ("slider", Scene::Slider), ("timeline", Scene::Timeline), ("hazard", Scene::Pedals)] {
        let activity = read(kind);
        let frame = |screen| activity.kind().board(&at(screen, flags)).unwrap().frame;
        assert_eq!(frame("eerst"), Frame::Spread, "{kind}: what is only read stands in no scene");
        assert_eq!(frame("een"), Frame::Scene(scene, (1, 2)), "{kind}");
        assert_eq!(frame("twee"), Frame::Scene(scene, (2, 2)), "{kind}");
    }
    for kind in ["choice", "poll"] {
        assert_eq!(read(kind).kind().board(&at("een", flags)).unwrap().frame, Frame::Page, "{kind}");
    }
}

#[test]
fn an_answer_is_worth_what_its_option_says_and_has_its_own_reason() {
    let flags: &Flags = &[];
    for kind in ["choice", "feed", "slider", "timeline", "hazard"] {
        let activity = read(kind);
        let found = mark(&activity, flags, "een", "soms").unwrap();
        assert_eq!((found.worth, found.label, found.counts, found.soft), (Worth::Ok, Label::Ok, true, false), "{kind}");
        assert_eq!(found.reasons[0].why, "Kan ook.");
        assert_eq!(mark(&activity, flags, "een", "nee").unwrap().worth, Worth::Detour);
        assert_eq!(mark(&activity, flags, "twee", "b").unwrap().worth, Worth::Open);
        assert_eq!(activity.kind().best("een"), Some(vec!["ja".to_owned()]));
        assert!(mark(&activity, flags, "een", "weg").is_none(), "{kind}: no such option");
        assert!(mark(&activity, flags, "eerst", "ja").is_none(), "{kind}: nothing is asked here");
    }
}

#[test]
fn a_prediction_is_never_kept_and_never_holds_up() {
    let (activity, flags): (_, &Flags) = (read("poll"), &[]);
    let found = mark(&activity, flags, "een", "nee").unwrap();
    assert!(found.soft && !found.counts);
}

#[test]
fn every_scene_is_answered_by_picking_one() {
    let flags: &Flags = &[];
    for kind in ["choice", "poll", "feed", "slider", "timeline", "hazard"] {
        let activity = read(kind);
        let board = activity.kind().board(&at("een", flags)).unwrap();
        assert!(matches!(board.input, Input::One(options) if options.len() == 3), "{kind}");
    }
}

#[test]
fn a_file_may_not_name_the_form_itself() {
    assert!(Activity::read("questions", toml::from_str::<toml::Value>(SCREENS).unwrap()).is_none());
    let odd = toml::from_str::<toml::Value>("scene = 'feed'\nscreen = []").unwrap();
    assert!(Activity::read("feed", odd).unwrap().is_err(), "unknown keys are told");
}

//! Kinds that ask one question after another: each in its own scene, marked alike.

use course::activity::Activity;
use course::board::{Frame, Input, Scene};
use course::worth::{Label, Worth};

use super::{at, board, mark, read};

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

#[test]
fn each_kind_has_its_scene_and_says_how_far_it_is() {
    for (kind, scene) in [("feed", Scene::Feed), ("slider", Scene::Slider), ("timeline", Scene::Timeline), ("hazard", Scene::Pedals)] {
        let activity = read(kind, SCREENS);
        let frame = |screen| board(&activity, screen).frame;
        assert_eq!(frame("eerst"), Frame::Spread, "{kind}: what is only read stands in no scene");
        assert_eq!(frame("een"), Frame::Scene(scene, (1, 2)), "{kind}");
        assert_eq!(frame("twee"), Frame::Scene(scene, (2, 2)), "{kind}");
    }
    for kind in ["choice", "poll"] {
        assert_eq!(board(&read(kind, SCREENS), "een").frame, Frame::Page, "{kind}");
    }
}

#[test]
fn an_answer_is_worth_what_its_option_says_and_has_its_own_reason() {
    for kind in ["choice", "feed", "slider", "timeline", "hazard"] {
        let activity = read(kind, SCREENS);
        let found = mark(&activity, "een", "soms").unwrap();
        assert_eq!((found.worth, found.label, found.counts, found.soft), (Worth::Ok, Label::Ok, true, false), "{kind}");
        assert_eq!(found.reasons[0].why, "Kan ook.");
        assert_eq!(mark(&activity, "een", "nee").unwrap().worth, Worth::Detour);
        assert_eq!(mark(&activity, "twee", "b").unwrap().worth, Worth::Open);
        assert_eq!(activity.kind().best(&at("een")), Some(vec!["ja".to_owned()]));
        assert!(mark(&activity, "een", "weg").is_none(), "{kind}: no such option");
        assert!(mark(&activity, "eerst", "ja").is_none(), "{kind}: nothing is asked here");
    }
}

#[test]
fn a_prediction_is_never_kept_and_never_holds_up() {
    let activity = read("poll", SCREENS);
    let found = mark(&activity, "een", "nee").unwrap();
    assert!(found.soft && !found.counts);
}

#[test]
fn every_scene_is_answered_by_picking_one() {
    for kind in ["choice", "poll", "feed", "slider", "timeline", "hazard"] {
        let activity = read(kind, SCREENS);
        let board = board(&activity, "een");
        assert!(matches!(board.input, Input::One(options) if options.len() == 3), "{kind}");
    }
}

#[test]
fn a_file_may_not_name_the_form_itself() {
    assert!(Activity::read("questions", toml::from_str::<toml::Value>(SCREENS).unwrap()).is_none());
    let odd = toml::from_str::<toml::Value>("scene = 'feed'\nscreen = []").unwrap();
    assert!(Activity::read("feed", odd).unwrap().is_err(), "unknown keys are told");
}

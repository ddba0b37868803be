//! Kinds whose items are judged: each in its own scene, misses and false alarms alike explained.

use course::board::{Frame, Input, Scene};
use course::worth::{Label, Worth};

use super::{board, mark, read};

const ITEMS: &str = r#"
    label = [{ id = "echt", title = "Echt" }, { id = "nep", title = "Nep" }]

    [[screen]]
    id = "eerst"
    text = "Kijk eerst."

    [[screen]]
    id = "bieb"
    text = "Je boek ligt klaar."
    option = [{ id = "echt", worth = "strong", why = "Dat klopt." }, { id = "nep", worth = "detour", why = "Toch echt." }]

    [[screen]]
    id = "prijs"
    text = "Je wint!"
    option = [{ id = "echt", worth = "detour", why = "Toch nep." }, { id = "nep", worth = "strong", why = "Gezien." }]
"#;

#[test]
fn each_kind_has_its_scene_and_the_labels_in_their_order() {
    for (kind, scene) in [("judge", Scene::Page), ("inbox", Scene::Inbox), ("permissions", Scene::Window)] {
        let activity = read(kind, ITEMS);
        let board = |screen| board(&activity, screen);
        assert_eq!((board("eerst").frame, board("eerst").input), (Frame::Card, Input::Read), "{kind}");
        assert_eq!(board("prijs").frame, Frame::Scene(scene, (2, 2)), "{kind}");
        let Input::Judge(labels) = board("bieb").input else { panic!("{kind} is not judged") };
        assert_eq!(labels.iter().map(|label| label.id).collect::<Vec<_>>(), ["echt", "nep"], "{kind}");
    }
}

#[test]
fn a_miss_and_a_false_alarm_are_explained_and_lead_back() {
    for kind in ["judge", "inbox", "permissions"] {
        let activity = read(kind, ITEMS);
        for (screen, pick, why) in [("prijs", "echt", "Toch nep."), ("bieb", "nep", "Toch echt.")] {
            let found = mark(&activity, screen, pick).unwrap();
            assert_eq!((found.worth, found.label, found.reasons[0].why), (Worth::Detour, Label::NotYet, why), "{kind}");
            assert_eq!(found.shown.len(), 1, "{kind}: what was right is told in the end");
        }
        assert_eq!(mark(&activity, "bieb", "echt").unwrap().label, Label::Right, "{kind}");
        assert!(mark(&activity, "bieb", "weet-niet").is_none(), "{kind}");
    }
}

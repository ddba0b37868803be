//! Kinds whose items are judged: each in its own scene, misses and false alarms alike explained.

use course::activity::Passed;
use course::board::{Frame, Input, Scene, Tally};
use course::worth::{Label, Worth};

use super::{Here, at, board, mark, passed, read};

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

#[test]
fn what_was_seen_and_what_was_trusted_are_counted_apart_and_by_the_first_pick() {
    let closed = [ITEMS, "[[screen]]\nid = \"klaar\"\ntext = \"Twee uitslagen.\"\n"].concat();
    let inbox = read("inbox", &closed);
    let tally = |path: &[Passed]| inbox.kind().board(&Here { path, ..at("klaar") }).unwrap().tally;
    assert_eq!(tally(&[]), None);
    let right = passed(&[("eerst", &[]), ("bieb", &["echt"]), ("prijs", &["nep"])]);
    assert_eq!(tally(&right), Some(Tally { risky: (1, 1), safe: (1, 1), driven: false }));
    // A false alarm that was put right at a second go stays a false alarm.
    let mut alarmed = right.clone();
    alarmed[1].first = vec!["nep".to_owned()];
    assert_eq!(tally(&alarmed), Some(Tally { risky: (1, 1), safe: (0, 1), driven: false }));
    let mut missed = right.clone();
    missed[2].first = vec!["echt".to_owned()];
    assert_eq!(tally(&missed), Some(Tally { risky: (0, 1), safe: (1, 1), driven: false }));
    assert_eq!(
        inbox.kind().board(&Here { path: &right, ..at("eerst") }).unwrap().tally,
        Some(Tally { risky: (1, 1), safe: (1, 1), driven: false })
    );
    // Where labels are no verdict of trust there is nothing to count.
    assert_eq!(read("judge", &closed).kind().board(&Here { path: &right, ..at("klaar") }).unwrap().tally, None);
}

#[test]
fn on_the_pedals_needless_braking_counts_as_much_as_driving_through() {
    let pedals = r#"
        [[screen]]
        id = "ruzie"
        text = "Een filmpje van een ruzie."
        option = [{ id = "remmen", worth = "strong", text = "Remmen", why = "Ja." }, { id = "vragen", worth = "ok", text = "Vragen", why = "Kan." },
            { id = "door", worth = "detour", text = "Door", why = "Nee." }]
        [[screen]]
        id = "taart"
        text = "Een taart."
        option = [{ id = "remmen", worth = "detour", text = "Remmen", why = "Nee." }, { id = "vragen", worth = "ok", text = "Vragen", why = "Kan." },
            { id = "door", worth = "strong", text = "Door", why = "Ja." }]
        [[screen]]
        id = "klaar"
        text = "Klaar."
    "#;
    let hazard = read("hazard", pedals);
    let tally = |picks: [&str; 2]| {
        let path = passed(&[("ruzie", &[picks[0]]), ("taart", &[picks[1]])]);
        let tally = hazard.kind().board(&Here { path: &path, ..at("klaar") }).unwrap().tally.unwrap();
        (tally.risky, tally.safe, tally.driven)
    };
    assert_eq!(tally(["remmen", "door"]), ((1, 1), (1, 1), true));
    assert_eq!(tally(["door", "remmen"]), ((0, 1), (0, 1), true));
    // To ask first is never counted against anybody.
    assert_eq!(tally(["vragen", "vragen"]), ((1, 1), (1, 1), true));
}

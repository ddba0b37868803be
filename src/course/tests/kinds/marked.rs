//! spot, profile, search: mark what holds.

use course::board::{Frame, Input, Scene};
use course::worth::{Label, Worth};

use super::{at, board, read};

const PHOTO: &str = r#"
    [[screen]]
    id = "foto"
    picture = "keuken"
    alt = "Een keuken."
    text = "Wat vertelt de foto?"
    option = [
        { id = "pakje", worth = "strong", text = "Het pakje", why = "Daar staat een adres.", at = [20, 70, 9] },
        { id = "mok", worth = "detour", text = "De mok", why = "Mokken zijn er genoeg.", at = [60, 45, 12] }]
    [[screen]]
    id = "klaar"
    text = "Omgedraaid."
"#;

const PAGE: &str = r#"
    [[screen]]
    id = "pagina"
    text = "Welke regels vertellen te veel?"
    option = [
        { id = "route", worth = "strong", text = "Om vier uur bij de molen", why = "Tijd en plek." },
        { id = "taart", worth = "detour", text = "Bakt taart", why = "Dat mag iedereen weten." }]
"#;

#[test]
fn a_spot_lies_where_its_option_says() {
    let photo = read("spot", PHOTO);
    let asked = board(&photo, "foto");
    assert_eq!(asked.frame, Frame::Scene(Scene::Photo, (1, 1)));
    assert_eq!(asked.spots, [[20, 70, 9], [60, 45, 12]]);
    assert!(matches!(asked.input, Input::Many(ref all) if all.len() == 2));
    assert_eq!(board(&photo, "klaar").input, Input::Read);
}

#[test]
fn what_gives_too_much_away_is_found_and_what_does_not_is_explained_too() {
    let photo = read("spot", PHOTO);
    let mark = |picks: &[&str]| {
        let picks: Vec<String> = picks.iter().map(|pick| (*pick).to_owned()).collect();
        let here = at("foto");
        let mark = photo.kind().mark(&here, &picks).unwrap();
        (mark.worth, mark.label, mark.reasons.len())
    };
    assert_eq!(mark(&["pakje"]), (Worth::Strong, Label::Right, 1));
    assert_eq!(mark(&["pakje", "mok"]), (Worth::Ok, Label::Partly, 2));
    assert_eq!(mark(&["mok"]), (Worth::Detour, Label::NotYet, 1));
    assert!(photo.faults().is_empty());
}

#[test]
fn a_profile_and_search_results_are_marked_line_by_line_in_their_own_scene() {
    for (kind, scene) in [("profile", Scene::Profile), ("search", Scene::Search)] {
        let page = read(kind, PAGE);
        let asked = board(&page, "pagina");
        assert_eq!(asked.frame, Frame::Scene(scene, (1, 1)));
        assert!(asked.spots.is_empty());
        assert_eq!(page.kind().best(&at("pagina")), Some(vec!["route".to_owned()]));
    }
}

#[test]
fn a_passphrase_grows_word_by_word() {
    let words = read("passphrase", &PAGE.replace("worth = \"detour\"", "worth = \"ok\""));
    let asked = board(&words, "pagina");
    assert_eq!(asked.frame, Frame::Letter { lines: vec![None] });
    assert!(matches!(asked.input, Input::Assemble(ref words) if words.len() == 2));
}

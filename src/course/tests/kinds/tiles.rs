//! memory: tiles that lie face down.

use course::board::{Frame, Input, Scene};
use course::worth::{Label, Worth};

use super::{Here, at, board, passed, read};

const PAIRS: &str = r#"
    otherwise = "Die twee niet."
    tip = ["Onthoud waar de hamster ligt."]
    [[screen]]
    id = "lees"
    text = "Zoek de paren."
    [[screen]]
    id = "poll"
    text = "poll"
    title = "Een vraag waar je op stemt."
    why = "Iedereen mag kiezen."
    [[screen]]
    id = "baas"
    text = "beheerder"
    title = "Wie de knoppen heeft."
    why = "Die kan iemand eruit halen."
    otherwise = "Denk aan de knoppen."
"#;

fn ids(picks: &[&str]) -> Vec<String> {
    picks.iter().map(|pick| (*pick).to_owned()).collect()
}

#[test]
fn there_are_two_tiles_of_each_pair_and_they_lie_the_same_at_every_visit() {
    let (one, other) = (read("memory", PAIRS), read("memory", PAIRS));
    let Input::Tiles(tiles) = board(&one, "poll").input else { panic!("no tiles") };
    assert_eq!(tiles.len(), 4);
    assert!(tiles.iter().all(|tile| !tile.kept && !tile.picked()));
    assert_eq!(board(&other, "poll").input, Input::Tiles(tiles));
    assert_eq!(board(&one, "poll").frame, Frame::Scene(Scene::Tiles, (1, 2)));
    assert_eq!(board(&one, "lees").input, Input::Read);
}

#[test]
fn two_of_a_pair_are_explained_in_whatever_turn_they_are_found() {
    let memory = read("memory", PAIRS);
    let told = |picks: &[&str]| {
        let here = at("poll");
        let mark = memory.kind().mark(&here, &ids(picks)).unwrap();
        (mark.worth, mark.label, mark.reasons[0].why.to_owned(), mark.counts)
    };
    assert_eq!(told(&["poll-a", "poll-b"]), (Worth::Strong, Label::Right, "Iedereen mag kiezen.".into(), false));
    assert_eq!(told(&["baas-b", "baas-a"]), (Worth::Strong, Label::Right, "Die kan iemand eruit halen.".into(), false));
    assert_eq!(told(&["poll-a", "baas-b"]), (Worth::Detour, Label::NotYet, "Die twee niet.".into(), false));
    assert_eq!(told(&["baas-b", "poll-a"]), (Worth::Detour, Label::NotYet, "Denk aan de knoppen.".into(), false));
}

#[test]
fn one_tile_or_an_unknown_one_is_no_answer() {
    let memory = read("memory", PAIRS);
    for picks in [&["poll-a"][..], &["poll-a", "weg"], &["weg", "poll-a"], &["poll-a", "poll-b", "baas-a"], &[]] {
        assert!(memory.kind().mark(&at("poll"), &ids(picks)).is_none(), "{picks:?}");
    }
    assert_eq!(memory.kind().mark(&at("poll"), &ids(&["poll-a", "poll-a"])).unwrap().worth, Worth::Detour);
}

#[test]
fn a_pair_that_was_found_lies_open_in_the_next_turn() {
    let memory = read("memory", PAIRS);
    let path = passed(&[("lees", &[]), ("poll", &["baas-a", "baas-b"])]);
    let here = Here { path: &path, ..at("baas") };
    let asked = memory.kind().board(&here).unwrap();
    let Input::Tiles(tiles) = asked.input else { panic!("no tiles") };
    let open: Vec<&str> = tiles.iter().filter(|tile| tile.kept).map(|tile| tile.id).collect();
    assert_eq!(open.len(), 2);
    assert!(open.iter().all(|id| id.starts_with("baas-")));
    assert_eq!(asked.frame, Frame::Scene(Scene::Tiles, (2, 2)));
}

#[test]
fn the_two_of_a_pair_do_not_lie_side_by_side_as_a_rule() {
    let names = ["haast", "hebzucht", "angst", "geheim", "vleien", "gezag", "groep"];
    let pair = |name: &&str| format!("[[screen]]\nid = \"{name}\"\ntext = \"{name}\"\ntitle = \"uitleg\"\nwhy = \"Daarom.\"\n");
    let memory = read("memory", &["otherwise = \"Nee.\"\n".to_owned(), names.iter().map(pair).collect()].concat());
    let Input::Tiles(tiles) = board(&memory, "haast").input else { panic!("no tiles") };
    let name = |id: &str| id.rsplit_once('-').unwrap().0.to_owned();
    let beside = tiles.windows(2).filter(|two| name(two[0].id) == name(two[1].id)).count();
    // Chance leaves one or two of seven; unmixed it would be all.
    assert!(beside <= 2, "{beside} pairs lie side by side");
}

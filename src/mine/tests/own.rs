//! The page of a pupil's own things, without a browser: who is who, taking along, being forgotten, and back again.
#![allow(clippy::unwrap_used)]

use course::progress::Progress;
use course::worth::Worth;
use mine::file::{self, Pupil};
use mine::state::{Asked, Effect, Event, MOST_PUPILS, State};
use phrases as say;
use proptest::prelude::*;

fn pupil(pid: &str, animal: &str) -> Pupil {
    Pupil { pid: pid.into(), name: String::new(), progress: Progress::new(animal) }
}

fn played(mut pupil: Pupil, screens: &[&str]) -> Pupil {
    screens.iter().for_each(|screen| pupil.progress.record("les", "stap", 1, screen, Worth::Strong));
    pupil
}

fn state(pupils: &[Pupil], current: &str) -> State {
    State { pupils: pupils.to_vec(), current: (!current.is_empty()).then(|| current.into()), ..State::default() }
}

fn pids(state: &State) -> Vec<&str> {
    state.pupils.iter().map(|pupil| pupil.pid.as_str()).collect()
}

#[test]
fn nobody_is_forgotten_before_it_is_agreed_and_everybody_can_come_back() {
    let (fox, owl) = (played(pupil("aaaa", "vos"), &["een"]), pupil("bbbb", "uil"));
    let mut page = state(&[fox.clone(), owl], "aaaa");
    assert!(page.update(Event::Ask(Asked::Delete("aaaa".into()))).is_empty());
    assert!(page.update(Event::Keep).is_empty());
    assert!(page.update(Event::Agree).is_empty());
    assert_eq!(pids(&page), ["aaaa", "bbbb"]);

    page.update(Event::Ask(Asked::Delete("aaaa".into())));
    assert_eq!(page.update(Event::Agree), [Effect::Forget("aaaa".into()), Effect::Remember(String::new())]);
    assert_eq!((pids(&page), page.current.clone()), (vec!["bbbb"], None));
    assert_eq!(page.said, say::DELETE_DONE.0);
    assert_eq!(page.update(Event::Undo), [Effect::Save(fox)]);
    assert_eq!(pids(&page), ["bbbb", "aaaa"]);
    assert!(!page.can_undo());
}

#[test]
fn everything_is_wiped_and_comes_back_whole() {
    let all = [pupil("aaaa", "vos"), played(pupil("bbbb", "uil"), &["een", "twee"])];
    let mut page = state(&all, "bbbb");
    page.update(Event::Ask(Asked::Wipe));
    let effects = page.update(Event::Agree);
    assert_eq!(effects, [Effect::Forget("aaaa".into()), Effect::Forget("bbbb".into()), Effect::Remember(String::new())]);
    assert!(page.pupils.is_empty());
    page.update(Event::Undo);
    assert_eq!(page.pupils, all);
}

#[test]
fn a_second_fox_gets_a_colour_and_the_device_has_room_for_a_class() {
    let mut page = state(&[], "");
    for n in 0..MOST_PUPILS {
        page.update(Event::Ask(Asked::New));
        let animal = page.free_animals()[n % page.free_animals().len()].clone();
        assert_eq!(page.update(Event::Animal(animal)).len(), 3);
    }
    let mut animals: Vec<String> = page.pupils.iter().map(|pupil| pupil.progress.animal.value.clone()).collect();
    let mut names = pids(&page);
    animals.sort();
    animals.dedup();
    names.sort_unstable();
    names.dedup();
    assert_eq!((animals.len(), names.len()), (MOST_PUPILS, MOST_PUPILS));
    page.update(Event::Ask(Asked::New));
    assert_eq!((page.said.as_str(), page.asked.clone()), (say::ANIMAL_FULL.0, None));
}

#[test]
fn an_animal_that_is_taken_or_unknown_starts_nobody() {
    let mut page = state(&[pupil("aaaa", "vos")], "aaaa");
    assert!(page.free_animals().contains(&"vos-blauw".to_owned()));
    assert!(page.update(Event::Animal("vos".into())).is_empty());
    assert!(page.update(Event::Animal("draak".into())).is_empty());
    assert_eq!(page.pupils.len(), 1);
}

#[test]
fn a_file_is_shown_first_joined_when_agreed_and_taken_back() {
    let here = played(pupil("aaaa", "vos"), &["een"]);
    let there = played(pupil("aaaa", "vos"), &["twee", "drie"]);
    let other = pupil("cccc", "kat");
    let text = file::write(&[&there, &other]);
    let mut page = state(std::slice::from_ref(&here), "aaaa");
    assert!(page.update(Event::File(text)).is_empty());
    assert_eq!((page.preview(), pids(&page)), ((1, 1), vec!["aaaa"]));
    let joined = here.progress.clone().join(there.progress);
    let effects = page.update(Event::Agree);
    assert_eq!(effects[0], Effect::Save(Pupil { progress: joined.clone(), ..here.clone() }));
    assert_eq!((page.pupils[0].progress.clone(), pids(&page)), (joined, vec!["aaaa", "cccc"]));
    let effects = page.update(Event::Undo);
    assert_eq!(effects, [Effect::Forget("aaaa".into()), Effect::Save(here.clone()), Effect::Forget("cccc".into())]);
    assert_eq!(page.pupils, [here]);
}

#[test]
fn whoever_brings_a_file_to_an_empty_device_plays_on() {
    let mut page = state(&[], "");
    page.update(Event::File(file::write(&[&pupil("cccc", "kat")])));
    let effects = page.update(Event::Agree);
    assert_eq!(effects.last(), Some(&Effect::Remember("cccc".into())));
    assert_eq!(page.current.as_deref(), Some("cccc"));
}

#[test]
fn bad_files_are_refused_with_the_reason_and_change_nothing() {
    let good = file::write(&[&played(pupil("aaaa", "vos"), &["een"])]);
    let newer = good.replacen("Online op weg 1", "Online op weg 2", 1);
    let sealed_newer = good.replacen("OOW1 1 ", "OOW1 2 ", 1);
    let altered = good.replacen("vos", "uil", 1);
    let cases = [
        ("", say::IMPORT_OTHER),
        ("Beste juf,\nhier is mijn werk", say::IMPORT_OTHER),
        ("Online op weg 1\n", say::IMPORT_DAMAGED),
        (&newer, say::IMPORT_NEWER),
        (&sealed_newer, say::IMPORT_NEWER),
        (&altered, say::IMPORT_DAMAGED),
        (&good[..good.len() - 9], say::IMPORT_DAMAGED),
        (&"x".repeat(file::MOST + 1), say::IMPORT_LARGE),
    ];
    for (text, why) in cases {
        let mut page = state(&[pupil("bbbb", "uil")], "bbbb");
        assert!(page.update(Event::File(text.to_owned())).is_empty());
        assert_eq!((page.said.as_str(), page.incoming.len(), pids(&page)), (why.0, 0, vec!["bbbb"]), "{:.40}", text);
    }
}

#[test]
fn a_name_is_short_and_holds_no_line_ends() {
    let mut page = state(&[pupil("aaaa", "vos")], "aaaa");
    page.update(Event::Name("aaaa".into(), " Sam\nvan de hoek die heel lang heet ".into()));
    assert_eq!(page.pupils[0].name, "Samvan de hoek die h");
    assert_eq!(file::read(&file::write(&[&page.pupils[0]])).unwrap(), page.pupils);
}

#[test]
fn reading_settings_are_kept_for_who_plays_and_for_the_device_when_nobody_does() {
    let mut page = state(&[pupil("aaaa", "vos")], "aaaa");
    assert_eq!(page.update(Event::Look("size", "2")), [Effect::Look(Some("aaaa".into()), "{\"size\":\"2\"}".into())]);
    assert_eq!(page.update(Event::ResetLook), [Effect::Look(Some("aaaa".into()), String::new())]);
    let mut nobody = state(&[], "");
    assert_eq!(nobody.update(Event::Look("theme", "dark")), [Effect::Look(None, "{\"theme\":\"dark\"}".into())]);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(screens in prop::collection::vec("[a-z]{1,8}", 0..20), name in "[A-Za-z ëé]{0,20}") {
        let screens: Vec<&str> = screens.iter().map(String::as_str).collect();
        let one = Pupil { name: name.trim().to_owned(), ..played(pupil("aaaa", "vos"), &screens) };
        let all = [one, pupil("bbbb", "uil-rood")];
        prop_assert_eq!(file::read(&file::write(&all.iter().collect::<Vec<_>>())).unwrap(), all.to_vec());
        let windows = file::write(&all.iter().collect::<Vec<_>>()).replace('\n', "\r\n");
        prop_assert_eq!(file::read(&windows).unwrap(), all.to_vec());
    }

    #[test]
    fn any_text_is_refused_without_a_panic(text in "(Online op weg [0-9]{1,6}\n)?([a-z]{0,4} [0-9]{0,9} \\PC{0,9}\n)?\\PC{0,80}") {
        prop_assert!(file::read(&text).is_err());
    }

    #[test]
    fn one_altered_character_of_the_work_is_noticed(at in any::<prop::sample::Index>(), put in "[ -~]") {
        let text = file::write(&[&played(pupil("aaaa", "vos"), &["een", "twee"])]);
        let from = text.find("OOW1").unwrap();
        let at = from + at.index(text.len() - from - 1);
        prop_assume!(text[at..=at] != *put);
        prop_assert!(file::read(&[&text[..at], &put, &text[at + 1..]].concat()).is_err());
    }
}

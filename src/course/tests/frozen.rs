//! Saves of every shape ever shipped still open. The files under `tests/saves/` are never changed; new ones are added.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

use course::progress::Progress;
use course::saved::{Unreadable, open, seal};
use course::session::read;
use course::worth::Worth;

fn folder(schema: u16) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/saves/v{schema}"))
}

/// Pupils as they may be: new, half-way, done, begun again, with flags, with what a newer program wrote.
fn examples() -> Vec<Progress> {
    let new = Progress::new("vos");
    let mut begun = Progress::new("uil");
    begun.stand("groepsapp", "bal-van-mila", &read("paneel-1> paneel-2>"));
    let mut chatting = begun.clone();
    chatting.finish("groepsapp", "bal-van-mila", 1);
    chatting.stand("groepsapp", "groep-noor", &read("start-kaart> n01-sticker:prive n01-sticker> n04-prive:niks n04-prive?"));
    let mut flagged = chatting.clone();
    flagged.set_flag("groepsapp", "noor-eerst".into(), "prive".into());
    let mut sorted = flagged.clone();
    for (n, worth) in [Worth::Open, Worth::Detour, Worth::Ok, Worth::Strong].into_iter().enumerate() {
        sorted.record("groepsapp", "sorteer-vier", 1, &format!("kaart-{n}"), worth);
    }
    sorted.see("groepsapp", "groep-noor", 1, "einde-keer");
    let mut done = sorted.clone();
    ["bal-van-mila", "wat-nu", "verder"].into_iter().for_each(|step| done.finish("groepsapp", step, 1));
    let strange = Progress::from_lines(0, 41, "animal 1 egel\nsterren groepsapp 3\nstep weg-met-deze-les stap 2 d 3 a:1");
    let again = Progress { epoch: 2, ..new.clone() };
    let mut other_rev = done.clone();
    other_rev.record("groepsapp", "wat-hielp", 3, "vraag", Worth::Ok);
    vec![Progress::default(), new, begun, chatting, flagged, sorted, done, strange, again, other_rev]
}

/// Each file: the storage key, then the sealed text.
#[test]
fn saves_of_the_first_shape_still_open_and_say_the_same() {
    if std::env::var_os("OOW_FREEZE").is_some() {
        for (n, progress) in examples().iter().enumerate() {
            let key = format!("oow/x/p/ab1{n}/a");
            let path = folder(1).join(format!("{n:02}.txt"));
            assert!(!path.exists(), "a frozen file is never written again");
            fs::write(path, format!("{key}\n{}", seal(&key, progress))).unwrap();
        }
    }
    let mut files: Vec<PathBuf> = fs::read_dir(folder(1)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10);
    for (path, expected) in files.iter().zip(examples()) {
        let text = fs::read_to_string(path).unwrap();
        let (key, sealed) = text.split_once('\n').unwrap();
        assert_eq!(open(key, sealed).as_ref(), Ok(&expected), "{}", path.display());
        assert_eq!(open("oow/x/p/zz99/a", sealed), Err(Unreadable::Damaged));
    }
}

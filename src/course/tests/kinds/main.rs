//! The kinds of activity: what stands on their screens and how an answer is marked.
#![allow(clippy::unwrap_used)]

use course::activity::{Activity, Here, Mark, Passed};
use course::board::Board;

mod judged;
mod marked;
mod pairs;
mod questions;
mod row;
mod tiles;
mod views;

/// The kind with this name, with this content of a lesson file.
fn read(kind: &str, content: &str) -> Activity {
    Activity::read(kind, toml::from_str::<toml::Value>(content).unwrap()).unwrap().unwrap()
}

fn at(screen: &str) -> Here<'_> {
    Here { screen, tries: &[], path: &[], flags: &[] }
}

fn board<'a>(activity: &'a Activity, screen: &'a str) -> Board<'a> {
    activity.kind().board(&at(screen)).unwrap()
}

fn mark<'a>(activity: &'a Activity, screen: &'a str, pick: &str) -> Option<Mark<'a>> {
    activity.kind().mark(&at(screen), &[pick.to_owned()])
}

/// The kind where these screens were passed with these picks, as screen and picks.
fn passed(path: &[(&str, &[&str])]) -> Vec<Passed> {
    let picks = |picks: &[&str]| picks.iter().map(|pick| (*pick).to_owned()).collect();
    path.iter()
        .map(|(screen, picked)| Passed { screen: (*screen).to_owned(), picks: picks(picked), first: picks(picked), entered: 0 })
        .collect()
}

//! `cargo xtask new lesson`: the folder of a new lesson, sound and playable from its first minute.
//!
//! The rule a reader could break: everything that can be wrong is found before the first byte is written, and what
//! was written is taken away again when the disk fails half-way. So an author never has to clean up.
//!
//! Where to extend: the files stand as an author gets them in the folder `fresh` beside this file; a place to fill in
//! is `{{name}}`. A test compiles and plays what comes of them for every stop of the road.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::files::{File, LESSONS};
use super::finding::{listed, nearest};
use super::shared::Shared;
use super::sheet::Table;
use super::tree::Tree;

/// Name in the folder, and what stands in it.
const FILES: [(&str, &str); 4] = [
    ("lesson.toml", include_str!("fresh/lesson.toml")),
    ("teacher.md", include_str!("fresh/teacher.md")),
    ("parents.md", include_str!("fresh/parents.md")),
    ("pictures/slot.svg", include_str!("fresh/slot.svg")),
];

/// A new lesson that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its folder, below the root.
    pub folder: String,
    /// Its title, as the road has it.
    pub title: String,
    /// The files in the folder.
    pub files: Vec<&'static str>,
}

/// Makes the lesson of the stop with this id, or of the first stop without a lesson.
///
/// # Errors
/// In Dutch, when there is no such stop, when it has a lesson, or when the disk refuses. Then nothing was written.
pub fn lesson(root: &Path, id: Option<&str>) -> Result<Fresh> {
    let shared = Shared::read(Tree::read(root).context("De lessen zijn niet te lezen")?, &mut Vec::new());
    let Some(course) = shared.sheet(File::Course).filter(|sheet| !sheet.holes) else {
        bail!("lessons/course.toml is er niet of is stuk. Kijk eerst: cargo xtask check lessons/course.toml");
    };
    let stops = shared.tables(File::Course);
    let at = place(&stops, id)?;
    let folder = format!("{:02}-{}", at + 1, stops[at].id());
    let path = root.join(LESSONS).join(&folder);
    if path.exists() {
        bail!("De map {LESSONS}/{folder} is er al. Zet folder = \"{folder}\" bij de halte in course.toml, of haal de map weg.");
    }
    let road = with_folder(&course.source.text, stops[at], &folder);
    let written = write(&path, &stops, at).and_then(|()| Ok(fs::write(root.join(LESSONS).join(File::Course.name()), road)?));
    if let Err(error) = written {
        let _ = fs::remove_dir_all(&path);
        return Err(error.context(format!("De map {LESSONS}/{folder} kan niet worden geschreven")));
    }
    Ok(Fresh { folder: [LESSONS, &folder].join("/"), title: title(stops[at]).to_owned(), files: FILES.map(|(name, _)| name).to_vec() })
}

/// The place on the road, from 0.
fn place(stops: &[Table<'_>], id: Option<&str>) -> Result<usize> {
    let free = || stops.iter().filter(|stop| stop.entry("folder").is_none());
    let Some(id) = id else {
        return stops.iter().position(|stop| stop.entry("folder").is_none()).context("Elke halte in course.toml heeft al een les.");
    };
    let listed = format!("Haltes zonder les: {}.", listed(free().map(|stop| stop.id())));
    let Some(at) = stops.iter().position(|stop| stop.id() == id) else {
        let meant = nearest(id, free().map(|stop| stop.id())).map(|name| format!(" Bedoel je '{name}'?")).unwrap_or_default();
        let new = if course::is_id(id) {
            "Een nieuwe halte zet je zelf in lessons/course.toml."
        } else {
            "Een id is 1 tot 40 tekens lang: kleine letters, cijfers en streepjes."
        };
        bail!("Er is geen halte '{id}'.{meant} {new} {listed}");
    };
    match stops[at].text("folder") {
        Some(folder) => bail!("De halte '{id}' heeft al een les: {LESSONS}/{}. {listed}", folder.text),
        None => Ok(at),
    }
}

fn title<'a>(stop: Table<'a>) -> &'a str {
    stop.text("title").map_or("", |title| title.text)
}

/// The road with one line more: the folder, after what the stop says already.
fn with_folder(road: &str, stop: Table<'_>, folder: &str) -> String {
    let last = stop.entries().map(|entry| entry.value.spot().end).max().unwrap_or(stop.spot().end);
    let end = road[last..].find('\n').map_or(road.len(), |newline| last + newline);
    format!("{}\nfolder = \"{folder}\"{}", &road[..end], &road[end..])
}

fn write(folder: &Path, stops: &[Table<'_>], at: usize) -> Result<()> {
    let next = stops.get(at + 1).map_or("Dit was de laatste halte.".to_owned(), |next| format!("Volgende keer: {}", title(*next)));
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let places = [
        ("{{id}}", stops[at].id().to_owned()),
        ("{{number}}", (at + 1).to_string()),
        ("{{title}}", quoted(title(stops[at]))),
        ("{{next}}", quoted(&next)),
    ];
    for (name, text) in FILES {
        let path: PathBuf = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, places.iter().fold(text.to_owned(), |text, (place, words)| text.replace(place, words)))?;
    }
    Ok(())
}

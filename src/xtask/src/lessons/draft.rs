//! A lesson as it was written, with its faults still in it.
//!
//! The rule a reader could break: each step is read on its own. Its keys and types are held against the schema; only
//! a step without such faults becomes an [`Activity`], and a step that does not become one hides no other.

use course::activity::{Activity, KINDS};
use serde_json::Value;

use super::files::{File, LESSONS};
use super::finding::Finding;
use super::mend::mended;
use super::read::read;
use super::schema;
use super::shape::Shape;
use super::sheet::{Sheet, Table};
use super::tree::Tree;

/// The folder of one lesson.
#[derive(Debug)]
pub struct Draft {
    /// Name of the folder.
    pub folder: String,
    /// Paths of all files in it.
    pub files: Vec<String>,
    sheets: Vec<(File, Sheet)>,
    activities: Vec<Option<Activity>>,
    /// Where keys and types of the lesson file are wrong.
    hurt: Vec<usize>,
}

/// A step as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Its table.
    pub table: Table<'a>,
    /// Its kind; empty when it names none that exists.
    pub kind: &'static str,
    /// Its content, mended where it has faults: to look at, not to compile.
    pub activity: Option<&'a Activity>,
    hurt: &'a [usize],
    end: usize,
}

/// A screen: of a step, a face of a review item, or a question of the exam.
#[derive(Clone, Copy, Debug)]
pub struct Screen<'a> {
    /// Its table.
    pub table: Table<'a>,
    /// The step it belongs to.
    pub step: Option<Step<'a>>,
}

impl Draft {
    /// Reads the TOML files of a lesson's folder.
    pub fn read(tree: &Tree, folder: &str, found: &mut Vec<Finding>) -> Self {
        let below = [LESSONS, folder].join("/");
        let files = tree.under(&below).map(str::to_owned).collect();
        let mut draft = Draft { folder: folder.to_owned(), files, sheets: Vec::new(), activities: Vec::new(), hurt: Vec::new() };
        for file in File::IN_LESSON {
            let path = draft.path(&file.name());
            if let Some(sheet) = tree.bytes(&path).and_then(|bytes| read(&path, bytes, &file.schema_path(), found)) {
                let schema = schema::of(file);
                let faults: Vec<Finding> = sheet.table().into_iter().flat_map(|table| Shape::of_file(schema, table)).collect();
                if file == File::Lesson {
                    draft.hurt = faults.iter().map(|fault| fault.start).collect();
                    draft.activities = sheet.list(file.list()).into_iter().map(|step| activity(schema, step, found)).collect();
                }
                found.extend(faults);
                draft.sheets.push((file, sheet));
            }
        }
        draft
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> String {
        [LESSONS, &self.folder, name].join("/")
    }

    /// A file of the lesson, if it is there.
    pub fn sheet(&self, file: File) -> Option<&Sheet> {
        self.sheets.iter().find(|(other, _)| *other == file).map(|(_, sheet)| sheet)
    }

    /// The top of the lesson file.
    pub fn head(&self) -> Option<Table<'_>> {
        self.sheet(File::Lesson).and_then(Sheet::table)
    }

    /// Whether parts of the files could not be read, so that what seems absent may be there.
    pub fn holes(&self) -> bool {
        self.sheets.iter().any(|(_, sheet)| sheet.holes)
    }

    /// The tables in the list of a file.
    pub fn tables(&self, file: File) -> Vec<Table<'_>> {
        self.sheet(file).map(|sheet| sheet.list(file.list())).unwrap_or_default()
    }

    /// The steps.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let tables = self.tables(File::Lesson);
        let ends = tables.iter().skip(1).map(|next| next.spot().start).chain([usize::MAX]);
        let parts = tables.iter().zip(ends).zip(&self.activities);
        parts
            .map(|((table, end), activity)| Step { table: *table, kind: kind(*table), activity: activity.as_ref(), hurt: &self.hurt, end })
            .collect()
    }

    /// All screens of all files.
    pub fn screens(&self) -> Vec<Screen<'_>> {
        let of_steps = self.steps().into_iter().flat_map(|step| step.screens());
        let alone = |table| Screen { table, step: None };
        let faces = self.tables(File::Review).into_iter().flat_map(|item| item.tables("face")).map(alone);
        let questions = self.tables(File::Exam).into_iter().flat_map(|item| item.tables("question")).map(alone);
        of_steps.chain(faces).chain(questions).collect()
    }
}

impl<'a> Step<'a> {
    /// Its screens.
    pub fn screens(self) -> Vec<Screen<'a>> {
        self.table.tables("screen").into_iter().map(|table| Screen { table, step: Some(self) }).collect()
    }

    /// Whether keys or types are wrong in the step, or in one screen of it.
    pub fn is_hurt(&self, screen: Option<Table<'_>>) -> bool {
        let start = screen.unwrap_or(self.table).spot().start;
        let next = self.screens().into_iter().map(|other| other.table.spot().start).find(|other| screen.is_some() && *other > start);
        let range = start..next.unwrap_or(self.end);
        self.hurt.iter().any(|fault| range.contains(fault))
    }

    /// Its screen with this id.
    pub fn screen(&self, id: &str) -> Option<Table<'a>> {
        self.table.tables("screen").into_iter().find(|screen| screen.id() == id)
    }
}

impl<'a> Screen<'a> {
    /// What can be picked.
    pub fn options(&self) -> Vec<Table<'a>> {
        self.table.tables("option")
    }
}

fn kind(step: Table<'_>) -> &'static str {
    let named = step.text("kind").map_or("", |kind| kind.text);
    KINDS.iter().find(|kind| **kind == named).copied().unwrap_or("")
}

/// The content of a step. Keys and types were held against the schema already; a fault that only serde sees is told
/// here.
fn activity(lesson: &Value, step: Table<'_>, found: &mut Vec<Finding>) -> Option<Activity> {
    let name = kind(step);
    let mut content = mended(lesson, schema::of_kind(lesson, name)?, step.bare());
    if let Some(table) = content.as_table_mut() {
        table.retain(|key, _| !schema::STEP_KEYS.contains(&key));
    }
    let read = Activity::read(name, content)?;
    read.map_err(|error| {
        found.push(Finding::new(step.named(), "leesfout", format!("Deze stap kan niet worden gelezen: {}", error.message())))
    })
    .ok()
}

//! What `serve --watch` adds for authors: where the last change was made, and pages with all feedback of a step.
//!
//! Rule: nothing of this is in a folder that is built; the pages are made when they are asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::Path as Asked;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;

use crate::lessons::author::page;
use crate::lessons::place::{Place, changed, of_picture};
use crate::lessons::tree::Tree;

/// The lessons as they were when last looked at.
#[derive(Debug, Default)]
pub(super) struct Seen {
    texts: BTreeMap<PathBuf, String>,
}

impl Seen {
    /// Reads all lessons below the root.
    pub(super) fn read(root: &Path) -> Self {
        let mut seen = Seen::default();
        let folders = std::fs::read_dir(root.join("lessons")).into_iter().flatten().flatten();
        seen.changed(&folders.map(|folder| folder.path().join("lesson.toml")).collect::<Vec<_>>());
        seen
    }

    /// The place of the change in these files; a lesson that is new has none.
    pub(super) fn changed(&mut self, paths: &[PathBuf]) -> Option<Place> {
        let mut place = None;
        for path in paths {
            if path.extension().is_some_and(|end| end == "svg") {
                let lesson = path.parent().and_then(Path::parent).map(|folder| folder.join("lesson.toml"));
                let text = lesson.and_then(|lesson| self.texts.get(&lesson));
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                place = place.or_else(|| of_picture(text?, &name));
            } else if path.ends_with("lesson.toml")
                && let Ok(new) = std::fs::read_to_string(path)
            {
                let old = self.texts.insert(path.clone(), new.clone());
                place = place.or_else(|| changed(&old?, &new));
            }
        }
        place
    }
}

/// `auteur/`, `auteur/<lesson>` and `auteur/<lesson>/<step>` below the base.
pub(super) fn routes(root: PathBuf, base: &str) -> Router {
    let (top, lesson, step) = (format!("{base}auteur/"), format!("{base}auteur/{{lesson}}"), format!("{base}auteur/{{lesson}}/{{step}}"));
    let made =
        move |base: String| move |lesson: Option<String>, step: Option<String>| answer(&root, lesson.as_deref(), step.as_deref(), &base);
    let make = made(base.to_owned());
    let (of_lesson, of_step) = (make.clone(), make.clone());
    Router::new()
        .route(&top, get(async move || make(None, None)))
        .route(&lesson, get(async move |Asked(lesson): Asked<String>| of_lesson(Some(lesson), None)))
        .route(&step, get(async move |Asked((lesson, step)): Asked<(String, String)>| of_step(Some(lesson), Some(step))))
}

fn answer(root: &Path, lesson: Option<&str>, step: Option<&str>, base: &str) -> Response {
    match Tree::read(root).ok().and_then(|tree| page(tree, lesson, step, base)) {
        Some(page) => Html(page).into_response(),
        None => (StatusCode::NOT_FOUND, "Die les is er niet.").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn a_saved_lesson_tells_its_step_and_a_saved_picture_the_step_that_shows_it() {
        let here = std::env::current_exe().unwrap().with_extension("seen");
        let folder = here.join("lessons/01-les");
        std::fs::create_dir_all(&folder).unwrap();
        let (path, old) = (folder.join("lesson.toml"), "#:schema ../lesson.schema.json\nid = \"les\"\n[[step]]\nid = \"een\"\n");
        std::fs::write(&path, old).unwrap();
        let mut seen = Seen::read(&here);
        let new = [old, "[[step]]\nid = \"twee\"\n[[step.screen]]\npicture = \"kat\"\n"].concat();
        std::fs::write(&path, &new).unwrap();
        assert_eq!(seen.changed(std::slice::from_ref(&path)).unwrap().to_string(), "les/twee");
        assert_eq!(seen.changed(&[path]), None, "nothing changed since");
        assert_eq!(seen.changed(&[folder.join("pictures/kat.svg")]).unwrap().to_string(), "les/twee");
        assert_eq!(seen.changed(&[folder.join("pictures/hond.svg"), folder.join("teacher.md")]), None);
    }
}

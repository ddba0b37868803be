//! Where in a lesson a change was made: the step that an author wants to see next.
//!
//! The rule a reader could break: a place is told for a broken lesson too, as near as can be seen. A change before the
//! first step names the lesson alone, and then the page stays at its step.

use super::files::File;
use super::read::read;
use super::sheet::Sheet;

/// A lesson, or a step in it, as in its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Id of the lesson.
    pub lesson: String,
    /// Id of the step.
    pub step: Option<String>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.lesson)?;
        self.step.as_ref().map_or(Ok(()), |step| write!(f, "/{step}"))
    }
}

/// The step in which the new text of a lesson first differs from the old one.
pub fn changed(old: &str, new: &str) -> Option<Place> {
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    if old == new { None } else { at(new, same).or_else(|| at(old, same)) }
}

/// The first step that names this picture.
pub fn of_picture(lesson: &str, picture: &str) -> Option<Place> {
    let names = [format!("picture = \"{picture}\""), format!("]({picture})")];
    let at_byte = names.iter().filter_map(|name| lesson.find(name)).min()?;
    at(lesson, at_byte)
}

fn at(lesson: &str, byte: usize) -> Option<Place> {
    let sheet: Sheet = read("", lesson.as_bytes(), &File::Lesson.schema_path(), &mut Vec::new())?;
    let id = Some(sheet.table()?.id()).filter(|id| course::is_id(id))?;
    let steps = sheet.list(File::Lesson.list());
    // A line that went away leaves its step at the byte after it.
    let step = steps.into_iter().rfind(|step| step.spot().start <= byte).map(|step| step.id().to_owned());
    Some(Place { lesson: id.to_owned(), step: step.filter(|step| course::is_id(step)) })
}

#[cfg(test)]
mod tests {
    use super::{Place, changed, of_picture};

    const LESSON: &str = "#:schema ../lesson.schema.json\nid = \"les\"\ntitle = \"T\"\n\n[[step]]\nid = \"een\"\ntext = \"a\"\n\n\
                          [[step]]\nid = \"twee\"\n\n[[step.screen]]\nid = \"s\"\npicture = \"kat\"\ntext = \"b\"\n";

    fn step(place: Option<Place>) -> Option<String> {
        place.map(|place| place.to_string())
    }

    #[test]
    fn a_change_is_in_the_step_that_stands_before_it() {
        assert_eq!(step(changed(LESSON, &LESSON.replace("\"a\"", "\"aa\""))).as_deref(), Some("les/een"));
        assert_eq!(step(changed(LESSON, &LESSON.replace("\"b\"", "\"c\""))).as_deref(), Some("les/twee"));
        assert_eq!(step(changed(LESSON, &LESSON.replace("text = \"b\"\n", ""))).as_deref(), Some("les/twee"));
        assert_eq!(step(changed(LESSON, &LESSON.replace("\"T\"", "\"U\""))).as_deref(), Some("les"));
        assert_eq!(step(changed(LESSON, LESSON)), None);
        assert_eq!(
            step(changed(LESSON, &LESSON.replace("\"b\"", "\"b"))).as_deref(),
            Some("les/een"),
            "a torn step is near the one before"
        );
    }

    #[test]
    fn a_picture_is_in_the_step_that_shows_it() {
        assert_eq!(step(of_picture(LESSON, "kat")).as_deref(), Some("les/twee"));
        assert_eq!(step(of_picture(LESSON, "hond")), None);
    }
}

//! Albums: which pictures of a lesson travel in one file.
//!
//! All in one file kept an old laptop busy for half a second before the first question (415 kB to read for one
//! picture); each in its own cost a class twice the bytes, since faces and clothes return in every picture. So steps
//! that follow each other share an album until it is full.

use course::text::Form;

use super::draft::{Draft, Step};
use super::files::END;
use super::prose::lines;

/// An album with this many pictures is full. Measured on lesson 5: all albums together 55 kB (brotli), the largest
/// read in 20 ms on a laptop.
const FULL: usize = 8;

/// The albums of a lesson: names of pictures, and for each step the album in which its pictures are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Albums {
    /// Names of the pictures in each album.
    pub albums: Vec<Vec<String>>,
    /// The album of each step, counted from 0.
    pub of_step: Vec<u8>,
}

impl Albums {
    /// Lays the pictures of a lesson in albums, in the order of its steps.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut laid = Albums { albums: vec![Vec::new()], of_step: Vec::new() };
        for step in draft.steps() {
            laid.lay(shown(step));
            laid.of_step.push(u8::try_from(laid.albums.len() - 1).unwrap_or(u8::MAX));
        }
        // The end of a lesson is drawn beside its last step.
        if let Some(last) = laid.albums.last_mut() {
            last.push(END.to_owned());
        }
        laid
    }

    fn lay(&mut self, names: Vec<String>) {
        let Some(album) = self.albums.last_mut() else { return };
        let new: Vec<String> = names.iter().filter(|name| !album.contains(name)).cloned().collect();
        if album.is_empty() || album.len() + new.len() <= FULL {
            album.extend(new);
        } else {
            self.albums.push(names);
        }
    }
}

/// The pictures that a step shows, each once.
fn shown(step: Step<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for screen in step.screens() {
        let beside = screen.table.text("picture").map(|picture| picture.text.to_owned());
        let sent = lines(screen.table).into_iter().filter_map(|spoken| match spoken.line.form {
            Form::Picture(name) => Some(name),
            _ => None,
        });
        for name in beside.into_iter().chain(sent) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

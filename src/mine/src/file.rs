//! The file with which work is taken along: text around the same sealed text that is kept on a device.
//!
//! ```text
//! Online op weg 1
//! ab12 312 Sam
//! OOW1 ...
//! ```
//! The first line names the format. Each pupil has a line with the id, the length of the sealed text in bytes and the name
//! that was given, if any; then the sealed text.
//!
//! The rule a reader could break: a file changes nothing by being opened. It is read whole or refused whole, with a reason.

use course::Id;
use course::progress::Progress;
use course::saved::{self, Unreadable};
use phrases::{self as say, Phrase};

use crate::state::{LONGEST_NAME, MOST_PUPILS};

/// More bytes are not ours.
pub const MOST: usize = saved::MOST * MOST_PUPILS;

const TITLE: &str = "Online op weg ";
const FORMAT: u16 = 1;

/// Somebody's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Names the storage keys.
    pub pid: Id,
    /// The name that was given, if any.
    pub name: String,
    /// The work.
    pub progress: Progress,
}

/// Writes a file.
pub fn write(pupils: &[&Pupil]) -> String {
    let mut file = [TITLE, &FORMAT.to_string(), "\n"].concat();
    for pupil in pupils {
        let sealed = saved::seal(&pupil.pid, &pupil.progress);
        file.extend([&pupil.pid, " ", &sealed.len().to_string(), " ", &pupil.name, "\n", &sealed, "\n"]);
    }
    file
}

/// Reads a file.
///
/// # Errors
/// What to tell the reader: too large, not of this course, of a newer version, damaged.
pub fn read(text: &str) -> Result<Vec<Pupil>, Phrase> {
    if text.len() > MOST {
        return Err(say::IMPORT_LARGE);
    }
    // A program that opened the file may have left its own line ends, or a mark before the first letter.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (title, rest) = text.split_once('\n').ok_or(say::IMPORT_OTHER)?;
    let format: u16 = title.strip_prefix(TITLE).ok_or(say::IMPORT_OTHER)?.trim().parse().map_err(|_| say::IMPORT_DAMAGED)?;
    if format > FORMAT {
        return Err(say::IMPORT_NEWER);
    }
    let (mut pupils, mut rest) = (Vec::new(), rest);
    while !rest.trim().is_empty() {
        let (one, more) = pupil(rest)?;
        pupils.push(one);
        rest = more;
    }
    if pupils.is_empty() { Err(say::IMPORT_DAMAGED) } else { Ok(pupils) }
}

fn pupil(text: &str) -> Result<(Pupil, &str), Phrase> {
    let parts = || {
        let (head, rest) = text.split_once('\n')?;
        let (pid, head) = head.split_once(' ')?;
        let (length, name) = head.split_once(' ')?;
        let length: usize = length.parse().ok()?;
        let known = course::is_id(pid) && name.chars().count() <= LONGEST_NAME;
        known.then_some((pid, name, rest.get(..length)?, rest.get(length..)?.trim_start_matches('\n')))
    };
    let (pid, name, sealed, rest) = parts().ok_or(say::IMPORT_DAMAGED)?;
    let progress = saved::open(pid, sealed).map_err(|fault| match fault {
        Unreadable::Newer => say::IMPORT_NEWER,
        Unreadable::Damaged => say::IMPORT_DAMAGED,
    })?;
    Ok((Pupil { pid: pid.to_owned(), name: name.to_owned(), progress }, rest))
}

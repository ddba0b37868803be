//! A browser's own folder: empty at first, gone at the end, and kept between two lives of a browser when asked.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use anyhow::Result;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// What a browser keeps on disk.
#[derive(Debug)]
pub struct Profile {
    /// Where it is.
    pub folder: PathBuf,
}

impl Profile {
    /// An empty one.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new() -> Result<Self> {
        Ok(Profile { folder: scratch("profile")? })
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // Who was just killed may still be closing its files; what stays behind then lies in the folder for such things.
        for _ in 0..100 {
            if fs::remove_dir_all(&self.folder).is_ok() {
                break;
            }
            std::thread::yield_now();
        }
    }
}

/// An empty folder for this journey alone.
///
/// # Errors
/// When it cannot be made.
pub fn scratch(name: &str) -> Result<PathBuf> {
    let folder = env::temp_dir().join(format!("oow-{name}-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

//! Writes the site into a folder.
//!
//! Rule: the folder may be somebody's web root. Only files whose name carries a hash of ours, in `a/`, are ever removed;
//! whatever else is there stays.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result};

use super::bundle::Site;
use super::compress::Twins;
use super::hash;

/// Writes all files and twins, leaves unchanged ones alone, and clears what earlier builds left in `a/`.
pub fn write(folder: &Path, site: &Site, twins: &[Option<Twins>]) -> Result<()> {
    let mut written = HashSet::new();
    for (at, asset) in site.assets.iter().enumerate() {
        put(folder, &asset.served, &asset.bytes, &mut written)?;
        if let Some(Some(twins)) = twins.get(at) {
            put(folder, &format!("{}.br", asset.served), &twins.br, &mut written)?;
            put(folder, &format!("{}.gz", asset.served), &twins.gz, &mut written)?;
        } else {
            // A twin of an earlier build would be served in place of the new file.
            for extension in ["br", "gz"] {
                let _ = std::fs::remove_file(folder.join(format!("{}.{extension}", asset.served)));
            }
        }
    }
    clear(&folder.join("a"), &written)
}

fn put(folder: &Path, name: &str, bytes: &[u8], written: &mut HashSet<String>) -> Result<()> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    }
    if std::fs::read(&path).ok().as_deref() != Some(bytes) {
        whole(&path, bytes)?;
    }
    written.insert(name.to_owned());
    Ok(())
}

/// Writes a file so that nobody, a server or a later run after Ctrl+C, ever finds half of it.
pub(super) fn whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut half = path.as_os_str().to_owned();
    half.push(format!(".{}.half", std::process::id()));
    let write = std::fs::write(&half, bytes).and_then(|()| std::fs::rename(&half, path));
    write.with_context(|| format!("{} cannot be written", path.display()))
}

fn clear(hashed: &Path, written: &HashSet<String>) -> Result<()> {
    if !hashed.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(hashed)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if hash::looks_hashed(&name) && !written.contains(&format!("a/{name}")) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

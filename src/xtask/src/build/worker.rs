//! The service worker's list: every file of the site with its hash, written into `sw.js`.
//!
//! Rule: the list is complete or the build stops; the worker installs all of it or nothing.

use anyhow::{Result, bail};

use super::bundle::Asset;
use super::hash;

/// Where the list and the build id go; the file is a valid script without them too.
const FILES: &str = "/*FILES*/[]";
const BUILD: [&str; 2] = ["/*BUILD*/''", "/*BUILD*/\"\""];

/// Fills the template with `[["index.html","sha256-..."],...]` and the build id.
pub fn fill(template: &str, assets: &[Asset], build: &str) -> Result<String> {
    let Some(place) = BUILD.iter().find(|place| template.contains(**place)) else {
        bail!("static/sw.js has no place for the build id: {}", BUILD[0]);
    };
    if !template.contains(FILES) {
        bail!("static/sw.js has no place for the list of files: {FILES}");
    }
    let list: Vec<[String; 2]> =
        assets.iter().filter(|asset| asset.offline).map(|asset| [asset.served.clone(), hash::integrity(&asset.bytes)]).collect();
    let list = serde_json::to_string(&list)?;
    Ok(template.replace(FILES, &list).replace(place, &format!("'{build}'")))
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::build::bundle::Asset;

    fn asset(served: &str, offline: bool) -> Asset {
        Asset { logical: served.to_owned(), served: served.to_owned(), bytes: Vec::new(), offline }
    }

    #[test]
    fn the_list_holds_what_is_kept_offline_and_only_that() {
        let sw = "const BUILD = /*BUILD*/''; const FILES = /*FILES*/[];";
        let filled = fill(sw, &[asset("index.html", true), asset("robots.txt", false)], "b1").unwrap();
        assert_eq!(filled, "const BUILD = 'b1'; const FILES = [[\"index.html\",\"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"]];");
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_stops_the_build() {
        assert!(fill("const BUILD = /*BUILD*/\"\";", &[], "b1").unwrap_err().to_string().contains("/*FILES*/[]"));
    }
}

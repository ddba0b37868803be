//! One build for every path: the journeys under a sub-path serve the build for `/`, and this is why they may.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use xtask::build::wasm::{APPS, App};
use xtask::build::{Purpose, Site, hash, site};

fn made_for(base: &str) -> Site {
    let app = |name| App { name, glue: "export default 1;".to_owned(), wasm: b"\0asm".to_vec() };
    site(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), APPS.map(app).to_vec(), Purpose::Publish, base).unwrap()
}

/// The bytes of a file with the build id, and the seals of the pages that carry it, blotted out.
fn blotted(site: &Site, served: &str) -> Vec<u8> {
    let bytes = &site.assets.iter().find(|asset| asset.served == served).unwrap().bytes;
    let Ok(mut text) = String::from_utf8(bytes.clone()) else { return bytes.clone() };
    text = text.replace(&site.build, "BUILD");
    if served == "sw.js" {
        for asset in site.assets.iter().filter(|asset| asset.served.ends_with(".html")) {
            text = text.replace(&hash::integrity(&asset.bytes), &asset.served);
        }
    }
    text.into_bytes()
}

#[test]
fn a_build_for_a_sub_path_is_the_build_for_the_root_but_for_its_id() {
    let (root, sub) = (made_for("/"), made_for("/school/les/"));
    let names = |site: &Site| site.assets.iter().map(|asset| asset.served.clone()).collect::<Vec<_>>();
    assert_eq!(names(&root), names(&sub));
    for name in names(&root) {
        assert!(blotted(&root, &name) == blotted(&sub, &name), "{name} depends on the path it is made for");
    }
    assert_ne!(root.build, sub.build);
}

#[test]
fn what_serve_watch_adds_for_authors_is_in_no_build_for_pupils() {
    let site = made_for("/");
    for asset in &site.assets {
        for tool in ["auteur/", "__reload", "reload.js", "data-author"] {
            let holds = asset.bytes.windows(tool.len()).any(|part| part == tool.as_bytes());
            assert!(!holds, "{} holds {tool}", asset.served);
        }
    }
}

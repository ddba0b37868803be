//! Puts the site together: gives every file its served name, fills in the page, ends with the service worker.
//!
//! Rule: a file that may ever be cached for long gets its hash in its name; only what a browser or host must find
//! under a fixed name stays plain (see [`PLAIN`]). A new file under `static/` that is not a style, font, piece of art
//! or script is a name in that list.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::wasm::App;
use super::{Pictures, css, hash, page, pictures, script, sprite, worker};
use crate::lessons;
use crate::serve::{RELOAD_SCRIPT, WATCH_WORKER};

/// Files under `static/` that keep their name, and whether the offline copy holds them.
const PLAIN: [(&str, bool); 6] = [
    ("manifest.webmanifest", true), // browsers re-read it under one name
    ("icon.svg", true),
    ("icon-192.png", true),
    ("icon-512.png", true),
    ("robots.txt", false), // only search engines ask for it
    ("sw-kill.js", false), // put in the place of sw.js by hand, so it must never be cached
];

/// Pages beside the app: repair, and a pupil's own things.
const PAGES: [&str; 2] = ["herstel.html", "mijn.html"];

/// The scripts that are imported.
const MODULES: [&str; 2] = ["later.js", "voice.js"];

/// One file of the site.
#[derive(Debug)]
pub struct Asset {
    /// The name sources use, such as `les/groepsapp.bin`.
    pub logical: String,
    /// The path in the folder, such as `a/les-groepsapp-1a2b3c4d.bin`.
    pub served: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Whether the service worker keeps it for offline use.
    pub offline: bool,
}

/// All files of the site, in the order to upload them: a page never names a file that is not there yet.
#[derive(Debug)]
pub struct Site {
    /// The files.
    pub assets: Vec<Asset>,
    /// Changes whenever any file does.
    pub build: String,
}

/// What the site is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be put on a host.
    Publish,
    /// For `serve --watch`: reloads by itself and keeps nothing offline.
    Watch,
}

/// Puts the site together from what the other steps made.
pub fn bundle(
    root: &Path,
    apps: Vec<App>,
    lessons: Vec<lessons::Output>,
    pictures: Vec<Pictures>,
    purpose: Purpose,
    base: &str,
) -> Result<Site> {
    let mut bundle = Bundle { folder: root.join("static"), assets: Vec::new(), names: BTreeMap::new() };
    for path in pictures::files(&bundle.folder.join("fonts"), "woff2")? {
        bundle.hashed(&format!("fonts/{}", file_name(&path)), read(&path)?);
    }
    for (name, sprite) in sprite::read(&bundle.folder.join("art"))? {
        bundle.hashed(&name, sprite.into_bytes());
    }
    bundle.hashed("map.svg", sprite::read_map(&bundle.folder.join("art"))?.into_bytes());
    for App { name, glue, wasm } in apps {
        bundle.hashed(&format!("{name}_bg.wasm"), wasm);
        bundle.hashed(&format!("{name}.js"), glue.into_bytes());
    }
    let (grown_ups, lessons): (Vec<_>, Vec<_>) = lessons.into_iter().partition(|output| output.name.ends_with(".html"));
    for lesson in lessons {
        bundle.hashed(&lesson.name, lesson.bytes);
    }
    pictures.into_iter().for_each(|of_lesson| bundle.pictures(of_lesson));
    bundle.scripts(purpose)?;
    bundle.style()?;
    for (name, offline) in PLAIN {
        let path = bundle.folder.join(name);
        if path.is_file() {
            bundle.plain(name, read(&path)?, offline);
        }
    }
    bundle.licences()?;
    bundle.pages(root, &grown_ups, purpose, base)
}

struct Bundle {
    folder: PathBuf,
    assets: Vec<Asset>,
    /// Logical name to served name.
    names: BTreeMap<String, String>,
}

impl Bundle {
    fn hashed(&mut self, logical: &str, bytes: Vec<u8>) -> String {
        let served = hash::served_name(logical, &bytes);
        self.names.insert(logical.to_owned(), served.clone());
        self.assets.push(Asset { logical: logical.to_owned(), served: served.clone(), bytes, offline: true });
        served
    }

    /// The albums of a lesson share one hash, of all of them: so the page lists one name a lesson (`les/groepsapp/`),
    /// from which the app makes theirs.
    fn pictures(&mut self, Pictures { lesson, albums }: Pictures) {
        let all = albums.concat();
        for (n, album) in albums.into_iter().enumerate() {
            let logical = format!("les/{lesson}/{n}.svg");
            let served = hash::served_name(&logical, all.as_bytes());
            self.names.insert(logical.clone(), served.clone());
            self.assets.push(Asset { logical, served, bytes: album.into_bytes(), offline: true });
        }
        self.names.insert(format!("les/{lesson}/"), hash::digits(all.as_bytes()));
    }

    fn plain(&mut self, name: &str, bytes: Vec<u8>, offline: bool) {
        self.assets.push(Asset { logical: name.to_owned(), served: name.to_owned(), bytes, offline });
    }

    /// `boot.js`, `later.js`, `herstel.js` and whatever script joins them.
    fn scripts(&mut self, purpose: Purpose) -> Result<()> {
        for path in pictures::files(&self.folder, "js")? {
            let name = file_name(&path);
            if name == "sw.js" || PLAIN.iter().any(|(plain, _)| *plain == name) {
                continue;
            }
            let mut text = read_text(&path)?;
            if purpose == Purpose::Publish {
                let load = if MODULES.contains(&name.as_str()) { script::Load::Module } else { script::Load::Script };
                text = script::minify(&name, &text, load)?;
            }
            self.hashed(&name, text.into_bytes());
        }
        Ok(())
    }

    /// What the first screens need, and what they do not: chat, sorting, help, print. `boot.js` fetches that once the
    /// app stands, so that a first visit does not wait for it. The pages for grown-ups add a sheet of their own.
    fn style(&mut self) -> Result<()> {
        self.sheet("style", "style.css")?;
        self.sheet("style/later", "later.css")?;
        self.sheet("style/mine", "mine.css")?;
        self.sheet("style/grown-ups", "grown-ups.css")
    }

    fn sheet(&mut self, folder: &str, logical: &str) -> Result<()> {
        let mut joined = String::new();
        for path in pictures::files(&self.folder.join(folder), "css")? {
            joined.push_str(&read_text(&path)?);
            joined.push('\n');
        }
        let style = css::rewrite_urls(&css::strip(&joined), |target| {
            let served = match self.names.get(target) {
                Some(served) => served.clone(),
                None => {
                    let path = self.folder.join(target);
                    let bytes = read(&path).context("a url() in static/style points to nothing")?;
                    self.hashed(target, bytes)
                }
            };
            // The style sheet sits in the same folder.
            Ok(served.trim_start_matches("a/").to_owned())
        })?;
        self.hashed(logical, style.into_bytes());
        Ok(())
    }

    /// Fonts and icons may be passed on only together with their licence.
    fn licences(&mut self) -> Result<()> {
        for folder in ["fonts", "art"] {
            for path in pictures::files(&self.folder.join(folder), "txt")? {
                self.plain(&format!("licences/{}", file_name(&path)), read(&path)?, false);
            }
        }
        Ok(())
    }

    /// The build id covers the unfilled pages too, so it can be written into them.
    fn pages(mut self, root: &Path, grown_ups: &[lessons::Output], purpose: Purpose, base: &str) -> Result<Site> {
        let index = read_text(&root.join("index.html"))?;
        let beside = PAGES.into_iter().map(|name| (name, self.folder.join(name))).filter(|(_, path)| path.is_file());
        let beside: Vec<(&str, String)> = beside.map(|(name, path)| Ok((name, read_text(&path)?))).collect::<Result<_>>()?;
        let sw = self.folder.join("sw.js");
        let sw = if sw.is_file() { Some(read_text(&sw)?) } else { None };

        let mut all = format!("{base}\n");
        for asset in &self.assets {
            all.push_str(&format!("{} {}\n", asset.served, hash::hex(&asset.bytes)));
        }
        let texts: Vec<String> = grown_ups.iter().map(|page| String::from_utf8_lossy(&page.bytes).into_owned()).collect();
        for text in [Some(&index), sw.as_ref()].into_iter().flatten().chain(beside.iter().map(|(_, text)| text)).chain(&texts) {
            all.push_str(text);
        }
        let mut build = hash::hex(all.as_bytes());
        build.truncate(12);

        let fill = |name: &str, template: &str| {
            let filled = page::Filling { names: &self.names, build: &build, base }.fill(name, template)?;
            anyhow::Ok(if purpose == Purpose::Publish { page::without_comments(&filled) } else { filled })
        };
        let mut index = fill("index.html", &index)?;
        let beside: Vec<(&str, String)> = beside.iter().map(|(name, text)| Ok((*name, fill(name, text)?))).collect::<Result<_>>()?;
        // While an author mends a picture, the page that shows it waits.
        let filled = grown_ups.iter().zip(&texts).map(|(page, text)| (page, fill(&page.name, text)));
        let filled: Vec<_> = filled.filter(|(_, text)| text.is_ok() || purpose == Purpose::Publish).collect();
        for (page, text) in filled {
            self.plain(&page.name, text?.into_bytes(), true);
        }
        if purpose == Purpose::Watch {
            index = page::with_script(&index, "reload.js");
            self.plain("reload.js", RELOAD_SCRIPT.into(), false);
        }
        for (name, text) in beside {
            self.plain(name, text.into_bytes(), true);
        }
        self.plain("index.html", index.into_bytes(), true);
        if let Some(sw) = sw {
            let sw = match purpose {
                Purpose::Publish => script::minify("sw.js", &worker::fill(&sw, &self.assets, &build)?, script::Load::Script)?,
                Purpose::Watch => WATCH_WORKER.to_owned(),
            };
            self.plain("sw.js", sw.into_bytes(), false);
        }
        let doubled =
            self.assets.iter().enumerate().find(|(at, asset)| self.assets.iter().skip(at + 1).any(|other| other.logical == asset.logical));
        if let Some((_, asset)) = doubled {
            bail!("two sources make the file `{}`", asset.logical);
        }
        Ok(Site { assets: self.assets, build })
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

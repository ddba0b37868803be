//! `serve --watch`: rebuilds what a change touches and tells the page to reload.
//!
//! A lesson, picture, style or page: put the site together again, in this process, without cargo. Code of the app: compile
//! the app too. Code the tool itself is made of (`course`, `xtask`): compile the tool and start it anew in our place,
//! because it would go on writing lessons in the old form.
//! Rule: a broken change is told in the terminal and the last good build stays up.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use notify::{RecursiveMode, Watcher as _};
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::author::{Seen, routes};
use super::{router, run as serve};
use crate::build::wasm::{self, App, Profile};
use crate::build::{self, Purpose, Site, output};
use crate::lessons::place::Place;
use crate::progress;
use crate::workspace::Workspace;

/// Editors write a file in several steps; this long without a further event counts as done.
const QUIET: Duration = Duration::from_millis(60);

/// What a change asks for, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    Nothing,
    Site,
    App,
    Tool,
}

/// Builds, serves, and rebuilds until interrupted.
pub(super) fn run(
    workspace: &Workspace,
    listener: TcpListener,
    base: &str,
    address: &str,
    runtime: &tokio::runtime::Runtime,
) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).context("this system cannot watch files")?;
    for name in ["src", "lessons", "static", "index.html", "Cargo.toml"] {
        let path = workspace.root.join(name);
        if path.exists() {
            watcher.watch(&path, RecursiveMode::Recursive)?;
        }
    }
    let folder = workspace.own("watch");
    let mut apps = wasm::build(workspace, Profile::Dev)?;
    // Who starts this to mend a broken lesson must not be sent away for it.
    let first = make(workspace, &apps, &folder, base).map(|site| site.build).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        String::new()
    });
    let mut lessons = Seen::read(&workspace.root);
    let mut saves = 0;
    let (build, seen) = watch::channel(first);
    let reload = axum::Router::new().route(&format!("{base}__reload"), get(move || told(seen.clone())));
    let authors = routes(workspace.root.clone(), base);
    runtime.spawn(serve(listener, reload.merge(authors).fallback_service(router(&folder, base))));
    println!("Online op weg: {address}  (watching for changes; stop with Ctrl+C)");
    println!("All feedback of a step, for authors: {address}auteur/  (or Alt+A in a lesson)");

    while let Ok(first) = changes.recv() {
        let started = Instant::now();
        let mut paths = touched(&first);
        let mut work = needed(&workspace.root, first);
        while let Ok(more) = changes.recv_timeout(QUIET) {
            paths.extend(touched(&more));
            work = work.max(needed(&workspace.root, more));
        }
        if work == Work::Nothing {
            continue;
        }
        let place = lessons.changed(&paths);
        saves += 1;
        match rebuild(workspace, work, &mut apps, &folder, base) {
            Ok(site) => {
                println!("rebuilt in {:.2} s", started.elapsed().as_secs_f32());
                build.send_replace(news(&site, place, saves));
            }
            Err(error) => eprintln!("error: {error:#}\nthe last good build stays up"),
        }
    }
    Ok(())
}

/// What the page is told: the build, where the change was made (`-`: nowhere in a lesson), whether that lesson has a
/// fault (`stuk`), and which save it was: a second fault in the same place is news too.
fn news(site: &Site, place: Option<Place>, save: u32) -> String {
    let sound =
        |place: &Place| site.assets.iter().any(|asset| asset.logical.strip_prefix("les/") == Some(&[&place.lesson, ".bin"].concat()));
    let state = if place.as_ref().is_none_or(sound) { "goed" } else { "stuk" };
    let place = place.map_or_else(|| "-".to_owned(), |place| place.to_string());
    format!("{} {place} {state} {save}", site.build)
}

/// The build ids, from the present one on, as server-sent events.
async fn told(seen: watch::Receiver<String>) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    Sse::new(WatchStream::new(seen).map(|id| Ok(Event::default().data(id)))).keep_alive(KeepAlive::default())
}

fn rebuild(workspace: &Workspace, work: Work, apps: &mut Vec<App>, folder: &Path, base: &str) -> Result<Site> {
    if work == Work::Tool {
        renew(workspace)?;
    }
    if work >= Work::App {
        *apps = wasm::build(workspace, Profile::Dev)?;
    }
    make(workspace, apps, folder, base)
}

fn make(workspace: &Workspace, apps: &[App], folder: &Path, base: &str) -> Result<Site> {
    let site = build::site(&workspace.root, apps.to_vec(), Purpose::Watch, base)?;
    output::write(folder, &site, &[])?;
    Ok(site)
}

/// Compiles the tool and lets the new one take over this process, port and terminal.
fn renew(workspace: &Workspace) -> Result<()> {
    // Asked before the build: afterwards Linux calls the file we run from deleted.
    let program = std::env::current_exe()?;
    progress::step("the tool itself", || {
        let status = workspace.cargo(&["build", "--quiet", "--package", "xtask"]).status()?;
        if status.success() { Ok(()) } else { bail!("the tool does not compile; cargo told why above") }
    })?;
    let mut again = std::process::Command::new(program);
    again.args(std::env::args_os().skip(1));
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // Sockets close on exec, so the new process finds the port free; returns only when it could not start.
        Err(again.exec()).context("the new tool could not be started")
    }
    #[cfg(not(unix))]
    bail!("the lesson format may have changed; stop and start `cargo xtask serve --watch` again")
}

/// The files that an event is about.
fn touched(event: &notify::Result<notify::Event>) -> Vec<PathBuf> {
    event.as_ref().ok().filter(|event| !event.kind.is_access()).map(|event| event.paths.clone()).unwrap_or_default()
}

fn needed(root: &Path, event: notify::Result<notify::Event>) -> Work {
    match event {
        Ok(event) if event.kind.is_access() => Work::Nothing,
        Ok(event) => event.paths.iter().map(|path| touches(root, path)).max().unwrap_or(Work::Nothing),
        Err(_) => Work::Site,
    }
}

fn touches(root: &Path, path: &Path) -> Work {
    let path = path.strip_prefix(root).unwrap_or(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What editors leave beside the file they save.
    if name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name.starts_with("4913") {
        return Work::Nothing;
    }
    if path.extension().is_some_and(|end| end == "md") && path.starts_with("src") {
        Work::Nothing
    } else if ["src/app", "src/keep", "src/mine", "src/phrases"].iter().any(|part| path.starts_with(part)) {
        Work::App
    } else if path.starts_with("src") || path.starts_with("Cargo.toml") {
        Work::Tool
    } else {
        Work::Site
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Work, touches};

    #[test]
    fn a_change_asks_for_no_more_than_it_touches() {
        for (path, work) in [
            ("lessons/05-groepsapp/lesson.toml", Work::Site),
            ("static/style/20-base.css", Work::Site),
            ("index.html", Work::Site),
            ("src/app/src/ui/mod.rs", Work::App),
            ("src/phrases/nl.toml", Work::App),
            ("src/course/src/lib.rs", Work::Tool),
            ("src/xtask/src/cli.rs", Work::Tool),
            ("src/app/README.md", Work::Nothing),
            ("lessons/05-groepsapp/.lesson.toml.swp", Work::Nothing),
        ] {
            assert_eq!(touches(Path::new("/w"), &Path::new("/w").join(path)), work, "{path}");
        }
    }
}

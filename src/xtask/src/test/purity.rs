//! Keeps `course` pure: no browser, clock, file, environment or chance, neither by dependency nor by `std`.
//!
//! Rule: what may not be in there is a name in one of the two lists below. It is this that lets every lesson, mark and
//! save be tested natively, replayed, and fuzzed.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::wasm::TARGET;
use crate::workspace::Workspace;

/// Crates that would tie `course` to a browser, and those that deal in chance.
const BROWSER: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];
const CHANCE: [&str; 3] = ["rand", "getrandom", "fastrand"];
/// Parts of `std` that reach outside (`core::time::Duration` is fine: it is only a number).
const STD: [&str; 6] = ["time", "fs", "env", "net", "process", "thread"];

/// Fails with every breach at once.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let mut breaches = Vec::new();
    let tree = workspace
        .cargo(&["tree", "--package", "course", "--target", TARGET, "--edges", "normal", "--prefix", "none"])
        .output()
        .context("cargo tree could not be run")?;
    if !tree.status.success() {
        bail!("cargo tree failed: {}", String::from_utf8_lossy(&tree.stderr).trim());
    }
    for line in String::from_utf8_lossy(&tree.stdout).lines() {
        let name = line.split(' ').next().unwrap_or_default();
        if BROWSER.iter().chain(&CHANCE).any(|bad| name == *bad || name.starts_with(&format!("{bad}-"))) {
            breaches.push(format!("course depends on {name} (cargo tree -p course -i {name} shows by which way)"));
        }
    }
    sources(&workspace.root.join("src/course/src"), &mut breaches)?;
    breaches.dedup();
    if breaches.is_empty() { Ok(()) } else { bail!("course must stay pure:\n  {}", breaches.join("\n  ")) }
}

fn sources(folder: &Path, breaches: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, breaches)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            for found in reaches(&std::fs::read_to_string(&path)?) {
                breaches.push(format!("{} uses {found}", path.display()));
            }
        }
    }
    Ok(())
}

/// What a source uses that it may not; tests at the end of a file count too, they belong in `src/course/tests`.
fn reaches(source: &str) -> Vec<String> {
    let code: Vec<&str> = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let words = words(&code.join(" "));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map(String::as_str);
        if word == "std" && next == Some("::") {
            for name in heads(words.get(at + 2..).unwrap_or_default()) {
                if STD.contains(&name) {
                    found.push(format!("std::{name}"));
                }
            }
        } else if CHANCE.contains(&word.as_str()) && next == Some("::") {
            found.push(word.clone());
        }
    }
    found
}

/// The first names of a path or of a group of paths: `fs` of `fs::read`, `a` and `b` of `{a::{x, y}, b}`.
fn heads(words: &[String]) -> Vec<&str> {
    if words.first().is_none_or(|word| word != "{") {
        return words.first().map(String::as_str).into_iter().collect();
    }
    let (mut depth, mut fresh, mut found) = (0_usize, false, Vec::new());
    for word in words {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            "," => {}
            name if depth == 1 && fresh => found.push(name),
            _ => {}
        }
        fresh = matches!(word.as_str(), "{" | ",");
        if depth == 0 {
            break;
        }
    }
    found
}

/// Names, `::` and single signs.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|glyph: char| !glyph.is_alphanumeric() && glyph != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(length);
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::reaches;

    #[test]
    fn a_clock_a_file_and_chance_are_found_however_they_are_written() {
        assert_eq!(reaches("use std::time::Instant;"), ["std::time"]);
        assert_eq!(reaches("fn f() { ::std::fs::read(\"x\"); rand::random() }"), ["std::fs", "rand"]);
        assert_eq!(reaches("use std::{\n  collections::{BTreeMap, env_like},\n  env,\n  fmt,\n};"), ["std::env"]);
    }

    #[test]
    fn comments_and_harmless_parts_are_let_through() {
        assert!(reaches("// std::time is banned here\nuse std::collections::BTreeMap; use core::time::Duration;").is_empty());
        assert!(reaches("let operand = brand::new(); my_std::fs::read();").is_empty());
    }
}

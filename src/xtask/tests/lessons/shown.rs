//! How a finding reads: on a terminal, as data, and by the path that was asked for.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::lessons::compile::of_tree;
use xtask::lessons::{Finding, check, compile, compile_all};

use super::ground::{clean, copy, root};

/// A course on disk with one broken step, in a folder of its own.
fn on_disk(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&here);
    copy(&root().join("tests/lessons/clean"), &here.join("lessons"));
    copy(&root().join("static/art"), &here.join("static/art"));
    let lesson = here.join("lessons/01-klein/lesson.toml");
    let broken = fs::read_to_string(&lesson).unwrap().replace("kind = \"story\"", "kind = \"stroy\"");
    fs::write(lesson, broken).unwrap();
    here
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_finding_shows_its_line_with_a_caret_and_what_was_meant() {
    let report = check(&on_disk("drawn").join("lessons"));
    let text = report.to_text(false);
    for part in [
        "onbekende-soort",
        "lessons/01-klein/lesson.toml:19:8",
        "kind = \"stroy\"",
        "───────",
        "Bedoel je 'story'?",
        "Dit kan: story, multi",
        "1 fout.",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert_eq!(report.exit_code(), 1);
}

#[test]
fn a_finding_is_data_for_another_program() {
    let json = check(&on_disk("data").join("lessons")).to_json();
    let first = &json[0];
    assert_eq!(
        (first["file"].as_str(), first["line"].as_u64(), first["column"].as_u64()),
        (Some("lessons/01-klein/lesson.toml"), Some(19), Some(8))
    );
    assert_eq!((first["code"].as_str(), first["meant"].as_str()), (Some("onbekende-soort"), Some("story")));
    assert_eq!(first["excerpt"], "kind = \"stroy\"");
}

#[test]
fn only_faults_at_the_path_are_told() {
    let here = on_disk("path");
    assert_eq!(codes(&check(&here.join("lessons/01-klein")).findings), ["onbekende-soort"]);
    assert_eq!(codes(&check(&here.join("lessons/01-klein/lesson.toml")).findings), ["onbekende-soort"]);
    let sound = check(&here.join("lessons/cast.toml"));
    assert_eq!((codes(&sound.findings), sound.exit_code()), (vec![], 0));
    assert_eq!(codes(&check(&here.join("lessons/99-nergens")).findings), ["bestand-ontbreekt"]);
}

#[test]
fn compiling_tells_every_fault_or_gives_every_file() {
    let here = on_disk("compiled");
    assert_eq!(codes(&compile(&here).unwrap_err()), ["onbekende-soort"]);
    assert!(compile_all(&here).outputs.iter().any(|output| output.name == "course.bin"));
    copy(&root().join("tests/lessons/clean"), &here.join("lessons"));
    assert_eq!(compile(&here).unwrap().len(), 5);
}

#[test]
fn what_newcomers_get_wrong_is_told_with_the_remedy() {
    for (written, instead, remedy) in [
        (
            "text = \"vraag het eerst aan haar baas\"",
            "text = \"vraag het \"eerst\" aan haar\"",
            "Staat er een \" in de tekst? Schrijf daar '.",
        ),
        ("[[step.screen.option]]", "[step.screen.option]", "dubbele haken, zoals [[step.screen.option]]"),
        ("[[step.screen.option]]", "[[screen.option]]", "Een kop noemt de hele weg: [[step]], [[step.screen]]"),
        ("**Sem:** HAHAHA", "**Sjoerd:** HAHAHA", "Zet een nieuwe naam in cast.toml, of voor één les in guests."),
    ] {
        let mut tree = clean();
        let lesson = tree.text("lessons/01-klein/lesson.toml").unwrap();
        assert!(lesson.contains(written), "{written}");
        tree.put("lessons/01-klein/lesson.toml", lesson.replacen(written, instead, 1));
        let helps: Vec<String> = of_tree(tree).findings.iter().filter_map(Finding::help).collect();
        assert!(helps.iter().any(|help| help.contains(remedy)), "{instead}: {helps:?}");
    }
}

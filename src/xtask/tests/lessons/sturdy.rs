//! Whatever an author does to a file, the checker says something sensible and stands.

use xtask::lessons::compile::of_tree;

use super::ground::clean;

const LESSON: &str = "lessons/01-klein/lesson.toml";

/// Checks the clean course with this lesson file, and draws all that is found.
fn survives(lesson: String) {
    let mut tree = clean();
    tree.put(LESSON, lesson);
    for finding in of_tree(tree).findings {
        assert!(finding.line() > 0 && finding.column() > 0);
        assert!(finding.to_string().contains(finding.code));
    }
}

#[test]
fn any_line_may_be_missing_or_doubled() {
    let lesson = clean().text(LESSON).unwrap();
    let lines: Vec<&str> = lesson.lines().collect();
    for n in 0..lines.len() {
        survives([&lines[..n], &lines[n + 1..]].concat().join("\n"));
        survives([&lines[..=n], &lines[n..]].concat().join("\n"));
    }
}

#[test]
fn a_file_may_be_cut_off_anywhere() {
    let lesson = clean().text(LESSON).unwrap();
    for end in (0..lesson.len()).step_by(7).filter(|end| lesson.is_char_boundary(*end)) {
        survives(lesson[..end].to_owned());
    }
}

#[test]
fn strange_letters_and_line_ends_keep_their_places() {
    let lesson = clean().text(LESSON).unwrap();
    survives(lesson.replace('a', "é"));
    survives(lesson.replace("Noor", "🐹👩‍👩‍👧"));
    let mut tree = clean();
    tree.put(LESSON, lesson.replace('\n', "\r\n").replace("kind = \"story\"", "kind = \"stroy\""));
    let told: Vec<_> = of_tree(tree).findings.iter().map(|finding| (finding.code, finding.line(), finding.excerpt().to_owned())).collect();
    assert_eq!(told, [("onbekende-soort", 19, "kind = \"stroy\"".to_owned())]);
}

//! Hard words: where one is first read in a step, it opens its line of meaning by tap, key or screen reader.
//!
//! The words are found here, when a lesson is compiled, so that the pupil's app need not search. Only in what is told:
//! not in messages (a tap there is for the chat), headings and questions, which become titles.

use course::catalogue::Term;

/// Puts the mark of `course::text` around the first time that each term is read in this step.
pub(super) fn mark(step: &mut toml::Value, terms: &[Term]) {
    let mut left: Vec<(usize, &Term)> = terms.iter().enumerate().collect();
    let screens = step.get_mut("screen").and_then(toml::Value::as_array_mut).into_iter().flatten();
    for text in screens.filter_map(|screen| screen.get_mut("text")) {
        if let toml::Value::String(text) = text {
            *text = text.lines().map(|line| marked(line, &mut left)).collect::<Vec<_>>().join("\n");
        }
    }
}

fn marked(line: &str, left: &mut Vec<(usize, &Term)>) -> String {
    let said = line.trim_start_matches(|letter| letter != '}').strip_prefix('}').unwrap_or(line).trim();
    if said.ends_with('?') || ["**", "_", "~~", "||", "!["].iter().any(|mark| said.starts_with(mark)) {
        return line.to_owned();
    }
    let mut line = line.to_owned();
    left.retain(|(n, term)| match find(&line, &term.word) {
        Some((start, end)) => {
            line = format!("{}[[{n}|{}]]{}", &line[..start], &line[start..end], &line[end..]);
            false
        }
        None => true,
    });
    line
}

/// The first place of a word as a whole, in the singular or plural, outside marks.
fn find(line: &str, word: &str) -> Option<(usize, usize)> {
    let lower = line.to_lowercase();
    // Lower case may have another length in some alphabets; then the places mean nothing.
    if lower.len() != line.len() {
        return None;
    }
    let word = word.to_lowercase();
    let letter = |side: Option<char>| side.is_some_and(|side| side.is_alphanumeric() || side == '-');
    lower.match_indices(&word).find_map(|(start, found)| {
        let after = &lower[start + found.len()..];
        let plural = ["en", "s", ""].into_iter().find(|end| after.starts_with(end) && !letter(after[end.len()..].chars().next()))?;
        let inside = line[..start].matches("[[").count() > line[..start].matches("]]").count();
        let stressed = line[..start].matches("**").count() % 2 == 1;
        (!letter(lower[..start].chars().next_back()) && !inside && !stressed).then_some((start, start + found.len() + plural.len()))
    })
}

#[cfg(test)]
mod tests {
    use course::catalogue::Term;

    use super::mark;

    fn told(texts: &[&str]) -> Vec<String> {
        let term = |word: &str| Term { id: word.to_owned(), word: word.to_owned(), meaning: "Uitleg.".to_owned() };
        let screens: Vec<toml::Value> =
            texts.iter().map(|text| toml::Value::Table([("text".to_owned(), (*text).into())].into_iter().collect())).collect();
        let mut step = toml::Value::Table([("screen".to_owned(), screens.into())].into_iter().collect());
        mark(&mut step, &[term("omstander"), term("poll")]);
        step["screen"].as_array().unwrap().iter().map(|screen| screen["text"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn only_the_first_time_in_a_step_is_marked() {
        assert_eq!(told(&["Een omstander kijkt.", "De omstander lacht."]), ["Een [[0|omstander]] kijkt.", "De omstander lacht."]);
        assert_eq!(told(&["Omstanders en een poll."]), ["[[0|Omstanders]] en een [[1|poll]]."]);
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word() {
        for text in ["Een omstandertje.", "pollen in de lucht", "De stadspoll is dicht."] {
            assert_eq!(told(&[text]), [text.replace("pollen", "[[1|pollen]]")], "{text}");
        }
    }

    #[test]
    fn messages_headings_and_questions_are_left_alone() {
        for text in ["**Sem:** een poll!", "**Omstander**", "Wat is een poll?", "_poll gestart_", "Een **omstander** dus."] {
            assert_eq!(told(&[text]), [text]);
        }
        assert_eq!(told(&["{weg=rond} Een poll."]), ["{weg=rond} Een [[1|poll]]."]);
    }
}

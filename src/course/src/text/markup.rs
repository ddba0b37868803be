//! From what an author types to a [`Line`]. Native only; see the table in the parent module.

use super::{Form, Line, Span, When};

/// Parses one line; `None` for a blank one.
pub fn parse_line(source: &str) -> Option<Line> {
    let (when, rest) = split_when(source.trim());
    if rest.is_empty() {
        return None;
    }
    let (who, rest) = split_speaker(rest);
    let (form, words) = form_of(rest);
    Some(Line { when, who: who.map(str::to_owned), form, spans: spans(words) })
}

/// `{flag=a|b} rest`.
fn split_when(source: &str) -> (Option<When>, &str) {
    let inside = source.strip_prefix('{').and_then(|inside| inside.split_once('}'));
    match inside.and_then(|(condition, rest)| Some((parse_when(condition)?, rest.trim_start()))) {
        Some((when, rest)) => (Some(when), rest),
        None => (None, source),
    }
}

/// Parses a condition: `flag=a|b`, where an empty value (`flag=`, `flag=a|`) holds when nothing set the flag.
pub fn parse_when(source: &str) -> Option<When> {
    let (flag, values) = source.split_once('=')?;
    crate::is_id(flag).then(|| When { flag: flag.to_owned(), values: values.split('|').map(str::to_owned).collect() })
}

/// `**Name:** rest`. A stressed word that ends in a colon *is* a speaker: write the colon outside to avoid it.
fn split_speaker(source: &str) -> (Option<&str>, &str) {
    source
        .strip_prefix("**")
        .and_then(|rest| rest.split_once(":**"))
        .filter(|(name, _)| !name.contains("**"))
        .map_or((None, source), |(name, rest)| (Some(name), rest.trim_start()))
}

fn form_of(source: &str) -> (Form, &str) {
    let wrapped = |mark: &str| source.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)).filter(|inside| !inside.is_empty());
    if let Some(words) = wrapped("~~") {
        return (Form::Deleted, words);
    }
    if let Some(words) = wrapped("||") {
        return (Form::Covered, words);
    }
    if let Some(words) = wrapped("_") {
        return (Form::Status, words);
    }
    let picture = source
        .strip_prefix("![")
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|rest| rest.split_once("]("))
        .filter(|(_, name)| crate::is_id(name));
    match picture {
        Some((alt, name)) => (Form::Picture(name.to_owned()), alt),
        None => (Form::Plain, source),
    }
}

/// Splits on `**` and on hard words; an unclosed mark stays as typed.
fn spans(source: &str) -> Vec<Span> {
    let parts: Vec<&str> = source.split("**").collect();
    if parts.len().is_multiple_of(2) {
        return vec![Span::plain(source)];
    }
    let part = |(n, words)| if n % 2 == 1 { vec![Span { strong: true, ..Span::plain(words) }] } else { terms(words) };
    parts.into_iter().enumerate().flat_map(part).filter(|span| !span.words.is_empty()).collect()
}

/// `words [[0|word]] words`.
fn terms(source: &str) -> Vec<Span> {
    let found = source.split_once("[[").and_then(|(before, rest)| {
        let (inside, after) = rest.split_once("]]")?;
        let (place, words) = inside.split_once('|')?;
        Some((before, Span { term: Some(place.parse().ok()?), ..Span::plain(words) }, after))
    });
    match found {
        Some((before, term, after)) => [vec![Span::plain(before), term], terms(after)].concat(),
        None => vec![Span::plain(source)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(source: &str) -> Line {
        parse_line(source).unwrap()
    }

    #[test]
    fn a_speaker_is_read_off_the_stressed_name_with_its_colon() {
        let said = line("**Sem:** wie wil **deel 2**");
        assert_eq!(said.who.as_deref(), Some("Sem"));
        assert_eq!(said.words(), "wie wil deel 2");
        assert_eq!(said.spans.iter().map(|s| s.strong).collect::<Vec<_>>(), [false, true]);
        assert_eq!(line("Regel 1: wanneer stoppen we?").who, None);
    }

    #[test]
    fn each_mark_gives_its_form() {
        assert_eq!(line("_Mila typt …_").form, Form::Status);
        assert_eq!(line("~~haha grappig~~").form, Form::Deleted);
        assert_eq!(line("**ghost_404:** ||iets naars||").form, Form::Covered);
        assert_eq!(line("**Sem:** ![Mila, mond open](sticker-oeps)").form, Form::Picture("sticker-oeps".into()));
        assert_eq!(line("23 tegen 1").form, Form::Plain);
    }

    #[test]
    fn a_condition_comes_first_and_may_name_more_values() {
        let told = line("{daan=safae|noor} In de hoek rijdt een wiel.");
        let when = told.when.clone().unwrap();
        assert_eq!(told.words(), "In de hoek rijdt een wiel.");
        assert!(when.holds(&[("daan".into(), "noor".into())]));
        assert!(!when.holds(&[("daan".into(), "hart".into())]));
        assert!(!when.holds(&[]));
        assert!(line("{daan=} Niets gekozen.").when.unwrap().holds(&[]));
    }

    proptest! {
        #[test]
        fn any_text_is_a_text_and_loses_no_letter(source in "\\PC{0,80}") {
            if let Some(line) = parse_line(&source) {
                let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
                let kept = letters(&line.words()) + line.who.as_deref().map_or(0, letters);
                prop_assert!(kept <= letters(&source));
                if !source.contains(['*', '{', '_', '~', '|', '[']) {
                    prop_assert_eq!(line.words(), source.trim());
                }
            }
        }
    }
}

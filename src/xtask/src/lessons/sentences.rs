//! Sentences and words, counted as a child reads them.
//!
//! The rule a reader could break: a full stop is no end of a sentence in `22.14`, in `bijv.` or in `o.a.`, and a
//! quote that goes on (`'Hè?' zegt Sem.`) is one sentence. Lines end sentences: one thought a line is the house rule.
//! An abbreviation that is missing goes into [`SHORT`].

/// Abbreviations that end in a full stop without ending a sentence.
const SHORT: &[&str] = &[
    "a.u.b.", "afb.", "art.", "bijv.", "blz.", "bv.", "c.q.", "ca.", "d.w.z.", "dhr.", "dr.", "e.d.", "e.v.", "enz.", "etc.", "evt.",
    "excl.", "i.p.v.", "i.v.m.", "incl.", "jl.", "km.", "m.b.v.", "m.n.", "max.", "mej.", "mevr.", "min.", "mr.", "n.v.t.", "nr.", "o.a.",
    "o.l.v.", "p.", "p.m.", "par.", "resp.", "sec.", "st.", "t.a.v.", "t.o.v.", "t/m.", "tel.", "vgl.", "vs.", "z.g.n.", "zgn.",
];

/// How many words: a word holds a letter or a digit, so an emoji, a dash and a dot between two names are none.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Whether this is an abbreviation with its full stop.
pub fn is_abbreviation(word: &str) -> bool {
    SHORT.contains(&word.to_lowercase().as_str())
}

/// The sentences of one line, without the space around them.
pub fn sentences(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in line.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let (head, tail) = line.split_at(at + line[at..].chars().next().map_or(1, char::len_utf8));
        if at >= start && ends(&head[start..], tail) {
            let end = line.len() - tail.trim_start_matches(is_closing).len();
            sentences.push(line[start..end].trim());
            start = end;
        }
    }
    sentences.push(line[start..].trim());
    sentences.retain(|sentence| words(sentence) > 0);
    sentences
}

/// Whether a mark at the end of `head` ends a sentence before `tail`.
fn ends(head: &str, tail: &str) -> bool {
    let after = tail.trim_start_matches(is_closing);
    let quoted = after.len() < tail.len();
    let Some(next) = after.trim_start().chars().next() else { return false };
    // "22.14" and "wacht..!" go on; so do the words that follow a quote: 'Hè?' zegt Sem.
    if !after.starts_with(char::is_whitespace) || (quoted && next.is_lowercase()) {
        return false;
    }
    let pause = head.ends_with('…') || head.ends_with("..");
    if pause && next.is_lowercase() {
        return false;
    }
    !head.ends_with('.') || pause || !is_short(head)
}

/// `bijv.`, an initial (`J.`), or the number of a list (`1.` at the start).
fn is_short(head: &str) -> bool {
    let last = head.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches(['(', '\'', '"', '‘', '“']);
    let stem = last.trim_end_matches('.');
    let initial = stem.chars().count() == 1 && stem.chars().all(char::is_uppercase);
    let number = head.trim_start() == last && stem.chars().all(|c| c.is_ascii_digit());
    initial || number || is_abbreviation(last)
}

fn is_closing(c: char) -> bool {
    matches!(c, '\'' | '"' | '’' | '”' | ')' | ']' | '.' | '!' | '?' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_at_the_end_of_the_line() {
        assert_eq!(sentences("Mila springt. Ze heeft hem. Ze heeft hem niet"), ["Mila springt.", "Ze heeft hem.", "Ze heeft hem niet"]);
        assert_eq!(sentences("Kom je? Nee! Ja."), ["Kom je?", "Nee!", "Ja."]);
        assert_eq!(sentences("ik zie het. gaat het?"), ["ik zie het.", "gaat het?"]);
        assert_eq!(sentences("💀"), Vec::<&str>::new());
    }

    #[test]
    fn a_stop_in_a_number_or_an_abbreviation_is_no_end() {
        assert_eq!(sentences("Het is 22.14 uur. Noor tekent."), ["Het is 22.14 uur.", "Noor tekent."]);
        assert_eq!(sentences("Neem iets mee, bijv. Een bal").len(), 1);
        assert_eq!(sentences("Dat is o.a. Yara haar idee.").len(), 1);
        assert_eq!(sentences("1. Stop eerst."), ["1. Stop eerst."]);
        assert_eq!(sentences("Dat was in groep 8. Daan lachte.").len(), 2);
        assert_eq!(sentences("De brief van mevr. Jansen en J. de Wit."), ["De brief van mevr. Jansen en J. de Wit."]);
    }

    #[test]
    fn a_quote_that_goes_on_is_one_sentence() {
        assert_eq!(sentences("'Hè?' zegt Sem hardop."), ["'Hè?' zegt Sem hardop."]);
        assert_eq!(sentences("'Mam, mag ik iets laten zien?' Noor slikt. 'Ik lachte eerst ook.'").len(), 3);
        assert_eq!(sentences("Mila kijkt hem aan. 'En daarna te laat.'").len(), 2);
        assert_eq!(sentences("'Fijn dat je komt', zegt ze. 'Wat zou Mila nu helpen?'").len(), 2);
    }

    #[test]
    fn a_pause_is_no_end_unless_something_new_begins() {
        assert_eq!(sentences("zag die lijst.. flauw hoor..").len(), 1);
        assert_eq!(sentences("Mila typt… stopt… typt.").len(), 1);
        assert_eq!(sentences("ik ook niet.... Toen was het stil.").len(), 2);
        assert_eq!(sentences("Wat?! Nee.").len(), 2);
    }

    #[test]
    fn words_are_what_is_read_aloud() {
        assert_eq!(words("Sem 11 · Lotte 9 · Mila 0"), 6);
        assert_eq!(words("Haha!!!! 🐹 – 'het bal'"), 3);
    }
}

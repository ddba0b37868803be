//! Dutch spelling: the word list of OpenTaal, and the words that are ours.
//!
//! The rule a reader could break: the list lies in the program, compressed, so that a check needs no network and says the
//! same everywhere. It is unpacked once, in under a tenth of a second. To renew it, lay `nl.aff` and `nl.dic` of a newer
//! release in the folder `spelling` (`brotli -q 11 --lgwin=24`); its licence stands in `LICENSES`.
//!
//! What counts as a word, and how Dutch bends it (stress marks, genitives, parts between hyphens), stands in [`Known`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use spellbook::Dictionary;

use super::sentences::is_abbreviation;

static AFFIXES: &[u8] = include_bytes!("../../spelling/nl.aff.br");
static WORDS: &[u8] = include_bytes!("../../spelling/nl.dic.br");

/// The Dutch dictionary; `None` only if the files in the program were damaged, which a test refuses.
fn dutch() -> Option<&'static Dictionary> {
    static DUTCH: OnceLock<Option<Dictionary>> = OnceLock::new();
    let unpacked = |bytes: &[u8]| {
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &bytes[..], &mut text).ok()?;
        String::from_utf8(text).ok()
    };
    DUTCH.get_or_init(|| Dictionary::new(&unpacked(AFFIXES)?, &unpacked(WORDS)?).ok()).as_ref()
}

/// The word that was probably meant. Slow (some 0.05 s), so it is remembered for the next save of the same file.
pub fn meant(word: &str) -> Option<String> {
    static MEANT: Mutex<BTreeMap<String, Option<String>>> = Mutex::new(BTreeMap::new());
    let mut known = MEANT.lock().unwrap_or_else(PoisonError::into_inner);
    let look = || {
        let mut words = Vec::new();
        dutch()?.suggest(word, &mut words);
        // Two words where one stands is the advice that makes Dutch wrong: a groepslink is no groep slink.
        words.into_iter().find(|word| !word.contains(' '))
    };
    known.entry(word.to_owned()).or_insert_with(look).clone()
}

/// Words that are right here beside those of the dictionary: names, hard words, `words.txt`.
#[derive(Clone, Debug, Default)]
pub struct Known {
    words: BTreeSet<String>,
}

impl Known {
    /// Adds the words of a name, a title or a line of a list.
    pub fn add(&mut self, text: &str) {
        self.words.extend(words(text).into_iter().map(str::to_owned));
    }

    /// The words of a line that are misspelt, each once, in order.
    pub fn misspelt<'t>(&self, line: &'t str) -> Vec<&'t str> {
        let mut found: Vec<&str> = Vec::new();
        for word in words(line) {
            if !self.is_right(word) && !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }

    fn is_right(&self, word: &str) -> bool {
        let parts = || word.split('-').filter(|part| !part.is_empty());
        self.is_word(word) || (word.contains('-') && parts().all(|part| part.chars().count() == 1 || self.is_word(part)))
    }

    /// As it stands, without marks of stress (`dát`), as the genitive of one of our names, or as `'s` and `'m`.
    fn is_word(&self, word: &str) -> bool {
        let Some(dutch) = dutch() else { return true };
        let calm = without_stress(word);
        let ours = |word: &str| self.words.contains(word) || self.words.contains(&word.to_lowercase());
        let genitive = word.strip_suffix('s').map(|stem| stem.trim_end_matches('\''));
        ours(word)
            || genitive.is_some_and(|stem| stem.starts_with(char::is_uppercase) && ours(stem))
            || [word, &calm, &["'", word].concat(), &[word, "'"].concat()].iter().any(|word| dutch.check(word))
    }
}

/// The words of a text: no numbers, addresses or abbreviations, and without the marks around them.
fn words(text: &str) -> Vec<&str> {
    let breaks = |c: char| c.is_whitespace() || matches!(c, '/' | '–' | '—' | '…' | '·' | '|' | '+' | '=' | ',' | '(' | ')' | '“' | '”');
    let tokens = text.split(breaks).filter(|token| !token.starts_with(['@', '#']));
    let tokens = tokens.map(|token| token.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')).filter(|token| {
        let inside = token.trim_matches('.');
        let address = inside.contains(['.', '@', '_', ':', '&', '%', '\\']);
        !inside.is_empty() && !address && !is_abbreviation(token) && !token.contains(char::is_numeric)
    });
    tokens.map(|token| token.trim_matches(|c: char| !c.is_alphanumeric())).collect()
}

/// The word without acute accents: Dutch stresses a word with them (`één`, `níét`, `dát`).
fn without_stress(word: &str) -> String {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        'Á' => 'A',
        'É' => 'E',
        'Ó' => 'O',
        other => other,
    };
    word.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::{Known, meant};

    fn misspelt(line: &str) -> Vec<&str> {
        let mut known = Known::default();
        ["Rayan", "ghost_404", "gg", "meester Joris", "De Vaart"].iter().for_each(|name| known.add(name));
        known.misspelt(line)
    }

    #[test]
    fn dutch_as_children_read_it_is_right() {
        for line in [
            "'s Avonds zo'n foto's-map, z'n baby's en 't scherm.",
            "Dát kán helemaal níét, zegt Eén van de vijf.",
            "Rayans taart, Rayan's pet en meester Joris' bril.",
            "Om 22.14 uur is groep 8 op www.plons.nl, bijv. met @noor en 3x.",
            "De groepsapp, zijn wachtwoord en een vriendschapsverzoek.",
            "Hij typt 'gg'. **Let op**: één-op-één, ja/nee?! 🐹",
        ] {
            assert_eq!(misspelt(line), Vec::<&str>::new(), "{line}");
        }
    }

    #[test]
    fn a_slip_is_told_once_a_line_with_what_was_meant() {
        assert_eq!(misspelt("Ik fiets naar scool. De scool is uit, hij wordd boos."), ["scool", "wordd"]);
        assert_eq!(misspelt("Rajan lacht."), ["Rajan"]);
        assert_eq!(meant("fietzen").as_deref(), Some("fietsen"));
    }
}

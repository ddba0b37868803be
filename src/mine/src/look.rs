//! Reading settings: what can be chosen, and how it is kept.
//!
//! Kept as JSON of a few words (`{"size":"2","theme":"dark"}`), which `boot.js` puts on the page before its first paint;
//! `static/style/11-themes.css` knows the words. What is as it was stands not in it.

use phrases::{self as say, Phrase};

/// One row of choices.
#[derive(Debug)]
pub struct Row {
    /// The name of the setting, as in `data-<name>` on the page.
    pub name: &'static str,
    /// What it is called.
    pub label: Phrase,
    /// The choices, as kept and as called. The first is how it was.
    pub choices: &'static [(&'static str, Phrase)],
}

/// All rows.
pub const ROWS: [Row; 6] = [
    Row {
        name: "size",
        label: say::LOOK_SIZE_LABEL,
        choices: &[("", say::LOOK_SIZE_1), ("1", say::LOOK_SIZE_2), ("2", say::LOOK_SIZE_3), ("3", say::LOOK_SIZE_4)],
    },
    Row {
        name: "space",
        label: say::LOOK_SPACE_LABEL,
        choices: &[("", say::LOOK_SPACE_1), ("wide", say::LOOK_SPACE_2), ("wider", say::LOOK_SPACE_3)],
    },
    Row { name: "font", label: say::LOOK_FONT_LABEL, choices: &[("", say::LOOK_FONT_1), ("dyslexia", say::LOOK_FONT_2)] },
    Row {
        name: "theme",
        label: say::LOOK_THEME_LABEL,
        choices: &[
            ("", say::LOOK_THEME_SYSTEM),
            ("light", say::LOOK_THEME_LIGHT),
            ("dark", say::LOOK_THEME_DARK),
            ("contrast", say::LOOK_THEME_CONTRAST),
        ],
    },
    Row { name: "pace", label: say::LOOK_PACE_LABEL, choices: &[("", say::LOOK_PACE_1), ("slow", say::READ_SLOWER)] },
    Row { name: "motion", label: say::LOOK_MOTION_LABEL, choices: &[("", say::LOOK_MOTION_ON), ("calm", say::LOOK_MOTION_CALM)] },
];

/// The settings of one pupil: name and value, in the order of [`ROWS`]; what is as it was is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look(Vec<(&'static str, &'static str)>);

impl Look {
    /// Reads what was kept. What is not known is as it was.
    pub fn read(kept: &str) -> Self {
        let mut look = Look::default();
        for row in &ROWS {
            let choice = row.choices.iter().find(|(value, _)| !value.is_empty() && kept.contains(&pair(row.name, value)));
            look.set(row.name, choice.map_or("", |(value, _)| value));
        }
        look
    }

    /// As it is kept; empty when everything is as it was.
    pub fn write(&self) -> String {
        let pairs: Vec<String> = self.0.iter().map(|(name, value)| pair(name, value)).collect();
        if pairs.is_empty() { String::new() } else { ["{", &pairs.join(","), "}"].concat() }
    }

    /// The choice in a row; empty when it is as it was.
    pub fn get(&self, name: &str) -> &'static str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// Chooses. A row or choice that does not exist changes nothing.
    pub fn set(&mut self, name: &str, value: &str) {
        let choice =
            ROWS.iter().find(|row| row.name == name).and_then(|row| Some((row, row.choices.iter().find(|(known, _)| *known == value)?)));
        let Some((row, (value, _))) = choice else { return };
        self.0.retain(|(known, _)| *known != row.name);
        if !value.is_empty() {
            self.0.push((row.name, value));
        }
        self.0.sort_by_key(|(name, _)| ROWS.iter().position(|row| row.name == *name));
    }
}

/// A setting as JSON writes it. All names and values are ours, so nothing needs to be escaped.
fn pair(name: &str, value: &str) -> String {
    ["\"", name, "\":\"", value, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn what_was_chosen_comes_back_and_what_is_as_it_was_is_not_kept() {
        let mut look = Look::default();
        look.set("size", "2");
        look.set("theme", "dark");
        look.set("size", "3");
        assert_eq!(Look::read(&look.write()), look);
        assert_eq!((look.get("size"), look.get("theme"), look.get("font")), ("3", "dark", ""));
        look.set("size", "");
        look.set("theme", "");
        assert_eq!(look.write(), "");
    }

    #[test]
    fn nonsense_is_as_it_was() {
        for kept in ["", "null", "[1]", "{\"size\":9}", "{\"theme\":\"<b>\",\"shape\":\"1\"}"] {
            assert_eq!(Look::read(kept), Look::default(), "{kept}");
        }
    }
}

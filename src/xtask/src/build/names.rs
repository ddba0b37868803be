//! Short names for what the module and its glue call each other.
//!
//! bindgen names every import and export after its origin and a hash, twice: `__wbg_set_value_cb7e77c93a95e491` in the
//! module and in the glue. Nobody else reads them, and some 150 hashes do not compress: 3.8 kB (brotli) of what a pupil
//! waits for. Rule: only names that stand in both are shortened, and as whole words.

use std::collections::HashMap;

/// Old names to new ones, given out in order.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<String, String>);

impl Names {
    /// The short name of an import or export; those that people write (`run`, `memory`) stay.
    pub(super) fn short(&mut self, name: &str) -> String {
        if !name.contains("__") {
            return name.to_owned();
        }
        let next = format!("_{:x}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// The glue with the same names.
    pub(super) fn in_glue(&self, glue: &str) -> String {
        let mut out = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_word) {
            let (before, word) = rest.split_at(start);
            let end = word.find(|letter| !is_word(letter)).unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            out.extend([before, self.0.get(word).map_or(word, String::as_str)]);
            rest = after;
        }
        out + rest
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn both_sides_get_the_same_short_names_and_only_as_whole_words() {
        let mut names = Names::default();
        assert_eq!((names.short("__wbg_a_0f"), names.short("__wbg_a_0f2"), names.short("run")), ("_0".into(), "_1".into(), "run".into()));
        assert_eq!(names.short("__wbg_a_0f"), "_0");
        let glue = "const i = { __wbg_a_0f: f, __wbg_a_0f2: g }; wasm.run(__wbg_get_imports);";
        assert_eq!(names.in_glue(glue), "const i = { _0: f, _1: g }; wasm.run(__wbg_get_imports);");
    }
}

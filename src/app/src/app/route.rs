//! Pages and their addresses. The address after `#` is Dutch, since people read and share it.

use course::{Id, is_id};

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// First visit.
    #[default]
    Welcome,
    /// Choose an animal.
    Animals,
    /// The road with all lessons.
    Map,
    /// A lesson; with a step when the address names one.
    Lesson(Id, Option<Id>),
    /// The end of a lesson.
    End(Id),
    /// No such page.
    Missing,
}

impl Screen {
    /// Reads an address after `#`.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = hash.split('/').collect();
        let id = |name: &str| is_id(name).then(|| name.to_owned());
        let screen = match parts.as_slice() {
            [""] => Some(Screen::Welcome),
            ["dier"] => Some(Screen::Animals),
            ["kaart"] => Some(Screen::Map),
            ["les", lesson] => id(lesson).map(|lesson| Screen::Lesson(lesson, None)),
            ["les", lesson, "klaar"] => id(lesson).map(Screen::End),
            ["les", lesson, step] => id(lesson).zip(id(step)).map(|(lesson, step)| Screen::Lesson(lesson, Some(step))),
            _ => None,
        };
        screen.unwrap_or(Screen::Missing)
    }

    /// The lesson that a page needs.
    pub fn lesson(&self) -> Option<&Id> {
        match self {
            Screen::Lesson(lesson, _) | Screen::End(lesson) => Some(lesson),
            _ => None,
        }
    }

    /// The address after `#`.
    pub fn hash(&self) -> String {
        match self {
            Screen::Welcome | Screen::Missing => "#/".to_owned(),
            Screen::Animals => "#/dier".to_owned(),
            Screen::Map => "#/kaart".to_owned(),
            Screen::Lesson(lesson, None) => ["#/les/", lesson].concat(),
            Screen::Lesson(lesson, Some(step)) => ["#/les/", lesson, "/", step].concat(),
            Screen::End(lesson) => ["#/les/", lesson, "/klaar"].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        let lesson = || "groepsapp".to_owned();
        let all = [
            Screen::Welcome,
            Screen::Animals,
            Screen::Map,
            Screen::Lesson(lesson(), None),
            Screen::Lesson(lesson(), Some("wat-nu".into())),
            Screen::End(lesson()),
        ];
        for screen in all {
            assert_eq!(Screen::parse(&screen.hash()), screen);
        }
    }

    #[test]
    fn a_strange_address_is_a_missing_page_and_never_a_lesson() {
        for hash in ["#/les/", "#/les/../x", "#/les/A", "#/les/a/b/c", "#/nergens", "#/les/a?b"] {
            assert_eq!(Screen::parse(hash), Screen::Missing, "{hash}");
        }
    }
}

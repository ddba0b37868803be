//! Words of a lesson on the screen.

use course::text::{Form, Line, Span};
use yew::Html;

use super::Cx;
use super::el::{El, Node, el, list};
use crate::app::Loading;

impl Cx<'_> {
    /// Words with their stress, and emoji as drawings.
    pub(crate) fn spans(&self, spans: &[Span]) -> Html {
        list(spans.iter().map(|span| {
            let words = self.words(&span.words);
            match self.term(span) {
                Some(meaning) => hard_word(words, meaning).node(),
                None if span.strong => el("strong").kid(words).node(),
                None => words,
            }
        }))
    }

    /// What a hard word means, once the terms of the lesson are here.
    fn term(&self, span: &Span) -> Option<&str> {
        let Loading::Ready(lesson) = &self.model.lesson else { return None };
        Some(&lesson.terms.get(usize::from(span.term?))?.meaning)
    }

    /// Plain words with emoji as drawings.
    pub(crate) fn words(&self, words: &str) -> Html {
        let mut parts: Vec<Html> = Vec::new();
        let mut from = 0;
        for (at, character) in words.char_indices() {
            if let Some(drawing) = self.emoji(character) {
                parts.push(words[from..at].node());
                parts.push(drawing.node());
                from = at + character.len_utf8();
            }
        }
        parts.push(words[from..].node());
        list(parts)
    }

    /// A line outside a phone.
    pub(crate) fn line(&self, line: &Line) -> El {
        let words = self.spans(&line.spans);
        match (&line.form, &line.who) {
            (Form::Deleted, _) => el("p").kid(el("s").kid(words)),
            (Form::Status, _) => el("p").class("soft").kid(el("em").kid(words)),
            (_, Some(who)) => el("p").kid(el("b").kid([who, ": "].concat())).kid(words),
            _ => el("p").kid(words),
        }
    }

    /// Lines outside a phone.
    pub(crate) fn lines(&self, lines: &[&Line]) -> Html {
        list(lines.iter().map(|line| self.line(line)))
    }
}

/// Opens by tap, key and screen reader without a line of code: the browser's own way to unfold.
fn hard_word(words: Html, meaning: &str) -> El {
    el("details").class("term").kid(el("summary").kid(words)).kid(el("span").kid(meaning))
}

/// The first line, when it is a heading: all of it stressed, with more to follow.
pub(crate) fn split_heading<'a, 'l>(lines: &'a [&'l Line]) -> (Option<&'l Line>, &'a [&'l Line]) {
    match lines {
        [first, rest @ ..] if !rest.is_empty() && first.who.is_none() && first.spans.iter().all(|span| span.strong) => (Some(*first), rest),
        _ => (None, lines),
    }
}

/// The last line, when it asks something: it becomes the heading of a question.
pub(crate) fn split_question<'a, 'l>(lines: &'a [&'l Line]) -> (Option<&'l Line>, &'a [&'l Line]) {
    let asks = |line: &&Line| line.form == Form::Plain && line.who.is_none() && line.words().trim_end().ends_with('?');
    match lines.iter().rposition(asks) {
        Some(at) if at + 1 == lines.len() => (Some(lines[at]), &lines[..at]),
        _ => (None, lines),
    }
}

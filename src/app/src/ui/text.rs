//! Words of a lesson on the screen.

use course::text::{Form, Line, Span};
use yew::prelude::*;

use super::Cx;

impl Cx<'_> {
    /// Words with their stress, and emoji as drawings.
    pub(crate) fn spans(&self, spans: &[Span]) -> Html {
        spans
            .iter()
            .map(|span| {
                if span.strong {
                    html! { <strong>{ self.words(&span.words) }</strong> }
                } else {
                    self.words(&span.words)
                }
            })
            .collect()
    }

    /// Plain words with emoji as drawings.
    pub(crate) fn words(&self, words: &str) -> Html {
        let mut parts: Vec<Html> = Vec::new();
        let mut from = 0;
        for (at, character) in words.char_indices() {
            if let Some(drawing) = self.emoji(character) {
                parts.push(html! { { words[from..at].to_owned() } });
                parts.push(drawing);
                from = at + character.len_utf8();
            }
        }
        parts.push(html! { { words[from..].to_owned() } });
        parts.into_iter().collect()
    }

    /// A line outside a phone.
    pub(crate) fn line(&self, line: &Line) -> Html {
        let words = self.spans(&line.spans);
        match (&line.form, &line.who) {
            (Form::Deleted, _) => html! { <p><s>{ words }</s></p> },
            (Form::Status, _) => html! { <p class="soft"><em>{ words }</em></p> },
            (_, Some(who)) => html! { <p><b>{ who.clone() }{ ": " }</b>{ words }</p> },
            _ => html! { <p>{ words }</p> },
        }
    }

    /// Lines outside a phone.
    pub(crate) fn lines<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) -> Html {
        lines.into_iter().map(|line| self.line(line)).collect()
    }
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

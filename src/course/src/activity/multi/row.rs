//! Cards picked as a row, for `order`: a card lies right when its place is the place that is asked there, so cards with
//! the same place may change places.

use super::super::{Mark, Opt, Question};
use crate::Id;
use crate::board::{Choice, Reason};
use crate::worth::{Label, Worth};

/// The options that belong in the row, in the order asked: their place, and the option.
fn asked<'a>(places: &[u8], question: &'a Question) -> Vec<(u8, &'a Opt)> {
    let cards = || places.iter().copied().zip(&question.option);
    // By counting, since a sort would weigh 2 kB in the pupil's browser.
    (1..=places.len()).flat_map(|n| cards().filter(move |(place, _)| usize::from(*place) == n)).collect()
}

/// How many picks lie right from the start of the row on, before the first that does not.
fn right(row: &[(u8, &Opt)], picks: &[Id]) -> usize {
    let place = |pick: &Id| row.iter().find(|(_, card)| card.id == *pick).map(|(place, _)| *place);
    row.iter().zip(picks).take_while(|((wanted, _), pick)| place(pick) == Some(*wanted)).count()
}

/// Marks as kept what lies right before the first that does not.
pub(super) fn keep(places: &[u8], question: &Question, choices: &mut [Choice<'_>], picks: &[Id]) {
    let right = right(&asked(places, question), picks);
    choices.iter_mut().for_each(|choice| choice.kept = choice.nth > 0 && usize::from(choice.nth) <= right);
}

pub(super) fn mark<'a>(places: &[u8], question: &'a Question, picks: &[Id]) -> Mark<'a> {
    let row = asked(places, question);
    let right = right(&row, picks);
    let whole = right == row.len() && picks.len() == right;
    let card = |pick: &Id| question.option.iter().find(|option| option.id == *pick);
    let reason = |card: &'a Opt, label| Reason { label, ..card.reason(true, Label::of_fact) };
    // The first card that lies wrong is enough to think about; the row as a whole is told once it is whole.
    let told = if whole { picks } else { picks.get(right..picks.len().min(right + 1)).unwrap_or_default() };
    let label = if whole { Label::Right } else { Label::NotYet };
    Mark {
        worth: match (whole, right) {
            (true, _) => Worth::Strong,
            (false, 0) => Worth::Detour,
            _ => Worth::Ok,
        },
        label: if whole || right == 0 { label } else { Label::Partly },
        opening: None,
        reasons: told.iter().filter_map(card).map(|card| reason(card, label)).collect(),
        shown: row.iter().map(|(_, card)| reason(card, Label::Right)).collect(),
        found: Some((right, row.len())),
        counts: true,
        soft: false,
        size: None,
        sets: None,
    }
}

pub(super) fn best(places: &[u8], question: &Question) -> Option<Vec<Id>> {
    let row = asked(places, question);
    (!question.option.is_empty()).then(|| row.into_iter().map(|(_, card)| card.id.clone()).collect())
}

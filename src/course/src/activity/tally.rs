//! Two counts after a row of items to judge: what was risky and seen so, what was safe and trusted. Never added up: who
//! distrusts everything scores high on one of them and misses the letter of the library.
//!
//! The first pick counts, since the second one follows an explanation.

use super::Here;
use crate::Id;
use crate::board::Tally;
use crate::worth::Worth;

/// An item: its screen, whether it is safe, and what a pick is worth on it.
pub(super) type Item<'a, W> = (&'a Id, bool, W);

/// Counts the items that were passed on this ride; `None` when there were none.
pub(super) fn count<'a, W: Fn(&Id) -> Worth>(here: &Here<'_>, items: impl Iterator<Item = Item<'a, W>>) -> Option<Tally> {
    let mut tally = Tally::default();
    for (screen, safe, worth) in items {
        let first = here.path.iter().rev().find(|passed| passed.screen == *screen).and_then(|passed| passed.first.first());
        let Some(first) = first else { continue };
        let (right, all) = if safe { &mut tally.safe } else { &mut tally.risky };
        *all += 1;
        // To ask first costs a minute and nothing else.
        *right += usize::from(worth(first) >= Worth::Ok);
    }
    (tally.safe.1 + tally.risky.1 > 0).then_some(tally)
}

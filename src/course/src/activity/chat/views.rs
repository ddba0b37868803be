//! One moment seen by several people: from the screen where the child chooses whom to look along with, into a view, and
//! back to choose again, until all were seen; then the ending.
//!
//! The rule a reader could break: the first screens are the choosing, one for each view, since a ride that came back to
//! a screen it passed would forget what lay after it.

use super::{Chat, Here, Reply};
use crate::Id;

fn entered(here: &Here<'_>, start: &Id) -> bool {
    here.screen == start || here.path.iter().any(|passed| passed.screen == *start)
}

/// Whether this reply leads to a view that was seen on this ride.
pub(super) fn seen(chat: &Chat, here: &Here<'_>, reply: &Reply) -> bool {
    let start = reply.goto.as_ref().filter(|goto| chat.view.contains(goto) && *goto != here.screen);
    start.is_some_and(|start| entered(here, start))
}

/// Where a view that is over leads: to the next choice, or to the ending. `None` when this is no chat with views.
pub(super) fn after(chat: &Chat, here: &Here<'_>) -> Option<Id> {
    let seen = chat.view.iter().filter(|start| entered(here, start)).count();
    let next = if seen < chat.view.len() { chat.screen.get(seen) } else { chat.screen.iter().find(|node| node.ending.is_some()) };
    next.filter(|_| seen > 0).map(|node| node.id.clone())
}

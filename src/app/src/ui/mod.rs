//! Draws plain data and reports what the user did.
//!
//! The rule a reader could break: nothing is decided here. A view takes the model and draws it; a widget reports one
//! [`Event`]. No `style` attribute and no raw HTML: the content security policy drops the one and refuses the other.
//!
//! Where to extend: a page is a file here and an arm in [`page`]; a way to answer is a file in `player/` and an arm
//! in `player/input.rs`.

use course::worth::Label;
use yew::{Callback, Html};

use crate::app::{Event, Model, Screen};
use crate::phrases::{self, Phrase};
use el::{Node, el, list};

mod animals;
mod art;
mod bar;
mod el;
mod end;
mod help;
mod map;
mod notices;
mod player;
mod text;
mod trouble;
mod welcome;

/// What a view needs: the model, and where to report.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'a> {
    pub(crate) model: &'a Model,
    pub(crate) send: &'a Callback<Event>,
    /// The first screen as it stood in the page.
    pub(crate) first: Option<&'a Html>,
}

/// The whole page.
pub fn page(model: &Model, send: &Callback<Event>, first: Option<&Html>) -> Html {
    let cx = Cx { model, send, first };
    let body = if model.help {
        help::page(cx)
    } else {
        match &model.screen {
            Screen::Welcome => welcome::page(cx),
            Screen::Animals => animals::page(cx),
            Screen::Map => map::page(cx),
            Screen::Lesson(..) => player::page(cx),
            Screen::End(lesson) => end::page(cx, lesson),
            Screen::Missing => trouble::missing(cx),
        }
    };
    // A link in name only: the address after `#` is the page, and does not change.
    let skip = el("a").class("skip").attr("href", "#hoofd").click(cx, Event::Skip).kid(phrases::JUMP_SR);
    let say = el("div").class("vh").attr("role", "status").attr("aria-live", "polite").kid(model.say.as_str());
    list([skip.node(), body, say.node()])
}

/// The word above an explanation.
pub(crate) fn label_words(label: Label) -> Phrase {
    match label {
        Label::Strong => phrases::LABEL_STRONG,
        Label::Ok => phrases::LABEL_OK,
        Label::Detour => phrases::LABEL_DETOUR,
        Label::Open => phrases::LABEL_OPEN,
        Label::Right => phrases::LABEL_RIGHT,
        Label::Partly => phrases::LABEL_PARTLY,
        Label::NotYet => phrases::LABEL_NOT_YET,
    }
}

//! The top bar and the bottom bar: the same things in the same place on every screen.

use yew::Html;

use super::Cx;
use super::el::{El, Node, el};
use crate::app::{Event, Saved, Screen};
use crate::phrases::{self, Phrase};

impl Cx<'_> {
    /// The help button.
    fn help_button(&self) -> El {
        el("button")
            .class("help")
            .attr("type", "button")
            .attr("aria-label", phrases::HELP_SR.0)
            .click(*self, Event::Help(true))
            .kid(self.sign("signs-rem", ""))
            .kid(el("span").class("t").kid(phrases::HELP))
    }

    /// The bar of pages outside a lesson.
    pub(crate) fn brand_bar(&self, extra: Option<El>) -> Html {
        let brand = self.link("brand", &Screen::Map).kid(self.sign("signs-l1", "")).kid(el("span").kid(phrases::BRAND));
        bar(el("div").class("wrap bar-in").kid(brand).kid(el("span").class("end")).kid(extra).kid(self.help_button()))
    }

    /// The bar of a lesson: back, the road so far, help.
    pub(crate) fn lesson_bar(&self, step: usize, steps: usize) -> Html {
        let (n, all) = (step.to_string(), steps.to_string());
        let count = [("step", n.as_str()), ("total", all.as_str())];
        // The bicycle stays inside the road at both ends.
        let percent = |share: usize| [&share.to_string(), "%"].concat();
        let share = step * 100 / steps.max(1);
        let line = |class, to: String| el("line").class(class).attr("x1", "0").attr("y1", "24").attr("x2", to).attr("y2", "24");
        let whole = |class| line(class, percent(100));
        let bike = self.art("signs-fiets").attr("x", "-24").attr("y", "-4").attr("width", "48").attr("height", "36");
        let bike = el("svg")
            .attr("x", percent(share.clamp(2, 97)))
            .attr("y", "0")
            .attr("width", "1")
            .attr("height", "1")
            .attr("overflow", "visible")
            .kid(bike);
        let way = el("svg").mute().kid(whole("k")).kid(whole("a")).kid(line("f", percent(share))).kid(whole("d")).kid(bike);
        let road = el("div").class("road").attr("role", "img").attr("aria-label", phrases::STEP_COUNT.fill(&count)).kid(way);
        let map = self
            .link("btn icon mute", &Screen::Map)
            .attr("aria-label", phrases::TO_MAP.0)
            .attr("title", phrases::TO_MAP.0)
            .kid(self.icon("vlag"));
        bar(el("div")
            .class("wrap bar-in")
            .kid(self.back_button(Event::Back))
            .kid(road)
            .kid(el("span").class("road-say").mute().kid(phrases::STEP_SHORT.fill(&count)))
            .kid(self.voice_button())
            .kid(map)
            .kid(self.help_button()))
    }

    /// Reads the screen aloud: shown and carried out by `static/voice.js`, where the device has a Dutch voice.
    fn voice_button(&self) -> El {
        let button = el("button").class("btn icon voice").attr("type", "button").attr("data-voice", "");
        button.attr("aria-label", phrases::READ_ON.0).kid(self.icon("lees"))
    }

    /// One back, always at the left end of the bar.
    pub(crate) fn back_button(&self, event: Event) -> El {
        self.button("btn icon", event).attr("aria-label", phrases::BACK.0).kid(self.icon("terug"))
    }

    /// The sign that says how safe the work is. It never claims more than was done.
    pub(crate) fn saved_sign(&self) -> Option<El> {
        let (class, icon, words): (_, _, Phrase) = match self.model.saved {
            Saved::Strict => ("saved", "vink", phrases::SAVED),
            Saved::Busy => ("saved busy", "klok", phrases::SAVING),
            Saved::Tab => ("saved tab", "letop", phrases::SAVED_TAB),
            Saved::Not | Saved::Nothing => return None,
        };
        let sign = el("span").class(class).kid(self.icon(icon)).kid(words);
        Some(if self.model.saved == Saved::Tab { sign.attr("title", phrases::SAVED_TAB_WHY.0) } else { sign })
    }

    /// The way to the pages for grown-ups, quietly: they are plain pages beside the app.
    pub(crate) fn grown_ups(&self) -> El {
        let words = el("span").kid(phrases::WELCOME_GROWN_UP);
        el("a").class("btn flat entry").attr("href", "volwassenen.html").kid(self.icon("bord")).kid(words)
    }

    /// The way to the page of a pupil's own things, at one of its parts: a module of its own.
    pub(crate) fn mine(&self, class: &'static str, part: &'static str) -> El {
        el("a").class(class).attr("href", ["mijn.html#", part].concat())
    }

    /// The one big next step.
    pub(crate) fn next_button(&self, words: impl Node, icon: &str, event: Event) -> El {
        self.button("btn go", event).kid(words).kid(self.icon(icon))
    }

    /// The one big next step, when it is a page.
    pub(crate) fn next_link(&self, words: impl Node, to: &Screen) -> El {
        self.link("btn go", to).kid(words).kid(self.icon("verder"))
    }

    /// A button that reports an event.
    pub(crate) fn button(&self, class: &'static str, event: Event) -> El {
        el("button").class(class).attr("type", "button").click(*self, event)
    }

    /// A link to a page.
    pub(crate) fn link(&self, class: &'static str, to: &Screen) -> El {
        el("a").class(class).attr("href", to.hash())
    }

    /// The bottom bar.
    pub(crate) fn foot(&self, inside: impl FnOnce(El) -> El) -> Html {
        el("footer").class("foot").kid(inside(el("div").class("wrap foot-in"))).node()
    }

    /// The part of the page to which the skip link leads.
    pub(crate) fn main(&self, class: &'static str) -> El {
        el("main").target("hoofd").class(class)
    }

    /// The title, which has the focus when a page comes up.
    pub(crate) fn title(&self, words: impl Node) -> El {
        el("h1").target("titel").kid(words)
    }
}

fn bar(inside: El) -> Html {
    el("header").class("bar").kid(inside).node()
}

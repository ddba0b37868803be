//! One steady line under the bar when something must be known. It covers nothing and goes when its reason goes.

use yew::Html;

use super::Cx;
use super::el::{El, Node, el};
use crate::app::{Event, Keeping, Screen};
use crate::phrases::{self, Phrase};

impl Cx<'_> {
    /// The line that matters most now, if any.
    pub(crate) fn notice(&self) -> Html {
        let in_lesson = matches!(self.model.screen, Screen::Lesson(..));
        match self.model.keeping {
            Keeping::Blocked => self.told("bad", phrases::STORAGE_BLOCKED_TITLE, phrases::STORAGE_BLOCKED_TEXT, None),
            Keeping::Full => self.told("bad", phrases::STORAGE_FULL_TITLE, phrases::STORAGE_FULL_TEXT, None),
            Keeping::Newer => self.told("bad", phrases::NEWER_TITLE, phrases::NEWER_TEXT, self.update_button()),
            Keeping::Mended => self.told("warn", phrases::DAMAGED_TITLE, phrases::DAMAGED_TEXT, None),
            Keeping::Unreadable => {
                let repair = el("a").class("btn").attr("href", "herstel.html").kid(phrases::UNREADABLE_SAVE);
                self.told("bad", phrases::UNREADABLE_TITLE, phrases::UNREADABLE_TEXT, Some(repair))
            }
            Keeping::Works if self.model.update_ready && !in_lesson => {
                self.told("", phrases::UPDATE_TITLE, phrases::UPDATE_TEXT, self.update_button())
            }
            Keeping::Works => self.lesson_notice(),
        }
    }

    fn lesson_notice(&self) -> Html {
        let Some(play) = &self.model.play else { return Html::default() };
        if self.model.animal().is_none() {
            let choose = self.link("btn", &Screen::Animals).kid(phrases::WELCOME_GO);
            return self.told("", phrases::GUEST_TITLE, phrases::GUEST_TEXT, Some(choose));
        }
        if !play.visit {
            return Html::default();
        }
        let lesson = play.session.lesson().head.id.clone();
        let own = self.link("btn", &Screen::Lesson(lesson, None)).kid(phrases::TO_NOW);
        self.told("", phrases::VISIT, phrases::VISIT_NOTE, Some(own))
    }

    fn update_button(&self) -> Option<El> {
        Some(self.button("btn", Event::Update).kid(phrases::UPDATE_NOW))
    }

    fn told(&self, class: &'static str, title: Phrase, text: Phrase, action: Option<El>) -> Html {
        let words = el("p").kid(el("b").kid(title)).kid(" ").kid(text);
        let inside = el("div").class("wrap notice-in").kid(self.icon("letop")).kid(words).kid(action);
        el("section").classes(&["notice", class]).attr("aria-label", title.0).kid(inside).node()
    }
}

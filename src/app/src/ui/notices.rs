//! One steady line under the bar when something must be known. It covers nothing and goes when its reason goes.

use yew::prelude::*;

use super::Cx;
use crate::app::{Event, Keeping, Screen};
use crate::phrases::{self, Phrase};

impl Cx<'_> {
    /// The line that matters most now, if any.
    pub(crate) fn notice(&self) -> Html {
        let in_lesson = matches!(self.model.screen, Screen::Lesson(..));
        match self.model.keeping {
            Keeping::Blocked => self.told("bad", phrases::STORAGE_BLOCKED_TITLE, phrases::STORAGE_BLOCKED_TEXT, html! {}),
            Keeping::Full => self.told("bad", phrases::STORAGE_FULL_TITLE, phrases::STORAGE_FULL_TEXT, html! {}),
            Keeping::Newer => self.told("bad", phrases::NEWER_TITLE, phrases::NEWER_TEXT, self.update_button()),
            Keeping::Mended => self.told("warn", phrases::DAMAGED_TITLE, phrases::DAMAGED_TEXT, html! {}),
            Keeping::Unreadable => {
                let repair = html! { <a class="btn" href="herstel.html">{ phrases::UNREADABLE_SAVE.0 }</a> };
                self.told("bad", phrases::UNREADABLE_TITLE, phrases::UNREADABLE_TEXT, repair)
            }
            Keeping::Works if self.model.update_ready && !in_lesson => {
                self.told("", phrases::UPDATE_TITLE, phrases::UPDATE_TEXT, self.update_button())
            }
            Keeping::Works => self.lesson_notice(),
        }
    }

    fn lesson_notice(&self) -> Html {
        let Some(play) = &self.model.play else { return html! {} };
        if self.model.animal().is_none() {
            let choose = html! { <a class="btn" href={Screen::Animals.hash()}>{ phrases::WELCOME_GO.0 }</a> };
            return self.told("", phrases::GUEST_TITLE, phrases::GUEST_TEXT, choose);
        }
        if !play.visit {
            return html! {};
        }
        let lesson = play.session.lesson().head.id.clone();
        let own = html! { <a class="btn" href={Screen::Lesson(lesson, None).hash()}>{ phrases::TO_NOW.0 }</a> };
        self.told("", phrases::LOOK_BACK, phrases::LOOK_BACK_NOTE, own)
    }

    fn update_button(&self) -> Html {
        html! { <button class="btn" type="button" onclick={self.on(|| Event::Update)}>{ phrases::UPDATE_NOW.0 }</button> }
    }

    fn told(&self, class: &'static str, title: Phrase, text: Phrase, action: Html) -> Html {
        html! {
            <section class={classes!("notice", class)} aria-label={title.0}><div class="wrap notice-in">
                { self.icon("letop") }<p><b>{ title.0 }</b>{ " " }{ text.0 }</p>{ action }
            </div></section>
        }
    }
}

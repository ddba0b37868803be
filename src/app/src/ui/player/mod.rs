//! The player: one thing per screen, the frame it looks like, the way to answer, the explanation, and what is next.

use course::board::{Board, Feedback, Frame, Input, Picture};
use yew::prelude::*;

use super::art::Format;
use super::text::{split_heading, split_question};
use super::{Cx, trouble};
use crate::app::{Event, Loading, Play};
use crate::phrases;

mod input;
mod phone;
mod sheet;

/// What the views of one screen share.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    cx: Cx<'a>,
    play: &'a Play,
    board: &'a Board<'a>,
    told: Option<&'a Feedback<'a>>,
}

pub(crate) fn page(cx: Cx<'_>) -> Html {
    match (&cx.model.lesson, &cx.model.play) {
        (Loading::Failed(_, error), _) => trouble::failed(cx, *error),
        (_, Some(play)) => {
            play.session.show(|board, told| screen(Scene { cx, play, board: &board, told: told.as_ref() })).unwrap_or_default()
        }
        _ => waiting(cx),
    }
}

/// The frame of a lesson while it is on its way.
pub(crate) fn waiting(cx: Cx<'_>) -> Html {
    html! {
        <>
            { cx.lesson_bar(0, 1) }
            <main id="hoofd" class="grow mid" tabindex="-1"><div class="wrap pad"><h1 id="titel" class="vh" tabindex="-1">{ phrases::SAVING.0 }</h1></div></main>
        </>
    }
}

fn screen(scene: Scene<'_>) -> Html {
    let Scene { cx, play, board, .. } = scene;
    let steps = play.session.lesson().steps.len();
    let body = match &board.frame {
        Frame::Spread => spread(scene),
        Frame::Card | Frame::Talk => card(scene),
        Frame::Page => question(scene),
        Frame::Phone(phone) if board.picture.is_none() => phone::chat(scene, phone),
        Frame::Phone(phone) => phone::moment(scene, phone),
        Frame::Letter { lines } => input::letter(scene, lines),
    };
    html! {
        <>
            { cx.lesson_bar(play.session.step().0 + 1, steps) }
            { cx.notice() }
            { body }
            { sheet::sheet(scene) }
            { foot(scene) }
        </>
    }
}

impl Scene<'_> {
    fn lesson(&self) -> &str {
        &self.play.session.lesson().head.id
    }

    fn title(&self) -> &str {
        &self.play.session.step().1.title
    }

    /// A picture shown whole.
    fn spot(&self, picture: Option<Picture<'_>>, class: &'static str) -> Html {
        picture.map(|picture| self.cx.picture(self.lesson(), picture.name, picture.alt, class, Format::Spot)).unwrap_or_default()
    }

    /// A picture across the page.
    fn stage(&self, picture: Option<Picture<'_>>) -> Html {
        picture.map(|picture| html! { <div class="stage">{ self.cx.picture(self.lesson(), picture.name, picture.alt, "", Format::Scene) }</div> }).unwrap_or_default()
    }

    /// The name of the lesson, small, above the title.
    fn plate(&self) -> Html {
        let head = &self.play.session.lesson().head;
        html! { <p><span class="plate">{ phrases::LESSON_PLATE.fill(&[("lesson", &head.number.to_string()), ("title", &head.title)]) }</span></p> }
    }

    fn tips(&self) -> Html {
        let shown = self.board.tips.iter().take(self.play.tips);
        html! {
            if self.play.tips > 0 { <ul class="tips">{ for shown.map(|tip| html! { <li>{ self.cx.icon("lamp") }<span>{ self.cx.words(tip) }</span></li> }) }</ul> }
        }
    }

    /// The button for a hint; gone when all were given.
    fn tip_button(&self) -> Html {
        let words = if self.play.tips == 0 { phrases::HINT } else { phrases::HINT_NEXT };
        html! {
            if self.play.tips < self.board.tips.len() && self.told.is_none() {
                <button class="btn" type="button" onclick={self.cx.on(|| Event::Tip)}>{ self.cx.icon("lamp") }{ words.0 }</button>
            }
        }
    }
}

fn spread(scene: Scene<'_>) -> Html {
    let Scene { cx, board, .. } = scene;
    html! {
        <main id="hoofd" class="grow spread" tabindex="-1">
            { scene.stage(board.picture) }
            <div class="tale stack">
                { scene.plate() }
                <h1 id="titel" tabindex="-1">{ scene.title().to_owned() }</h1>
                { cx.lines(board.text.iter().copied()) }
            </div>
        </main>
    }
}

fn card(scene: Scene<'_>) -> Html {
    let Scene { cx, board, .. } = scene;
    let (heading, rest) = split_heading(&board.text);
    let title = heading.map_or_else(|| html! { { scene.title().to_owned() } }, |line| cx.spans(&line.spans));
    let laws = scene.play.session.lesson().laws.iter().filter(|law| board.laws.contains(&law.id));
    let all = cx.model.catalogue.clone().unwrap_or_default();
    let helpers = all.helpers.iter().filter(|helper| board.helpers.contains(&helper.id));
    let class = if matches!(board.frame, Frame::Talk) { "talk" } else { "" };
    html! {
        <main id="hoofd" class="grow mid scenic" tabindex="-1"><div class={classes!("wrap", "pad", "cardpage", board.picture.is_none().then_some("plain"))}>
            { scene.spot(board.picture, "spot") }
            <div class="words">
                { scene.plate() }
                <h1 id="titel" tabindex="-1">{ title }</h1>
                <div class={classes!("stack", class)}>{ cx.lines(rest.iter().copied()) }</div>
                { for laws.map(|law| {
                    let bill = (law.status == course::catalogue::LawStatus::Bill).then_some("bill");
                    html! { <div class={classes!("lawline", bill)}>{ for law.spoken().into_iter().map(|line| html! { <p>{ line }</p> }) }<span class="small">{ law.article.clone() }</span></div> }
                }) }
                if !board.helpers.is_empty() { <ul class="calls">{ for helpers.map(|helper| super::help::call(cx, helper)) }</ul> }
                { scene.tips() }
            </div>
        </div></main>
    }
}

fn question(scene: Scene<'_>) -> Html {
    let Scene { cx, board, .. } = scene;
    if let Input::Sort { groups, count } = &board.input {
        return input::sort(scene, groups, *count);
    }
    if let Input::Judge { labels, count } = &board.input {
        return input::judge(scene, labels, *count);
    }
    let (asked, context) = split_question(&board.text);
    let title = asked.map_or_else(|| html! { { scene.title().to_owned() } }, |line| cx.spans(&line.spans));
    html! {
        <main id="hoofd" class="grow mid scenic" tabindex="-1"><div class="wrap stack ask-page">
            <div class="ask-head">{ scene.spot(board.picture, "stick") }<div>
                <h1 id="titel" tabindex="-1">{ title }</h1>
                { cx.lines(context.iter().copied()) }
            </div></div>
            { scene.tips() }
            { input::options(scene) }
        </div></main>
    }
}

/// The bottom bar. While an explanation is up, the way on stands there.
fn foot(scene: Scene<'_>) -> Html {
    let Scene { cx, board, told, .. } = scene;
    if told.is_some() {
        return html! {};
    }
    let next = match &board.input {
        Input::Read => cx.next_button(phrases::NEXT.0, "verder", || Event::On),
        Input::Many(_) => cx.next_button(phrases::CHECK.0, "vink", || Event::Check),
        _ => html! {},
    };
    html! {
        <footer class="foot"><div class="wrap foot-in">
            { cx.saved_sign() }
            { scene.tip_button() }
            if scene.play.asked_early { <span class="soft">{ phrases::CHECK_WAITING.0 }</span> }
            { next }
        </div></footer>
    }
}

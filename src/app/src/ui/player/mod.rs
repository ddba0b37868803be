//! The player: one thing per screen, the frame it looks like, the way to answer, the explanation, and what is next.

use course::Id;
use course::board::{Board, Feedback, Frame, Input, Picture};
use course::catalogue::{Law, LawStatus};
use yew::Html;

use super::art::Format;
use super::el::{El, Node, el, list};
use super::text::{split_heading, split_question};
use super::{Cx, trouble};
use crate::app::{Event, Loading, Play};
use crate::phrases::{self, Phrase};

mod input;
mod phone;
mod scenes;
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
            let (board, told) = (play.session.board(), play.session.told());
            board.map(|board| screen(Scene { cx, play, board: &board, told: told.as_ref() })).unwrap_or_default()
        }
        _ => waiting(cx),
    }
}

/// The frame of a lesson while it is on its way.
pub(crate) fn waiting(cx: Cx<'_>) -> Html {
    let inside = el("div").class("wrap pad").kid(cx.title(phrases::SAVING).class("vh"));
    list([cx.lesson_bar(0, 1), cx.main("grow mid").kid(inside).node()])
}

fn screen(scene: Scene<'_>) -> Html {
    let Scene { cx, play, board, .. } = scene;
    let steps = play.session.lesson().count();
    let body = match &board.frame {
        Frame::Spread => spread(scene),
        Frame::Card | Frame::Talk => card(scene),
        Frame::Page => question(scene),
        Frame::Scene(which, count) => scenes::dressed(scene, *which, *count),
        Frame::Phone(phone) if board.picture.is_none() && !phone.log.is_empty() => phone::chat(scene, phone),
        Frame::Phone(phone) => phone::moment(scene, phone),
        Frame::Letter { lines } => input::letter(scene, lines),
    };
    list([
        cx.lesson_bar(play.session.step().0 + 1, steps),
        cx.notice(),
        body.node(),
        sheet::sheet(scene).node(),
        if scene.told.is_none() { foot(scene) } else { Html::default() },
    ])
}

impl Scene<'_> {
    fn lesson(&self) -> &str {
        &self.play.session.lesson().head.id
    }

    /// The lesson, and where the pictures of this step are.
    fn album(&self) -> (&str, u8) {
        (self.lesson(), self.play.session.step().1.album)
    }

    fn title(&self) -> &str {
        &self.play.session.step().1.title
    }

    /// A picture shown whole.
    fn spot(&self, picture: Option<Picture<'_>>, class: &str) -> Option<El> {
        picture.map(|picture| self.cx.picture(self.album(), picture.name, picture.alt, class, Format::Spot))
    }

    /// A picture across the page.
    fn stage(&self, picture: Option<Picture<'_>>) -> Option<El> {
        let drawn = picture.map(|picture| self.cx.picture(self.album(), picture.name, picture.alt, "", Format::Scene));
        drawn.map(|drawn| el("div").class("stage").kid(drawn))
    }

    /// The title of the step.
    fn heading(&self) -> El {
        self.cx.title(self.title())
    }

    /// The name of the lesson, small, above the title.
    fn plate(&self) -> El {
        let head = &self.play.session.lesson().head;
        let words = phrases::LESSON_PLATE.fill(&[("lesson", &head.number.to_string()), ("title", &head.title)]);
        el("p").kid(el("span").class("plate").kid(words))
    }

    fn tips(&self) -> Option<El> {
        let tip = |tip: &String| el("li").kid(self.cx.icon("lamp")).kid(el("span").kid(self.cx.words(tip)));
        (self.play.tips > 0).then(|| el("ul").class("tips").kids(self.board.tips.iter().take(self.play.tips).map(tip)))
    }

    /// The button for a hint; gone when all were given. On a phone it stands with the question where the bottom bar has
    /// nothing else (`tip in`), so that the bar takes no room from the options; the style sheet shows one of the two.
    fn tip_button(&self, class: &'static str) -> Option<El> {
        let words = if self.play.tips == 0 { phrases::HINT } else { phrases::HINT_NEXT };
        let more = self.play.tips < self.board.tips.len();
        more.then(|| self.cx.button(class, Event::Tip).kid(self.cx.icon("lamp")).kid(words))
    }
}

/// Two counts, each on its own: they are never added up.
fn tally(scene: Scene<'_>) -> Option<El> {
    let tally = scene.board.tally?;
    let (risky, safe) =
        if tally.driven { (phrases::DRIVE_SUM_BRAKE, phrases::DRIVE_SUM_ON) } else { (phrases::INBOX_SUM_FAKE, phrases::INBOX_SUM_REAL) };
    let line = |phrase: Phrase, (right, all): (usize, usize)| {
        el("li").class("chip").kid(phrase.fill(&[("n", &right.to_string()), ("total", &all.to_string())]))
    };
    Some(el("ul").class("tally row").kid(line(risky, tally.risky)).kid(line(safe, tally.safe)))
}

fn spread(scene: Scene<'_>) -> El {
    let Scene { cx, board, .. } = scene;
    let tale = el("div").class("tale stack").kid(scene.plate()).kid(scene.heading()).kid(tally(scene)).kid(cx.lines(&board.text));
    cx.main("grow spread").kid(scene.stage(board.picture)).kid(tale)
}

fn card(scene: Scene<'_>) -> El {
    let Scene { cx, board, .. } = scene;
    let (heading, rest) = split_heading(&board.text);
    let laws = scene.play.session.lesson().laws.iter().filter(|law| board.laws.contains(&law.id));
    let all = cx.model.catalogue.clone().unwrap_or_default();
    let helpers = all.helpers.iter().filter(|helper| board.helpers.contains(&helper.id));
    let calls = || el("ul").class("calls").kids(helpers.map(|helper| super::help::call(cx, helper)));
    let words = el("div")
        .class("words")
        .kid(scene.plate())
        .kid(cx.title(heading.map_or_else(|| scene.title().node(), |line| cx.spans(&line.spans))))
        .kid(tally(scene))
        .kid(el("div").class(if matches!(board.frame, Frame::Talk) { "stack talk" } else { "stack" }).kid(cx.lines(rest)))
        .kids(laws.map(law_line))
        .kid((!board.helpers.is_empty()).then(calls))
        .kid(scene.tips());
    let plain = if board.picture.is_none() { "plain" } else { "" };
    let page = el("div").classes(&["wrap pad cardpage", plain]).kid(scene.spot(board.picture, "spot")).kid(words);
    cx.main("grow mid scenic").kid(page)
}

/// What the law says, in words of a child; article and source stand on the teacher's page.
fn law_line(law: &Law) -> El {
    el("div")
        .class(if law.status == LawStatus::Bill { "lawline bill" } else { "lawline" })
        .kids(law.spoken().into_iter().map(|line| el("p").kid(line)))
}

fn question(scene: Scene<'_>) -> El {
    let Scene { cx, board, .. } = scene;
    if let Input::Sort { groups, count } = &board.input {
        return input::sort(scene, groups, *count);
    }
    let (asked, context) = split_question(&board.text);
    let title = cx.title(asked.map_or_else(|| scene.title().node(), |line| cx.spans(&line.spans)));
    let one = matches!(board.input, Input::One(_)) && scene.told.is_none();
    let tip = one.then(|| scene.tip_button("btn tip in")).flatten();
    let words = el("div").kid(title).kid(cx.lines(context));
    let head = el("div").class("ask-head").kid(scene.spot(board.picture, "stick")).kid(words).kid(tip);
    let page = el("div").class("wrap stack ask-page").kid(head).kid(scene.tips()).kid(input::options(scene));
    cx.main("grow mid scenic").kid(page)
}

/// The bottom bar. While an explanation is up, the way on stands there.
fn foot(scene: Scene<'_>) -> Html {
    let Scene { cx, board, play, .. } = scene;
    let next = match &board.input {
        Input::Read => Some(cx.next_button(phrases::NEXT, "verder", Event::On)),
        Input::Many(_) | Input::Row(_) => Some(cx.next_button(phrases::CHECK, "vink", Event::Check)),
        Input::Reply(chips) => match chips.as_slice() {
            [one] if phone::all_here(scene) => Some(cx.next_button(cx.words(one.words), "verder", Event::Pick(one.id.to_owned()))),
            _ => None,
        },
        _ => None,
    };
    let tip = scene.tip_button(if next.is_some() { "btn" } else { "btn tip" });
    let early = play.asked_early.then(|| el("span").class("soft early").kid(phrases::CHECK_WAITING));
    cx.foot(|foot| foot.kid(cx.saved_sign()).kid(dots(scene)).kid(tip).kid(early).kid(next))
}

/// How far this is in a step of a few pages to read, seen without reading.
fn dots(scene: Scene<'_>) -> Option<El> {
    let session = &scene.play.session;
    let screens = session.step().1.activity.kind().screens();
    let reads = matches!((&scene.board.input, &scene.board.frame), (Input::Read, Frame::Spread | Frame::Card | Frame::Talk));
    let dot = |id: &&Id| if *id == session.screen() { el("i").class("on") } else { el("i") };
    let pages = reads && scene.board.tips.is_empty() && (2..7).contains(&screens.len());
    pages.then(|| el("span").class("dots").mute().kids(screens.iter().map(dot)))
}

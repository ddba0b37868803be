//! The ways to answer: pick one or many, sort, judge, put a letter together. Each by mouse, touch and keyboard; what
//! can be dragged can also be tapped and has a number key.

use course::board::{Choice, Group, Input};

use super::super::el::{El, el};
use super::Scene;
use crate::app::Event;
use crate::phrases;

pub(super) fn options(scene: Scene<'_>) -> Option<El> {
    let (choices, many) = match &scene.board.input {
        Input::One(choices) => (choices, false),
        Input::Many(choices) | Input::Row(choices) => (choices, true),
        _ => return None,
    };
    let legend = if many { phrases::CHOOSE_MORE_SR } else { phrases::CHOOSE_ONE_SR };
    let legend = el("legend").class("vh").kid(legend.fill(&[("n", &choices.len().to_string())]));
    let opts = el("div")
        .classes(&["opts two", if many { "many" } else { "" }, if scene.told.is_some() { "answered" } else { "" }])
        .kids(choices.iter().enumerate().map(|(n, choice)| option(scene, n, choice, many)));
    Some(el("fieldset").class("stack").kid(legend).kid(opts))
}

fn option(scene: Scene<'_>, n: usize, choice: &Choice<'_>, many: bool) -> El {
    let Scene { cx, play, told, .. } = scene;
    let id = choice.id.to_owned();
    let checked = if many && told.is_none() { play.picked.contains(&id) } else { choice.picked() };
    let key = el("span").class("opt-key").mute();
    let key = match (&scene.board.input, many) {
        (Input::Row(_), _) => {
            let drafted = play.picked.iter().position(|picked| *picked == id).map_or(0, |at| at + 1);
            let nth = if told.is_none() { drafted } else { usize::from(choice.nth) };
            key.kid(if nth > 0 { nth.to_string() } else { String::new() })
        }
        (_, true) => key.kid(cx.icon("vink")),
        _ => key.kid(char::from(b'A' + (n as u8).min(25)).to_string()),
    };
    let mark = || el("span").class("opt-mark chip next").kid(cx.icon("vink")).kid(phrases::YOUR_CHOICE);
    let card = el("span").class("opt-card").kid(key).kid(el("span").kid(cx.words(choice.words))).kid((!many).then(mark));
    let input = el("input")
        .class("opt-in")
        .attr("type", if many { "checkbox" } else { "radio" })
        .attr("name", if many { id.clone() } else { "keuze".to_owned() })
        .checked(checked)
        .change_to(cx, Event::Pick(id.clone()));
    let input = if choice.kept || (many && told.is_some()) { input.attr("disabled", "") } else { input };
    el("label").class(if choice.kept { "opt kept" } else { "opt" }).key(id).kid(input).kid(card)
}

/// The title of a pile of cards, and which card this is.
pub(super) fn sort_head(scene: Scene<'_>, (n, all): (usize, usize)) -> El {
    let count = phrases::CARD_COUNT.fill(&[("n", &n.to_string()), ("total", &all.to_string())]);
    let tip = scene.told.is_none().then(|| scene.tip_button("btn tip in")).flatten();
    el("div").class("row sorthead").kid(scene.heading()).kid(tip).kid((all > 1).then(|| el("span").class("chip end").kid(count)))
}

pub(super) fn sort(scene: Scene<'_>, groups: &[Group<'_>], count: (usize, usize)) -> El {
    let Scene { cx, board, .. } = scene;
    let tile = el("div").class("tile on").attr("data-drag", "").kid(cx.icon("pak")).kid(el("div").kid(cx.lines(&board.text)));
    let how = el("p")
        .class("how")
        .kid(cx.icon("hand"))
        .kid(el("span").kid(phrases::SORT_HOW).kid(el("span").class("keys").kid(phrases::SORT_HOW_KEYS)));
    let bins = el("div")
        .class(match groups.len() {
            2 => "bins two",
            3 => "bins",
            4 => "bins four",
            _ => "bins more",
        })
        .kids(groups.iter().enumerate().map(|(n, group)| bin(scene, n, group)));
    let page = el("div")
        .class("wrap wide stack pad")
        .kid(sort_head(scene, count))
        .kid(el("div").class("hold").kid(tile).kid(how))
        .kid(scene.tips())
        .kid(bins);
    cx.main("grow scenic").kid(page)
}

fn bin(scene: Scene<'_>, n: usize, group: &Group<'_>) -> El {
    let cx = scene.cx;
    let title = group.choice.words;
    let head = el("p")
        .class("bin-h")
        .kid(group.choice.sign.map(|sign| cx.sign(sign, "")))
        .kid(el("span").kid(title))
        .kid(el("kbd").class("keys").kid((n + 1).to_string()));
    let drop = cx
        .button("drop", Event::Pick(group.choice.id.to_owned()))
        .kid(phrases::SORT_HERE)
        .kid(el("span").class("vh").kid([": ", title].concat()));
    el("section")
        .class(if group.choice.picked() { "bin ready over" } else { "bin ready" })
        .attr("data-drop", "")
        .kid(head)
        .kid(el("span").class("pile").mute().kids(group.cards.iter().map(|_| el("i"))))
        .kid(drop)
}

pub(super) fn letter(scene: Scene<'_>, lines: &[Option<&str>]) -> El {
    let Scene { cx, board, .. } = scene;
    let chips = if let Input::Assemble(chips) = &board.input { chips.as_slice() } else { &[] };
    let pick = |chip: &Choice<'_>| {
        cx.button("pick", Event::Pick(chip.id.to_owned())).attr("aria-pressed", chip.picked().to_string()).kid(cx.words(chip.words))
    };
    let line = |line: &Option<&str>| match line {
        Some(words) => el("p").class("paper-line").kid(cx.words(words)),
        None => el("p").class("paper-line blank").kid("…"),
    };
    let now =
        el("div").class("slot").kid(cx.lines(&board.text)).kid(el("div").class("picks").kids(chips.iter().map(pick))).kid(scene.tips());
    let paper = el("section").class("sheetlet").attr("aria-label", scene.title().to_owned()).kids(lines.iter().map(line));
    let page = el("div").class("wrap wide pad stack").kid(scene.heading()).kid(el("div").class("write").kid(now).kid(paper));
    cx.main("grow mid scenic").kid(page)
}

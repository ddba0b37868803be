//! What stands on a page besides its own text: talks, law lines, steps, helpers, the question for home.

use course::catalogue::{Certainty, Helper};
use course::lesson::Lesson;

use super::super::day::day;
use super::super::draft::Draft;
use super::super::files::File;
use super::super::prose;
use super::super::shared::Shared;
use super::super::sheet::read_all;
use super::html::{escape, icon, spans};

/// Number and title of the lesson, as on the blue plate in the app.
pub(super) fn plate(shared: &Shared, lesson: &Lesson) -> String {
    let words = shared.phrase("lesson-plate").replace("{lesson}", &lesson.head.number.to_string());
    escape(&words.replace("{title}", &lesson.head.title))
}

fn card(class: &str, title: &str, inside: &str) -> String {
    if inside.is_empty() {
        return String::new();
    }
    format!("<section class=\"card{class}\"><h2>{}</h2>{inside}</section>\n", escape(title))
}

/// The questions of every talk, each with those to go on with: a pupil never gets these.
pub(super) fn talks(draft: &Draft, shared: &Shared) -> String {
    let mut all = String::new();
    for screen in draft.steps().into_iter().flat_map(|step| step.screens()) {
        let more = screen.table.texts("follow_up");
        if more.is_empty() {
            continue;
        }
        let asked: String = prose::lines(screen.table).iter().map(|line| format!("<p>{}</p>", spans(&line.line.spans))).collect();
        let more: String = more.iter().map(|words| format!("<li>{}</li>", escape(words.text))).collect();
        all.push_str(&format!("<div class=\"talk-q\">{asked}<ul>{more}</ul></div>"));
    }
    card("", shared.phrase("sheet-talk"), &all)
}

/// The law lines that the lesson names, with article, source and the day they were checked.
pub(super) fn laws(shared: &Shared, lesson: &Lesson) -> String {
    let line = |law: &course::catalogue::Law| {
        let said: String = law.spoken().iter().map(|line| format!("<p>{}</p>", escape(line))).collect();
        // An author's reference ("Curriculum sectie 2, bron 25:") means nothing to a reader; what was read does.
        let source = law.source.split_once(": ").map_or(law.source.as_str(), |(_, read)| read);
        let bill = if law.status == course::catalogue::LawStatus::Bill { " bill" } else { "" };
        format!(
            "<div class=\"lawline{bill}\">{said}<p class=\"small\">{}. {}. <span class=\"noprint\">{}</span></p></div>",
            escape(&law.article),
            escape(&shared.phrase("law-checked").replace("{date}", &day(&law.checked))),
            escape(&shared.phrase("law-source").replace("{source}", source)),
        )
    };
    card("", shared.phrase("law-title"), &lesson.laws.iter().map(line).collect::<String>())
}

/// All steps by number, each a link that opens the app there.
pub(super) fn steps(shared: &Shared, lesson: &Lesson) -> String {
    let id = &lesson.head.id;
    let step =
        |step: &course::lesson::Step| format!("<li><a href=\"../index.html#/les/{id}/{}\">{}</a></li>", step.id, escape(&step.title));
    let list = format!(
        "<p class=\"noprint\">{}</p><ol>{}</ol>",
        escape(shared.phrase("sheet-steps-how")),
        lesson.steps.iter().map(step).collect::<String>()
    );
    card(" steps", shared.phrase("sheet-steps"), &list)
}

/// Who helps: everybody on the help page of pupils.
pub(super) fn helpers(shared: &Shared, title: &str) -> String {
    let mut all: Vec<Helper> = read_all(&shared.tables(File::Helpers));
    all.retain(|helper| helper.page && helper.certainty == Certainty::Verified);
    let row = |helper: &Helper| {
        let (name, phone) = (escape(&helper.name), escape(&helper.phone));
        let name = if name == phone { String::new() } else { format!("<b>{name}</b> ") };
        format!("<li><a href=\"tel:{}\">{name}{phone}</a><span>{}</span></li>", helper.dial(), escape(&helper.about))
    };
    let list =
        if all.is_empty() { String::new() } else { format!("<ul class=\"numbers\">{}</ul>", all.iter().map(row).collect::<String>()) };
    card("", shared.phrase(title), &list)
}

/// The question that the child asks, and what helps to say.
pub(super) fn at_home(shared: &Shared, lesson: &Lesson) -> String {
    let asked = format!("<p class=\"bubble quote\">{}</p>", escape(&lesson.head.home));
    let say = ["home-say", "home-told", "home-together"].map(|key| format!("<p>{}</p>", escape(shared.phrase(key)))).concat();
    let kept = ["home-privacy", "promise-2"].map(|key| format!("<p>{}</p>", escape(shared.phrase(key)))).concat();
    [
        card(" sun", shared.phrase("home-ask"), &asked),
        card("", shared.phrase("home-say-title"), &say),
        card("", shared.phrase("promise-title"), &kept),
    ]
    .concat()
}

/// Every lesson with its pages, and what we promise.
pub(super) fn overview(shared: &Shared, lessons: &[Lesson]) -> String {
    let link = |class: &str, href: String, words: &str, title: &str| {
        format!("<a class=\"btn{class}\" href=\"{href}\">{}<span class=\"vh\">: {title}</span></a>", escape(shared.phrase(words)))
    };
    let row = |lesson: &Lesson| {
        let (id, number) = (&lesson.head.id, lesson.head.number);
        let title = escape(&lesson.head.title);
        let minutes = shared.phrase("map-minutes").replace("{n}", &lesson.head.minutes.to_string());
        format!(
            "<li class=\"lesson\"><svg class=\"sign\" viewBox=\"0 0 64 64\" aria-hidden=\"true\"><use href=\"{{{{signs.svg}}}}#signs-l{number}\"/></svg>\
             <span><b>{number}. {title}</b><br><span class=\"small soft\">{}</span></span><span class=\"facts\">{}{}{}</span></li>",
            escape(&minutes),
            link("", format!("leraar/{id}.html"), "desk-title", &title),
            link("", format!("thuis/{id}.html"), "home-title", &title),
            link(" go", format!("index.html#/les/{id}"), "sheet-start", &title),
        )
    };
    let promises: String = (1..=8).map(|n| format!("<li>{}</li>", escape(shared.phrase(&format!("promise-{n}"))))).collect();
    format!(
        "<div class=\"wrap stack pad\"><h1>{}</h1><p>{}</p><section class=\"card\"><h2 class=\"row\">{}{}</h2><ul class=\"lessons\">{}</ul></section>\n{}</div>",
        escape(shared.phrase("welcome-grown-up")),
        escape(shared.phrase("sheet-intro")),
        icon("", "bord"),
        escape(shared.phrase("sheet-lessons")),
        lessons.iter().map(row).collect::<String>(),
        card(
            " blue",
            shared.phrase("promise-title"),
            &format!("<ul>{promises}</ul><p><a href=\"over.html\">{}</a></p>", escape(shared.phrase("about-title")))
        ),
    )
}

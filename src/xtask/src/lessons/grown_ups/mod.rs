//! Pages for teacher and parent: plain HTML without a script, to read on a screen and to print on A4.
//!
//! `teacher.md` becomes `leraar/<lesson>.html` and `parents.md` becomes `thuis/<lesson>.html`; what the lesson names by
//! id (law lines, talks, steps) and who helps stand below it, and `volwassenen.html` leads to them all. The frame is
//! `static/volwassenen.html`, the fixed words are phrases.
//!
//! The rule a reader could break: nothing of this goes into the pupil's app, and every word passes through
//! [`html::escape`]: the build fills `{{names}}` in afterwards, so a text may not bring a brace or a tag of its own.
//!
//! Where to extend: a part of a page is a function in `parts.rs` and a line in [`of_lesson`].

use course::lesson::Lesson;

use super::draft::Draft;
use super::files::{END, FRAME, PAGES};
use super::output::Output;
use super::pages::{self, Block};
use super::shared::Shared;
use super::source::Source;
use html::{escape, icon};

mod about;
pub(super) mod html;
mod parts;

/// The two pages of a sound lesson; none where there is no frame.
pub fn of_lesson(draft: &Draft, shared: &Shared, lesson: &Lesson) -> Vec<Output> {
    let [teacher, parents] = PAGES.map(|name| blocks(draft, shared, name));
    let id = &lesson.head.id;
    let opening = draft.screens().first().and_then(|screen| screen.table.text("picture")).map(|name| (0, name.text));
    let teacher = [
        cover(shared, lesson, &teacher, "desk-title", opening, ("thuis", "home-title")),
        "<div class=\"blocks\">".to_owned(),
        html::sections(&teacher),
        "</div><div class=\"blocks more\">".to_owned(),
        parts::talks(draft, shared),
        parts::laws(shared, lesson),
        parts::steps(shared, lesson),
        parts::helpers(shared, "helper-title"),
        "</div>".to_owned(),
    ];
    let has_end = draft.files.iter().any(|file| file.ends_with(&["/pictures/", END, ".svg"].concat()));
    let parents = [
        cover(
            shared,
            lesson,
            &parents,
            "home-title",
            has_end.then_some((lesson.steps.last().map_or(0, |step| step.album), END)),
            ("leraar", "desk-title"),
        ),
        "<div class=\"blocks home\">".to_owned(),
        html::sections(&parents),
        parts::at_home(shared, lesson),
        parts::helpers(shared, "home-help"),
        "</div>".to_owned(),
    ];
    let page = |folder: &str, who: &str, main: String| {
        let title = [&parts::plate(shared, lesson), " - ", shared.phrase(who)].concat();
        framed(shared, &[folder, "/", id, ".html"].concat(), "../", &title, &main)
    };
    [page("leraar", "desk-title", teacher.concat()), page("thuis", "home-title", parents.concat())].into_iter().flatten().collect()
}

/// The page that leads to the pages of these lessons.
pub fn overview(shared: &Shared, lessons: &[Lesson]) -> Option<Output> {
    let main = parts::overview(shared, lessons);
    framed(shared, "volwassenen.html", "", shared.phrase("welcome-grown-up"), &main)
}

/// The page about the course: promises, licences, version, what works for whom; and the list of all hard words.
pub fn about(shared: &Shared) -> Vec<Output> {
    let about = framed(shared, "over.html", "", shared.phrase("about-title"), &about::page(shared));
    let words = framed(shared, "woorden.html", "", shared.phrase("terms-title"), &about::words(shared));
    about.into_iter().chain(words).collect()
}

fn blocks(draft: &Draft, shared: &Shared, name: &str) -> Vec<Block> {
    let path = draft.path(name);
    shared.tree.text(&path).map(|text| pages::parse(&Source::new(path, text)).0).unwrap_or_default()
}

/// The top of a page: the picture, which lesson, the title, how long, and the way on.
fn cover(shared: &Shared, lesson: &Lesson, page: &[Block], who: &str, picture: Option<(u8, &str)>, other: (&str, &str)) -> String {
    let id = &lesson.head.id;
    let picture = picture.map(|(album, name)| {
        let href = format!("../{{{{les/{id}/{album}.svg}}}}#{}", escape(name));
        format!(
            "<svg class=\"cover-pic\" viewBox=\"0 0 1400 640\" preserveAspectRatio=\"xMidYMax slice\" aria-hidden=\"true\"><use href=\"{href}\"/></svg>"
        )
    });
    let titles = page.iter().filter_map(|block| match block {
        Block::Heading { level: 1, words } => Some(format!("<h1>{}</h1>", html::spans(words))),
        _ => None,
    });
    // How long it takes in class says nothing to a parent.
    let minutes = shared.phrase("map-minutes").replace("{n}", &lesson.head.minutes.to_string());
    let minutes = if who == "desk-title" {
        format!("<span class=\"chip\">{}{}</span>", icon("../", "klok"), escape(&minutes))
    } else {
        String::new()
    };
    format!(
        "<div class=\"cover\">{}<div class=\"cover-in\"><p><span class=\"plate\">{}</span></p>{}\
         <p class=\"facts\">{minutes}<span class=\"chip\">{}{}</span></p>\
         <p class=\"facts noprint\"><a class=\"btn go\" href=\"../index.html#/les/{id}\">{}{}</a><a class=\"btn\" href=\"../{}/{id}.html\">{}</a></p>\
         <p class=\"small soft noprint\">{}</p></div></div>\n",
        picture.unwrap_or_default(),
        parts::plate(shared, lesson),
        titles.collect::<String>(),
        icon("../", "boek"),
        escape(shared.phrase(who)),
        escape(shared.phrase("sheet-start")),
        icon("../", "verder"),
        other.0,
        escape(shared.phrase(other.1)),
        escape(shared.phrase("sheet-print")),
    )
}

/// Puts a page in the frame; `up` leads from the page to the top of the site.
fn framed(shared: &Shared, name: &str, up: &str, title: &str, main: &str) -> Option<Output> {
    let frame = shared.tree.text(FRAME)?;
    let page = frame.replace("{{up}}", up).replace("{{title}}", &escape(title));
    let page =
        ["skip:jump-sr", "brand:brand", "back:to-map", "grown:welcome-grown-up", "foot:print-practice"].iter().fold(page, |page, pair| {
            let (place, key) = pair.split_once(':').unwrap_or_default();
            page.replace(&["{{", place, "}}"].concat(), &escape(shared.phrase(key)))
        });
    Some(Output { name: name.to_owned(), bytes: page.replace("{{main}}", main).into_bytes() })
}

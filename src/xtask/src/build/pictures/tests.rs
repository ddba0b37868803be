//! What an author writes, and what the app gets.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Art, Fault, flatten};

const STYLES: &str = "@layer a,b; @layer a{ :root{--ink:#123456} [data-theme=dark]{--ink:#fff}
    .p-noor{--skin:#e6b48c;--top:#ffc533} .p-bo{--skin:#fbd3bd;--top:#5b6b8f} .p-bo.kade{--top:#14616b}
    @media print{.p-noor{--skin:#000}} }";

const FACES: &str = r##"<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="neus" stroke="var(--skin)"><path d="M1 1"/></g></defs>
    <symbol id="noor-k" viewBox="0 0 100 100" stroke="var(--ink)" stroke-width="var(--stroke,2.6)"><use href="#neus" y="3"/></symbol></svg>"##;

fn flatten(body: &str) -> Result<String, Vec<Fault>> {
    let sources = BTreeMap::from([("art/faces.svg".to_owned(), FACES.to_owned())]);
    let art = Art::new(sources, STYLES);
    let source = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 360\">\n{body}\n</svg>");
    let mut faults = Vec::new();
    let documents = art.documents().unwrap();
    let picture = flatten::picture(Path::new("proef.svg"), &source, &documents, &art.palette, &mut faults);
    let start = r#"<symbol id="proef" viewBox="0 0 480 360">"#;
    if faults.is_empty() { Ok(picture.replace(start, "").replace("</symbol>", "")) } else { Err(faults) }
}

#[test]
fn a_colour_comes_from_the_nearest_cast_member_around() {
    let body = r#"<g class="p-noor"><g class="p-bo"><path d="M0 0" fill="var(--skin)"/></g><path d="M1 1" fill="var(--skin)"/></g>"#;
    assert_eq!(flatten(body).unwrap(), r##"<path d="M0 0" fill="#fbd3bd"/><path d="M1 1" fill="#e6b48c"/>"##);
}

#[test]
fn a_shirt_of_the_team_wins_over_the_own_one() {
    let body = r#"<circle class="p-bo kade" r="1" fill="var(--top)"/>"#;
    assert_eq!(flatten(body).unwrap(), r##"<circle r="1" fill="#14616b"/>"##);
}

#[test]
fn a_colour_outside_the_cast_comes_from_the_light_theme_or_the_fallback() {
    let body = r#"<circle r="1" fill="var(--ink)" stroke="var(--pants,#33456f)"/>"#;
    assert_eq!(flatten(body).unwrap(), r##"<circle r="1" fill="#123456" stroke="#33456f"/>"##);
}

#[test]
fn a_use_becomes_a_window_and_a_use_within_it_a_moved_group() {
    let body = r#"<g class="p-noor"><use href="art/faces.svg#noor-k" x="-46" y="-202" width="92" height="92"/></g>"#;
    assert_eq!(
        flatten(body).unwrap(),
        r##"<svg x="-46" y="-202" width="92" height="92" viewBox="0 0 100 100" overflow="visible" stroke="#123456" stroke-width="2.6"><g transform="translate(0 3)"><g stroke="#e6b48c"><path d="M1 1"/></g></g></svg>"##
    );
}

#[test]
fn words_get_the_font_of_the_board() {
    let body = r#"<text class="bordtekst" x="5" font-size="30">R E M</text>"#;
    assert_eq!(
        flatten(body).unwrap(),
        r##"<text x="5" font-size="30" font-family="sans-serif" font-weight="600" fill="#14213d">R E M</text>"##
    );
}

#[test]
fn what_is_not_allowed_is_told_with_its_line_all_at_once() {
    let body = "<image href=\"x.png\"/>\n<path style=\"fill:red\" d=\"M0 0\"/>\n<g class=\"p-nor\"/>\n<path fill=\"url(#v)\"/>";
    let told: Vec<String> =
        flatten(body).unwrap_err().iter().map(|fault| format!("{}:{}: {}", fault.line, fault.column, fault.message)).collect();
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[0].starts_with("2:1: <image> mag niet"));
    assert!(told[1].starts_with("3:7: `style` mag niet"));
    assert!(told[2].starts_with("4:1: de klas kent geen `p-nor`; wel: p-bo, p-noor"));
    assert!(told[3].starts_with("5:7: `fill` mag niet naar iets anders verwijzen"));
    assert_eq!(flatten(body).unwrap_err()[3].excerpt, "fill=\"url(#v)\"/>");
}

#[test]
fn a_fault_inside_shared_art_is_told_where_the_picture_calls_it() {
    let told = flatten("\n<use href=\"art/faces.svg#noor-k\" width=\"9\" height=\"9\"/>").unwrap_err();
    assert_eq!((told[0].line, told[0].column), (3, 1));
    assert!(told[0].message.contains("--skin heeft hier geen kleur"));
}

#[test]
fn art_that_does_not_exist_is_a_fault() {
    let told = flatten("<use href=\"art/faces.svg#weg\"/><use href=\"art/gezicht.svg#noor\"/>").unwrap_err();
    assert_eq!(told[0].message, "in art/faces.svg staat geen `weg`");
    assert!(told[1].message.contains("kies uit art/faces.svg"));
}

#[test]
fn a_broken_file_is_told_with_its_line() {
    let told = flatten("<g>").unwrap_err();
    assert!(told[0].message.starts_with("dit is geen geldige SVG"));
    assert_eq!(told[0].line, 3);
}

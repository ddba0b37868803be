//! Blocks as HTML: headings open a section, everything is escaped.

use course::text::Span;

use super::super::pages::Block;

/// Words without any meaning for HTML, nor for the placeholders that the build fills in.
pub(in super::super) fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '{' => out.push_str("&#123;"),
            other => out.push(other),
        }
    }
    out
}

/// An icon of the house; `up` leads to the top of the site.
pub(super) fn icon(up: &str, name: &str) -> String {
    format!("<svg class=\"ic\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"{up}{{{{icons.svg}}}}#icons-{name}\"/></svg>")
}

/// Words with their stress.
pub(super) fn spans(spans: &[Span]) -> String {
    spans.iter().map(|span| if span.strong { format!("<strong>{}</strong>", escape(&span.words)) } else { escape(&span.words) }).collect()
}

/// The blocks below the title; each heading of level 2 opens a card, what stands before the first one is a card too.
pub(super) fn sections(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut open = false;
    for block in blocks {
        match block {
            Block::Heading { level: 1, .. } => continue,
            Block::Heading { level: 2, words } => {
                if open {
                    out.push_str("</section>\n");
                }
                // A heading that asks is about care: what to do when it happens.
                let asks = words.last().is_some_and(|span| span.words.trim_end().ends_with('?'));
                out.push_str(&format!("<section class=\"card{}\"><h2>{}</h2>", if asks { " sun" } else { "" }, spans(words)));
                open = true;
                continue;
            }
            _ if !open => {
                out.push_str("<section class=\"card\">");
                open = true;
            }
            _ => {}
        }
        out.push_str(&self::block(block));
    }
    if open {
        out.push_str("</section>\n");
    }
    out
}

fn block(block: &Block) -> String {
    let list = |tag: &str, entries: &[Vec<Span>]| {
        let entries: String = entries.iter().map(|entry| format!("<li>{}</li>", spans(entry))).collect();
        format!("<{tag}>{entries}</{tag}>")
    };
    match block {
        Block::Heading { level, words } => format!("<h{level}>{}</h{level}>", spans(words)),
        Block::Paragraph(words) => format!("<p>{}</p>", spans(words)),
        Block::List(entries) => list("ul", entries),
        Block::Numbered(entries) => list("ol", entries),
        Block::Table { head, rows } => {
            let head: String = head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", spans(cell))).collect();
            let row = |row: &Vec<Vec<Span>>| {
                let cells = row.iter().enumerate().map(|(n, cell)| match n {
                    0 => format!("<th scope=\"row\">{}</th>", spans(cell)),
                    _ => format!("<td>{}</td>", spans(cell)),
                });
                format!("<tr>{}</tr>", cells.collect::<String>())
            };
            format!("<table><thead><tr>{head}</tr></thead><tbody>{}</tbody></table>", rows.iter().map(row).collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> Vec<Span> {
        vec![Span::plain(words)]
    }

    #[test]
    fn words_bring_no_tag_and_no_placeholder() {
        assert_eq!(escape("<b> & \"x\" {{art.svg}}"), "&lt;b&gt; &amp; &quot;x&quot; &#123;&#123;art.svg}}");
    }

    #[test]
    fn every_heading_opens_a_card_and_one_that_asks_is_told_apart() {
        let page = [
            Block::Heading { level: 1, words: plain("Les") },
            Block::Paragraph(plain("eerst")),
            Block::Heading { level: 2, words: plain("Nu?") },
            Block::Numbered(vec![plain("een")]),
        ];
        let drawn = sections(&page);
        assert_eq!(
            drawn,
            "<section class=\"card\"><p>eerst</p></section>\n<section class=\"card sun\"><h2>Nu?</h2><ol><li>een</li></ol></section>\n"
        );
    }
}

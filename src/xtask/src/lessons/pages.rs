//! The pages for grown-ups: from Markdown to a closed set of blocks.
//!
//! The rule a reader could break: what Markdown can say and a block cannot (HTML, a picture, a link, a list in a list)
//! is a finding, never silently dropped. A comment (`<!-- -->`) is a note for authors.
//!
//! Where to extend: a new sort of block is a variant of [`Block`]; the compiler then shows where `sheets` must draw it.

use std::ops::Range;
use std::sync::Arc;

use course::text::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::files::PAGES;
use super::finding::Finding;
use super::shared::Shared;
use super::source::{Source, Spot};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: level 1 is the title of the page.
    Heading {
        /// From 1 to 3.
        level: u8,
        /// Its words.
        words: Vec<Span>,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list with bullets; each entry is one paragraph.
    List(Vec<Vec<Span>>),
    /// A list with numbers, counted from 1.
    Numbered(Vec<Vec<Span>>),
    /// A table. Every row has as many cells as the head.
    Table {
        /// The words above the columns.
        head: Vec<Vec<Span>>,
        /// The rows below it.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// What the pages of a lesson hold that cannot be shown.
pub fn marks(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let texts = PAGES.iter().filter_map(|name| Some((draft.path(name), shared.tree.text(&draft.path(name))?)));
    texts.flat_map(|(path, text)| parse(&Source::new(path, text)).1).collect()
}

/// Parses a page.
pub fn parse(source: &Arc<Source>) -> (Vec<Block>, Vec<Finding>) {
    let mut page = Page { source, blocks: Vec::new(), found: Vec::new(), spans: Vec::new(), strong: 0, rows: Vec::new(), lists: 0 };
    for (event, range) in Parser::new_ext(&source.text, Options::ENABLE_TABLES).into_offset_iter() {
        page.take(event, range);
    }
    (page.blocks, page.found)
}

/// A page that is being put together.
struct Page<'a> {
    source: &'a Arc<Source>,
    blocks: Vec<Block>,
    found: Vec<Finding>,
    /// Words of the paragraph, entry or cell at hand.
    spans: Vec<Span>,
    strong: usize,
    /// Entries of the list, or cells of the row, at hand; a table keeps its finished rows in its block.
    rows: Vec<Vec<Span>>,
    lists: usize,
}

impl Page<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.say(&words),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Html(html) | Event::InlineHtml(html) if html.trim_start().starts_with("<!--") => {}
            Event::Html(_) | Event::InlineHtml(_) => self.cannot("HTML", range),
            _ => self.cannot("dit teken", range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::List(first) => {
                self.lists += 1;
                if self.lists > 1 {
                    self.cannot("een lijst in een lijst", range);
                } else {
                    self.blocks.push(if first.is_some() { Block::Numbered(Vec::new()) } else { Block::List(Vec::new()) });
                }
            }
            Tag::Table(_) => self.blocks.push(Block::Table { head: Vec::new(), rows: Vec::new() }),
            Tag::Heading { level, .. } if level > HeadingLevel::H3 => self.cannot("een kop van deze diepte", range),
            Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell | Tag::HtmlBlock => {}
            Tag::Image { .. } => self.cannot("een plaatje", range),
            Tag::Link { .. } => self.cannot("een link", range),
            Tag::BlockQuote(_) => self.cannot("een citaat met >", range),
            Tag::CodeBlock(_) => self.cannot("code, of een regel die inspringt", range),
            _ => self.cannot("deze opmaak", range),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = self.strong.saturating_sub(1),
            TagEnd::Heading(level) => {
                let words = self.words();
                self.blocks.push(Block::Heading { level: level as u8, words });
            }
            TagEnd::Paragraph if self.lists == 0 => {
                let words = self.words();
                self.blocks.push(Block::Paragraph(words));
            }
            TagEnd::Paragraph => self.say(" "),
            TagEnd::Item | TagEnd::TableCell => {
                let words = self.words();
                self.rows.push(words);
            }
            TagEnd::List(_) => {
                self.lists -= 1;
                self.finish_list();
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let cells = std::mem::take(&mut self.rows);
                if let Some(Block::Table { head, rows }) = self.blocks.last_mut() {
                    if tag == TagEnd::TableHead { *head = cells } else { rows.push(cells) }
                }
            }
            _ => {}
        }
    }

    fn finish_list(&mut self) {
        if self.lists == 0 {
            let entries = std::mem::take(&mut self.rows);
            if let Some(Block::List(list) | Block::Numbered(list)) = self.blocks.last_mut() {
                *list = entries;
            }
        }
    }

    fn say(&mut self, words: &str) {
        let strong = self.strong > 0;
        match self.spans.last_mut() {
            Some(span) if span.strong == strong => span.words.push_str(words),
            _ => self.spans.push(Span { strong, ..Span::plain(words) }),
        }
    }

    /// The words said so far, without space at the end.
    fn words(&mut self) -> Vec<Span> {
        if let Some(last) = self.spans.last_mut() {
            last.words.truncate(last.words.trim_end().len());
        }
        self.spans.retain(|span| !span.words.is_empty());
        std::mem::take(&mut self.spans)
    }

    fn cannot(&mut self, what: &str, range: Range<usize>) {
        let fault = Finding::new(Spot::new(self.source, range.start, range.end), "opmaak", format!("Het blad kan {what} niet laten zien."));
        if self.found.last().is_some_and(|last| last.line() == fault.line()) {
            return;
        }
        self.found.push(fault.allowed("Dit kan: # kop, alinea, - lijst, 1. lijst, tabel, **nadruk**. Een adres schrijf je uit."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> Vec<Span> {
        vec![Span::plain(words)]
    }

    #[test]
    fn a_page_becomes_blocks() {
        let page = "# Les 5\n\nWaar het **om** gaat.\n\n- een\n- twee\n\n1. eerst\n\n| Min | 45 |\n|---|---|\n| Haak | 5 |\n";
        let (blocks, found) = parse(&Source::new("teacher.md", page));
        assert_eq!(found, []);
        assert_eq!(blocks[0], Block::Heading { level: 1, words: plain("Les 5") });
        assert!(matches!(&blocks[1], Block::Paragraph(spans) if spans.len() == 3 && spans[1].strong && spans[1].words == "om"));
        assert_eq!(blocks[2], Block::List(vec![plain("een"), plain("twee")]));
        assert_eq!(blocks[3], Block::Numbered(vec![plain("eerst")]));
        assert_eq!(blocks[4], Block::Table { head: vec![plain("Min"), plain("45")], rows: vec![vec![plain("Haak"), plain("5")]] });
    }

    #[test]
    fn what_cannot_be_shown_is_told_with_its_line() {
        let (_, found) = parse(&Source::new("teacher.md", "Een\n\n<b>vet</b>\n\n<!-- een noot -->\n\n[hier](https://example.org)\n"));
        let lines: Vec<usize> = found.iter().map(Finding::line).collect();
        assert_eq!(lines, [3, 7]);
    }
}

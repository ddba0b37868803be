//! All findings of one check, to print or to hand to another program. The drawing itself is miette's.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use serde_json::Value;

use super::finding::Finding;

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The faults, by file and place.
    pub findings: Vec<Finding>,
    /// How many lessons were looked at.
    pub lessons: usize,
}

impl Report {
    /// Everything in words, with the offending lines; in colour if asked.
    pub fn to_text(&self, colour: bool) -> String {
        let drawn: String = self.findings.iter().map(|finding| draw(finding, colour)).collect();
        drawn + &self.summary() + "\n"
    }

    /// One line: how many faults, in how many lessons.
    pub fn summary(&self) -> String {
        let lessons = if self.lessons == 1 { "1 les".to_owned() } else { format!("{} lessen", self.lessons) };
        match self.findings.len() {
            0 => format!("Geen fouten. Nagekeken: {lessons}."),
            1 => format!("1 fout. Nagekeken: {lessons}. Wat een code betekent, staat in lessons/README.md."),
            n => format!("{n} fouten. Nagekeken: {lessons}. Wat een code betekent, staat in lessons/README.md."),
        }
    }

    /// A list with one object a finding.
    pub fn to_json(&self) -> Value {
        self.findings.iter().map(Finding::to_json).collect()
    }

    /// 0 when nothing was found, else 1.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.findings.is_empty())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&draw(self, false))
    }
}

/// Draws one finding: code, message, file with line and column, the line with a caret, and help.
fn draw(finding: &Finding, colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_context_lines(1).with_wrap_lines(false);
    let mut drawn = String::new();
    match handler.render_report(&mut drawn, &Drawing::new(finding)) {
        Ok(()) => drawn + "\n",
        Err(_) => format!("{}:{}: {} [{}]\n", finding.file(), finding.line(), finding.message, finding.code),
    }
}

/// A finding in the form that miette draws.
#[derive(Debug)]
struct Drawing<'a> {
    finding: &'a Finding,
    source: NamedSource<String>,
}

impl<'a> Drawing<'a> {
    fn new(finding: &'a Finding) -> Self {
        Drawing { finding, source: NamedSource::new(finding.file(), finding.source.text.clone()) }
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file that is not there has no line to show, and then miette leaves out its name too.
        if self.finding.source.text.is_empty() {
            write!(f, "{}: ", self.finding.file())?;
        }
        f.write_str(&self.finding.message)
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.finding.code))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.finding.help().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.finding.source.text.is_empty()).then_some(&self.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let length = self.finding.end.saturating_sub(self.finding.start);
        Some(Box::new(std::iter::once(LabeledSpan::new(None, self.finding.start, length))))
    }
}

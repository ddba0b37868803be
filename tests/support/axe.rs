//! Whether axe-core finds something on the page as it stands.

use std::{env, fs};

use anyhow::{Context, Result};

use crate::Browser;

/// The rules of WCAG 2.2 A and AA, and axe's own best practices, once everything stands still.
const RUN: &str = "Promise.all(document.getAnimations().filter((a) => a.playState === 'running' && a.effect.getComputedTiming().endTime < 5000).map((a) => a.finished.catch(() => {}))).then(() => axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(' | ')).join('\\n'))";

impl Browser {
    /// What axe finds on the page as it stands; empty when nothing.
    ///
    /// # Errors
    /// When axe cannot be run.
    pub async fn axe(&self) -> Result<String> {
        if self.ask("typeof window.axe").await? == "undefined" {
            let source = fs::read_to_string(env::var("OOW_AXE").context("OOW_AXE names no file")?)?;
            self.page.execute(source, Vec::new()).await?;
        }
        self.fetch(RUN).await
    }
}

//! A lesson played by keyboard alone, on whatever stands on the screen.
//!
//! The rule a reader could break: only real key presses reach the page, as a pupil's would. Scripts look, they never
//! press. It knows ways to answer, not lessons: a new way to answer is an arm of `answer`.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::Browser;

/// More screens than any lesson has: a walk that gets here goes round in circles.
const MOST: usize = 400;

/// What stands on the screen, as far as a player needs to know.
const LOOK: &str = "(() => { const there = (css) => [...document.querySelectorAll('#app ' + css)].filter((e) => e.checkVisibility() && !e.disabled); const text = (css) => document.querySelector('#app ' + css)?.textContent ?? ''; return JSON.stringify({ hash: location.hash, focus: document.activeElement?.id ?? '', title: text('#titel'), words: text('#hoofd'), told: text('#uitleg h2'), heard: text('[role=status][aria-live]'), count: Object.fromEntries(['.opt-in[type=radio]', '.opt-in[type=checkbox]', '.drop', '.judge .btn', '.reply', '.pick', '.memo:not(.kept)', '.ask > .btn:not([aria-expanded])', '.foot .btn.go', '.acts .btn.go'].map((css) => [css, there(css).length])) }); })()";

/// What a player sees.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Seen {
    /// The address after `#`.
    pub hash: String,
    /// Id of what has the focus.
    pub focus: String,
    /// The heading.
    pub title: String,
    /// All words of the screen.
    pub words: String,
    /// The heading of the explanation; empty when there is none.
    pub told: String,
    /// What a screen reader was told last.
    pub heard: String,
    count: BTreeMap<String, usize>,
}

impl Seen {
    /// How many of these can be used now.
    pub fn count(&self, css: &str) -> usize {
        self.count.get(css).copied().unwrap_or(0)
    }

    /// Whether another screen, or another state of it, stands there.
    fn differs(&self, other: &Seen) -> bool {
        (&self.hash, &self.words, &self.told) != (&other.hash, &other.words, &other.told)
    }
}

impl Browser {
    /// Presses a key.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press(&self, key: impl AsRef<str>) -> Result<()> {
        Ok(self.page.action_chain().send_keys(key.as_ref()).perform().await?)
    }

    /// Presses Tab until this has the focus; Shift and Tab when it stands before where the focus is, as a reader would who
    /// sees it. (Past the end of a page the focus goes through the browser's own bar, where some drivers lose it.)
    ///
    /// # Errors
    /// When Tab never comes there.
    pub async fn tab_to(&self, css: &str) -> Result<()> {
        let css = serde_json::to_string(css)?;
        let there = format!("document.activeElement.matches({css})");
        let before = format!(
            "Boolean(document.querySelector({css})?.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"
        );
        let back = self.ask(&before).await? == "true" && self.ask("document.activeElement !== document.body").await? == "true";
        let tab = char::from(Key::Tab).to_string();
        for _ in 0..60 {
            if back {
                self.page.action_chain().key_down(char::from(Key::Shift)).send_keys(&tab).key_up(char::from(Key::Shift)).perform().await?;
            } else {
                self.press(&tab).await?;
            }
            if self.ask(&there).await? == "true" {
                return Ok(());
            }
        }
        bail!("Tab never comes to {css}; {}", self.stands().await)
    }

    /// Tab to this, then Enter.
    ///
    /// # Errors
    /// When Tab never comes there.
    pub async fn enter_on(&self, css: &str) -> Result<()> {
        self.tab_to(css).await?;
        self.press(char::from(Key::Enter).to_string()).await
    }

    /// What stands on the screen now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn look(&self) -> Result<Seen> {
        let seen = self.ask(LOOK).await?;
        serde_json::from_str(&seen).context(seen)
    }

    /// Plays the open lesson to its end page. Each new screen and each explanation is shown to `visit` once it is known
    /// to have the focus where it belongs.
    ///
    /// # Errors
    /// When the keyboard does not lead on, the focus is elsewhere, or an explanation is not told.
    pub async fn play_by_keyboard(&self, mut visit: impl AsyncFnMut(&Seen) -> Result<()>) -> Result<usize> {
        let mut goes: BTreeMap<String, usize> = BTreeMap::new();
        for n in 0..MOST {
            let seen = self.settled().await?;
            visit(&seen).await?;
            if seen.hash.ends_with("/klaar") {
                return Ok(n);
            }
            // Messages may have arrived meanwhile.
            let seen = self.look().await?;
            let go = goes.entry(format!("{} {}", seen.hash, seen.words)).or_default();
            let turn = *go;
            *go += usize::from(seen.told.is_empty());
            self.answer(&seen, turn).await.with_context(|| format!("at {} with {:?}", seen.hash, seen.count))?;
            let until = Instant::now() + Duration::from_secs(10);
            while !self.look().await?.differs(&seen) {
                ensure!(Instant::now() < until, "nothing came of the keys; {}", self.stands().await);
            }
        }
        bail!("no end after {MOST} screens; {}", self.stands().await)
    }

    /// Waits until the focus is where it belongs: on the explanation, or else on the heading of the screen.
    async fn settled(&self) -> Result<Seen> {
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            let seen = self.look().await?;
            let told = !seen.told.is_empty();
            if (told && seen.focus == "uitleg" && seen.heard.contains(&seen.told)) || (!told && seen.focus == "titel") {
                return Ok(seen);
            }
            ensure!(Instant::now() < until, "focus or announcement is elsewhere: {seen:?}");
        }
    }

    /// One answer, or on. Another go takes another answer, so that a ride that comes back gets out.
    async fn answer(&self, seen: &Seen, turn: usize) -> Result<()> {
        let number = |css: &str| char::from(b'1' + (turn % seen.count(css).clamp(1, 9)) as u8).to_string();
        if !seen.told.is_empty() {
            return self.enter_on(".acts .btn.go").await;
        }
        // The messages of a chat have all come, or are asked for.
        if seen.count(".ask > .btn:not([aria-expanded])") > 0 {
            return match self.enter_on(".ask > .btn:not([aria-expanded])").await {
                Err(_) if self.look().await?.differs(seen) => Ok(()),
                pressed => pressed,
            };
        }
        if seen.count(".opt-in[type=radio]") > 0 {
            if turn > 0 {
                return self.press(number(".opt-in[type=radio]")).await;
            }
            self.tab_to(".opt-in").await?;
            return self.press(" ").await;
        }
        if seen.count(".opt-in[type=checkbox]") > 0 {
            for nth in 0..=turn.min(seen.count(".opt-in[type=checkbox]") - 1) {
                self.tab_to(".opt-in:not(:checked)").await.with_context(|| format!("box {nth}"))?;
                self.press(" ").await?;
            }
            return self.enter_on(".foot .btn.go").await;
        }
        if seen.count(".memo:not(.kept)") > 0 {
            // Two tiles that are closed; at another go the second lies further on.
            self.enter_on(".memo:not(.kept)").await?;
            for _ in 0..=turn % (seen.count(".memo:not(.kept)") - 1).max(1) {
                self.tab_to(".memo:not(.kept):not(.open)").await?;
            }
            return self.press(char::from(Key::Enter).to_string()).await;
        }
        for css in [".drop", ".judge .btn", ".reply", ".pick"] {
            if seen.count(css) == 0 {
                continue;
            }
            if turn > 0 {
                return self.press(number(css)).await;
            }
            return self.enter_on(css).await;
        }
        self.enter_on(".foot .btn.go").await
    }
}

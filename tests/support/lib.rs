//! What the journeys share: a server with the faults of real networks, a browser, and a few words for what a pupil does.
//!
//! The rule a reader could break: a journey tells of one thing a pupil, teacher or host would notice, and can fail.
//! A new journey is a function in the file of its idea under `journeys/`; a new word goes here.

mod axe;
mod browser;
mod driver;
mod emulate;
mod engine;
mod kept;
mod keys;
mod profile;
mod server;
mod version;

use std::env;
use std::path::PathBuf;

use anyhow::Result;

pub use browser::{Browser, Wish};
pub use emulate::Before;
pub use engine::Engine;
pub use kept::{Kept, copies, damaged, strict};
pub use keys::Seen;
pub use profile::{Profile, scratch};
pub use server::{Fault, Server};
pub use version::Version;

/// The built folder under test; `None` when the journeys were not asked for.
pub fn built() -> Option<PathBuf> {
    env::var_os("OOW_DIST").map(PathBuf::from)
}

/// Runs a journey at `/` with a Chromium of its own; nothing to do when no build was named.
///
/// # Errors
/// When the journey does not come to its end.
pub async fn journey(go: impl AsyncFnOnce(&Browser, &Server) -> Result<()>) -> Result<()> {
    journey_under("/", Wish::default(), go).await
}

/// Runs a journey under a base path, with a browser as wished.
///
/// # Errors
/// When the journey does not come to its end.
pub async fn journey_under(base: &str, wish: Wish, go: impl AsyncFnOnce(&Browser, &Server) -> Result<()>) -> Result<()> {
    let Some(folder) = built() else {
        println!("no OOW_DIST: the journeys run through `cargo xtask test`");
        return Ok(());
    };
    let server = Server::start(folder, base).await?;
    let browser = Browser::start_as(wish).await?;
    go(&browser, &server).await
}

impl Browser {
    /// Chooses an animal and opens the lesson from the road, as on a first visit.
    ///
    /// # Errors
    /// When a step of it cannot be taken.
    pub async fn first_visit(&self, url: &str) -> Result<()> {
        self.page.goto(url).await?;
        self.tap("a.btn.go[href='#/dier']").await?;
        self.tap("button.animal").await?;
        self.tap("a[href='#/les/groepsapp']").await?;
        self.see(".spread h1").await?;
        Ok(())
    }

    /// Through the four panels of the story to the prediction.
    ///
    /// # Errors
    /// When a panel does not come.
    pub async fn read_the_story(&self) -> Result<()> {
        for panel in 1..=4 {
            self.see(&format!(".stage use[href$='#paneel-{panel}']")).await?;
            self.tap(".foot .btn.go").await?;
        }
        self.see("fieldset .opt-in").await?;
        Ok(())
    }

    /// Through what is only read, to the options.
    ///
    /// # Errors
    /// When nothing more comes.
    pub async fn to_the_question(&self) -> Result<()> {
        loop {
            self.see(".opt-in, .foot .btn.go").await?;
            if self.ask("document.querySelector('.opt-in') !== null").await? == "true" {
                return Ok(());
            }
            let title = self.ask("document.querySelector('#hoofd').textContent").await?;
            self.tap(".foot .btn.go").await?;
            self.until(&format!("document.querySelector('#hoofd').textContent !== {}", serde_json::to_string(&title)?)).await?;
        }
    }

    /// Answers the prediction; the explanation rises and has the focus.
    ///
    /// # Errors
    /// When it does not.
    pub async fn predict(&self) -> Result<()> {
        self.tap("label.opt").await?;
        self.see("#uitleg").await?;
        self.until("document.querySelector('#uitleg') === document.activeElement").await
    }

    /// Answers the prediction and goes on, into the chat.
    ///
    /// # Errors
    /// When the chat does not come.
    pub async fn into_the_chat(&self) -> Result<()> {
        self.predict().await?;
        self.tap(".acts .btn.go").await?;
        self.until("location.hash.endsWith('/groep-noor')").await
    }

    /// Waits until the app stands there with its first page.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn started(&self) -> Result<()> {
        self.until("window.oow?.started === true && document.querySelector('#titel') !== null").await
    }

    /// Waits until everything of this version is on the device and the worker answers for it.
    ///
    /// # Errors
    /// When that does not come.
    pub async fn offline_ready(&self) -> Result<()> {
        self.until("window.oow?.ready === true && navigator.serviceWorker.controller !== null").await
    }

    /// Stops the server, and waits until nothing answers any more, not even a connection that stayed open. The worker
    /// never answers for itself, so what is asked for goes past it.
    ///
    /// # Errors
    /// When something answers still.
    pub async fn cut_off_from(&self, server: &Server) -> Result<()> {
        server.stop().await;
        self.until("fetch('sw.js', { cache: 'no-store' }).then(() => false, () => true)").await
    }

    /// Waits for the sign that this much is certain: `Bewaard`.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn saved(&self) -> Result<()> {
        self.until("document.querySelector('.saved:not(.busy):not(.tab)')?.textContent === 'Bewaard'").await
    }
}

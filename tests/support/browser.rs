//! A real browser: how it is started, and the few words in which a journey speaks of it.
//!
//! The rule a reader could break: no sleeps. A journey waits for what a pupil would see, or for a script to answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;

use crate::Server;
use crate::driver::Driver;
use crate::engine::{Engine, NET_LOG};
use crate::profile::Profile;

/// How long something may take to come.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long a script may hang in a page that is gone before its successor is asked.
const GONE: Duration = Duration::from_secs(5);

/// A browser and its driver. Dropping it kills both on the spot: no last write, no goodbye.
#[derive(Debug)]
pub struct Browser {
    /// The page.
    pub page: WebDriver,
    /// What it is.
    pub engine: Engine,
    /// What it keeps on disk.
    pub profile: Arc<Profile>,
    _driver: Driver,
}

/// How a browser may differ from the usual.
#[derive(Debug, Default)]
pub struct Wish {
    /// Which browser.
    pub engine: Engine,
    /// The folder of an earlier life.
    pub profile: Option<Arc<Profile>>,
    /// The user has forbidden all sites to keep anything.
    pub blocked: bool,
    /// All that goes over the network is written down, for [`Browser::requests`]; Chromium alone can.
    pub logged: bool,
    /// The user wants nothing to move.
    pub calm: bool,
    /// Another program in the place of the browser.
    pub program: Option<&'static str>,
}

impl Wish {
    /// Nothing but this engine.
    pub fn of(engine: Engine) -> Self {
        Wish { engine, ..Wish::default() }
    }
}

impl Browser {
    /// Starts a browser as wished.
    ///
    /// # Errors
    /// When there is no driver, or no browser comes up.
    pub async fn start_as(wish: Wish) -> Result<Self> {
        let engine = wish.engine;
        let profile = match &wish.profile {
            Some(profile) => profile.clone(),
            None => Arc::new(Profile::new()?),
        };
        let wanted = engine.wants(&wish, &profile)?;
        let driver = Driver::start(engine).await?;
        let page = WebDriver::new(&driver.url, wanted).await.with_context(|| format!("{} does not start", engine.name()))?;
        let browser = Browser { page, engine, profile, _driver: driver };
        browser.page.set_script_timeout(GONE).await?;
        Ok(browser)
    }

    /// Waits until this is on the page, and gives it.
    ///
    /// # Errors
    /// When it does not come, with what was on the page instead.
    pub async fn see(&self, css: &str) -> Result<WebElement> {
        match self.page.query(By::Css(css)).wait(PATIENCE, Duration::from_millis(50)).first().await {
            Ok(found) => Ok(found),
            Err(_) => bail!("{css} did not come; {}", self.stands().await),
        }
    }

    /// Where the page is and what it says, for a message.
    pub async fn stands(&self) -> String {
        let page = self.ask("location.href + ' says: ' + document.body.innerText").await;
        page.map_or_else(|error| format!("and the page does not answer: {error}"), |page| page.chars().take(1500).collect())
    }

    /// Waits for it and taps it.
    ///
    /// # Errors
    /// When it does not come or stays covered.
    pub async fn tap(&self, css: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            let target = self.see(css).await?;
            let tapped = match target.scroll_into_view().await {
                Ok(()) => target.click().await,
                Err(error) => Err(error),
            };
            match tapped {
                // Drawn anew or just moving: a pupil would tap again, too.
                Err(_) if Instant::now() < until => {}
                tapped => return tapped.with_context(|| format!("tapping {css}")),
            }
        }
    }

    /// Waits until this script gives `true`.
    ///
    /// # Errors
    /// When it does not in time, with what was on the page instead.
    pub async fn until(&self, condition: &str) -> Result<()> {
        // Asked anew every second: a page that was left, and is kept for the way back, never answers.
        let script = format!(
            "const done = arguments[arguments.length - 1], end = performance.now() + 1000; const look = async () => {{ let ok = false; try {{ ok = await ({condition}); }} catch {{}} ok === true || performance.now() > end ? done(ok === true) : requestAnimationFrame(look); }}; look();"
        );
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = self.page.execute_async(script.as_str(), Vec::new()).await.and_then(|answer| answer.convert());
            if answer.is_ok_and(|yes: bool| yes) {
                return Ok(());
            }
            if Instant::now() > until {
                bail!("waited in vain for {condition}; {}", self.stands().await);
            }
        }
    }

    /// Loads the page again, as a pupil would. Not by the driver: Firefox's then goes past the service worker.
    ///
    /// # Errors
    /// When no new page comes.
    pub async fn reload(&self) -> Result<()> {
        self.ask("void (window.left = true, location.reload())").await?;
        self.until("window.left === undefined && document.readyState === 'complete'").await
    }

    /// What a script gives.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn ask(&self, expression: &str) -> Result<String> {
        let answer = self.page.execute(format!("return String({expression})"), Vec::new()).await?;
        Ok(answer.convert()?)
    }

    /// What a script gives that takes its time.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn fetch(&self, promise: &str) -> Result<String> {
        let script =
            format!("const done = arguments[arguments.length - 1]; ({promise}).then((v) => done(String(v)), (e) => done('error: ' + e));");
        self.page.set_script_timeout(PATIENCE).await?;
        let answer = self.page.execute_async(script, Vec::new()).await;
        self.page.set_script_timeout(GONE).await?;
        Ok(answer?.convert()?)
    }
}

impl Browser {
    /// Closes the browser and gives all requests that pages and workers of this origin made: method and address. In
    /// Chromium as the network itself saw them, to whatever host; what the browser asks of its maker is not among them.
    /// Elsewhere as the server saw them: what would go to another host is then only refused by the policy.
    ///
    /// # Errors
    /// When Chromium was not asked to write them down.
    pub async fn requests(self, origin: &str, server: &Server) -> Result<Vec<String>> {
        self.page.clone().quit().await?;
        if self.engine != Engine::Chromium {
            let address = |asked: &String| asked.replacen(' ', &format!(" {origin}"), 1);
            return Ok(server.asked().iter().map(address).collect());
        }
        let log = std::fs::read_to_string(self.profile.folder.join(NET_LOG)).context("started without a log")?;
        let params = log
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line.trim_end_matches(',')).ok()?.get("params").cloned());
        let ours = params.filter(|params| params["initiator"].as_str() == Some(origin));
        Ok(ours
            .map(|params| format!("{} {}", params["method"].as_str().unwrap_or_default(), params["url"].as_str().unwrap_or_default()))
            .collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Else the handle would ask a driver to quit that is on its way out as well.
        let _ = self.page.clone().leak();
    }
}

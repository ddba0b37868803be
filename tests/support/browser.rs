//! A real browser: how it is started, and the few words in which a journey speaks of it.
//!
//! The rule a reader could break: no sleeps. A journey waits for what a pupil would see, or for a script to answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;

use crate::driver::Driver;
use crate::profile::Profile;

/// How long something may take to come.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where the browser writes down what goes over the network.
const NET_LOG: &str = "net-log.json";

/// What every browser of ours is told.
const FLAGS: [&str; 6] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
];

/// A browser and its driver. Dropping it kills both on the spot: no last write, no goodbye.
#[derive(Debug)]
pub struct Browser {
    /// The page.
    pub page: WebDriver,
    /// What it keeps on disk.
    pub profile: Arc<Profile>,
    _driver: Driver,
}

/// How a browser may differ from the usual.
#[derive(Debug, Default)]
pub struct Wish {
    /// The folder of an earlier life.
    pub profile: Option<Arc<Profile>>,
    /// The user has forbidden all sites to keep anything.
    pub blocked: bool,
    /// All that goes over the network is written down, for [`Browser::requests`].
    pub logged: bool,
    /// Another program in the place of Chromium.
    pub program: Option<&'static str>,
}

impl Browser {
    /// Starts Chromium with an empty profile.
    ///
    /// # Errors
    /// When there is no driver, or no browser comes up.
    pub async fn start() -> Result<Self> {
        Self::start_as(Wish::default()).await
    }

    /// Starts Chromium as wished.
    ///
    /// # Errors
    /// When there is no driver, or no browser comes up.
    pub async fn start_as(wish: Wish) -> Result<Self> {
        let profile = match wish.profile {
            Some(profile) => profile,
            None => Arc::new(Profile::new()?),
        };
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.folder.display()))?;
        if wish.logged {
            wanted.add_arg(&format!("--log-net-log={}", profile.folder.join(NET_LOG).display()))?;
        }
        if let Some(program) = wish.program {
            wanted.set_binary(program)?;
        }
        if wish.blocked {
            wanted.add_experimental_option("prefs", serde_json::json!({ "profile.default_content_setting_values.cookies": 2 }))?;
        }
        let driver = Driver::start().await?;
        let page = WebDriver::new(&driver.url, wanted).await.context("Chromium does not start")?;
        let browser = Browser { page, profile, _driver: driver };
        browser.page.set_script_timeout(PATIENCE).await?;
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
    /// When it does not within the time for a script, with what was on the page instead.
    pub async fn until(&self, condition: &str) -> Result<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const look = async () => {{ let ok = false; try {{ ok = await ({condition}); }} catch {{}} ok === true ? done(true) : requestAnimationFrame(look); }}; look();"
        );
        let until = Instant::now() + PATIENCE;
        loop {
            match self.page.execute_async(script.as_str(), Vec::new()).await {
                Ok(_) => return Ok(()),
                // The page that was asked is gone: its successor is asked.
                Err(_) if Instant::now() < until => {}
                Err(_) => bail!("waited in vain for {condition}; {}", self.stands().await),
            }
        }
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
        Ok(self.page.execute_async(script, Vec::new()).await?.convert()?)
    }

    /// From the next page on, this runs before anything of the page.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        self.page.cdp().page().add_script_to_evaluate_on_new_document(script).await?;
        Ok(())
    }

    /// Shows the page as on a screen of this size; a window cannot be made as narrow as a phone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.page.cdp().emulation().set_device_metrics_override(width, height, 1.0, false).await?)
    }

    /// From the next page on, keeps what the content security policy refuses in `window.refused`.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn watch_the_policy(&self) -> Result<()> {
        self.before_each_page("window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective + ' ' + (e.blockedURI || e.sample)));").await
    }
}

impl Browser {
    /// Closes the browser and gives all requests that pages and workers of this origin made, to whatever host: method
    /// and address, as the network itself saw them. What the browser asks of its maker is not among them.
    ///
    /// # Errors
    /// When the browser was not asked to write them down.
    pub async fn requests(self, origin: &str) -> Result<Vec<String>> {
        self.page.clone().quit().await?;
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

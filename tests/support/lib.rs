//! What the journeys share: a server that can really stop, a browser, and a few words for what a pupil does.
//!
//! The rule a reader could break: no sleeps. A journey waits for what a pupil would see, or for a script to answer.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use thirtyfour::prelude::*;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The built folder under test; `None` when the journeys were not asked for.
pub fn built() -> Option<PathBuf> {
    env::var_os("OOW_DIST").map(PathBuf::from)
}

/// A server of the built folder.
#[derive(Debug)]
pub struct Server {
    /// Address of the course.
    pub url: String,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves `folder` under `base` on a free port.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(folder: PathBuf, base: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://127.0.0.1:{}{base}", listener.local_addr()?.port());
        let router = xtask::serve::router(folder, base);
        let task = tokio::spawn(async move { drop(axum::serve(listener, router).await) });
        Ok(Server { url, task })
    }

    /// Stops answering, for good.
    pub async fn stop(self) {
        self.task.abort();
        drop(self.task.await);
    }
}

/// A browser with an empty profile, and its driver.
#[derive(Debug)]
pub struct Browser {
    /// The page.
    pub page: WebDriver,
    driver: Child,
}

impl Browser {
    /// Starts Chromium with its driver on a free port.
    ///
    /// # Errors
    /// When there is no driver, or it does not answer.
    pub async fn start() -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let driver = Command::new(program).arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let until = Instant::now() + Duration::from_secs(20);
        let page = loop {
            let mut wanted = DesiredCapabilities::chrome();
            for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"] {
                wanted.add_arg(flag)?;
            }
            match WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await {
                Ok(page) => break page,
                Err(error) if Instant::now() > until => bail!("the driver does not answer: {error}"),
                Err(_) => tokio::task::yield_now().await,
            }
        };
        page.set_script_timeout(Duration::from_secs(30)).await?;
        Ok(Browser { page, driver })
    }

    /// Ends browser and driver.
    ///
    /// # Errors
    /// When the browser is gone already.
    pub async fn end(mut self) -> Result<()> {
        self.page.clone().quit().await?;
        self.driver.kill()?;
        self.driver.wait()?;
        Ok(())
    }

    /// Waits until this is on the page, and gives it.
    ///
    /// # Errors
    /// When it does not come, with what was on the page instead.
    pub async fn see(&self, css: &str) -> Result<WebElement> {
        match self.page.query(By::Css(css)).wait(Duration::from_secs(15), Duration::from_millis(50)).first().await {
            Ok(found) => Ok(found),
            Err(_) => {
                let text = self.page.find(By::Css("body")).await?.text().await?;
                bail!("{css} did not come; the page says: {text}")
            }
        }
    }

    /// Waits for it and taps it.
    ///
    /// # Errors
    /// When it does not come or is covered.
    pub async fn tap(&self, css: &str) -> Result<()> {
        let target = self.see(css).await?;
        target.scroll_into_view().await?;
        target.click().await.with_context(|| format!("tapping {css}"))
    }

    /// Waits until this script gives `true`.
    ///
    /// # Errors
    /// When it does not within the time for a script.
    pub async fn until(&self, condition: &str) -> Result<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const look = async () => {{ let ok = false; try {{ ok = await ({condition}); }} catch {{}} ok === true ? done(true) : requestAnimationFrame(look); }}; look();"
        );
        self.page.execute_async(script, Vec::new()).await.with_context(|| format!("waiting for {condition}"))?;
        Ok(())
    }

    /// What a script gives.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn ask(&self, expression: &str) -> Result<String> {
        let answer = self.page.execute(format!("return String({expression})"), Vec::new()).await?;
        Ok(answer.convert()?)
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
        let script = "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective + ' ' + (e.blockedURI || e.sample)));";
        self.page.cdp().page().add_script_to_evaluate_on_new_document(script).await?;
        Ok(())
    }

    /// What axe finds on the page as it stands.
    ///
    /// # Errors
    /// When axe cannot be run.
    pub async fn axe(&self) -> Result<String> {
        let source = fs::read_to_string(env::var("OOW_AXE").context("OOW_AXE names no file")?)?;
        self.page.execute(source, Vec::new()).await?;
        let run = "const done = arguments[arguments.length - 1]; axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then((r) => done(r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(' | ')).join('\\n')), (e) => done(String(e)));";
        Ok(self.page.execute_async(run, Vec::new()).await?.convert()?)
    }

    /// Chooses an animal and opens the lesson from the road, as on a first visit.
    ///
    /// # Errors
    /// When a step of it cannot be taken.
    pub async fn first_visit(&self, url: &str) -> Result<()> {
        self.page.goto(url).await?;
        self.tap("a.btn.go[href='#/dier'], a[href='#/dier']").await?;
        self.tap("button.animal").await?;
        self.tap("a[href='#/les/groepsapp']").await?;
        self.see(".spread h1").await?;
        Ok(())
    }
}

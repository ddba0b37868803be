//! What a journey changes about the world around the page: the size of the screen, and what runs before the page does.
//!
//! The rule a reader could break: Chromium is told by its own protocol, every other engine by WebDriver BiDi; a journey
//! uses the words here and neither of the two.

use anyhow::Result;
use thirtyfour::bidi::PreloadScriptId;
use thirtyfour::bidi::modules::browsing_context::Viewport;
use thirtyfour::cdp::ScriptId;

use crate::{Browser, Engine};

/// A script that runs before each page, to take away again.
#[derive(Debug)]
pub struct Before(Kind);

#[derive(Debug)]
enum Kind {
    Cdp(ScriptId),
    Bidi(PreloadScriptId),
}

impl Browser {
    /// From the next page on, this runs before anything of the page.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn before_each_page(&self, script: &str) -> Result<Before> {
        Ok(Before(match self.engine {
            Engine::Chromium => Kind::Cdp(self.page.cdp().page().add_script_to_evaluate_on_new_document(script).await?),
            Engine::Firefox => {
                let function = format!("() => {{ {script} }}");
                Kind::Bidi(self.page.bidi().await?.script().add_preload_script(function).await?.script)
            }
        }))
    }

    /// From the next page on, this runs no more.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn no_longer(&self, before: Before) -> Result<()> {
        match before.0 {
            Kind::Cdp(script) => self.page.cdp().page().remove_script_to_evaluate_on_new_document(script).await?,
            Kind::Bidi(script) => self.page.bidi().await?.script().remove_preload_script(script).await?,
        }
        Ok(())
    }

    /// From now on, what the browser kept of earlier visits of its own accord is not used; what the worker keeps is.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn forget_the_cache(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.page.cdp().network().clear_browser_cache().await?,
            Engine::Firefox => {
                let bypass = serde_json::json!({ "cacheBehavior": "bypass" });
                self.page.bidi().await?.send_raw("network.setCacheBehavior", bypass).await?;
            }
        }
        Ok(())
    }

    /// Shows the page as on a screen of this size; a window cannot be made as narrow as a phone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.page.cdp().emulation().set_device_metrics_override(width, height, 1.0, false).await?,
            Engine::Firefox => {
                let bidi = self.page.bidi().await?;
                let page = bidi.browsing_context().top_level().await?;
                bidi.browsing_context().set_viewport(page, Some(Viewport { width, height })).await?;
            }
        }
        Ok(())
    }

    /// From the next page on, keeps what the content security policy refuses in `window.refused`.
    ///
    /// # Errors
    /// When the browser cannot be told.
    pub async fn watch_the_policy(&self) -> Result<()> {
        self.before_each_page("window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective + ' ' + (e.blockedURI || e.sample)));").await?;
        Ok(())
    }
}

//! The browsers a journey can be made in, and what each wants to be told at its start.
//!
//! The rule a reader could break: a journey never asks which engine it is in; what differs between them is hidden here,
//! in `driver.rs` and in `emulate.rs`. A new engine is a variant here, a few arms there, and its name in the lists of
//! `in_engines!` in the journeys it is proven in.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Capabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;

use crate::browser::Wish;
use crate::profile::Profile;

/// Where Chromium writes down what goes over the network.
pub(crate) const NET_LOG: &str = "net-log.json";

/// What every Chromium of ours is told.
const CHROMIUM: [&str; 6] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
];

/// What draws the page and runs its scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, and what school laptops have.
    #[default]
    Chromium,
    /// Firefox.
    Firefox,
}

impl Engine {
    /// Its name, for a message.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
        }
    }

    /// What its driver must be told to start it as wished.
    pub(crate) fn wants(self, wish: &Wish, profile: &Profile) -> Result<Capabilities> {
        match self {
            Engine::Chromium => chromium(wish, profile),
            Engine::Firefox => firefox(wish, profile),
        }
    }
}

fn chromium(wish: &Wish, profile: &Profile) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in CHROMIUM {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.folder.display()))?;
    if wish.calm {
        wanted.add_arg("--force-prefers-reduced-motion")?;
    }
    if wish.logged {
        wanted.add_arg(&format!("--log-net-log={}", profile.folder.join(NET_LOG).display()))?;
    }
    if let Some(program) = wish.program {
        wanted.set_binary(program)?;
    }
    if wish.blocked {
        wanted.add_experimental_option("prefs", json!({ "profile.default_content_setting_values.cookies": 2 }))?;
    }
    Ok(wanted.into())
}

fn firefox(wish: &Wish, profile: &Profile) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    wanted.enable_bidi()?;
    wanted.add_arg("-profile")?;
    wanted.add_arg(&profile.folder.display().to_string())?;
    let mut preferences = FirefoxPreferences::new();
    preferences.set("ui.prefersReducedMotion", i32::from(wish.calm))?;
    // 2: no site may keep anything; 5: the usual.
    preferences.set("network.cookie.cookieBehavior", if wish.blocked { 2 } else { 5 })?;
    // A tab in the background is as fast as the one in front: else two tabs at once would take turns of a second.
    preferences.set("dom.min_background_timeout_value", 4)?;
    preferences.set("dom.timeout.enable_budget_timer_throttling", false)?;
    wanted.set_preferences(preferences)?;
    if let Some(program) = wish.program {
        wanted.set_firefox_binary(program)?;
    }
    Ok(wanted.into())
}

/// Makes a journey a test in each of these engines: `its_name::firefox` and so on, by which `cargo xtask test` picks.
/// The journey is a function of the engine.
#[macro_export]
macro_rules! in_engines {
    ($engines:tt: $($journey:ident),+ $(,)?) => { $($crate::in_engines!(@ $journey $engines);)+ };
    (@ $journey:ident [$($engine:ident)+]) => {
        mod $journey {
            $($crate::in_engines!(# $journey $engine);)+
        }
    };
    (# $journey:ident Chromium) => {
        #[tokio::test(flavor = "multi_thread")]
        async fn chromium() -> anyhow::Result<()> {
            super::$journey($crate::Engine::Chromium).await
        }
    };
    (# $journey:ident Firefox) => {
        #[tokio::test(flavor = "multi_thread")]
        async fn firefox() -> anyhow::Result<()> {
            super::$journey($crate::Engine::Firefox).await
        }
    };
}

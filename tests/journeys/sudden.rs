//! A flat battery: the whole browser is killed the moment the sign says "Bewaard".

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Server, Wish, built, in_engines};

in_engines!([Chromium Firefox]: what_was_called_saved_is_there_after_the_browser_was_killed);

/// Kills the browser, and starts it anew on what it had on disk.
async fn battery_goes_flat(browser: Browser, url: &str) -> Result<Browser> {
    let (engine, profile) = (browser.engine, browser.profile.clone());
    drop(browser);
    let browser = Browser::start_as(Wish { profile: Some(profile), ..Wish::of(engine) }).await?;
    browser.page.goto(url).await?;
    // Known again without a question: the road is there, and the next stop leads on.
    browser.tap("a.btn.go[href='#/les/groepsapp']").await?;
    Ok(browser)
}

async fn what_was_called_saved_is_there_after_the_browser_was_killed(engine: Engine) -> Result<()> {
    let Some(folder) = built() else { return Ok(()) };
    let server = Server::start(folder, "/").await?;
    let mut browser = Browser::start_as(Wish::of(engine)).await?;
    browser.first_visit(&server.url).await?;
    for panel in 2..=4 {
        browser.tap(".foot .btn.go").await?;
        browser.see(&format!(".stage use[href$='#paneel-{panel}']")).await?;
        browser.saved().await?;
        browser = battery_goes_flat(browser, &server.url).await?;
        browser.see(&format!(".stage use[href$='#paneel-{panel}']")).await?;
    }
    browser.tap(".foot .btn.go").await?;
    browser.into_the_chat().await?;
    browser.saved().await?;
    browser = battery_goes_flat(browser, &server.url).await?;
    browser.until("location.hash.endsWith('/groep-noor')").await?;
    // An answer that counts, given in a step a teacher pointed at.
    browser.page.goto(format!("{}#/les/groepsapp/een-minuut", server.url)).await?;
    browser.to_the_question().await?;
    browser.tap("label.opt").await?;
    browser.see("#uitleg").await?;
    let hurry = "document.querySelector('a[href=\"#/kaart\"].mute').click()";
    browser.ask(hurry).await?;
    browser.saved().await?;
    browser = battery_goes_flat(browser, &server.url).await?;
    let kept = browser.kept().await?;
    ensure!(kept.iter().any(|(key, text)| key.ends_with("/i") && text.contains("step groepsapp een-minuut 1 o 1 ")), "{kept:?}");
    browser.until("location.hash.endsWith('/groep-noor')").await
}

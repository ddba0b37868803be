//! A pupil's way through the release build, in a real browser.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use anyhow::{Result, ensure};
use journeys::{Browser, Server, built};

/// Runs a journey under a base path; nothing to do when no build was named.
async fn journey(base: &str, go: impl AsyncFnOnce(&Browser, Server) -> Result<()>) -> Result<()> {
    let Some(folder) = built() else {
        println!("no OOW_DIST: the journeys run through `cargo xtask test`");
        return Ok(());
    };
    let server = Server::start(folder, base).await?;
    let browser = Browser::start().await?;
    let went = go(&browser, server).await;
    browser.end().await?;
    went
}

/// Through the four panels of the story to the prediction.
async fn read_the_story(browser: &Browser) -> Result<()> {
    for panel in 1..=4 {
        browser.see(&format!(".stage use[href$='#paneel-{panel}']")).await?;
        browser.tap(".foot .btn.go").await?;
    }
    browser.see("fieldset .opt-in").await?;
    Ok(())
}

/// Through the story to the prediction, which is answered.
async fn answer_the_first_question(browser: &Browser) -> Result<()> {
    read_the_story(browser).await?;
    predict(browser).await
}

/// Answers the prediction; the explanation rises and has the focus.
async fn predict(browser: &Browser) -> Result<()> {
    browser.tap("label.opt").await?;
    browser.see("#uitleg").await?;
    browser.until("document.querySelector('#uitleg') === document.activeElement").await
}

async fn back_at_the_same_place(base: &str) -> Result<()> {
    journey(base, async |browser, server| {
        browser.first_visit(&server.url).await?;
        read_the_story(browser).await?;
        browser.until("document.querySelector('.saved')?.textContent === 'Bewaard'").await?;
        browser.page.refresh().await?;
        browser.see("fieldset .opt-in").await?;
        ensure!(browser.ask("location.hash").await?.ends_with("/wat-nu"));
        predict(browser).await?;
        browser.until("indexedDB.databases().then((all) => all.length > 0)").await?;
        browser.tap(".acts .btn.go").await?;
        browser.see(".saved:not(.busy):not(.tab)").await?;
        let place = browser.ask("location.hash").await?;
        browser.page.refresh().await?;
        browser.see("#titel").await?;
        browser.until("location.hash.includes('groep-noor')").await?;
        ensure!(browser.ask("location.hash").await? == place);
        server.stop().await;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pupil_is_back_at_the_same_place_after_a_reload() -> Result<()> {
    back_at_the_same_place("/").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pupil_is_back_at_the_same_place_under_a_sub_path() -> Result<()> {
    back_at_the_same_place("/school/les/").await
}

async fn works_without_the_server(base: &str) -> Result<()> {
    journey(base, async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.until("navigator.serviceWorker.ready.then((r) => r.active !== null && r.active.state === 'activated')").await?;
        browser.until("navigator.serviceWorker.controller !== null").await?;
        let url = server.url.clone();
        server.stop().await;
        // The worker never answers for itself, so this one goes past it: also no connection that stayed open may answer.
        browser.until("fetch('sw.js', { cache: 'no-store' }).then(() => false, () => true)").await?;
        browser.page.goto(format!("{url}#/les/groepsapp")).await?;
        browser.page.refresh().await?;
        browser.see(".spread h1").await?;
        answer_the_first_question(browser).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lesson_works_with_the_server_stopped() -> Result<()> {
    works_without_the_server("/").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lesson_works_with_the_server_stopped_under_a_sub_path() -> Result<()> {
    works_without_the_server("/school/les/").await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaves_the_origin_and_no_cookie_is_set() -> Result<()> {
    journey("/", async |browser, server| {
        browser.watch_the_policy().await?;
        browser.first_visit(&server.url).await?;
        answer_the_first_question(browser).await?;
        let refused = browser.ask("window.refused.join()").await?;
        ensure!(refused.is_empty(), "the policy refused: {refused}");
        let foreign = browser
            .ask("performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.startsWith(location.origin)).join()")
            .await?;
        ensure!(foreign.is_empty(), "asked elsewhere: {foreign}");
        ensure!(browser.ask("document.cookie").await?.is_empty());
        Ok(())
    })
    .await
}

/// Phone, tablet and laptop.
const SCREENS: [(u32, u32); 3] = [(360, 740), (820, 1180), (1366, 768)];

/// Everything axe finds on the page as it stands, on each size of screen.
async fn findings(browser: &Browser, place: &str) -> Result<String> {
    let mut all = String::new();
    for (width, height) in SCREENS {
        browser.resize(width, height).await?;
        ensure!(browser.ask("innerWidth").await? == width.to_string());
        let found = browser.axe().await?;
        if !found.is_empty() {
            all.push_str(&format!("\n{place} at {width}: {found}"));
        }
    }
    Ok(all)
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_way_to_the_first_answer() -> Result<()> {
    journey("/", async |browser, server| {
        browser.page.goto(&server.url).await?;
        let mut found = String::new();
        for (address, there) in
            [("#/", "a[href='#/dier']"), ("#/dier", "button.animal"), ("#/kaart", ".map .stop"), ("#/les/groepsapp", ".spread h1")]
        {
            browser.page.execute(format!("location.hash = '{address}'"), Vec::new()).await?;
            browser.see(there).await?;
            found += &findings(browser, address).await?;
        }
        read_the_story(browser).await?;
        found += &findings(browser, "the prediction").await?;
        predict(browser).await?;
        found += &findings(browser, "the first answer").await?;
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

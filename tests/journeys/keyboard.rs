//! The whole lesson by keyboard alone, from the first visit to the end page.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use journeys::{Browser, Engine, Server, Wish, built, in_engines, journey_under};

in_engines!([Chromium]: every_lesson_is_played_by_keyboard_alone);
in_engines!([Chromium Firefox]: the_whole_lesson_is_played_by_keyboard_alone_and_nothing_leaves_the_origin, the_way_past_the_bar_and_away_by_one_key_work);

/// Every way to answer: pick one or many, sort, judge, choose a reply, put together from chips.
const WAYS: [&str; 6] = [".opt-in[type=radio]", ".opt-in[type=checkbox]", ".drop", ".judge .btn", ".reply", ".pick"];

/// From the first screen to the lesson, by Tab and Enter.
async fn to_the_lesson(browser: &Browser, url: &str) -> Result<()> {
    browser.page.goto(url).await?;
    browser.until("window.oow?.started === true").await?;
    browser.enter_on("a[href='#/dier']").await?;
    browser.see("button.animal").await?;
    browser.until("document.activeElement.id === 'titel'").await?;
    browser.enter_on("button.animal").await?;
    browser.see(".map .stop").await?;
    browser.until("document.activeElement.id === 'titel'").await?;
    browser.enter_on("a[href='#/les/groepsapp']").await?;
    browser.see(".spread h1").await.map(drop)
}

async fn the_whole_lesson_is_played_by_keyboard_alone_and_nothing_leaves_the_origin(engine: Engine) -> Result<()> {
    let Some(folder) = built() else { return Ok(()) };
    let server = Server::start(folder, "/").await?;
    let browser = Browser::start_as(Wish { logged: true, ..Wish::of(engine) }).await?;
    browser.watch_the_policy().await?;
    to_the_lesson(&browser, &server.url).await?;
    let (mut steps, mut ways) = (BTreeSet::new(), BTreeSet::<&str>::new());
    let screens = browser
        .play_by_keyboard(async |seen| {
            steps.insert(seen.hash.clone());
            ways.extend(WAYS.iter().filter(|css| seen.count(css) > 0));
            Ok(())
        })
        .await?;
    println!("{screens} screens and explanations in {} steps", steps.len());
    ensure!(ways.len() == WAYS.len(), "the lesson asked only {ways:?}");
    browser.saved().await?;
    browser.enter_on(".foot a.btn.go").await?;
    browser.see(".map .stop.is-done").await?;
    browser.until("document.activeElement.id === 'titel'").await?;
    // Help by keyboard as well, and away from there.
    browser.enter_on("button.help").await?;
    browser.until("document.querySelector('.rems') !== null && document.activeElement.id === 'titel'").await?;
    browser.enter_on("button.exit").await?;
    browser.see(".map .stop").await?;

    let refused = browser.ask("window.refused.join()").await?;
    ensure!(refused.is_empty(), "the policy refused: {refused}");
    ensure!(browser.page.get_all_cookies().await?.is_empty() && browser.ask("document.cookie").await?.is_empty(), "a cookie");
    let origin = server.url.trim_end_matches('/');
    let asked = browser.requests(origin, &server).await?;
    // Get, from here, and nothing told along with it.
    let foreign: Vec<&String> = asked.iter().filter(|asked| !asked.starts_with(&format!("GET {origin}/")) || asked.contains('?')).collect();
    ensure!(foreign.is_empty(), "asked elsewhere, or more than to get a file: {foreign:?}");
    for part in ["/a/app_bg-", "/a/les-groepsapp", "/sw.js"] {
        ensure!(asked.iter().any(|asked| asked.contains(part)), "{part} is not in the log, so it cannot be trusted");
    }
    Ok(())
}

async fn every_lesson_is_played_by_keyboard_alone(engine: Engine) -> Result<()> {
    journey_under("/", Wish { calm: true, ..Wish::of(engine) }, async |browser, server| {
        browser.first_visit(&server.url).await?;
        for lesson in ["de-weg-op", "nep-aan-de-deur", "filmen-of-helpen"] {
            browser.page.goto(format!("{}#/les/{lesson}", server.url)).await?;
            browser.until(&format!("location.hash.startsWith('#/les/{lesson}/') && document.activeElement.id === 'titel'")).await?;
            let mut steps = BTreeSet::new();
            let screens = browser
                .play_by_keyboard(async |seen| {
                    steps.insert(seen.hash.clone());
                    Ok(())
                })
                .await
                .with_context(|| lesson)?;
            println!("{lesson}: {screens} screens and explanations in {} steps", steps.len());
            ensure!(screens > 60 && steps.len() > 15, "{lesson} ended too soon: {screens} screens in {} steps", steps.len());
        }
        Ok(())
    })
    .await
}

async fn the_way_past_the_bar_and_away_by_one_key_work(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.page.goto(format!("{}#/les/groepsapp", server.url)).await?;
        browser.see(".spread h1").await?;
        browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
        browser.tab_to("a.skip").await?;
        browser.press("\u{e007}").await?;
        browser.until("document.activeElement.id === 'hoofd' && location.hash.startsWith('#/les/groepsapp')").await?;
        ensure!(browser.ask("document.querySelectorAll('a.skip').length").await? == "1", "more than one way past the bar");
        browser.press("\u{e00c}").await?;
        browser.see(".map .stop").await.map(drop)
    })
    .await
}

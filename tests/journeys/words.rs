//! Hard words open their meaning where they stand; a finished lesson asks the browser to keep what was done.

use anyhow::{Result, ensure};
use journeys::{Engine, Wish, in_engines, journey_under};

in_engines!([Chromium Firefox]: a_hard_word_opens_by_key_and_closes_again, the_browser_is_asked_to_keep_work_once_a_lesson_is_finished_and_not_before);

async fn a_hard_word_opens_by_key_and_closes_again(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.page.goto(&format!("{}#/les/de-weg-op", server.url)).await?;
        browser.see(".term summary").await?;
        let seen = "document.querySelector('.term > span').checkVisibility()";
        ensure!(browser.ask(seen).await? == "false", "the meaning stands open");
        browser.tab_to(".term summary").await?;
        browser.press("\u{e007}").await?;
        browser.until(seen).await?;
        let said = browser.ask("document.querySelector('.term > span').textContent").await?;
        ensure!(said.starts_with("De laatste wedstrijd"), "another meaning: {said}");
        let found = browser.axe().await?;
        ensure!(found.is_empty(), "{found}");
        browser.press("\u{e007}").await?;
        browser.until(&format!("!{seen}")).await
    })
    .await
}

async fn the_browser_is_asked_to_keep_work_once_a_lesson_is_finished_and_not_before(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        let asked = "navigator.storage.persist = async () => { window.asked = true; return true; }; navigator.storage.persisted = async () => false;";
        browser.before_each_page(asked).await?;
        browser.first_visit(&server.url).await?;
        browser.offline_ready().await?;
        ensure!(browser.ask("String(window.asked)").await? == "undefined", "asked before there was anything to keep");
        browser.page.execute("location.hash = '#/les/groepsapp/klaar'", Vec::new()).await?;
        browser.until("window.asked === true").await
    })
    .await
}

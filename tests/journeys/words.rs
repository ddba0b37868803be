//! Hard words open their meaning where they stand; a finished lesson asks the browser to keep what was done.

use anyhow::{Result, ensure};
use journeys::journey;

#[tokio::test(flavor = "multi_thread")]
async fn a_hard_word_opens_by_key_and_closes_again() -> Result<()> {
    journey(async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.page.goto(&format!("{}#/les/de-weg-op", server.url)).await?;
        browser.see(".term summary").await?;
        let seen = "document.querySelector('.term > span').checkVisibility()";
        ensure!(browser.ask(seen).await? == "false", "the meaning stands open");
        browser.tab_to(".term summary").await?;
        browser.press("\n").await?;
        browser.until(seen).await?;
        let said = browser.ask("document.querySelector('.term > span').textContent").await?;
        ensure!(said.starts_with("De laatste wedstrijd"), "another meaning: {said}");
        let found = browser.axe().await?;
        ensure!(found.is_empty(), "{found}");
        browser.press("\n").await?;
        browser.until(&format!("!{seen}")).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_is_asked_to_keep_work_once_a_lesson_is_finished_and_not_before() -> Result<()> {
    journey(async |browser, server| {
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

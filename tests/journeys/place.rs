//! Back at the same place: after a reload, and with the server gone.

use anyhow::{Result, ensure};
use journeys::{Wish, journey_under};

async fn back_at_the_same_place(base: &str) -> Result<()> {
    journey_under(base, Wish::default(), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        browser.page.refresh().await?;
        browser.see("fieldset .opt-in").await?;
        ensure!(browser.ask("location.hash").await?.ends_with("/wat-nu"));
        browser.into_the_chat().await?;
        browser.saved().await?;
        let place = browser.ask("location.hash").await?;
        browser.page.refresh().await?;
        browser.see("#titel").await?;
        browser.until("location.hash.includes('groep-noor')").await?;
        ensure!(browser.ask("location.hash").await? == place);
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
    journey_under(base, Wish::default(), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.offline_ready().await?;
        browser.cut_off_from(server).await?;
        browser.page.goto(format!("{}#/les/groepsapp", server.url)).await?;
        browser.page.refresh().await?;
        browser.see(".spread h1").await?;
        browser.read_the_story().await?;
        browser.predict().await
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

//! Back at the same place: after a reload, and with the server gone.

use anyhow::{Result, ensure};
use journeys::{Engine, Wish, in_engines, journey_under};

in_engines!([Chromium Firefox]: a_pupil_is_back_at_the_same_place_after_a_reload, the_lesson_works_with_the_server_stopped);
in_engines!([Chromium Firefox]: a_pupil_is_back_at_the_same_place_under_a_sub_path, the_lesson_works_with_the_server_stopped_under_a_sub_path);

async fn back_at_the_same_place(engine: Engine, base: &str) -> Result<()> {
    journey_under(base, Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        browser.reload().await?;
        browser.see("fieldset .opt-in").await?;
        ensure!(browser.ask("location.hash").await?.ends_with("/wat-nu"));
        browser.into_the_chat().await?;
        browser.saved().await?;
        let place = browser.ask("location.hash").await?;
        browser.reload().await?;
        browser.see("#titel").await?;
        browser.until("location.hash.includes('groep-noor')").await?;
        ensure!(browser.ask("location.hash").await? == place);
        Ok(())
    })
    .await
}

async fn a_pupil_is_back_at_the_same_place_after_a_reload(engine: Engine) -> Result<()> {
    back_at_the_same_place(engine, "/").await
}

async fn a_pupil_is_back_at_the_same_place_under_a_sub_path(engine: Engine) -> Result<()> {
    back_at_the_same_place(engine, "/school/les/").await
}

async fn works_without_the_server(engine: Engine, base: &str) -> Result<()> {
    journey_under(base, Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.offline_ready().await?;
        browser.cut_off_from(server).await?;
        browser.page.goto(format!("{}#/les/groepsapp", server.url)).await?;
        browser.reload().await?;
        browser.see(".spread h1").await?;
        browser.read_the_story().await?;
        browser.predict().await
    })
    .await
}

async fn the_lesson_works_with_the_server_stopped(engine: Engine) -> Result<()> {
    works_without_the_server(engine, "/").await
}

async fn the_lesson_works_with_the_server_stopped_under_a_sub_path(engine: Engine) -> Result<()> {
    works_without_the_server(engine, "/school/les/").await
}

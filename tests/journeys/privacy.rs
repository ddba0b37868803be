//! Nothing leaves the origin, nothing is refused by our own policy.

use anyhow::{Result, ensure};
use journeys::journey;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaves_the_origin_and_no_cookie_is_set() -> Result<()> {
    journey(async |browser, server| {
        browser.watch_the_policy().await?;
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.predict().await?;
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

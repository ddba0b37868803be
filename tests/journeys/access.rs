//! Whether everybody can use it: what axe finds, on each size of screen.

use anyhow::{Result, ensure};
use journeys::{Browser, journey};

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
    journey(async |browser, server| {
        browser.page.goto(&server.url).await?;
        let mut found = String::new();
        for (address, there) in
            [("#/", "a[href='#/dier']"), ("#/dier", "button.animal"), ("#/kaart", ".map .stop"), ("#/les/groepsapp", ".spread h1")]
        {
            browser.page.execute(format!("location.hash = '{address}'"), Vec::new()).await?;
            browser.see(there).await?;
            found += &findings(browser, address).await?;
        }
        browser.read_the_story().await?;
        found += &findings(browser, "the prediction").await?;
        browser.predict().await?;
        found += &findings(browser, "the first answer").await?;
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

//! What is a pupil's own on a shared device: told apart, read as they like, taken along, forgotten, and brought back.

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Server, Wish, copies, in_engines, journey_under};

in_engines!([Chromium Firefox]: a_second_fox_on_the_device_starts_afresh_and_the_first_finds_its_work_back, work_is_taken_along_in_a_file_forgotten_here_and_comes_back_from_it, how_one_reads_is_there_at_every_start_and_is_ones_own, the_pages_beside_the_lessons_are_for_everybody);

/// Keeps the text of every file that the page gives to the browser in `window.given`.
const CATCH: &str = "(() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.given = text; }); return make.call(URL, blob); }; })()";

/// Opens the page at one of its parts.
async fn own(browser: &Browser, server: &Server, part: &str) -> Result<()> {
    browser.page.goto(&format!("{}mijn.html#{part}", server.url)).await?;
    browser.see("#wie h2").await.map(drop)
}

/// Presses the button with these words.
async fn press(browser: &Browser, words: &str) -> Result<()> {
    let found =
        format!("[...document.querySelectorAll('button')].find((button) => button.checkVisibility() && button.textContent === '{words}')");
    browser.until(&format!("Boolean({found})")).await?;
    browser.page.execute(format!("{found}.click()"), Vec::new()).await?;
    Ok(())
}

/// Chooses a file with this text.
async fn choose(browser: &Browser, text: &str) -> Result<()> {
    let text = serde_json::to_string(text)?;
    let choose = format!(
        "const field = document.querySelector('input[type=file]'), chosen = new DataTransfer(); chosen.items.add(new File([{text}], 'werk.txt')); field.files = chosen.files; field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    browser.page.execute(choose, Vec::new()).await?;
    Ok(())
}

async fn a_second_fox_on_the_device_starts_afresh_and_the_first_finds_its_work_back(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        own(browser, server, "wie").await?;
        press(browser, "Ik ben nieuw").await?;
        press(browser, "Vos, blauw").await?;
        browser.until("document.querySelector('#app .chip.tap')?.textContent === 'Vos, blauw'").await?;
        ensure!(browser.ask("document.querySelectorAll('.is-busy').length").await? == "0", "somebody else's work stands on the road");
        own(browser, server, "wie").await?;
        ensure!(browser.ask("document.querySelectorAll('.person').length").await? == "2", "not both are here");
        browser.tap(".person:not(.is-me) .btn.go").await?;
        browser.until("document.querySelector('#app .chip.tap')?.textContent === 'Vos'").await?;
        browser.see(".is-busy").await.map(drop)
    })
    .await
}

async fn work_is_taken_along_in_a_file_forgotten_here_and_comes_back_from_it(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        let work = copies(&browser.kept().await?);
        browser.before_each_page(CATCH).await?;
        own(browser, server, "meenemen").await?;
        press(browser, "Bewaar bestand").await?;
        browser.until("typeof window.given === 'string'").await?;
        let file = browser.ask("window.given").await?;
        ensure!(file.starts_with("Online op weg 1\n"), "this is no file of ours: {file}");

        press(browser, "Wis mij").await?;
        browser.tap(".sure .btn.go").await?;
        browser.until("document.querySelectorAll('.person').length === 0").await?;
        gone(browser).await?;
        // Taken back as long as the page is open.
        press(browser, "Haal terug").await?;
        browser.see(".person").await?;
        kept_again(browser, work.len()).await?;

        // Forgotten for good, on a page that was opened anew; then from the file.
        own(browser, server, "wis").await?;
        press(browser, "Wis alles van dit apparaat").await?;
        browser.tap(".sure .btn.go").await?;
        gone(browser).await?;
        own(browser, server, "meenemen").await?;
        choose(browser, "Dit is geen werk.\n").await?;
        browser.until("document.querySelector('.said')?.textContent.includes('hoort hier niet') === true").await?;
        choose(browser, &file).await?;
        browser.tap(".sure .btn.go").await?;
        browser.see(".person").await?;
        kept_again(browser, work.len()).await?;
        browser.page.goto(&server.url).await?;
        browser.see(".is-busy").await.map(drop)
    })
    .await
}

/// Waits until nothing of any pupil is left in any storage.
async fn gone(browser: &Browser) -> Result<()> {
    for _ in 0..100 {
        if copies(&browser.kept().await?).is_empty() {
            return Ok(());
        }
        browser.page.execute_async("requestAnimationFrame(() => arguments[0]())", Vec::new()).await?;
    }
    anyhow::bail!("left behind: {:?}", copies(&browser.kept().await?))
}

/// Waits until so many copies of work are kept.
async fn kept_again(browser: &Browser, count: usize) -> Result<()> {
    for _ in 0..100 {
        // A save that begins anew writes one slot and the strict copy; the second slot follows with the next change.
        if copies(&browser.kept().await?).len() + 1 >= count {
            return Ok(());
        }
        browser.page.execute_async("requestAnimationFrame(() => arguments[0]())", Vec::new()).await?;
    }
    anyhow::bail!("kept: {:?}", copies(&browser.kept().await?))
}

async fn how_one_reads_is_there_at_every_start_and_is_ones_own(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        let look = "JSON.stringify(document.documentElement.dataset)";
        browser.first_visit(&server.url).await?;
        browser.saved().await?;
        own(browser, server, "lezen").await?;
        for choice in ["heel groot", "heel ruim", "donker", "rustig"] {
            let label = format!("[...document.querySelectorAll('.look-row label')].find((label) => label.textContent === '{choice}')");
            browser.page.execute(format!("{label}.click()"), Vec::new()).await?;
        }
        let chosen = ["\"size\":\"3\"", "\"space\":\"wider\"", "\"theme\":\"dark\"", "\"motion\":\"calm\""];
        browser.until(&format!("{look}.includes('\"motion\":\"calm\"')")).await?;
        browser.page.goto(&format!("{}#/les/groepsapp", server.url)).await?;
        browser.see(".spread h1").await?;
        let there = browser.ask(look).await?;
        ensure!(chosen.iter().all(|part| there.contains(part)), "in the lesson: {there}");
        // Somebody else on the same device reads as they like.
        own(browser, server, "wie").await?;
        press(browser, "Ik ben nieuw").await?;
        press(browser, "Uil").await?;
        browser.until("document.querySelector('#app .chip.tap')?.textContent === 'Uil'").await?;
        let there = browser.ask(look).await?;
        ensure!(chosen.iter().all(|part| !there.contains(part)), "for somebody else: {there}");
        Ok(())
    })
    .await
}

async fn the_pages_beside_the_lessons_are_for_everybody(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.watch_the_policy().await?;
        browser.first_visit(&server.url).await?;
        for page in ["mijn.html", "over.html", "woorden.html"] {
            browser.page.goto(&format!("{}{page}", server.url)).await?;
            browser.see("#hoofd h1").await?;
            for (width, height) in [(320, 640), (360, 740), (1366, 768)] {
                browser.resize(width, height).await?;
                let wide = browser.ask("document.documentElement.scrollWidth > innerWidth").await?;
                ensure!(wide == "false", "{page} hangs over the edge at {width} px");
                let found = browser.axe().await?;
                ensure!(found.is_empty(), "{page} at {width} px: {found}");
            }
            let broken = browser.ask("JSON.stringify(window.refused || [])").await?;
            ensure!(broken == "[]", "{page}: {broken}");
        }
        Ok(())
    })
    .await
}

//! A new version comes whole or not at all, by consent, and never during a lesson; repair and the switch that takes the
//! worker away leave the work as it is.

use anyhow::{Context, Result, ensure};
use journeys::{Browser, Fault, Server, Version, built, journey, strict};

/// Waits until everything of this version is on the device and the worker answers for it.
async fn offline_ready(browser: &Browser) -> Result<()> {
    browser.until("window.oow?.ready === true && navigator.serviceWorker.controller !== null").await
}

/// Lets the browser look for a new version, and says what became of it: `waiting`, or what went wrong.
async fn look(browser: &Browser) -> Result<String> {
    let look = "navigator.serviceWorker.getRegistration().then(async (r) => { try { await r.update(); } catch (e) { return 'refused'; } const came = r.installing; if (came) await new Promise((done) => { came.onstatechange = () => { if (came.state !== 'installing') done(); }; }); return r.waiting ? 'waiting' : 'refused'; })";
    browser.fetch(look).await
}

/// The build of the page, and the mark in its style sheet.
async fn version(browser: &Browser) -> Result<(String, String)> {
    browser.until("window.oow?.started === true && document.querySelector('#titel') !== null").await?;
    let mark = "getComputedStyle(document.documentElement).getPropertyValue('--version')";
    Ok((browser.ask("oow.build").await?, browser.ask(mark).await?))
}

fn next() -> Result<Version> {
    Version::after(&built().context("no build")?)
}

fn is(seen: &(String, String), next: &Version, second: bool) -> Result<()> {
    ensure!((seen.0 == next.build) == second && (seen.1 == "two") == second, "a mixture, or the wrong version: {seen:?}");
    Ok(())
}

/// Starts in a single tab until the waiting version is there. A page that is only just closed may still count as a tab,
/// and a slow worker is not waited for: then a later start takes it.
async fn start_anew(browser: &Browser, url: &str, next: &Version) -> Result<()> {
    for _ in 0..6 {
        // Not a refresh: ChromeDriver waits for ever when a page reloads itself during one.
        browser.page.goto("about:blank").await?;
        browser.page.goto(url).await?;
        browser.until("window.oow?.started === true && document.querySelector('#titel') !== null").await?;
        if browser.ask("oow.build").await? == next.build {
            break;
        }
    }
    is(&version(browser).await?, next, true)
}

/// A lesson at its second panel, and a second version that waits.
async fn in_a_lesson_with_a_version_waiting(browser: &Browser, server: &Server, next: &Version) -> Result<()> {
    browser.first_visit(&server.url).await?;
    browser.tap(".foot .btn.go").await?;
    browser.see(".stage use[href$='#paneel-2']").await?;
    offline_ready(browser).await?;
    server.publish(next.folder.clone());
    let came = look(browser).await?;
    ensure!(came == "waiting", "{came}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_never_changes_version_and_outside_it_consent_does() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        in_a_lesson_with_a_version_waiting(browser, server, &next).await?;
        // The lesson goes on as it was, and nothing is asked.
        browser.tap(".foot .btn.go").await?;
        browser.see(".stage use[href$='#paneel-3']").await?;
        browser.saved().await?;
        ensure!(browser.ask("document.querySelector('#app .notice')").await? == "null", "asked during a lesson");
        is(&version(browser).await?, &next, false)?;
        let kept = browser.kept().await?;
        browser.tap("a[href='#/kaart'].mute").await?;
        browser.until("document.querySelector('#app .notice b')?.textContent === 'Er is een nieuwe versie'").await?;
        is(&version(browser).await?, &next, false)?;
        browser.tap("#app .notice .btn").await?;
        browser.until(&format!("window.oow?.build === '{}' && oow.started", next.build)).await?;
        is(&version(browser).await?, &next, true)?;
        ensure!(browser.ask("location.hash").await? == "#/kaart", "elsewhere");
        ensure!(strict(&browser.kept().await?) == strict(&kept), "the work is not as it was");
        ensure!(browser.fetch("caches.keys().then((keys) => keys.length)").await? == "1", "the old version lies there still");
        browser.tap("a.btn.go[href='#/les/groepsapp']").await?;
        browser.see(".stage use[href$='#paneel-3']").await.map(drop)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_does_not_arrive_whole_is_never_taken() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        browser.page.goto(&server.url).await?;
        offline_ready(browser).await?;
        server.publish(next.folder.clone());
        for fault in [Fault::Status(404), Fault::Status(500), Fault::BlockPage, Fault::Cut, Fault::Altered] {
            for file in [next.fresh.as_str(), "index.html"] {
                server.break_files(file, fault);
                let came = look(browser).await?;
                ensure!(came == "refused", "{file} {fault:?}: {came}");
                browser.page.refresh().await?;
                is(&version(browser).await?, &next, false)?;
            }
            server.mend();
        }
        // Whole at last: it waits, and the next start takes it.
        let came = look(browser).await?;
        ensure!(came == "waiting", "{came}");
        start_anew(browser, &server.url, &next).await?;
        // And holds without a network.
        server.stop().await;
        browser.until("fetch('sw.js', { cache: 'no-store' }).then(() => false, () => true)").await?;
        browser.page.refresh().await?;
        is(&version(browser).await?, &next, true)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_not_a_worker_any_more_changes_nothing() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        browser.page.goto(&server.url).await?;
        offline_ready(browser).await?;
        server.publish(next.folder.clone());
        for fault in [Fault::Status(404), Fault::Status(500), Fault::BlockPage, Fault::Cut] {
            server.break_files("sw.js", fault);
            let came = look(browser).await?;
            ensure!(came == "refused", "{fault:?}: {came}");
            browser.page.refresh().await?;
            is(&version(browser).await?, &next, false)?;
            ensure!(browser.ask("navigator.serviceWorker.controller !== null").await? == "true", "{fault:?}: the worker is gone");
            server.mend();
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_with_one_tab_takes_the_waiting_version_and_with_two_it_does_not() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        in_a_lesson_with_a_version_waiting(browser, server, &next).await?;
        let lesson = browser.page.window().await?;
        let second = browser.page.new_window().await?;
        browser.page.switch_to_window(second).await?;
        browser.page.goto(format!("{}#/kaart", server.url)).await?;
        is(&version(browser).await?, &next, false)?;
        browser.page.close_window().await?;
        browser.page.switch_to_window(lesson).await?;
        is(&version(browser).await?, &next, false)?;
        start_anew(browser, &format!("{}#/les/groepsapp", server.url), &next).await?;
        browser.see(".stage use[href$='#paneel-2']").await.map(drop)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_in_one_tab_leaves_the_lesson_in_the_other_alone() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        in_a_lesson_with_a_version_waiting(browser, server, &next).await?;
        let lesson = browser.page.window().await?;
        let second = browser.page.new_window().await?;
        browser.page.switch_to_window(second).await?;
        browser.page.goto(format!("{}#/kaart", server.url)).await?;
        browser.tap("#app .notice .btn").await?;
        browser.until(&format!("window.oow?.build === '{}' && oow.started", next.build)).await?;
        browser.page.switch_to_window(lesson).await?;
        is(&version(browser).await?, &next, false)?;
        browser.tap(".foot .btn.go").await?;
        browser.see(".stage use[href$='#paneel-3']").await?;
        browser.saved().await?;
        is(&version(browser).await?, &next, false)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn repair_brings_a_broken_app_back_and_keeps_the_work() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        browser.first_visit(&server.url).await?;
        browser.tap(".foot .btn.go").await?;
        browser.saved().await?;
        offline_ready(browser).await?;
        let kept = browser.kept().await?;
        let spoil = "caches.keys().then(async ([key]) => { const cache = await caches.open(key); for (const held of await cache.keys()) if (held.url.includes('/a/app')) await cache.put(held, new Response('broken')); return 'spoilt'; })";
        ensure!(browser.fetch(spoil).await? == "spoilt");
        browser.page.refresh().await?;
        browser.see("#oow-fault").await?;
        // With no network, repair takes nothing away.
        server.publish(next.folder.clone());
        server.break_files("index.html", Fault::BlockPage);
        browser.page.goto(format!("{}herstel.html", server.url)).await?;
        browser.tap("#herstel").await?;
        browser.until("document.querySelector('#uitslag').textContent.startsWith('Bijwerken lukte niet')").await?;
        ensure!(browser.fetch("caches.keys().then((keys) => keys.length)").await? == "1", "taken away without a network");
        server.mend();
        browser.tap("#herstel").await?;
        browser.until("window.oow?.started === true").await?;
        is(&version(browser).await?, &next, true)?;
        ensure!(strict(&browser.kept().await?) == strict(&kept), "the work is not as it was");
        browser.tap("a.btn.go[href='#/les/groepsapp']").await?;
        browser.see(".stage use[href$='#paneel-2']").await.map(drop)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kill_switch_takes_worker_and_copies_away_and_leaves_the_work() -> Result<()> {
    journey(async |browser, server| {
        let next = next()?;
        browser.first_visit(&server.url).await?;
        browser.saved().await?;
        offline_ready(browser).await?;
        let kept = browser.kept().await?;
        std::fs::copy(next.folder.join("sw-kill.js"), next.folder.join("sw.js"))?;
        server.publish(next.folder.clone());
        look(browser).await?;
        browser.until("caches.keys().then((keys) => keys.length === 0)").await?;
        browser.page.refresh().await?;
        is(&version(browser).await?, &next, true)?;
        browser.until("navigator.serviceWorker.controller === null && caches.keys().then((keys) => keys.length === 0)").await?;
        ensure!(strict(&browser.kept().await?) == strict(&kept), "the work is not as it was");
        Ok(())
    })
    .await
}

//! When the app cannot start or stops: every time a page that says so in words, with a way on.

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Fault, Wish, in_engines, journey, journey_under, strict};

in_engines!([Chromium Firefox]: whatever_a_school_filter_does_to_the_app_is_told_and_trying_again_works, a_host_that_calls_the_app_plain_text_does_not_stop_it, a_policy_that_forbids_the_app_to_compile_is_told, a_browser_without_what_the_app_needs_is_told_apart_from_a_filter, a_trap_freezes_the_app_says_so_and_leads_back_to_the_same_screen, a_panic_freezes_the_app_and_three_in_a_minute_lead_to_repair);

/// The page for trouble with this title.
async fn told(browser: &Browser, title: &str) -> Result<()> {
    browser.until(&format!("document.querySelector('#oow-fault')?.textContent === '{title}'")).await
}

async fn whatever_a_school_filter_does_to_the_app_is_told_and_trying_again_works(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        for (file, fault) in [
            ("app_bg-", Fault::BlockPage),
            ("app_bg-", Fault::Status(403)),
            ("app_bg-", Fault::Cut),
            ("app_bg-", Fault::Altered),
            ("app-", Fault::BlockPage),
            ("app-", Fault::Status(403)),
        ] {
            server.break_files(file, fault);
            browser.page.goto("about:blank").await?;
            browser.forget_the_cache().await?;
            browser.page.goto(&server.url).await?;
            told(browser, "Het schoolfilter houdt iets tegen").await.map_err(|error| error.context(format!("{file} {fault:?}")))?;
            server.mend();
            browser.tap("main .btn.go").await?;
            browser.until("window.oow?.started === true").await.map_err(|error| error.context(format!("again after {file} {fault:?}")))?;
            browser.fetch("navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))).then(() => caches.keys()).then((keys) => Promise.all(keys.map((key) => caches.delete(key))))").await?;
        }
        Ok(())
    })
    .await
}

async fn a_host_that_calls_the_app_plain_text_does_not_stop_it(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        server.break_files("app_bg-", Fault::PlainText);
        browser.first_visit(&server.url).await
    })
    .await
}

async fn a_policy_that_forbids_the_app_to_compile_is_told(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        // What a page sees whose policy lost 'wasm-unsafe-eval' on the way.
        browser.before_each_page("const refuse = () => { throw new WebAssembly.CompileError('refused by policy'); }; WebAssembly.Module = refuse; WebAssembly.compile = WebAssembly.compileStreaming = async () => refuse();").await?;
        browser.page.goto(&server.url).await?;
        told(browser, "Het schoolfilter houdt iets tegen").await
    })
    .await
}

async fn a_browser_without_what_the_app_needs_is_told_apart_from_a_filter(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        for missing in ["delete window.WebAssembly", "WebAssembly.validate = () => false"] {
            let made = browser.before_each_page(missing).await?;
            browser.page.goto(&server.url).await?;
            browser.reload().await?;
            told(browser, "Deze browser is te oud").await?;
            browser.no_longer(made).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_the_page_says_so() -> Result<()> {
    journey(async |browser, server| {
        browser.page.cdp().send_raw("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await?;
        browser.page.goto(&server.url).await?;
        let seen = browser.page.cdp().send_raw("Runtime.evaluate", serde_json::json!({ "expression": "document.body.innerText" })).await?;
        ensure!(seen.to_string().contains("JavaScript staat uit"), "{seen}");
        Ok(())
    })
    .await
}

/// Keeps hold of the module's memory, in `window.memory`.
const HOLD: &str = "const make = WebAssembly.instantiate; WebAssembly.instantiate = async (...all) => { const made = await make(...all); window.memory = Object.values(made.exports).find((one) => one instanceof WebAssembly.Memory); return made; };";

/// Breaks the app in earnest: the memory of the module is overwritten, so that its next move is a trap.
const BREAK: &str = "(async () => { new Uint8Array(memory.buffer).fill(255); return 'broken'; })()";

/// Takes the drawing away under the app, as some translators do, so that its next move is a panic of its own.
const STRIP: &str = "(async () => { document.querySelector('#app').textContent = ''; location.hash = '#/dier'; return 'broken'; })()";

async fn frozen_and_back(browser: &Browser, url: &str, breaking: &str) -> Result<()> {
    browser.before_each_page(HOLD).await?;
    browser.first_visit(url).await?;
    browser.tap(".foot .btn.go").await?;
    browser.see(".stage use[href$='#paneel-2']").await?;
    browser.saved().await?;
    let kept = browser.kept().await?;
    let broken = browser.fetch(breaking).await?;
    ensure!(broken == "broken", "{broken}");
    browser.ask("document.querySelector('.foot .btn.go')?.click()").await?;
    told(browser, "De app liep vast").await?;
    ensure!(browser.ask("oow.poisoned && document.querySelector('#app').inert").await? == "true", "still open to a tap");
    ensure!(browser.ask("document.activeElement.id").await? == "oow-fault", "the focus is elsewhere");
    let write = browser.ask("(() => { try { localStorage.setItem('a', 'b'); } catch (e) { return String(e); } })()").await?;
    ensure!(write.contains("poisoned"), "a broken app may still write: {write}");
    // Keys and clicks reach nobody any more.
    browser.ask("window.reached = 0, document.querySelector('#app').addEventListener('click', () => { reached += 1; }), document.querySelector('#app').click()").await?;
    ensure!(browser.ask("window.reached").await? == "0", "a click came through");
    browser.tap(".crash .btn.go").await?;
    browser.until("window.oow?.started === true && oow.poisoned === false").await?;
    ensure!(strict(&browser.kept().await?) == strict(&kept), "what was kept is not as it was");
    Ok(())
}

async fn a_trap_freezes_the_app_says_so_and_leads_back_to_the_same_screen(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        frozen_and_back(browser, &server.url, BREAK).await?;
        browser.see(".stage use[href$='#paneel-2']").await.map(drop)
    })
    .await
}

async fn a_panic_freezes_the_app_and_three_in_a_minute_lead_to_repair(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        frozen_and_back(browser, &server.url, STRIP).await?;
        browser.ask("void oow.panic('again')").await?;
        browser.tap(".crash .btn.go").await?;
        browser.until("window.oow?.started === true && oow.poisoned === false").await?;
        browser.ask("void oow.panic('and again')").await?;
        browser.until("location.pathname.endsWith('/herstel.html')").await?;
        browser.see("#steeds:not([hidden])").await?;
        browser.tap("#herstel").await?;
        browser.until("window.oow?.started === true && location.hash === '#/kaart' || document.querySelector('.map') !== null").await
    })
    .await
}

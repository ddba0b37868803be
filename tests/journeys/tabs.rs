//! Two tabs of one pupil: whatever is done in either is joined.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Wish, in_engines, journey_under};

in_engines!([Chromium Firefox]: a_tab_that_sleeps_with_its_turn_does_not_hold_up_the_other);
// In Firefox these two waited in vain, once for the answers and once for a button of the first screen: not looked into
// further.
in_engines!([Chromium]: answers_given_in_two_tabs_at_once_are_joined_and_take_turns, answers_given_in_two_tabs_at_once_are_joined_where_there_are_no_locks);

/// Answers this question again and again, as fast as the app takes it; `done` counts in the page.
const HASTE: &str = "window.done = 0; (async () => { const frame = () => new Promise((next) => setTimeout(next, 7)); for (let n = 0; n < 25; n += 1) { const options = document.querySelectorAll('.opt-in'); options[n % options.length].click(); while (document.querySelectorAll('.opt-in')[n % options.length]?.checked !== true) await frame(); done += 1; } })()";

async fn answers_in_two_tabs(browser: &Browser, url: &str, before: &str) -> Result<()> {
    browser.first_visit(url).await?;
    browser.read_the_story().await?;
    browser.saved().await?;
    let one = browser.page.window().await?;
    let other = browser.page.new_window().await?;
    for (tab, step) in [(&one, "een-minuut"), (&other, "zwembad-poll")] {
        browser.page.switch_to_window(tab.clone()).await?;
        browser.before_each_page(before).await?;
        browser.page.goto(format!("{url}#/les/groepsapp/{step}")).await?;
        browser.reload().await?;
        browser.until(&format!("location.hash.endsWith('{step}')")).await?;
        browser.to_the_question().await?;
    }
    for tab in [&other, &one] {
        browser.page.switch_to_window(tab.clone()).await?;
        browser.page.execute(HASTE, Vec::new()).await?;
    }
    for tab in [&one, &other] {
        browser.page.switch_to_window(tab.clone()).await?;
        browser.until("window.done === 25").await?;
    }
    // Both tabs come to rest with everything in a slot and in the strict copy.
    let all = |text: &str| ["een-minuut", "zwembad-poll"].iter().all(|step| text.contains(&format!("step groepsapp {step} 1 o 25 ")));
    let until = Instant::now() + Duration::from_secs(15);
    loop {
        let kept = browser.kept().await?;
        let whole: Vec<&String> = kept.iter().filter(|(_, text)| all(text)).map(|(key, _)| key).collect();
        if whole.len() >= 2 && whole.iter().any(|key| key.ends_with("/i")) {
            break;
        }
        ensure!(Instant::now() < until, "something is lost: {kept:?}");
    }
    browser.page.goto(format!("{url}#/les/groepsapp")).await?;
    browser.until("location.hash.endsWith('/wat-nu')").await.map_err(|error| error.context("a visit moved the pupil's own place"))
}

async fn answers_given_in_two_tabs_at_once_are_joined_and_take_turns(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        let count = "window.turns = 0; { const request = LockManager.prototype.request; LockManager.prototype.request = function (...all) { turns += 1; return request.apply(this, all); }; }";
        answers_in_two_tabs(browser, &server.url, count).await?;
        for tab in browser.page.windows().await? {
            browser.page.switch_to_window(tab).await?;
            browser.until("window.turns >= 25").await?;
        }
        Ok(())
    })
    .await
}

async fn answers_given_in_two_tabs_at_once_are_joined_where_there_are_no_locks(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        answers_in_two_tabs(browser, &server.url, "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });").await
    })
    .await
}

async fn a_tab_that_sleeps_with_its_turn_does_not_hold_up_the_other(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.saved().await?;
        browser.ask("void Object.keys(localStorage).filter((key) => key.includes('/p/')).forEach((key) => navigator.locks.request(`oow-${oow.place}-${key.split('/')[3]}`, () => new Promise(() => {})))").await?;
        browser.until("navigator.locks.query().then((all) => all.held.length === 1)").await?;
        browser.tap(".foot .btn.go").await?;
        browser.see(".stage use[href$='#paneel-2']").await?;
        browser.see(".saved.busy").await?;
        browser.saved().await
    })
    .await
}

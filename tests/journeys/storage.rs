//! Storage that is blocked, full, damaged or of a newer version: told in words, play goes on, nothing is lost.

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Kept, Wish, copies, damaged, in_engines, journey, journey_under};

in_engines!([Chromium Firefox]: with_storage_blocked_the_lesson_plays_on_and_the_notice_says_so, a_damaged_copy_is_set_apart_and_the_work_comes_back_from_the_others, with_everything_damaged_it_is_told_kept_aside_and_a_new_start_works, a_copy_damaged_while_the_app_runs_is_set_apart_before_it_is_written_over, work_of_a_newer_version_is_never_written_over);

/// The notice under the bar says this.
async fn told(browser: &Browser, words: &str) -> Result<()> {
    browser.until(&format!("document.querySelector('#app .notice b')?.textContent.includes('{words}') === true")).await
}

/// Reloads, and waits for the app.
async fn again(browser: &Browser) -> Result<()> {
    browser.reload().await?;
    browser.started().await
}

/// What was set apart.
fn apart(kept: &Kept) -> Vec<&String> {
    kept.iter().filter(|(key, _)| key.contains("/q/")).map(|(_, text)| text).collect()
}

/// A first visit, until the prediction is answered and the chat stands there, with all copies written.
async fn saved_in_the_chat(browser: &Browser, url: &str) -> Result<()> {
    browser.first_visit(url).await?;
    browser.read_the_story().await?;
    browser.into_the_chat().await?;
    browser.saved().await
}

async fn with_storage_blocked_the_lesson_plays_on_and_the_notice_says_so(engine: Engine) -> Result<()> {
    let wish = Wish { blocked: true, ..Wish::of(engine) };
    journey_under("/", wish, async |browser, server| {
        browser.page.goto(&server.url).await?;
        let touched = browser.ask("(() => { try { return localStorage.length; } catch (e) { return e.name; } })()").await?;
        ensure!(touched == "SecurityError", "this browser keeps things: {touched}");
        browser.first_visit(&server.url).await?;
        told(browser, "Dit apparaat bewaart niets").await?;
        browser.read_the_story().await?;
        browser.into_the_chat().await?;
        told(browser, "Dit apparaat bewaart niets").await?;
        ensure!(browser.ask("document.querySelector('.saved')").await? == "null", "the sign claims what is not so");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_storage_full_the_lesson_plays_on_and_is_kept_once_there_is_room() -> Result<()> {
    journey(async |browser, server| {
        let origin = server.url.trim_end_matches('/');
        let room = async |of_database: bool| {
            let wish = if of_database { serde_json::json!({ "origin": origin }) } else { serde_json::json!({ "origin": origin, "quotaSize": 1 }) };
            browser.page.cdp().send_raw("Storage.overrideQuotaForOrigin", wish).await
        };
        let fill = "(() => { let piece = 'x'.repeat(1 << 20), n = 0; while (piece) { try { localStorage.setItem('neighbour' + n++, piece); } catch (e) { piece = piece.slice(0, piece.length / 2); } } })()";
        let clear = "Object.keys(localStorage).filter((key) => key.startsWith('neighbour')).forEach((key) => localStorage.removeItem(key))";
        let turn = async |panel: u8| {
            browser.tap(".foot .btn.go").await?;
            browser.see(&format!(".stage use[href$='#paneel-{panel}']")).await.map(drop)
        };
        // The database is full: kept where a flat battery may still lose it, and the sign says no more than that.
        room(false).await?;
        browser.first_visit(&server.url).await?;
        browser.see(".saved.tab").await?;
        let before = browser.kept().await?;
        // Both are full: told in words, and nothing that was kept is given up.
        browser.ask(fill).await?;
        turn(2).await?;
        told(browser, "De opslag is vol").await?;
        ensure!(browser.ask("document.querySelector('.saved')").await? == "null", "the sign claims what is not so");
        turn(3).await?;
        ensure!(copies(&browser.kept().await?) == copies(&before), "what was kept is not as it was");
        // Room again in one of them: all that was done in between is there.
        browser.ask(clear).await?;
        turn(4).await?;
        browser.see(".saved.tab").await?;
        ensure!(browser.ask("document.querySelector('#app .notice')").await? == "null", "room again, but still told");
        // Only local storage is full: the strict copy carries on, and nothing need be told.
        room(true).await?;
        browser.ask(fill).await?;
        browser.tap(".foot .btn.go").await?;
        browser.predict().await?;
        browser.tap(".acts .btn.go").await?;
        browser.saved().await?;
        again(browser).await?;
        browser.until("location.hash.endsWith('/groep-noor')").await?;
        browser.ask(clear).await?;
        let kept = browser.kept().await?;
        ensure!(copies(&kept).iter().any(|(_, text)| text.contains("step groepsapp wat-nu 1 d")), "{kept:?}");
        Ok(())
    })
    .await
}

async fn a_damaged_copy_is_set_apart_and_the_work_comes_back_from_the_others(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        saved_in_the_chat(browser, &server.url).await?;
        let whole = copies(&browser.kept().await?);
        ensure!(whole.len() == 3, "not three copies: {whole:?}");
        for broken in [vec![0], vec![1], vec![2], vec![0, 1]] {
            browser
                .ask("Object.keys(localStorage).filter((key) => key.includes('/q/')).forEach((key) => localStorage.removeItem(key))")
                .await?;
            for (at, (key, text)) in whole.iter().enumerate() {
                browser.put(key, &if broken.contains(&at) { damaged(text) } else { text.clone() }).await?;
            }
            again(browser).await?;
            ensure!(browser.ask("location.hash").await?.ends_with("/groep-noor"), "elsewhere with {broken:?} damaged");
            told(browser, "Er was iets stuk").await.map_err(|error| error.context(format!("with {broken:?} damaged")))?;
            let kept = browser.kept().await?;
            let bad: Vec<String> = broken.iter().map(|at| damaged(&whole[*at].1)).collect();
            ensure!(bad.iter().all(|text| apart(&kept).contains(&text)), "thrown away with {broken:?} damaged: {kept:?}");
            // Two saves write both slots anew.
            browser.tap("a[href='#/kaart']").await?;
            browser.tap("a[href='#/les/groepsapp/wat-nu'], a[href='#/les/groepsapp']").await?;
            browser.until("location.hash.endsWith('/groep-noor')").await?;
        }
        Ok(())
    })
    .await
}

async fn with_everything_damaged_it_is_told_kept_aside_and_a_new_start_works(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        saved_in_the_chat(browser, &server.url).await?;
        let whole = browser.damage_all().await?;
        browser.page.goto(format!("{}#/", server.url)).await?;
        again(browser).await?;
        told(browser, "Dit werk gaat nu niet open").await?;
        browser.see(".notice a[href='herstel.html']").await?;
        browser.tap("a.btn.go[href='#/dier']").await?;
        browser.tap("button.animal").await?;
        browser.tap("a[href='#/les/groepsapp']").await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        let kept = browser.kept().await?;
        ensure!(whole.iter().all(|(_, text)| apart(&kept).contains(&&damaged(text))), "thrown away: {kept:?}");
        ensure!(whole.iter().all(|(key, text)| kept.get(key) == Some(&damaged(text))), "written over: {kept:?}");
        Ok(())
    })
    .await
}

async fn a_copy_damaged_while_the_app_runs_is_set_apart_before_it_is_written_over(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.first_visit(&server.url).await?;
        browser.saved().await?;
        let whole = browser.damage_all().await?;
        browser.read_the_story().await?;
        browser.saved().await?;
        let kept = browser.kept().await?;
        ensure!(whole.iter().all(|(_, text)| apart(&kept).contains(&&damaged(text))), "thrown away: {kept:?}");
        again(browser).await?;
        ensure!(browser.ask("location.hash").await?.ends_with("/wat-nu"));
        Ok(())
    })
    .await
}

async fn work_of_a_newer_version_is_never_written_over(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        saved_in_the_chat(browser, &server.url).await?;
        for (key, text) in copies(&browser.kept().await?) {
            browser.put(&key, &text.replacen("OOW1 1 ", "OOW1 2 ", 1)).await?;
        }
        let newer = browser.kept().await?;
        browser.page.goto(format!("{}#/dier", server.url)).await?;
        again(browser).await?;
        told(browser, "Dit werk is van een nieuwere versie").await?;
        browser.tap("button.animal").await?;
        browser.tap("a[href='#/les/groepsapp']").await?;
        browser.read_the_story().await?;
        browser.into_the_chat().await?;
        told(browser, "Dit werk is van een nieuwere versie").await?;
        ensure!(browser.kept().await? == newer, "written over");
        Ok(())
    })
    .await
}

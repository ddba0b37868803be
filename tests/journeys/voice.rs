//! Reading aloud: only with a Dutch voice of the device itself, everything on the screen and in order, in pieces.
//!
//! A browser without sound has no voices, so the voice is a stand-in that writes down what it is given.

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Wish, in_engines, journey_under};

in_engines!([Chromium Firefox]: what_stands_on_the_screen_is_read_in_order_and_in_pieces, an_explanation_is_read_alone_and_going_on_stops_the_voice, a_voice_that_sends_the_text_away_is_no_voice);

/// A device with these voices; what is spoken goes into `window.spoken`, each piece ending when `window.finish` is called.
fn device(voices: &str) -> String {
    format!(
        "window.spoken = []; window.finish = null; \
         class Utterance {{ constructor(text) {{ this.text = text; }} }} \
         const synth = new EventTarget(); \
         Object.assign(synth, {{ getVoices: () => {voices}, cancel() {{ window.finish = null; }}, speak(piece) {{ spoken.push(piece.text); window.finish = () => piece.onend(); }} }}); \
         Object.defineProperty(window, 'speechSynthesis', {{ value: synth }}); \
         Object.defineProperty(window, 'SpeechSynthesisUtterance', {{ value: Utterance }});"
    )
}

const DUTCH: &str =
    "[{ lang: 'en-GB', localService: true }, { lang: 'nl-NL', localService: false }, { lang: 'nl-BE', localService: true }]";
const FAR: &str = "[{ lang: 'en-GB', localService: true }, { lang: 'nl-NL', localService: false }]";

/// Lets the voice come to its end, and gives all that it said.
async fn heard(browser: &Browser) -> Result<Vec<String>> {
    browser
        .ask("(() => { for (let n = 0; n < 200 && window.finish; n += 1) { const end = window.finish; window.finish = null; end(); } })()")
        .await?;
    Ok(serde_json::from_str(&browser.ask("JSON.stringify(window.spoken)").await?)?)
}

async fn what_stands_on_the_screen_is_read_in_order_and_in_pieces(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.before_each_page(&device(DUTCH)).await?;
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.tap("[data-voice]").await?;
        browser.until("document.querySelector('[data-voice]').getAttribute('aria-pressed') === 'true'").await?;
        ensure!(browser.ask("[...(CSS.highlights?.get('spoken') ?? [])].length").await? == "1", "the first sentence is not marked");
        let said = heard(browser).await?;
        let seen = browser
            .ask("[...document.querySelectorAll('#app h1, #app .opt-card > span:nth-child(2)')].map((e) => e.textContent).join('|')")
            .await?;
        let all = said.join(" ");
        for words in seen.split('|') {
            ensure!(all.contains(words.trim()), "'{words}' was not read: {said:?}");
        }
        let place = |words: &str| all.find(words.trim());
        let places: Vec<_> = seen.split('|').map(place).collect();
        ensure!(places.is_sorted(), "read in another order: {said:?}");
        ensure!(said.iter().all(|piece| piece.chars().count() <= 180), "a piece is too long: {said:?}");
        browser.until("document.querySelector('[data-voice]').getAttribute('aria-pressed') === 'false'").await?;
        ensure!(browser.ask("CSS.highlights?.has('spoken') === true").await? == "false", "the mark stays behind");
        Ok(())
    })
    .await
}

async fn an_explanation_is_read_alone_and_going_on_stops_the_voice(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.before_each_page(&device(DUTCH)).await?;
        browser.first_visit(&server.url).await?;
        browser.read_the_story().await?;
        browser.tap(".opt-in").await?;
        browser.see(".sheet").await?;
        browser.tap("[data-voice]").await?;
        let said = heard(browser).await?;
        let why = browser.ask("document.querySelector('.sheet-text p').textContent").await?;
        ensure!(said.join(" ").contains(why.split('.').next().unwrap_or_default()), "'{why}' was not read: {said:?}");
        let title = browser.ask("document.querySelector('#app h1').textContent").await?;
        ensure!(!said.iter().any(|piece| piece.contains(&title)), "the question was read again: {said:?}");
        browser.tap("[data-voice]").await?;
        browser.until("Boolean(window.finish)").await?;
        browser.tap(".sheet .btn.go").await?;
        browser.until("window.finish === null && !CSS.highlights?.has('spoken')").await
    })
    .await
}

async fn a_voice_that_sends_the_text_away_is_no_voice(engine: Engine) -> Result<()> {
    journey_under("/", Wish::of(engine), async |browser, server| {
        browser.before_each_page(&device(FAR)).await?;
        browser.first_visit(&server.url).await?;
        // The script is there: then the button would be too.
        browser.until("performance.getEntriesByType('resource').some((entry) => entry.name.includes('/voice-'))").await?;
        browser.until("document.readyState === 'complete'").await?;
        ensure!(browser.ask("document.querySelector('[data-voice]').checkVisibility()").await? == "false", "a button without a voice");
        Ok(())
    })
    .await
}

//! Whether everybody can use it: what axe finds on every screen, in each theme and size, and whether anything hangs
//! over the edge of a very narrow screen with the largest letters.
//!
//! Every combination of theme and size is put before each kind of screen: two screens are of one kind when they are
//! built of the same pieces. Each further screen of a kind gets one combination, the next in turn. The narrow look is
//! taken of every screen.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use journeys::{Browser, Engine, Fault, Server, Wish, in_engines, journey_under};

in_engines!([Chromium Firefox]: axe_finds_nothing_on_any_screen_of_the_lesson, axe_finds_nothing_on_any_page_around_the_lesson, axe_finds_nothing_on_the_pages_for_trouble, axe_finds_nothing_where_storage_is_in_trouble);

/// Phone, tablet and laptop.
const SCREENS: [(u32, u32); 3] = [(360, 740), (820, 1180), (1366, 768)];

const THEMES: [&str; 3] = ["light", "dark", "contrast"];

/// The pieces of a page that give it its shape: boxes and buttons, each by its first class.
const PIECES: &str = "[...new Set([...document.querySelectorAll('body :is(main,section,div,fieldset,ol,ul,footer,button,details)')].filter((e) => e.checkVisibility() && e.classList.length).map((e) => e.classList[0]))].sort().join()";

/// What hangs over the edge, with the default and with the largest letters.
const WIDE: &str = "['', '3'].flatMap((size) => { document.documentElement.dataset.size = size; const edge = innerWidth; return document.documentElement.scrollWidth <= edge ? [] : [`letters '${size}': ` + [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > edge + 1).slice(0, 5).map((e) => e.tagName + '.' + [...e.classList].join('.')).join(' ')]; }).join(', ')";

/// What was seen and found on a walk.
#[derive(Default)]
struct Inspection {
    kinds: BTreeSet<String>,
    runs: usize,
    found: BTreeSet<String>,
}

impl Inspection {
    /// Waits for this, and looks.
    async fn once(&mut self, browser: &Browser, there: &str, place: &str) -> Result<()> {
        browser.see(there).await?;
        self.at(browser, place).await
    }

    /// Looks at the page as it stands, from all sides, and leaves it as it was.
    async fn at(&mut self, browser: &Browser, place: &str) -> Result<()> {
        browser.resize(320, 640).await?;
        let wide = browser.ask(WIDE).await?;
        if !wide.is_empty() {
            self.found.insert(format!("{place} at 320: {wide}"));
        }
        browser.page.execute("delete document.documentElement.dataset.size", Vec::new()).await?;
        let fresh = self.kinds.insert(browser.ask(PIECES).await?);
        for (n, (size, theme)) in SCREENS.iter().flat_map(|size| THEMES.iter().map(move |theme| (size, theme))).enumerate() {
            if !fresh && n != self.runs % (SCREENS.len() * THEMES.len()) {
                continue;
            }
            browser.resize(size.0, size.1).await?;
            browser.page.execute(format!("document.documentElement.dataset.theme = '{theme}'"), Vec::new()).await?;
            for finding in browser.axe().await?.lines() {
                self.found.insert(format!("{place} in {theme} at {}: {finding}", size.0));
            }
            if !fresh {
                break;
            }
        }
        self.runs += 1;
        browser.page.execute("delete document.documentElement.dataset.theme", Vec::new()).await?;
        Ok(())
    }

    /// The sum; fails when something was found.
    fn done(self) -> Result<()> {
        println!("{} screens of {} kinds", self.runs, self.kinds.len());
        ensure!(self.found.is_empty(), "{}", self.found.into_iter().collect::<Vec<_>>().join("\n"));
        Ok(())
    }
}

/// A journey on which every screen it comes to is looked at. Nothing moves and all messages are there at once, so that
/// a look is a look at rest.
async fn inspection(engine: Engine, go: impl AsyncFnOnce(&Browser, &Server, &mut Inspection) -> Result<()>) -> Result<()> {
    let wish = Wish { calm: true, ..Wish::of(engine) };
    journey_under("/", wish, async |browser, server| {
        let mut all = Inspection::default();
        go(browser, server, &mut all).await?;
        all.done()
    })
    .await
}

async fn axe_finds_nothing_on_any_screen_of_the_lesson(engine: Engine) -> Result<()> {
    inspection(engine, async |browser, server, all| {
        browser.first_visit(&server.url).await?;
        browser.play_by_keyboard(async |seen| all.at(browser, &format!("{} {}", seen.hash, seen.title)).await).await?;
        browser.tap(".foot a.btn.go").await?;
        all.once(browser, ".map .stop.is-done", "the map, after").await
    })
    .await
}

async fn axe_finds_nothing_on_any_page_around_the_lesson(engine: Engine) -> Result<()> {
    inspection(engine, async |browser, server, all| {
        for (address, there) in [
            ("#/", "a.btn.go[href='#/dier']"),
            ("#/dier", "button.animal"),
            ("#/kaart", ".map .stop"),
            ("#/nergens", "#titel"),
            ("#/les/bestaatniet", "#titel"),
        ] {
            browser.page.goto(format!("{}{address}", server.url)).await?;
            all.once(browser, there, address).await?;
        }
        browser.tap("button.help").await?;
        all.once(browser, ".rems", "help").await?;
        browser.page.goto(format!("{}#/les/groepsapp/wat-nu", server.url)).await?;
        all.once(browser, ".notice", "a guest at a teacher's link").await?;
        browser.ask("void oow.panic('on purpose')").await?;
        all.once(browser, ".crash h1", "after a panic").await?;
        browser.tap(".crash summary").await?;
        all.at(browser, "after a panic, for grown-ups").await?;
        browser.page.goto(format!("{}herstel.html#steeds", server.url)).await?;
        all.once(browser, "#herstel", "repair").await
    })
    .await
}

async fn axe_finds_nothing_on_the_pages_for_trouble(engine: Engine) -> Result<()> {
    inspection(engine, async |browser, server, all| {
        server.break_files("app_bg-", Fault::BlockPage);
        browser.page.goto(&server.url).await?;
        all.once(browser, "#oow-fault", "a filter").await?;
        browser.tap("main summary").await?;
        all.at(browser, "a filter, for grown-ups").await?;
        let old = browser.before_each_page("WebAssembly.validate = () => false").await?;
        browser.reload().await?;
        all.once(browser, "#oow-fault", "too old").await?;
        browser.no_longer(old).await?;
        browser.before_each_page("Object.defineProperty(Navigator.prototype, 'onLine', { value: false });").await?;
        browser.reload().await?;
        all.once(browser, "#oow-fault", "first visit without a network").await
    })
    .await
}

async fn axe_finds_nothing_where_storage_is_in_trouble(engine: Engine) -> Result<()> {
    inspection(engine, async |browser, server, all| {
        browser.first_visit(&server.url).await?;
        browser.saved().await?;
        browser.tap("a[href='#/kaart'].mute").await?;
        all.once(browser, ".map .stop", "the map, begun").await?;
        browser.damage_all().await?;
        browser.reload().await?;
        all.once(browser, "#app .notice", "nothing can be read").await
    })
    .await
}

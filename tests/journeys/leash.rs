//! The instruments themselves: a journey leaves nothing running, however it ends.

use std::fs;
use std::net::TcpStream;
use std::sync::Arc;

use anyhow::{Result, ensure};
use journeys::{Browser, Profile, Wish, built};

/// Where a browser with this profile can be talked to.
fn door(profile: &Profile) -> Result<String> {
    let ports = fs::read_to_string(profile.folder.join("DevToolsActivePort"))?;
    Ok(format!("127.0.0.1:{}", ports.lines().next().unwrap_or_default()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journey_that_panics_leaves_no_browser_behind() -> Result<()> {
    if built().is_none() {
        return Ok(());
    }
    let profile = Arc::new(Profile::new()?);
    let wish = Wish { profile: Some(profile.clone()), ..Wish::default() };
    let (told, tell) = (profile.clone(), std::sync::Mutex::new(None));
    let tell = Arc::new(tell);
    let heard = tell.clone();
    let journey = tokio::spawn(async move {
        let _browser = Browser::start_as(wish).await.unwrap();
        let door = door(&told).unwrap();
        let open = TcpStream::connect(&door).is_ok();
        *heard.lock().unwrap() = Some((door, open));
        // Not `panic!`: that would print a fright in the middle of a sound run.
        std::panic::resume_unwind(Box::new("on purpose"));
    });
    ensure!(journey.await.is_err_and(|end| end.is_panic()));
    let (door, open) = tell.lock().unwrap().take().unwrap();
    ensure!(open && TcpStream::connect(door).is_err());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_never_starts_is_told_and_leaves_no_driver_behind() -> Result<()> {
    if built().is_none() {
        return Ok(());
    }
    let profile = Arc::new(Profile::new()?);
    let failed = Browser::start_as(Wish { profile: Some(profile.clone()), program: Some("/bin/false"), ..Wish::default() }).await;
    let told = failed.err().map(|error| format!("{error:#}")).unwrap_or_default();
    ensure!(told.starts_with("Chromium does not start"), "{told}");
    let named = profile.folder.display().to_string();
    let running = fs::read_dir("/proc")?.flatten().filter_map(|process| fs::read_to_string(process.path().join("cmdline")).ok());
    ensure!(running.filter(|command| command.contains(&named)).count() == 0);
    Ok(())
}

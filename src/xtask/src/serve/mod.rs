//! `cargo xtask serve`: builds, then shows the product on this machine as a real host would.
//!
//! Rule: loopback only, and the same headers and twins a good host sends, so that what works here works there.
//! With `--watch` (see `watch`) it trades that for speed: a quick app build, no twins, no offline copy.

mod author;
mod router;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::build;
use crate::workspace::Workspace;
pub use router::{normal_base, router};

/// Added to the page by `--watch`: reloads it when the build id changes.
pub const RELOAD_SCRIPT: &str = include_str!("reload.js");
/// In the place of the service worker under `--watch`: hands everything to the network.
pub const WATCH_WORKER: &str = include_str!("watch-sw.js");

/// How many further ports are tried for the advice when one is busy.
const PORTS_TRIED: u16 = 50;

/// Builds and serves until interrupted.
pub fn serve(workspace: &Workspace, port: u16, base: &str, watching: bool) -> Result<()> {
    // The port first: nobody should wait for a build to hear that it is taken.
    let listener = listen(port)?;
    let base = normal_base(base);
    let address = format!("http://127.0.0.1:{}{base}", listener.local_addr()?.port());
    let runtime = tokio::runtime::Runtime::new()?;
    if watching {
        return watch::run(workspace, listener, &base, &address, &runtime);
    }
    let folder = workspace.own("dist");
    build::release(workspace, &base, &folder)?;
    println!("Online op weg: {address}  (stop with Ctrl+C)");
    runtime.block_on(run(listener, router(&folder, &base)))
}

/// Serves a router on a socket that is already bound.
async fn run(listener: TcpListener, router: axum::Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, router).await.context("the server stopped")
}

fn listen(port: u16) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match bind(port) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            let free = (port.saturating_add(1)..port.saturating_add(PORTS_TRIED)).find(|port| bind(*port).is_ok());
            match free {
                Some(free) => bail!("port {port} is busy; use a free one: cargo xtask serve --port {free}"),
                None => bail!("port {port} and the next {PORTS_TRIED} are busy; name another with --port"),
            }
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be opened; try one above 1024 with --port")),
    }
}

//! A host for the built folder that can do what hosts and school networks do: be gone, publish a new version, block,
//! rewrite, cut off. It sends what `cargo xtask serve` sends, and remembers what it was asked.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

/// A server of a built folder.
#[derive(Debug)]
pub struct Server {
    /// Address of the course.
    pub url: String,
    base: String,
    host: Arc<Host>,
    task: Mutex<Option<JoinHandle<()>>>,
}

/// What a network can do to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An answer with this code and nothing in it.
    Status(u16),
    /// The page of a filter, with code 200.
    BlockPage,
    /// The first half.
    Cut,
    /// One byte is another.
    Altered,
    /// Says it is plain text.
    PlainText,
}

#[derive(Debug)]
struct Host {
    files: Mutex<Router>,
    faults: Mutex<Vec<(String, Fault)>>,
    asked: Mutex<Vec<String>>,
}

impl Server {
    /// Serves `folder` under `base` on a free port.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(folder: PathBuf, base: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://127.0.0.1:{}{base}", listener.local_addr()?.port());
        let files = Mutex::new(xtask::serve::router(folder, base));
        let host = Arc::new(Host { files, faults: Mutex::default(), asked: Mutex::default() });
        let router = Router::new().fallback(answer).with_state(host.clone());
        let task = tokio::spawn(async move { drop(axum::serve(listener, router).await) });
        Ok(Server { url, base: base.to_owned(), host, task: Mutex::new(Some(task)) })
    }

    /// From now on this folder is what is published.
    pub fn publish(&self, folder: PathBuf) {
        *held(&self.host.files) = xtask::serve::router(folder, &self.base);
    }

    /// From now on every file whose address holds `part` suffers this.
    pub fn break_files(&self, part: &str, fault: Fault) {
        held(&self.host.faults).push((part.to_owned(), fault));
    }

    /// All files are whole again.
    pub fn mend(&self) {
        held(&self.host.faults).clear();
    }

    /// What was asked since the last time: method and address.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *held(&self.host.asked))
    }

    /// Stops answering, for good.
    pub async fn stop(&self) {
        let task = held(&self.task).take();
        if let Some(task) = task {
            task.abort();
            drop(task.await);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(task) = held(&self.task).take() {
            task.abort();
        }
    }
}

/// A journey that failed while holding it has told why.
fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(host): State<Arc<Host>>, mut request: Request) -> Response {
    let address = request.uri().to_string();
    held(&host.asked).push(format!("{} {address}", request.method()));
    let fault = held(&host.faults).iter().find(|(part, _)| address.contains(part)).map(|(_, fault)| *fault);
    if fault.is_some() {
        // What is spoiled must be the file, not its packing.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let files = held(&host.files).clone();
    let whole = match files.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    match fault {
        Some(fault) => spoil(whole, fault).await,
        None => whole,
    }
}

async fn spoil(whole: Response, fault: Fault) -> Response {
    let (mut head, body) = whole.into_parts();
    let mut bytes = to_bytes(body, usize::MAX).await.unwrap_or_default().to_vec();
    match fault {
        Fault::Status(code) => return StatusCode::from_u16(code).unwrap_or(StatusCode::NOT_FOUND).into_response(),
        Fault::BlockPage => {
            let page = "<!doctype html><title>Geblokkeerd</title><p>Deze pagina past niet bij de regels van je school.";
            return ([(header::CONTENT_TYPE, "text/html")], page).into_response();
        }
        Fault::Cut => bytes.truncate(bytes.len() / 2),
        Fault::Altered => {
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
            }
        }
        Fault::PlainText => {
            head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        }
    }
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes))
}

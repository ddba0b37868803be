//! The file server itself, also used by the browser journeys: sub-path, twins, types, caching, security headers.
//!
//! Rule: the headers are those of reliability.md section 4, word for word; the page carries the same policy in a `<meta>`
//! for hosts that cannot send headers. A looser policy here would hide a fault until it is on such a host.

use std::path::Path;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types oow-sw";

const SECURITY: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), \
         display-capture=(), browsing-topics=()",
    ),
];

/// A hashed name never changes its content, so a browser need not ask again for a year.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Kept, but asked about at each visit: an update must be seen at once.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

#[derive(Clone)]
struct Mounted {
    files: ServeDir,
    base: String,
}

/// Serves a built folder under `base` (`/` or `/school/les/`).
pub fn router(folder: impl AsRef<Path>, base: &str) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback(answer).with_state(Mounted { files, base: normal_base(base) })
}

/// A base path with a slash at both ends.
pub fn normal_base(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

async fn answer(State(mounted): State<Mounted>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(inside) = path.strip_prefix(&mounted.base) else {
        // `/school/les` without its slash would make every relative address in the page wrong.
        let near = path == "/" || format!("{path}/") == mounted.base;
        let mut response = if near { Redirect::temporary(&mounted.base).into_response() } else { StatusCode::NOT_FOUND.into_response() };
        secure(response.headers_mut());
        return response;
    };
    let mut response = match at(request, inside) {
        Some(request) => match mounted.files.oneshot(request).await {
            Ok(response) => response.into_response(),
            Err(never) => match never {},
        },
        None => StatusCode::BAD_REQUEST.into_response(),
    };
    let lasting = inside.starts_with("a/") && response.status().is_success();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, if lasting { FOREVER } else { ASK });
    if !lasting {
        // A date counts whole seconds: two builds within one would pass for the same page.
        headers.remove(header::LAST_MODIFIED);
    }
    secure(headers);
    response
}

/// The request as the folder sees it, without the base path.
fn at(mut request: Request, inside: &str) -> Option<Request> {
    let uri: Uri = format!("/{inside}").parse().ok()?;
    *request.uri_mut() = uri;
    Some(request)
}

fn secure(headers: &mut HeaderMap) {
    for (name, value) in SECURITY {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests;

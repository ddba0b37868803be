//! What a browser gets from the server.

use std::path::PathBuf;

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use tower::ServiceExt as _;

use super::{normal_base, router};

/// A folder of this test alone, beside the test program: the next run uses it again, so nothing piles up.
fn folder(test: &str) -> PathBuf {
    let folder = std::env::current_exe().unwrap().with_extension("folders").join(test);
    std::fs::create_dir_all(folder.join("a")).unwrap();
    for (name, text) in [
        ("index.html", "page"),
        ("sw.js", "worker"),
        ("manifest.webmanifest", "{}"),
        ("a/app-0a1b2c3d.wasm", "plain"),
        ("a/app-0a1b2c3d.wasm.br", "brotli"),
        ("a/app-0a1b2c3d.wasm.gz", "gzip"),
        ("a/f-0a1b2c3d.woff2", "font"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    folder
}

async fn get(test: &str, base: &str, path: &str, encoding: &str) -> Response<Body> {
    let request = Request::get(path).header("accept-encoding", encoding).body(Body::empty()).unwrap();
    router(folder(test), base).oneshot(request).await.unwrap()
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1000).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn the_smallest_twin_the_browser_takes_is_sent() {
    for (accepts, coded, body) in [("gzip, br", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "plain")] {
        let response = get("twin", "/", "/a/app-0a1b2c3d.wasm", accepts).await;
        assert_eq!(header(&response, "content-encoding"), coded);
        assert_eq!(header(&response, "content-type"), "application/wasm");
        assert_eq!(text(response).await, body);
    }
}

#[tokio::test]
async fn hashed_files_last_and_the_page_and_worker_are_asked_about() {
    for (path, cached) in [
        ("/a/f-0a1b2c3d.woff2", "public, max-age=31536000, immutable"),
        ("/", "no-cache"),
        ("/index.html", "no-cache"),
        ("/sw.js", "no-cache"),
        ("/a/gone-0a1b2c3d.js", "no-cache"),
    ] {
        assert_eq!(header(&get("cache", "/", path, "br").await, "cache-control"), cached, "{path}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    for path in ["/", "/a/app-0a1b2c3d.wasm", "/gone"] {
        let response = get("secure", "/", path, "br").await;
        assert!(header(&response, "content-security-policy").contains("frame-ancestors 'none'; require-trusted-types-for"));
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(header(&response, "referrer-policy"), "no-referrer");
        assert_eq!(header(&response, "cross-origin-opener-policy"), "same-origin");
        assert!(header(&response, "permissions-policy").starts_with("camera=(), microphone=()"));
    }
}

#[tokio::test]
async fn a_sub_path_holds_the_whole_site_and_nothing_else() {
    let page = get("sub", "school/les", "/school/les/", "br").await;
    assert_eq!((page.status(), header(&page, "content-type")), (StatusCode::OK, "text/html"));
    assert_eq!(text(page).await, "page");
    assert_eq!(get("sub", "/school/les/", "/school/les/a/f-0a1b2c3d.woff2", "br").await.status(), StatusCode::OK);
    assert_eq!(get("sub", "/school/les/", "/sw.js", "br").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get("sub", "/school/les/", "/school/lessen/", "br").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_root_and_a_forgotten_slash_lead_to_the_sub_path() {
    for path in ["/", "/school/les"] {
        let response = get("slash", "/school/les/", path, "br").await;
        assert_eq!((response.status(), header(&response, "location")), (StatusCode::TEMPORARY_REDIRECT, "/school/les/"));
    }
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    for path in ["/../Cargo.toml", "/a/..%2f..%2fetc/passwd"] {
        assert!(!get("outside", "/", path, "br").await.status().is_success(), "{path}");
    }
}

#[test]
fn a_base_path_gets_its_slashes() {
    for (given, normal) in [("", "/"), ("/", "/"), ("les", "/les/"), ("/school/les/", "/school/les/")] {
        assert_eq!(normal_base(given), normal);
    }
}

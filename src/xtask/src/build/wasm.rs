//! The app itself: compiles `app` to WebAssembly and lets wasm-bindgen write the glue.
//!
//! Rule: the bindgen library and this tool's `wasm-bindgen-cli-support` are the same version, pinned in the root
//! `Cargo.toml`. wasm-opt is left out: it earns under 1 % brotli and a wrong flag gives a file no browser runs.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::names::Names;
use super::{hash, output, script};
use crate::progress;
use crate::tools;
use crate::workspace::Workspace;

/// The target all browsers share.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How the app is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// What pupils get: small, slow to make.
    Release,
    /// What `serve --watch` uses: made in two or three seconds, ten times the size.
    Dev,
}

/// The compiled app.
#[derive(Clone, Debug)]
pub struct App {
    /// The glue, an ES module; its default export takes `{ module_or_path }`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Compiles the app and its glue.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<App> {
    tools::wasm_target(TARGET)?;
    let module = progress::step("app to WebAssembly", || compile(workspace, profile))?;
    // Bindgen walks the whole module; the same module gives the same glue, so it is kept by hash.
    let kept = workspace.own("bindgen").join(format!("{}-{profile:?}", hash::hex(&module)));
    if let (Ok(glue), Ok(wasm)) = (std::fs::read_to_string(kept.with_extension("js")), std::fs::read(kept.with_extension("wasm"))) {
        return small(App { glue, wasm }, profile);
    }
    let app = progress::step("glue", || bind(module, profile))?;
    keep(&kept, &app)?;
    small(app, profile)
}

fn compile(workspace: &Workspace, profile: Profile) -> Result<Vec<u8>> {
    let mut command = workspace.cargo(&["build", "--package", "app", "--lib", "--target", TARGET]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    if workspace.root.join("Cargo.lock").is_file() {
        command.arg("--locked");
    }
    forget_home(&mut command);
    let status = command.status().context("cargo could not be started")?;
    if !status.success() {
        bail!("the app does not compile; cargo told why above");
    }
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    let path = workspace.target.join(TARGET).join(folder).join("app.wasm");
    std::fs::read(&path).with_context(|| format!("{} is missing after the build", path.display()))
}

/// Keeps the builder's home folder out of the panic messages in the module: it is private, and would make two
/// machines' builds differ.
fn forget_home(command: &mut Command) {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    if let Ok(home) = home
        && !home.contains(' ')
    {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("--remap-path-prefix={home}=cargo"));
    }
}

fn bind(module: Vec<u8>, profile: Profile) -> Result<App> {
    let mut output = Bindgen::new()
        .input_bytes("app", module)
        .web(true)?
        .typescript(false)
        // boot.js always hands over the module, so the glue need not know a file name.
        .omit_default_module_path(true)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not read the app; are both versions in Cargo.toml the same?")?;
    if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
        bail!(
            "a dependency of `app` brings its own JavaScript file; the page's policy and offline list know only app.js, so use web-sys instead"
        );
    }
    let mut names = Names::default();
    let module = output.wasm_mut();
    if profile == Profile::Release {
        module.imports.iter_mut().for_each(|import| import.name = names.short(&import.name));
        module.exports.iter_mut().for_each(|export| export.name = names.short(&export.name));
    }
    let wasm = module.emit_wasm();
    Ok(App { glue: names.in_glue(output.js()), wasm })
}

fn small(app: App, profile: Profile) -> Result<App> {
    let glue = match profile {
        Profile::Release => script::minify("app.js", &app.glue, script::Load::Module)?,
        Profile::Dev => app.glue,
    };
    Ok(App { glue, ..app })
}

fn keep(path: &Path, app: &App) -> Result<()> {
    if let Some(folder) = path.parent() {
        // One app at a time is enough; old ones would pile up at megabytes each.
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder)?;
    }
    output::whole(&path.with_extension("js"), app.glue.as_bytes())?;
    output::whole(&path.with_extension("wasm"), &app.wasm)
}

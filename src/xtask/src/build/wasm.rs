//! The apps: compiles them to WebAssembly and lets wasm-bindgen write the glue.
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

/// The packages that become a module: the app that plays lessons, and the page of a pupil's own things.
pub const APPS: [&str; 2] = ["app", "mine"];

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

/// A compiled app.
#[derive(Clone, Debug)]
pub struct App {
    /// Name of the package, and of its files.
    pub name: &'static str,
    /// The glue, an ES module; its default export takes `{ module_or_path }`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Compiles the apps and their glue.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<Vec<App>> {
    tools::wasm_target(TARGET)?;
    progress::step("apps to WebAssembly", || compile(workspace, profile))?;
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    let module = |name: &'static str| workspace.target.join(TARGET).join(folder).join(name).with_extension("wasm");
    APPS.into_iter().map(|name| one(workspace, name, &module(name), profile)).collect()
}

fn one(workspace: &Workspace, name: &'static str, module: &Path, profile: Profile) -> Result<App> {
    let module = std::fs::read(module).with_context(|| format!("{} is missing after the build", module.display()))?;
    // Bindgen walks the whole module; the same module gives the same glue, so it is kept by hash.
    let kept = workspace.own("bindgen").join(name).join(format!("{}-{profile:?}", hash::hex(&module)));
    if let (Ok(glue), Ok(wasm)) = (std::fs::read_to_string(kept.with_extension("js")), std::fs::read(kept.with_extension("wasm"))) {
        return small(App { name, glue, wasm }, profile);
    }
    let app = progress::step("glue", || bind(name, module, profile))?;
    keep(&kept, &app)?;
    small(app, profile)
}

fn compile(workspace: &Workspace, profile: Profile) -> Result<()> {
    let mut command = workspace.cargo(&["build", "--lib", "--target", TARGET]);
    command.args(APPS.iter().flat_map(|name| ["--package", name]));
    if profile == Profile::Release {
        command.arg("--release");
    }
    if workspace.root.join("Cargo.lock").is_file() {
        command.arg("--locked");
    }
    forget_home(&mut command);
    let status = command.status().context("cargo could not be started")?;
    if !status.success() {
        bail!("an app does not compile; cargo told why above");
    }
    Ok(())
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

fn bind(name: &'static str, module: Vec<u8>, profile: Profile) -> Result<App> {
    let mut output = Bindgen::new()
        .input_bytes(name, module)
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
            "a dependency of `{name}` brings its own JavaScript file; the policy and offline list know only {name}.js, so use web-sys instead"
        );
    }
    let mut names = Names::default();
    let module = output.wasm_mut();
    if profile == Profile::Release {
        module.imports.iter_mut().for_each(|import| import.name = names.short(&import.name));
        module.exports.iter_mut().for_each(|export| export.name = names.short(&export.name));
    }
    let wasm = module.emit_wasm();
    Ok(App { name, glue: names.in_glue(output.js()), wasm })
}

fn small(app: App, profile: Profile) -> Result<App> {
    let glue = match profile {
        Profile::Release => script::minify(&format!("{}.js", app.name), &app.glue, script::Load::Module)?,
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

//! Turns the phrases of the interface into constants: a key that a screen uses and the file lacks fails the build.
//!
//! Another language is one file beside `nl.toml`; which one is built says `OOW_LANGUAGE`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-env-changed=OOW_LANGUAGE");
    let language = env::var("OOW_LANGUAGE").unwrap_or_else(|_| "nl".into());
    let path = format!("{language}.toml");
    println!("cargo:rerun-if-changed={path}");
    let phrases: toml::Table = fs::read_to_string(&path)?.parse()?;
    let mut code = String::new();
    for (key, text) in &phrases {
        let text = text.as_str().ok_or_else(|| format!("{path}: {key} is not a text"))?;
        let name = key.to_uppercase().replace('-', "_");
        writeln!(code, "#[doc = {text:?}]\npub const {name}: Phrase = Phrase({text:?});")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("phrases.rs"), code)?;
    Ok(())
}

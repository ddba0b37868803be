//! Scripts, made small: `boot.js`, `sw.js`, `herstel.js` and the bindgen glue.
//!
//! Rule: what comes out asks no newer language than [`LANGUAGE`]. `boot.js` must run in a browser that is too old for
//! the app, or it could not say so. Worth its compile time: 1.8 kB (brotli) of what a pupil waits for, and a script
//! with a typing error stops the build here instead of the lesson there.

use anyhow::{Result, anyhow, bail};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;
use oxc_compat::EngineTargets;

/// The language of all scripts.
const LANGUAGE: &str = "es2017";

/// What a script is loaded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// `import`: every name in it is its own.
    Module,
    /// `<script>` or a worker: names at the top are seen by others, and stay.
    Script,
}

/// The same script in fewer bytes; `name` is for the message.
///
/// # Errors
/// When it is no JavaScript.
pub fn minify(name: &str, source: &str, load: Load) -> Result<String> {
    let allocator = Allocator::default();
    let kind = match load {
        Load::Module => SourceType::mjs(),
        Load::Script => SourceType::script(),
    };
    let parsed = Parser::new(&allocator, source, kind).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        bail!("{name}: {fault}");
    }
    let mut program = parsed.program;
    let target = EngineTargets::from_target(LANGUAGE).map_err(|told| anyhow!(told))?;
    let options =
        MinifierOptions { compress: Some(CompressOptions { target, ..CompressOptions::smallest() }), ..MinifierOptions::default() };
    let small = Minifier::new(options).minify(&allocator, &mut program);
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(small.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::{Load, minify};

    #[test]
    fn words_for_readers_go_and_what_is_done_stays() {
        let source = "// what it is\nconst files = /*FILES*/[];\nfunction loud(words) {\n  return words + '!'; // why\n}\nself.cry = () => loud('hé') + files.length;\n";
        let small = minify("x.js", source, Load::Script).unwrap();
        assert!(small.len() < source.len() && small.contains("self.cry=") && small.contains("loud") && !small.contains("why"), "{small}");
    }

    #[test]
    fn no_newer_language_comes_out_than_went_in() {
        let small =
            minify("x.js", "self.a = self.a === null || self.a === undefined ? self.b : self.a; try { f(); } catch (e) {}", Load::Script)
                .unwrap();
        assert!(!small.contains("??") && small.contains("catch("), "{small}");
    }

    #[test]
    fn a_typing_error_stops_the_build_and_names_the_file() {
        let told = minify("boot.js", "const = 1;", Load::Script).unwrap_err().to_string();
        assert!(told.starts_with("boot.js: "), "{told}");
    }
}

//! Content hashes: the eight hex digits in a served name, and the integrity string the service worker checks.
//!
//! Rule: only the bytes decide. A time or a path in here would make two builds of one source differ.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Eight digits tell one pupil's few dozen files apart with room to spare (chance of a clash under one in a million).
const NAME_DIGITS: usize = 8;

/// The whole SHA-256 as hex digits.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The form `fetch(..., { integrity })` takes: `sha256-` and base64.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The name a file is served under: `les/groepsapp.bin` becomes `a/les-groepsapp-1a2b3c4d.bin`.
///
/// One flat folder, so that a style sheet finds its fonts by plain name whatever the sub-path is.
pub fn served_name(logical: &str, bytes: &[u8]) -> String {
    let flat = logical.replace('/', "-");
    let digest = digits(bytes);
    match flat.rsplit_once('.') {
        Some((stem, extension)) => format!("a/{stem}-{digest}.{extension}"),
        None => format!("a/{flat}-{digest}"),
    }
}

/// The digits of a hash that stand in a served name.
pub fn digits(bytes: &[u8]) -> String {
    let mut digest = hex(bytes);
    digest.truncate(NAME_DIGITS);
    digest
}

/// Whether a file name ends in a hash of ours, twins included: only such files may be cleaned away.
pub fn looks_hashed(name: &str) -> bool {
    let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, digest)| digest.len() == NAME_DIGITS && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::{hex, integrity, looks_hashed, served_name};

    #[test]
    fn the_hash_of_a_content_is_the_same_in_every_build() {
        assert_eq!(hex(b"rem"), "8fbd42ad079a6ceeaf6cecc9f333f41f53335eba32cafff07f5c9555680fdce4");
        assert_eq!(served_name("les/groepsapp.bin", b"rem"), "a/les-groepsapp-8fbd42ad.bin");
        assert_eq!(served_name("les/groepsapp.teacher.bin", b"rem"), "a/les-groepsapp.teacher-8fbd42ad.bin");
    }

    #[test]
    fn another_content_gets_another_name() {
        assert_ne!(served_name("app.js", b"a"), served_name("app.js", b"b"));
    }

    #[test]
    fn the_integrity_of_nothing_is_the_well_known_one() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn only_names_with_our_hash_may_be_cleaned_away() {
        assert!(looks_hashed("style-0a1b2c3d.css"));
        assert!(looks_hashed("style-0a1b2c3d.css.br"));
        assert!(!looks_hashed("holiday-photos.css"));
        assert!(!looks_hashed("index.html"));
    }
}

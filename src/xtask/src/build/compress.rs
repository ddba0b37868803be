//! Brotli and gzip twins, so that a plain file host sends few bytes without compressing anything itself.
//!
//! Rule: the strongest levels, once; results are kept by content hash, so only what changed is compressed again.

use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use indicatif::ProgressBar;

use super::bundle::Site;
use super::{hash, output};
use crate::progress;

/// Already compressed inside: a twin would be larger.
const NO_TWIN: [&str; 2] = [".woff2", ".png"];

/// The compressed forms of one file.
#[derive(Clone, Debug)]
pub struct Twins {
    /// Brotli, quality 11.
    pub br: Vec<u8>,
    /// Gzip, level 9.
    pub gz: Vec<u8>,
}

/// Twins for every file of the site, in its order, made in parallel.
pub fn twins(site: &Site, cache: &Path) -> Result<Vec<Option<Twins>>> {
    std::fs::create_dir_all(cache)?;
    let bar = progress::bar("compressing", site.assets.len());
    let next = AtomicUsize::new(0);
    // Largest first: the wasm alone takes as long as all the rest.
    let mut order: Vec<usize> = (0..site.assets.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(site.assets.get(*at).map_or(0, |asset| asset.bytes.len())));
    let found = Mutex::new(vec![None; site.assets.len()]);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let outcomes: Vec<Result<()>> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(site, cache, &order, &next, &found, &bar))).collect();
        handles.into_iter().map(|handle| handle.join().unwrap_or_else(|_| bail!("a compressing thread panicked"))).collect()
    });
    bar.finish_and_clear();
    outcomes.into_iter().collect::<Result<Vec<()>>>()?;
    Ok(found.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()))
}

fn work(
    site: &Site,
    cache: &Path,
    order: &[usize],
    next: &AtomicUsize,
    found: &Mutex<Vec<Option<Twins>>>,
    bar: &ProgressBar,
) -> Result<()> {
    while let Some(at) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
        if let Some(asset) = site.assets.get(*at)
            && !NO_TWIN.iter().any(|end| asset.served.ends_with(end))
        {
            let twins = kept(&asset.bytes, cache)?;
            if let Ok(mut found) = found.lock()
                && let Some(place) = found.get_mut(*at)
            {
                *place = Some(twins);
            }
        }
        bar.inc(1);
    }
    Ok(())
}

fn kept(bytes: &[u8], cache: &Path) -> Result<Twins> {
    let path = cache.join(hash::hex(bytes));
    let (br, gz) = (path.with_extension("br"), path.with_extension("gz"));
    if let (Ok(br), Ok(gz)) = (std::fs::read(&br), std::fs::read(&gz)) {
        return Ok(Twins { br, gz });
    }
    let made = compress(bytes)?;
    output::whole(&br, &made.br)?;
    output::whole(&gz, &made.gz)?;
    Ok(made)
}

/// Compresses without looking at the cache.
pub fn compress(bytes: &[u8]) -> Result<Twins> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut br = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut br, &parameters)?;
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    Ok(Twins { br, gz: gz.finish()? })
}

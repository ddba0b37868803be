//! Pictures of the house: icons, signs, faces, emoji, and the pictures of a lesson. All are symbols in sprite files.

use super::Cx;
use super::el::{El, el};
use crate::phrases::animals::parts;

/// A drawing in a box of its own size.
pub(crate) fn svg(class: &str, view_box: &'static str) -> El {
    el("svg").class(class.to_owned()).attr("viewBox", view_box)
}

impl Cx<'_> {
    /// A symbol of a file of this build.
    pub(crate) fn symbol(&self, file: &str, id: &str) -> El {
        el("use").attr("href", [self.model.files.path(file), "#", id].concat())
    }

    /// A symbol of the house, named by its file: `icons-vink` is in `icons.svg`.
    pub(crate) fn art(&self, id: &str) -> El {
        let file = id.split('-').next().unwrap_or_default();
        self.symbol(&[file, ".svg"].concat(), id)
    }

    /// An icon beside words: decoration, hidden from screen readers.
    pub(crate) fn icon(&self, name: &str) -> El {
        svg("ic", "0 0 24 24").mute().kid(self.art(&["icons-", name].concat()))
    }

    /// A sign or animal, by its full name (`signs-rem`, `animals-vos`), with classes for its size.
    pub(crate) fn sign(&self, name: &str, class: &str) -> El {
        svg("", "0 0 64 64").classes(&["sign", class]).mute().kid(self.art(name))
    }

    /// The animal of a pupil, on a round of its colour.
    pub(crate) fn animal(&self, animal: &str, size: &str) -> El {
        let (kind, colour) = parts(animal);
        self.sign(&["animals-", kind].concat(), &[size, " ", colour].concat())
    }

    /// A face with a feeling: decoration, its name stands beside it.
    pub(crate) fn face(&self, person: &str, feeling: &str, class: &str) -> El {
        let cast = self.model.catalogue.as_ref().and_then(|all| all.cast.iter().find(|one| one.id == person));
        let tint = cast.and_then(|one| one.tint.as_ref()).map(|tint| ["tint-", tint].concat()).unwrap_or_default();
        svg("", "0 0 100 100")
            .classes(&["face", class, &tint, &["p-", person].concat()])
            .mute()
            .kid(self.art(&["faces-", person].concat()))
            .kid(self.art(&["faces-", feeling].concat()))
    }

    /// A picture of a lesson, in one of its albums.
    pub(crate) fn picture(&self, (lesson, album): (&str, u8), name: &str, alt: &str, class: &str, format: Format) -> El {
        let drawing = svg(class, format.view_box()).attr("preserveAspectRatio", format.fit());
        let drawing = if alt.is_empty() { drawing.mute() } else { drawing.attr("role", "img").attr("aria-label", alt.to_owned()) };
        // All albums of a lesson are served under one hash.
        let hash = self.model.files.path(&["les/", lesson, "/"].concat());
        drawing.kid(el("use").attr("href", ["a/les-", lesson, "-", &album.to_string(), "-", hash, ".svg#", name].concat()))
    }

    /// A character that has its own drawing here, so that it looks the same on every device.
    pub(crate) fn emoji(&self, character: char) -> Option<El> {
        let (name, label) = match character {
            '😂' => ("tranen", "tranen van het lachen"),
            '😅' => ("zweet", "lacht met een zweetdruppel"),
            '💀' => ("schedel", "doodshoofd"),
            '🐹' => ("hamster", "hamster"),
            '💛' => ("hart", "geel hartje"),
            _ => return None,
        };
        Some(svg("emo", "0 0 32 32").attr("role", "img").attr("aria-label", label).kid(self.art(&["emoji-", name].concat())))
    }
}

/// The shapes in which pictures are drawn.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// Wide, cropped to its middle where there is less room.
    Scene,
    /// Small, shown whole.
    Spot,
    /// A sticker in a chat.
    Sticker,
}

impl Format {
    fn view_box(self) -> &'static str {
        match self {
            Format::Scene => "0 0 1400 640",
            Format::Spot => "0 0 480 360",
            Format::Sticker => "-6 -2 206 142",
        }
    }

    fn fit(self) -> &'static str {
        if matches!(self, Format::Scene) { "xMidYMax slice" } else { "xMidYMid meet" }
    }
}

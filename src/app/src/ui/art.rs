//! Pictures of the house: icons, signs, faces, emoji, and the pictures of a lesson. All are symbols in sprite files.

use yew::prelude::*;

use super::Cx;

impl Cx<'_> {
    fn symbol(&self, file: &str, id: &str) -> String {
        [self.model.files.path(file), "#", id].concat()
    }

    fn art(&self, id: &str) -> String {
        self.symbol("art.svg", id)
    }

    /// An icon beside words: decoration, hidden from screen readers.
    pub(crate) fn icon(&self, name: &str) -> Html {
        html! { <svg class="ic" viewBox="0 0 24 24" aria-hidden="true"><use href={self.art(&["icons-", name].concat())} /></svg> }
    }

    /// A sign or animal, by its full name (`signs-rem`, `animals-vos`), with classes for its size.
    pub(crate) fn sign(&self, name: &str, class: &'static str) -> Html {
        html! { <svg class={classes!("sign", class)} viewBox="0 0 64 64" aria-hidden="true"><use href={self.art(name)} /></svg> }
    }

    /// A face with a feeling: decoration, its name stands beside it.
    pub(crate) fn face(&self, person: &str, feeling: &str, class: &'static str) -> Html {
        let cast = self.model.catalogue.as_ref().and_then(|all| all.cast.iter().find(|one| one.id == person).cloned());
        let tint = cast.and_then(|one| one.tint).map(|tint| ["tint-", &tint].concat());
        let colours = ["p-", person].concat();
        html! {
            <svg class={classes!("face", class, tint, colours)} viewBox="0 0 100 100" aria-hidden="true">
                <use href={self.art(&["faces-", person].concat())} />
                <use href={self.art(&["faces-", feeling].concat())} />
            </svg>
        }
    }

    /// A picture of the open lesson.
    pub(crate) fn picture(&self, lesson: &str, name: &str, alt: &str, class: &'static str, format: Format) -> Html {
        let href = self.symbol(&["les/", lesson, ".svg"].concat(), name);
        html! {
            <svg class={class} viewBox={format.view_box()} preserveAspectRatio={format.fit()} role={(!alt.is_empty()).then_some("img")}
                aria-label={(!alt.is_empty()).then(|| alt.to_owned())} aria-hidden={alt.is_empty().then_some("true")}>
                <use href={href} />
            </svg>
        }
    }

    /// A character that has its own drawing here, so that it looks the same on every device.
    pub(crate) fn emoji(&self, character: char) -> Option<Html> {
        let (name, label) = match character {
            '😂' => ("tranen", "tranen van het lachen"),
            '😅' => ("zweet", "lacht met een zweetdruppel"),
            '💀' => ("schedel", "doodshoofd"),
            '🐹' => ("hamster", "hamster"),
            '💛' => ("hart", "geel hartje"),
            _ => return None,
        };
        let href = self.art(&["emoji-", name].concat());
        Some(html! { <svg class="emo" viewBox="0 0 32 32" role="img" aria-label={label}><use href={href} /></svg> })
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

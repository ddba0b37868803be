//! The animals by which pupils find their work back: no name is needed.
//!
//! A second pupil on a device with the same animal gets a colour with it: `vos-blauw`. What stands before the hyphen names
//! the drawing.

/// The animals, by the name of their drawing, with the name as a child reads it.
pub const ANIMALS: [(&str, &str); 12] = [
    ("vos", "Vos"),
    ("uil", "Uil"),
    ("egel", "Egel"),
    ("kikker", "Kikker"),
    ("kat", "Kat"),
    ("hond", "Hond"),
    ("konijn", "Konijn"),
    ("beer", "Beer"),
    ("pinguin", "Pinguïn"),
    ("muis", "Muis"),
    ("koe", "Koe"),
    ("zeehond", "Zeehond"),
];

/// The colours for who comes second, third, fourth and fifth: a word too, never a colour alone.
pub const COLOURS: [&str; 4] = ["blauw", "geel", "groen", "rood"];

/// The animal and its colour, if it has one: `("vos", "blauw")`.
pub fn parts(animal: &str) -> (&str, &str) {
    animal.split_once('-').unwrap_or((animal, ""))
}

/// The name of an animal as a child reads it: "Vos", or "Vos, blauw".
pub fn name(animal: &str) -> String {
    let (kind, colour) = parts(animal);
    let kind = ANIMALS.iter().find(|(id, _)| *id == kind).map_or(kind, |(_, name)| name);
    [kind, if colour.is_empty() { "" } else { ", " }, colour].concat()
}

#[cfg(test)]
mod tests {
    use super::{name, parts};

    #[test]
    fn an_animal_is_named_with_its_colour() {
        assert_eq!((name("vos"), name("vos-blauw"), name("draak")), ("Vos".into(), "Vos, blauw".into(), "draak".into()));
        assert_eq!((parts("vos-blauw"), parts("vos")), (("vos", "blauw"), ("vos", "")));
    }
}

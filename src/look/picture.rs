//! Pictures for Easy Read: a subset of the Mulberry Symbols (CC BY-SA 4.0) as a font of coloured
//! shapes, because the window draws letters and nothing else. `assets/pictures/README.md` says how
//! it was made.

/// The name of the picture font.
pub const FONT: iced::Font = iced::Font::with_name("Mulberry Symbols");

/// One picture a line: our name for it, and the name of the symbol.
const NAMES: &str = include_str!("../../assets/pictures/names.txt");

/// The place in the font of the first line of [`NAMES`]; the others follow in order.
const FIRST: u32 = 0xF100;

/// Our names for the pictures, in the order of the font.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.lines().filter_map(|line| line.split(' ').next())
}

/// The character that draws the picture with this name in [`FONT`].
pub fn glyph(name: &str) -> Option<char> {
    let (at, _) = (FIRST..).zip(names()).find(|(_, one)| *one == name)?;
    char::from_u32(at)
}

//! Text size, theme and window: a setting that cannot be read becomes its default. Nothing a
//! person wrote lives here.

use std::path::Path;

use serde::{Deserialize, Deserializer, Serialize};

use crate::look::{Family, ThemeName};
use crate::platform::files;
use crate::platform::voice::Speed;

/// How large everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub enum TextSize {
    /// 100 %.
    #[default]
    Normal,
    /// 115 %.
    Larger,
    /// 130 %.
    Large,
    /// 150 %.
    VeryLarge,
    /// 175 %.
    Huge,
    /// 200 %.
    Double,
}

impl TextSize {
    /// All six, smallest first.
    pub const ALL: [Self; 6] = [
        Self::Normal,
        Self::Larger,
        Self::Large,
        Self::VeryLarge,
        Self::Huge,
        Self::Double,
    ];

    /// In per cent of the normal size.
    pub fn per_cent(self) -> u16 {
        match self {
            Self::Normal => 100,
            Self::Larger => 115,
            Self::Large => 130,
            Self::VeryLarge => 150,
            Self::Huge => 175,
            Self::Double => 200,
        }
    }

    /// As a factor: 1.0 to 2.0.
    pub fn factor(self) -> f32 {
        f32::from(self.per_cent()) / 100.0
    }

    /// One size up or down, staying within the six.
    pub fn stepped(self, up: bool) -> Self {
        let at = Self::ALL.iter().position(|size| *size == self).unwrap_or(0);
        let next = if up { at + 1 } else { at.saturating_sub(1) };
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

impl TryFrom<u16> for TextSize {
    type Error = String;

    fn try_from(per_cent: u16) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|size| size.per_cent() == per_cent)
            .ok_or_else(|| format!("{per_cent} % is not a text size"))
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.per_cent()
    }
}

/// The choices that a person can make about the window.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How large everything is drawn.
    #[serde(deserialize_with = "or_default")]
    pub text_size: TextSize,
    /// The theme; `None` follows the computer's light or dark.
    #[serde(deserialize_with = "or_default")]
    pub theme: Option<ThemeName>,
    /// Whether a theme was ever chosen; until then Cream is shown.
    #[serde(deserialize_with = "or_default")]
    pub follow_computer: bool,
    /// The typeface.
    #[serde(deserialize_with = "or_default")]
    pub family: Family,
    /// More room between lines and paragraphs.
    #[serde(deserialize_with = "or_default")]
    pub roomy: bool,
    /// Pages of the guide and of services can be read aloud.
    #[serde(deserialize_with = "or_default")]
    pub read_aloud: bool,
    /// How fast they are read.
    #[serde(deserialize_with = "or_default")]
    pub reading_speed: Speed,
    /// A letter alone does what it does with Ctrl, where nobody types.
    #[serde(deserialize_with = "or_default")]
    pub single_letters: bool,
    /// Width and height of the window, in logical pixels of the screen.
    #[serde(deserialize_with = "or_default")]
    pub window: Option<(f32, f32)>,
    /// The sample family is open instead of the record.
    #[serde(deserialize_with = "or_default")]
    pub sample_family: bool,
    /// The outward code of the family's postcode, to sort services by distance.
    #[serde(deserialize_with = "or_default")]
    pub near: Option<String>,
    /// After how many minutes with nobody there the record is locked.
    #[serde(deserialize_with = "or_default")]
    pub lock_after: Option<u32>,
}

impl Settings {
    /// Reads the file; whatever is missing or broken is the default.
    pub fn read(path: &Path) -> Self {
        std::fs::read(path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the file, whole or not at all.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), files::Error> {
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        files::write_whole(path, &text)
    }

    /// The theme to draw when the computer is in its dark (`true`) or light mode.
    pub fn theme_when(&self, computer_is_dark: bool) -> ThemeName {
        match self.theme {
            Some(theme) if !self.follow_computer => theme,
            _ if self.follow_computer && computer_is_dark => ThemeName::Dark,
            _ => ThemeName::Cream,
        }
    }

    /// After how many minutes with nobody there the record is locked: 5 to 60, and 10 when nothing was chosen.
    pub fn lock_minutes(&self) -> u32 {
        self.lock_after.unwrap_or(10).clamp(5, 60)
    }

    /// The size to open the window at: what it was, if that is a size a window can have.
    pub fn window_size(&self) -> (f32, f32) {
        match self.window {
            Some((width, height))
                if (400.0..10_000.0).contains(&width) && (300.0..10_000.0).contains(&height) =>
            {
                (width, height)
            }
            _ => (1_280.0, 800.0),
        }
    }
}

fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: serde::de::DeserializeOwned + Default,
{
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value::<T>(value).unwrap_or_default())
}

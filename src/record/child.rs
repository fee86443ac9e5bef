//! The children of the family.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use unicode_segmentation::UnicodeSegmentation;

use super::coded::coded;
use super::id::id;
use super::{Error, Record, store};

id!("a child", Child);

coded! {
    /// The colour beside a child’s name. It never carries meaning alone: the name is always there.
    Colour {
        /// Blue.
        Blue = "blue", "Blue";
        /// Teal.
        Teal = "teal", "Teal";
        /// Green.
        Green = "green", "Green";
        /// Gold.
        Gold = "gold", "Gold";
        /// Orange.
        Orange = "orange", "Orange";
        /// Red.
        Red = "red", "Red";
        /// Pink.
        Pink = "pink", "Pink";
        /// Purple.
        Purple = "purple", "Purple";
    }
}

/// One child or young person.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {
    /// The lasting identity.
    pub id: Id,
    /// What the family calls the child.
    pub name: String,
    /// The colour beside the name.
    pub colour: Colour,
    /// When the child was born, if the family wrote it down.
    pub date_of_birth: Option<Date>,
}

impl Child {
    /// A child with no name yet.
    pub fn new(now: &ZonedDateTime) -> Child {
        Child {
            id: Id::new(now),
            name: String::new(),
            colour: Colour::Blue,
            date_of_birth: None,
        }
    }

    /// The first letter of the name as a capital, as people count letters. Empty for an empty name.
    pub fn initial(&self) -> String {
        let first = self.name.trim().graphemes(true).next();
        first.map(str::to_uppercase).unwrap_or_default()
    }
}

impl Record {
    /// Every child, in the order they were added.
    pub fn children(&self) -> Result<Vec<Child>, Error> {
        store::child::all(&self.connection)
    }

    /// One child, unless it is in the bin or was never kept.
    pub fn child(&self, id: Id) -> Result<Option<Child>, Error> {
        store::child::kept(&self.connection, id)
    }
}

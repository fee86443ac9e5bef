//! Fields: a label above, help under the label, the error in words under the field.

mod date;
mod frame;
mod line;
mod long_text;
mod time;
mod writing;

pub use date::{DateField, date};
pub use line::{Field, text};
pub use long_text::{LongText, long_text};
pub use time::{TimeField, time};
pub use writing::{Edit, Writing};

//! Every control a screen may use, with its role, name, keyboard and focus ring built in.
//!
//! Screens call these and never iced's own controls: iced says nothing to a screen reader and
//! gives the keyboard nothing to hold on to. `clippy.toml` forbids the raw ones everywhere else.
#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place that wraps iced's own controls"
)]

pub mod button;
pub mod card;
pub mod chip;
pub mod choice;
pub mod columns;
pub mod easy_read;
mod even_row;
pub mod explained;
pub mod facts;
pub mod field;
pub mod figure;
pub mod frame;
mod hang;
pub mod icon;
pub mod layout;
pub mod link;
pub mod list;
pub mod month_grid;
pub mod notice;
pub mod page;
pub mod pager;
mod placed;
pub mod row_button;
pub mod search_button;
pub mod status;
pub mod steps;
pub mod table;
pub mod tabs;
pub mod tick_box;
pub mod words;

pub mod beside;
mod style;

pub use beside::beside;
pub use button::Button;
pub use card::{card, card_button, lead_card};
pub use chip::chip;
pub use choice::{Choice, choice};
pub use columns::two_columns;
pub use easy_read::{easy, easy_row, easy_title, easy_with_bold, tile};
pub use facts::{key_values, noted_number, phone_number, text_number};
pub use field::{DateField, Edit, Field, LongText, TimeField, Writing};
pub use frame::{
    announcement, banner, ground_style, level, rail_item, rail_style, upright, wordmark_and_skip,
};
pub use icon::{avatar, icon, tinted_icon};
pub use layout::{divider, empty_state, fields_in_a_row, stack_or_row, with_side, wrap_row};
pub use link::{link, quiet_link, quiet_web_link, web_link};
pub use list::{list, list_spaced, list_to_walk};
pub use month_grid::month_grid;
pub use notice::Notice;
pub use page::{Landmark, detail_header, page, page_header, region, scroll_area};
pub use pager::pager;
pub use row_button::row_button;
pub use search_button::search_button;
pub use status::{progress, status, status_words};
pub use steps::{steps, timeline};
pub use table::table;
pub use tabs::tabs;
pub use tick_box::tick_box;
pub use words::{
    body, card_title, due, label, numbered, problem_line, quiet, reading, section, strong,
    strong_label, subsection, title, to_write_down, with_icon,
};

/// Something on a screen.
pub type Element<'a, M> = iced::Element<'a, M>;

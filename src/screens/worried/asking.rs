//! The two questions before the steps: how old, and what about.

use iced::widget::column;

use super::{Message, Worried};
use crate::guide::easy_read::Whole;
use crate::guide::pathway;
use crate::guide::safety;
use crate::look::{Icon, Look, Tint, gap};
use crate::screens::shared::easy_read;
use crate::widgets::{self, Element, link, notice, row_button, words as text};

/// "How old is your child?"
pub(super) fn age<'a>(look: &Look) -> Element<'a, Message> {
    let rows = pathway::ages().iter().map(|age| {
        row_button(
            look,
            format!("worried/age/{}", age.id),
            age.title.clone(),
            Some(age.detail.clone()),
            None,
            Some((Icon::Person, Tint::Plain)),
            Message::Age(age),
        )
    });
    let content = column![
        widgets::page_header(
            look,
            "How old is your child?",
            None,
            easy_read::button(look, &Whole::Worried, Message::Go)
        ),
        safety_line(look),
        text::reading(look, "A few short questions, then what to do first."),
        widgets::list(look, "Ages", rows.collect()),
    ];
    widgets::page(look, content.spacing(gap::L))
}

/// "What worries you most?", or what else does.
pub(super) fn worry<'a>(screen: &'a Worried, look: &Look) -> Element<'a, Message> {
    let first = screen.worries.is_empty();
    let rows = pathway::worries()
        .iter()
        .filter(|worry| !screen.worries.iter().any(|one| one.id == worry.id))
        .map(|worry| {
            row_button(
                look,
                format!("worried/worry/{}", worry.id),
                worry.title.clone(),
                Some(worry.signs_in_words()),
                None,
                Some((icon(&worry.id), Tint::Plain)),
                Message::Worry(worry),
            )
        });
    let (title, help, back) = if first {
        let help = format!("{} You can add one more.", pathway::no_diagnosis().0);
        let back = ("Change the age", Message::StartAgain);
        ("What worries you most?", help, back)
    } else {
        let help = "You can follow two at once.".to_owned();
        let back = ("Back to your steps", Message::ToSteps);
        ("What else worries you?", help, back)
    };
    let content = column![
        widgets::page_header(look, title, Some(back), None),
        safety_line(look),
        text::reading(look, help),
        widgets::list(look, "Worries", rows.collect()),
    ];
    widgets::page(look, content.spacing(gap::L))
}

/// The safety numbers, before anything else.
pub(super) fn safety_line<'a>(look: &Look) -> Element<'a, Message> {
    notice::due(look, "Is someone in danger?", safety::in_short())
        .icon(Icon::Phone)
        .action(link(
            look,
            "worried/emergency",
            "All safety numbers",
            Message::Emergency,
        ))
        .into()
}

fn icon(worry: &str) -> Icon {
    match worry {
        "speech" => Icon::Talk,
        "behaviour" => Icon::Community,
        "learning" => Icon::Education,
        "movement" => Icon::Person,
        "hearing-vision" => Icon::Look,
        "feelings" => Icon::SocialCare,
        "health" => Icon::Health,
        _ => Icon::Worried,
    }
}

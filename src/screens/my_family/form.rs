//! Adding or changing a child: a name, a colour, and a date of birth for those who want ages.

use iced::widget::{column, container};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Message, avatar};
use crate::look::{Icon, Look, gap, measure, palette};
use crate::record::child::{self, Colour};
use crate::record::{self, Child};
use crate::screens::Context;
use crate::widgets::{self, Element, button, field};
use crate::words;

/// The key of the draft.
pub(super) const DRAFT: &str = "child";

/// One child as it is typed.
#[derive(Debug)]
pub(super) struct Form {
    /// With the name and colour as they are now.
    child: Child,
    born: String,
    new: bool,
    name_problem: Option<&'static str>,
    born_problem: Option<String>,
    before: Typed,
    drafted: Typed,
}

/// All that a draft keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    /// The child that is changed; `None` for a new one.
    child: Option<uuid::Uuid>,
    name: String,
    colour: String,
    born: String,
}

impl Form {
    pub(super) fn of(child: Child, new: bool) -> Self {
        let born = child.date_of_birth.map(words::date).unwrap_or_default();
        let mut form = Self {
            before: Typed {
                child: None,
                name: String::new(),
                colour: String::new(),
                born: String::new(),
            },
            drafted: Typed {
                child: None,
                name: String::new(),
                colour: String::new(),
                born: String::new(),
            },
            child,
            born,
            new,
            name_problem: None,
            born_problem: None,
        };
        form.before = form.typed();
        form.drafted = form.before.clone();
        form
    }

    /// The form that was half typed when the window closed, if its child is still there.
    pub(super) fn restored(context: &Context, children: &[Child]) -> Option<Self> {
        let draft = context.read(|record| record.draft(DRAFT)).ok().flatten()?;
        let typed: Typed = serde_json::from_str(&draft.words).ok()?;
        let known = typed
            .child
            .map(|id| children.iter().find(|child| child.id == child::Id(id)));
        let mut form = match known {
            None => Self::of(Child::new(&context.now()), true),
            Some(child) => Self::of(child?.clone(), false),
        };
        form.child.name.clone_from(&typed.name);
        form.child.colour = Colour::from_code(&typed.colour).unwrap_or(form.child.colour);
        form.born.clone_from(&typed.born);
        form.drafted = typed;
        Some(form)
    }

    fn typed(&self) -> Typed {
        Typed {
            child: (!self.new).then_some(self.child.id.0),
            name: self.child.name.clone(),
            colour: self.child.colour.code().to_owned(),
            born: self.born.clone(),
        }
    }

    pub(super) fn id(&self) -> child::Id {
        self.child.id
    }

    pub(super) fn is_new(&self) -> bool {
        self.new
    }

    pub(super) fn is_changed(&self) -> bool {
        self.typed() != self.before
    }

    pub(super) fn set_name(&mut self, typed: String) {
        self.child.name = typed;
        self.name_problem = None;
    }

    pub(super) fn set_colour(&mut self, colour: Colour) {
        self.child.colour = colour;
    }

    pub(super) fn set_born(&mut self, typed: String) {
        self.born = typed;
        self.born_problem = None;
    }

    /// Keeps a draft when the words changed since the last one.
    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        let typed = self.typed();
        let now = context.now();
        let Some(record) = &mut context.record else {
            return Ok(false);
        };
        if typed == self.drafted {
            return Ok(false);
        }
        let written = serde_json::to_string(&typed).unwrap_or_default();
        record.keep_draft(DRAFT, &written, &now)?;
        self.drafted = typed;
        Ok(true)
    }

    /// The child to keep, or the field to go back to, with a sentence under it.
    pub(super) fn checked(&mut self, today: Date) -> Result<Child, &'static str> {
        let mut child = self.child.clone();
        child.name = child.name.trim().to_owned();
        self.name_problem = child
            .name
            .is_empty()
            .then_some("Write a name. A nickname or a first letter is fine.");
        let born = if self.born.trim().is_empty() {
            Ok(None)
        } else {
            match words::parse_date(&self.born, today) {
                Ok(day) if day > today => {
                    Err("This date has not come yet. Check the year of birth.".to_owned())
                }
                Ok(day) => Ok(Some(day)),
                Err(problem) => Err(problem.to_string()),
            }
        };
        self.born_problem = born.as_ref().err().cloned();
        match (self.name_problem, born) {
            (Some(_), _) => Err("child/name"),
            (None, Err(_)) => Err("child/born"),
            (None, Ok(day)) => {
                child.date_of_birth = day;
                Ok(child)
            }
        }
    }
}

pub(super) fn view<'a>(
    form: &'a Form,
    today: Date,
    look: &Look,
    problem: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let title = if form.new {
        "Add a child"
    } else {
        "Change a child"
    };
    let header = widgets::page_header(
        look,
        title,
        Some(("Back to my family", Message::Leave)),
        (!form.child.name.trim().is_empty()).then(|| avatar(&form.child, look)),
    );
    let name = field::text(look, "child/name", "Name", &form.child.name, Message::Name)
        .help("A nickname is fine. Only you see it.")
        .error(form.name_problem)
        .on_submit(Message::Keep);
    let colours = Colour::ALL
        .iter()
        .map(|colour| (*colour, colour.words().to_owned()))
        .collect();
    let colour = widgets::choice(
        look,
        "child/colour",
        "Colour",
        colours,
        Some(form.child.colour),
        Message::Colour,
    )
    .help("It stands beside the name, so that you see at once who a note is about.")
    .in_a_row()
    .colours(palette::CHILDREN);
    let born = field::date(
        look,
        "child/born",
        "Date of birth",
        &form.born,
        today,
        Message::Born,
    )
    .help("You can leave this empty. It only shows the age.")
    .error(form.born_problem.as_deref());
    let keep = if form.new {
        "Add this child"
    } else {
        "Keep these changes"
    };
    let id = form.id();
    let delete = (!form.new).then(|| {
        column![
            widgets::divider(look),
            button::danger(
                look,
                "child/delete",
                "Delete this child",
                Message::Delete(id)
            )
            .icon(Icon::Delete),
            widgets::quiet(look, "What you wrote about the child stays."),
        ]
        .spacing(gap::M)
    });
    let content = column![
        header,
        problem,
        name,
        Element::from(colour),
        born,
        button::main(look, "child/keep", keep, Message::Keep).icon(Icon::Check),
        delete,
    ]
    .spacing(gap::XL);
    widgets::page(look, container(content).max_width(measure::READING))
}

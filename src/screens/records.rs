//! Records: the records of several families, of which one is open, and wiping one for good.

use std::path::PathBuf;

use iced::widget::Id;

use crate::platform::files;
use crate::platform::opening::Link;
use crate::record;
use crate::record::vault::{Certificate, Family, FamilyId, WhatGoes};
use crate::screens::{Action, Context, Keeping};

mod certificate;
mod view;
mod wipe;

/// The field for a name.
const NAME: &str = "records/name";

/// The page, and those that it leads to.
#[derive(Debug, Default)]
pub struct Records {
    step: Step,
    families: Vec<Family>,
    wiped: Vec<Certificate>,
    problem: Option<String>,
    busy: bool,
}

#[derive(Debug, Default)]
enum Step {
    #[default]
    List,
    /// A name is typed: for a new record, or for one that is here.
    Name {
        of: Option<Family>,
        typed: String,
        problem: Option<String>,
    },
    /// What goes with a record.
    Goes { goes: Box<WhatGoes>, name: String },
    /// The same, asked once more.
    Sure { goes: Box<WhatGoes>, name: String },
    /// It is gone.
    Wiped(Paper),
}

/// A certificate, and what the person does with it.
#[derive(Debug)]
struct Paper {
    certificate: Certificate,
    /// What the record was called, as long as the page is open.
    name: Option<String>,
    with_name: bool,
    saved: Option<PathBuf>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the page before.
    Back,
    /// Open this record.
    Open(FamilyId),
    /// Close the one that is open.
    Close,
    /// Add a record.
    Add,
    /// Give this one another name.
    Rename(FamilyId),
    /// Typed the name.
    Typed(String),
    /// Keep the name.
    Keep,
    /// See what goes when this one is wiped.
    Wipe(FamilyId),
    /// Wipe it: asked once more.
    Ask,
    /// Yes.
    Sure,
    /// The certificate names the record, or not.
    WithName(bool),
    /// Copy the certificate.
    Copy,
    /// Save the certificate as a file.
    Save,
    /// Open the folder of that file.
    OpenFolder,
    /// The certificate of a record that was wiped before.
    Certificate(FamilyId),
    /// Leave the sample family.
    LeaveSample,
}

impl Records {
    /// The page.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts at the list.
    pub fn enter(&mut self, context: &Context) {
        if !self.busy {
            *self = Self::default();
        }
        self.refresh(context);
    }

    /// Reads which records there are.
    pub fn refresh(&mut self, context: &Context) {
        let vault = context.vault.as_ref();
        self.families = vault.map(record::Vault::families).unwrap_or_default();
        self.wiped = vault
            .map(|vault| vault.wiped().to_vec())
            .unwrap_or_default();
    }

    /// It could not be done: says why.
    pub fn failed(&mut self, problem: &record::Error) -> &'static str {
        self.busy = false;
        if let Step::Name {
            problem: beside, ..
        } = &mut self.step
        {
            *beside = Some(problem.to_string());
            return NAME;
        }
        self.step = Step::List;
        self.problem = Some(problem.to_string());
        "page-title"
    }

    /// A record was wiped.
    pub fn wiped(&mut self, context: &Context, certificate: Certificate) {
        let name = match std::mem::take(&mut self.step) {
            Step::Sure { name, .. } => Some(name),
            _ => None,
        };
        *self = Self::default();
        self.step = Step::Wiped(Paper {
            certificate,
            name,
            with_name: false,
            saved: None,
        });
        self.refresh(context);
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        if self.busy {
            return Action::None;
        }
        self.problem = None;
        match message {
            Message::Back => return self.back(),
            Message::Open(id) => {
                self.busy = true;
                return Action::Keeping(Keeping::OpenFamily(id));
            }
            Message::Close => return Action::Keeping(Keeping::CloseFamily),
            Message::Add => return self.ask_name(None),
            Message::Rename(id) => {
                let of = self.families.iter().find(|one| one.id == id).cloned();
                return of.map_or(Action::None, |of| self.ask_name(Some(of)));
            }
            Message::Typed(words) => {
                if let Step::Name { typed, problem, .. } = &mut self.step {
                    *typed = words;
                    *problem = None;
                }
            }
            Message::Keep => return self.keep_name(context),
            Message::Wipe(id) => return self.show_what_goes(context, id),
            Message::Ask => {
                if let Step::Goes { goes, name } = std::mem::take(&mut self.step) {
                    self.step = Step::Sure { goes, name };
                }
                // Not on the button: nobody wipes by pressing one key twice.
                return Action::Focus("page-title".into());
            }
            Message::Sure => {
                if let Step::Sure { goes, .. } = &self.step {
                    let goes = goes.clone();
                    self.busy = true;
                    return Action::Keeping(Keeping::WipeFamily(goes));
                }
            }
            Message::WithName(with) => {
                if let Step::Wiped(paper) = &mut self.step {
                    paper.with_name = with;
                }
            }
            Message::Copy => {
                if let Step::Wiped(paper) = &self.step {
                    return Action::Copy {
                        words: paper.words(),
                        said: "Copied the certificate.".to_owned(),
                    };
                }
            }
            Message::Save => return self.save(context),
            Message::OpenFolder => {
                let folder = context.folders.documents().display().to_string();
                return Action::Visit(Link::Folder(folder));
            }
            Message::Certificate(id) => {
                let certificate = self.wiped.iter().find(|one| one.family == id).cloned();
                if let Some(certificate) = certificate {
                    self.step = Step::Wiped(Paper {
                        certificate,
                        name: None,
                        with_name: false,
                        saved: None,
                    });
                }
                return Action::Focus("page-title".into());
            }
            Message::LeaveSample => return Action::SampleFamily(false),
        }
        Action::None
    }

    /// Back leads to the list, and the focus to where it was there.
    fn back(&mut self) -> Action<Message> {
        let focus = match std::mem::take(&mut self.step) {
            Step::List => return Action::Back,
            Step::Name { of: Some(of), .. } => button_id("rename", of.id),
            Step::Name { of: None, .. } => "records/add".into(),
            Step::Goes { goes, .. } | Step::Sure { goes, .. } => button_id("wipe", goes.family),
            Step::Wiped(_) => "page-title".into(),
        };
        quietly(focus)
    }

    /// Whether a page is shown from which Back leads to the list.
    pub fn is_within(&self) -> bool {
        !matches!(self.step, Step::List) && !self.busy
    }

    fn ask_name(&mut self, of: Option<Family>) -> Action<Message> {
        let named = of.as_ref().filter(|of| of.named);
        self.step = Step::Name {
            typed: named.map(|of| of.name.clone()).unwrap_or_default(),
            of,
            problem: None,
        };
        Action::Focus(NAME.into())
    }

    fn keep_name(&mut self, context: &mut Context) -> Action<Message> {
        let Step::Name { of, typed, problem } = &mut self.step else {
            return Action::None;
        };
        let Some(vault) = &mut context.vault else {
            return Action::None;
        };
        let Some(of) = of else {
            return Action::Keeping(Keeping::AddFamily(typed.clone()));
        };
        match vault.rename(of.id, typed) {
            Ok(()) => {
                let id = of.id;
                self.step = Step::List;
                self.refresh(context);
                Action::Several(vec![
                    Action::Say("The name is changed.".to_owned()),
                    Action::Focus(button_id("rename", id)),
                ])
            }
            Err(failure) => {
                *problem = Some(failure.to_string());
                Action::Focus(NAME.into())
            }
        }
    }

    fn show_what_goes(&mut self, context: &Context, id: FamilyId) -> Action<Message> {
        let Some(vault) = &context.vault else {
            return Action::None;
        };
        let Some(family) = self.families.iter().find(|one| one.id == id) else {
            return Action::None;
        };
        let open = context.record.as_ref().filter(|_| family.chosen);
        match vault.what_goes(id, open) {
            Ok(goes) => {
                self.step = Step::Goes {
                    goes: Box::new(goes),
                    name: family.name.clone(),
                }
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
        quietly("page-title".into())
    }

    fn save(&mut self, context: &Context) -> Action<Message> {
        let Step::Wiped(paper) = &mut self.step else {
            return Action::None;
        };
        let folder = context.folders.documents();
        let mut number = 1;
        let mut path = folder.join("Withy certificate of wiping.txt");
        while path.exists() {
            number += 1;
            path = folder.join(format!("Withy certificate of wiping ({number}).txt"));
        }
        match files::write_private(&path, paper.words().as_bytes()) {
            Ok(()) => {
                let said = format!("The certificate is in {}.", path.display());
                paper.saved = Some(path);
                Action::Say(said)
            }
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::Focus("page-title".into())
            }
        }
    }
}

/// Another page of this screen: what was said about the one before is said no more.
fn quietly(focus: Id) -> Action<Message> {
    Action::Several(vec![Action::Say(String::new()), Action::Focus(focus)])
}

/// The id of a button of one record.
fn button_id(does: &str, id: FamilyId) -> Id {
    Id::from(format!("records/{does}/{id}"))
}

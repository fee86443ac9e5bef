//! The screens that the window has.

use crate::screens::{
    accessibility, appointments, bin, budget, documents, easy_read, emergency, files, find_help,
    help, improvement_plan, keep_record, keep_safe, left_this_computer, lock, my_family,
    nhs_services, notes, privacy, questions, records, rescue, restore, rights, search, service,
    settings, today, words_explained, worried,
};

/// Every screen; each lives as long as the window.
pub(super) struct Screens {
    pub(super) today: today::Today,
    pub(super) find_help: find_help::FindHelp,
    pub(super) service: service::ServiceScreen,
    pub(super) worried: worried::Worried,
    pub(super) notes: notes::Notes,
    pub(super) appointments: appointments::Appointments,
    pub(super) questions: questions::Questions,
    pub(super) rights: rights::Rights,
    pub(super) improvement_plan: improvement_plan::ImprovementPlan,
    pub(super) documents: documents::Documents,
    pub(super) words_explained: words_explained::WordsExplained,
    pub(super) easy_read: easy_read::EasyRead,
    pub(super) budget: budget::Budget,
    pub(super) nhs_services: nhs_services::NhsServices,
    pub(super) my_family: my_family::MyFamily,
    pub(super) bin: bin::Bin,
    pub(super) settings: settings::SettingsScreen,
    pub(super) help: help::Help,
    pub(super) accessibility: accessibility::Accessibility,
    pub(super) emergency: emergency::Emergency,
    pub(super) files: files::Files,
    pub(super) search: search::Search,
    pub(super) keep_record: keep_record::KeepRecord,
    pub(super) lock: lock::Lock,
    pub(super) keep_safe: keep_safe::KeepSafe,
    pub(super) restore: restore::Restore,
    pub(super) records: records::Records,
    pub(super) rescue: rescue::Rescue,
    pub(super) privacy: privacy::Privacy,
    pub(super) left_this_computer: left_this_computer::LeftThisComputer,
}

impl Screens {
    pub(super) fn new() -> Self {
        Self {
            today: today::Today::new(),
            find_help: find_help::FindHelp::new(),
            service: service::ServiceScreen::new(),
            worried: worried::Worried::new(),
            notes: notes::Notes::new(),
            appointments: appointments::Appointments::new(),
            questions: questions::Questions::new(),
            rights: rights::Rights::new(),
            improvement_plan: improvement_plan::ImprovementPlan::new(),
            documents: documents::Documents::new(),
            words_explained: words_explained::WordsExplained::new(),
            easy_read: easy_read::EasyRead::new(),
            budget: budget::Budget::new(),
            nhs_services: nhs_services::NhsServices::new(),
            my_family: my_family::MyFamily::new(),
            bin: bin::Bin::new(),
            settings: settings::SettingsScreen::new(),
            help: help::Help::new(),
            accessibility: accessibility::Accessibility::new(),
            emergency: emergency::Emergency::new(),
            files: files::Files::new(),
            search: search::Search::new(),
            keep_record: keep_record::KeepRecord::new(),
            lock: lock::Lock::new(),
            keep_safe: keep_safe::KeepSafe::new(),
            restore: restore::Restore::new(),
            records: records::Records::new(),
            rescue: rescue::Rescue::new(),
            privacy: privacy::Privacy::new(),
            left_this_computer: left_this_computer::LeftThisComputer::new(),
        }
    }
}

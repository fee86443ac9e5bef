//! Every screen at every width: a tree without findings.

use withy::look::Width;
use withy::screens::FindStart;
use withy::screens::emergency::Emergency;
use withy::screens::find_help::{FindHelp, Message};
use withy::screens::help::Help;
use withy::screens::service::ServiceScreen;
use withy::widgets::{self, Element};

use crate::stage::{Stage, look, read};

const WIDTHS: [Width; 3] = [Width::Wide, Width::Middle, Width::Narrow];

fn check<'a, M: 'static>(what: &str, view: impl Fn(Width) -> Element<'a, M>) {
    for width in WIDTHS {
        let snapshot = read(view(width), width);
        let findings = snapshot.screen_findings();
        assert!(
            findings.is_empty(),
            "{what}, {width:?}: {findings:#?}\n{}",
            snapshot.outline()
        );
    }
}

#[test]
fn find_help_has_no_findings() {
    let mut stage = Stage::with_family();
    let mut find = FindHelp::new();
    for start in [
        FindStart::Search,
        FindStart::Text("speach".to_owned()),
        FindStart::Text("CCG".to_owned()),
        FindStart::Text("zzzzqqq".to_owned()),
    ] {
        let what = format!("{start:?}");
        find.enter(&stage.context, start);
        check(&what, |width| find.view(&stage.context, look(width)));
    }
    find.enter(&stage.context, FindStart::Search);
    let _ = find.update(&mut stage.context, Message::MoreFilters);
    let _ = find.update(&mut stage.context, Message::AgeTyped("99".to_owned()));
    check("more filters", |width| {
        find.view(&stage.context, look(width))
    });
}

#[test]
fn every_service_has_no_findings_alone_and_beside_the_list() {
    let stage = Stage::with_family();
    let mut find = FindHelp::new();
    find.enter(&stage.context, FindStart::Search);
    let mut screen = ServiceScreen::new();
    for service in stage.context.directory.services() {
        screen.enter(&stage.context, service.id);
        for width in WIDTHS {
            let look = look(width);
            let detail: Element<'_, ()> = screen.view(&stage.context, look).map(|_| ());
            let page = match width {
                Width::Wide => {
                    let list = find.list_view(&stage.context, look, Some(service.id));
                    widgets::two_columns(&look, list.map(|_| ()), Some(detail))
                }
                Width::Middle | Width::Narrow => detail,
            };
            let snapshot = read(page, width);
            let findings = snapshot.screen_findings();
            assert!(
                findings.is_empty(),
                "{}, {width:?}: {findings:#?}\n{}",
                service.slug,
                snapshot.outline()
            );
        }
    }
}

#[test]
fn the_safety_numbers_and_help_have_no_findings() {
    let stage = Stage::new();
    let emergency = Emergency::new();
    check("emergency", |width| {
        emergency.view(&stage.context, look(width))
    });
    let help = Help::new();
    let keys = vec![("Ctrl+N".to_owned(), "Write a note".to_owned())];
    check("help", |width| {
        help.view(&stage.context, look(width), keys.clone())
    });
}

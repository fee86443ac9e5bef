//! Where a text uses a term: whole words, the longest name, and nothing that only looks like one.

use withy::guide::words::{self, found_in};

/// The ids of the terms that a text uses, each with the words that name it.
fn found(text: &str) -> Vec<(&'static str, &str)> {
    found_in(text)
        .into_iter()
        .map(|one| (one.term.id.as_str(), &text[one.at]))
        .collect()
}

#[test]
fn short_forms_keep_their_capitals_and_phrases_need_none() {
    assert_eq!(found("Ask CAMHS."), [("camhs", "CAMHS")]);
    assert_eq!(
        found("Send it to the spa, or say what pals say."),
        [],
        "send, SPA and PALS are short forms"
    );
    assert_eq!(
        found("Annual Review, annual review"),
        [
            ("annual-review", "Annual Review"),
            ("annual-review", "annual review")
        ]
    );
    assert_eq!(found("SEN Support"), [("sen-support", "SEN Support")]);
    assert_eq!(found("Section F. Section f."), [("section-f", "Section F")]);
}

#[test]
fn the_longest_name_counts() {
    assert_eq!(found("SEND Tribunal"), [("send-tribunal", "SEND Tribunal")]);
    assert_eq!(
        found("special educational needs and disabilities"),
        [("send", "special educational needs and disabilities")]
    );
    assert_eq!(
        found("a mediation certificate"),
        [("mediation-certificate", "mediation certificate")]
    );
    assert_eq!(
        found("an education, health and care (EHC) needs assessment"),
        [(
            "ehc-needs-assessment",
            "education, health and care (EHC) needs assessment"
        )]
    );
}

#[test]
fn more_than_one_of_a_thing_is_the_thing() {
    assert_eq!(found("EHC plans"), [("ehc-plan", "EHC plans")]);
    assert_eq!(found("SENCOs"), [("senco", "SENCOs")]);
    assert_eq!(found("academies"), [("academy", "academies")]);
    assert_eq!(found("your SENCO’s name"), [("senco", "SENCO")]);
}

#[test]
fn nothing_inside_other_words_addresses_or_numbers() {
    for text in [
        "SENDER",
        "SENCOX",
        "unappealing",
        "appealed",
        "SEND@somerset.gov.uk",
        "www.SEND.org",
        "https://somerset.gov.uk/SEND",
        "Form SEND35",
        "01749 836 691",
        "TA1 5LA",
        "SOS!SEN",
        "Foxes Academy",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found("See SEND."), [("send", "SEND")]);
}

#[test]
fn after_the_full_name_the_short_form_is_the_word() {
    assert_eq!(
        found("special educational needs and disabilities (SEND)"),
        [("send", "SEND")]
    );
    assert_eq!(
        found("Ring PALS, the Patient Advice and Liaison Service."),
        [
            ("pals", "PALS"),
            ("pals", "Patient Advice and Liaison Service")
        ]
    );
}

#[test]
fn every_term_is_found_by_its_own_name() {
    for term in words::every() {
        let name = term.name_in_full();
        let known = found_in(&name).iter().any(|one| one.term.id == term.id);
        assert!(known, "{} in “{name}”", term.id);
        for name in term.also.iter().chain(&term.written) {
            let found = found_in(name);
            let whole = found.iter().any(|one| one.at == (0..name.len()));
            assert!(whole, "{} in “{name}”: {found:?}", term.id);
        }
    }
}

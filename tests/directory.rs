#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::panic, reason = "a test stops at the first surprise")]
//! The Local Offer as families search it: the bundled directory, whole.

use withy::directory::{Directory, Query, Results};

#[path = "directory/commands.rs"]
mod commands;
#[path = "directory/files.rs"]
mod files;
#[path = "directory/filters.rs"]
mod filters;
#[path = "directory/services.rs"]
mod services;

/// What a family types, and the services any one of which must be among the first three.
const ANSWERS: &[(&str, &[&str])] = &[
    ("wheelchiar", &["nhs-wheelchair-somerset"]),
    ("wheelchair", &["nhs-wheelchair-somerset"]),
    ("buggy", &["nhs-wheelchair-somerset"]),
    ("SALT", &["somerset-cyp-therapy-service"]),
    ("speach", &["somerset-cyp-therapy-service"]),
    ("not talking", &["somerset-cyp-therapy-service"]),
    (
        "my son is not talking yet",
        &["somerset-cyp-therapy-service"],
    ),
    ("stammer", &["somerset-cyp-therapy-service"]),
    ("integrated therapy", &["somerset-cyp-therapy-service"]),
    (
        "Integrated Therapy Service",
        &["somerset-cyp-therapy-service"],
    ),
    ("OT", &["somerset-cyp-therapy-service"]),
    ("physio", &["somerset-cyp-therapy-service"]),
    ("my child won't sleep", &["cerebra-sleep-and-legal-help"]),
    ("my child won’t sleep", &["cerebra-sleep-and-legal-help"]),
    ("bedtime", &["cerebra-sleep-and-legal-help"]),
    (
        "CCG",
        &[
            "nhs-somerset-personal-health-budgets",
            "nhs-somerset-childrens-continuing-care",
            "nhs-somerset-parent-zone",
        ],
    ),
    (
        "meltdowns",
        &[
            "challenging-behaviour-foundation",
            "somerset-family-intervention-service",
            "family-lives",
            "pda-society",
        ],
    ),
    ("EHCP", &["somerset-ehc-needs-assessment-request"]),
    ("PHB", &["nhs-somerset-personal-health-budgets"]),
    (
        "personal health budget",
        &["nhs-somerset-personal-health-budgets"],
    ),
    (
        "autism assessment",
        &["somerset-cyp-neurodevelopmental-partnership"],
    ),
    ("ADHD", &["somerset-cyp-neurodevelopmental-partnership"]),
    ("CAMHS", &["somerset-camhs-single-point-of-access"]),
    (
        "self harm",
        &[
            "somerset-camhs-single-point-of-access",
            "young-somerset-wellbeing-service",
            "crisis-safe-space-somerset",
            "mindline-somerset",
        ],
    ),
    ("school transport", &["somerset-send-school-transport"]),
    ("taxi to school", &["somerset-send-school-transport"]),
    ("respite", &["somerset-childrens-short-breaks"]),
    ("short break", &["somerset-childrens-short-breaks"]),
    ("DLA", &["disability-living-allowance-children"]),
    ("PIP", &["personal-independence-payment"]),
    ("carers allowance", &["carers-allowance"]),
    ("nappies", &["eric-childrens-bowel-bladder-helpline"]),
    ("bed wetting", &["eric-childrens-bowel-bladder-helpline"]),
    ("SENDIAS", &["somerset-sendias"]),
    ("SENDIASS", &["somerset-sendias"]),
    ("portage", &["somerset-portage"]),
    ("tribunal", &["send-tribunal", "ipsea-tribunal-support"]),
    ("mediation", &["somerset-send-mediation-global-mediation"]),
    ("health visitor", &["somerset-health-visitors"]),
    ("school nurse", &["school-nurse-somerset"]),
    (
        "deaf",
        &[
            "somerset-hearing-support",
            "national-deaf-childrens-society",
        ],
    ),
    ("glue ear", &["somersetft-paediatric-audiology"]),
    (
        "blind",
        &["somerset-sight", "rnib", "royal-society-for-blind-children"],
    ),
    ("blue badge", &["somerset-blue-badge"]),
    ("young carer", &["somerset-young-carers-service"]),
    ("brothers and sisters", &["sibs"]),
    ("direct payments", &["somerset-childrens-direct-payments"]),
    (
        "social worker",
        &[
            "somerset-children-with-disabilities-team",
            "somerset-childrens-social-care-first-contact",
        ],
    ),
    ("paediatrician", &["somerset-community-paediatrics"]),
    ("excluded from school", &["somerset-at-risk-of-exclusion"]),
    ("home education", &["somerset-elective-home-education"]),
    ("dentist", &["somerset-primary-care-dental-service"]),
    ("tube feeding", &["somerset-cyp-therapy-service"]),
    ("fussy eater", &["somerset-cyp-therapy-service"]),
    (
        "he hits me",
        &[
            "challenging-behaviour-foundation",
            "somerset-family-intervention-service",
            "family-lives",
        ],
    ),
    ("lonely", &["contact-helpline", "somerset-youth-theatre"]),
    (
        "my daughter has no friends",
        &["contact-helpline", "somerset-youth-theatre"],
    ),
    ("bullied", &["childline"]),
    (
        "bullying at school",
        &[
            "mental-health-support-teams-somerset",
            "school-nurse-somerset",
        ],
    ),
    ("psychologist", &["somerset-camhs-single-point-of-access"]),
    (
        "educational psychologist",
        &["somerset-mainstream-schools-send-report"],
    ),
    (
        "someone to talk to",
        &["family-lives", "contact-helpline", "mindline-somerset"],
    ),
    (
        "I need somebody to talk to",
        &["family-lives", "contact-helpline", "mindline-somerset"],
    ),
];

fn directory() -> Directory {
    Directory::bundled().unwrap_or_else(|error| panic!("{error}: {error:?}"))
}

fn typed(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn slugs<'a>(directory: &'a Directory, results: &Results) -> Vec<&'a str> {
    results
        .shown()
        .map(|found| directory.service(found.id).unwrap().slug.as_str())
        .collect()
}

#[test]
fn the_right_service_is_in_the_first_three() {
    let directory = directory();
    let wrong: Vec<String> = ANSWERS
        .iter()
        .filter_map(|(text, right)| {
            let results = directory.search(&typed(text));
            let shown = slugs(&directory, &results);
            let first = &shown[..shown.len().min(3)];
            let found = first.iter().any(|slug| right.contains(slug));
            (!found).then(|| format!("“{text}” shows {first:?}, and not {right:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_answer_is_there_while_the_word_is_still_being_typed() {
    let directory = directory();
    for (whole, right) in [
        ("wheelchair", "nhs-wheelchair-somerset"),
        ("portage", "somerset-portage"),
        ("speech and language", "somerset-cyp-therapy-service"),
    ] {
        for end in 4..=whole.len() {
            let results = directory.search(&typed(&whole[..end]));
            let shown = slugs(&directory, &results);
            assert!(
                shown.contains(&right),
                "“{}” shows {shown:?}",
                &whole[..end]
            );
        }
    }
}

#[test]
fn an_old_name_says_what_it_is_called_now() {
    let directory = directory();
    for text in [
        "CCG",
        "ccg phone number",
        "NHS Somerset Clinical Commissioning Group",
        "clinical commissioning",
    ] {
        let hit = directory
            .search(&typed(text))
            .old_name
            .unwrap_or_else(|| panic!("“{text}”"));
        assert!(
            hit.now
                .as_ref()
                .is_some_and(|now| now.contains("Integrated Care Board")),
            "“{text}” is now “{:?}”",
            hit.now
        );
        assert_eq!(hit.since.as_deref(), Some("July 2022"), "“{text}”");
    }
    let results = directory.search(&typed("CCG"));
    let leads_to: Vec<_> = results.matches.iter().map(|found| found.id).collect();
    let hit = results.old_name.unwrap();
    assert!(
        leads_to.starts_with(&hit.services),
        "the best first, as the file says"
    );
    let why = results.matches[0].why[0].words();
    assert_eq!(
        why,
        format!("Where to go for “{}”", hit.old),
        "it was never called that itself"
    );
    assert!(results.correction.is_none(), "an old name is not a slip");
}

#[test]
fn any_district_council_leads_to_the_council_of_today() {
    let directory = directory();
    for text in [
        "Mendip District Council",
        "district council",
        "district councils",
    ] {
        let hit = directory.search(&typed(text)).old_name;
        let hit = hit.unwrap_or_else(|| panic!("“{text}”"));
        assert_eq!(hit.now.as_deref(), Some("Somerset Council"), "“{text}”");
    }
}

#[test]
fn an_old_name_that_nobody_could_follow_says_so() {
    let directory = directory();
    for text in [
        "getset",
        "get set",
        "Taunton and Somerset NHS Foundation Trust",
    ] {
        let results = directory.search(&typed(text));
        let hit = results.old_name.unwrap_or_else(|| panic!("“{text}”"));
        assert_eq!(hit.now, None, "“{text}”");
        assert!(hit.note.unwrap().contains("could not confirm"), "“{text}”");
        assert_eq!(results.correction, None, "“{text}” is no slip");
    }
}

#[test]
fn a_name_of_today_is_no_old_name() {
    let directory = directory();
    for text in [
        "Yeovil District Hospital",
        "Somerset",
        "NHS Somerset",
        "its",
        "taunton and",
    ] {
        assert_eq!(directory.search(&typed(text)).old_name, None, "“{text}”");
    }
}

#[test]
fn a_slip_is_put_right_and_said() {
    let directory = directory();
    let results = directory.search(&typed(" Wheelchiar "));
    let correction = results.correction.unwrap();
    assert_eq!(correction.typed, "Wheelchiar");
    assert_eq!(correction.used, "wheelchair");

    let exactly = Query {
        exactly: true,
        ..typed("wheelchiar")
    };
    let results = directory.search(&exactly);
    assert_eq!((results.correction, results.matches.len()), (None, 0));
}

#[test]
fn right_words_are_left_alone() {
    let directory = directory();
    for (text, _) in ANSWERS {
        if ["wheelchiar", "speach"].contains(text) {
            continue;
        }
        assert_eq!(directory.search(&typed(text)).correction, None, "“{text}”");
    }
}

#[test]
fn real_slips_find_the_word_meant() {
    let directory = directory();
    for (slip, meant) in [
        ("autisim", "autism"),
        ("auitsm", "autism"),
        ("behaviuor", "behaviour"),
        ("physiotherpy", "physiotherapy"),
        ("occupatonal", "occupational"),
        ("assesment", "assessment"),
        ("paediatrican", "paediatrician"),
        ("tribunel", "tribunal"),
        ("hearring", "hearing"),
        ("tranpsort", "transport"),
        ("alowance", "allowance"),
        ("tauntan", "taunton"),
        ("brigwater", "bridgwater"),
        ("therepy", "therapy"),
        ("porage", "portage"),
        ("comunication", "communication"),
    ] {
        let correction = directory.search(&typed(slip)).correction;
        let used = correction.map(|correction| correction.used);
        assert_eq!(used.as_deref(), Some(meant), "“{slip}”");
    }
}

#[test]
fn nothing_typed_shows_everything_somerset_first() {
    let directory = directory();
    for text in ["", "   ", "?!", "👩‍🦽", "\0"] {
        let results = directory.search(&typed(text));
        assert_eq!(
            results.matches.len(),
            directory.services().len(),
            "{text:?}"
        );
        let order: Vec<_> = results
            .shown()
            .map(|found| directory.service(found.id).unwrap())
            .map(|service| (service.scope, service.name.to_lowercase()))
            .collect();
        assert!(order.is_sorted(), "{text:?}");
    }
}

#[test]
fn every_match_by_words_says_why() {
    let directory = directory();
    for (text, _) in ANSWERS {
        let results = directory.search(&typed(text));
        assert!(
            results.shown().all(|found| !found.why.is_empty()),
            "“{text}”"
        );
    }
    let results = directory.search(&typed("integrated therapy"));
    let why = results.matches[0].why[0].words();
    assert_eq!(why, "Used to be called Integrated Therapy Service");
}

#[test]
fn an_empty_directory_answers_too() {
    let results = Directory::empty().search(&typed("speech"));
    assert_eq!(results.total(), 0);
}

//! What pressing a filter does, and that nothing typed or pressed can break the search.

use std::collections::BTreeSet;

use proptest::prelude::*;
use withy::directory::{
    Directory, Fees, Filters, Need, Query, Reason, ReferralRoute, Results, Sector, Service,
};

use super::{directory, slugs, typed};

fn pressed(filters: Filters) -> Query {
    Query {
        filters,
        ..Query::default()
    }
}

fn all_of<'a>(directory: &'a Directory, list: &[withy::directory::Match]) -> Vec<&'a Service> {
    list.iter()
        .map(|found| directory.service(found.id).unwrap())
        .collect()
}

#[test]
fn an_unknown_age_may_suit_and_a_wrong_one_is_gone() {
    let directory = directory();
    let results = directory.search(&pressed(Filters {
        age: Some(4),
        ..Filters::default()
    }));
    assert!(!results.matches.is_empty());
    for service in all_of(&directory, &results.matches) {
        assert!(service.minimum_age.unwrap_or(0) <= 4, "{}", service.slug);
        assert!(service.maximum_age.unwrap_or(99) >= 4, "{}", service.slug);
    }
    let unknown: BTreeSet<&str> = directory
        .services()
        .iter()
        .filter(|service| service.ages_in_words().is_none())
        .map(|service| service.slug.as_str())
        .collect();
    let may_suit: BTreeSet<&str> = all_of(&directory, &results.may_suit)
        .into_iter()
        .map(|service| service.slug.as_str())
        .collect();
    assert_eq!(may_suit, unknown);
    let told = |found: &withy::directory::Match| found.why.contains(&Reason::AgeNotKnown);
    assert!(results.may_suit.iter().all(told));
}

#[test]
fn the_oldest_and_the_youngest_age_are_counted_in() {
    let directory = directory();
    for service in directory.services() {
        let shown = |age: u8| {
            let results = directory.search(&pressed(Filters {
                age: Some(age),
                ..Filters::default()
            }));
            results.shown().any(|found| found.id == service.id)
        };
        if let Some(oldest) = service.maximum_age {
            assert!(shown(oldest) && !shown(oldest + 1), "{}", service.slug);
        }
        if let Some(youngest) = service.minimum_age.filter(|youngest| *youngest > 0) {
            assert!(shown(youngest) && !shown(youngest - 1), "{}", service.slug);
        }
    }
}

#[test]
fn an_unknown_way_to_ask_may_suit() {
    let directory = directory();
    let results = directory.search(&pressed(Filters {
        referral: [ReferralRoute::Gp].into(),
        ..Filters::default()
    }));
    for service in all_of(&directory, &results.matches) {
        assert!(
            service.referral.contains(&ReferralRoute::Gp),
            "{}",
            service.slug
        );
    }
    let unknown = |service: &&Service| {
        service.referral.contains(&ReferralRoute::Unknown)
            && !service.referral.contains(&ReferralRoute::Gp)
    };
    let expected = directory.services().iter().filter(unknown).count();
    assert!(expected > 0);
    assert_eq!(results.may_suit.len(), expected);
}

#[test]
fn an_address_is_placed_by_its_towns_and_not_by_its_roads() {
    let directory = directory();
    for (address, outcodes) in [
        ("Burcott Riding Centre, near Wells", &["BA5"][..]),
        ("12 High Street, Glastonbury Road", &[]),
        ("Church Road, Street", &["BA16"]),
        (
            "Musgrove Park Hospital, Taunton, and Yeovil District Hospital",
            &["TA1", "BA20"],
        ),
        ("Referral Management Centre, Bridgwater", &[]),
        ("Somewhere else", &[]),
    ] {
        let service = Service {
            scope: withy::directory::Scope::Somerset,
            address: Some(address.to_owned()),
            postal_code: None,
            ..directory.services()[0].clone()
        };
        let places = directory.places().of(&service);
        let found: Vec<&str> = places.iter().map(|place| place.outcode.as_str()).collect();
        assert_eq!(found, outcodes, "{address}");
    }
}

#[test]
fn free_only_keeps_what_may_be_free() {
    let directory = directory();
    let results = directory.search(&pressed(Filters {
        free_only: true,
        ..Filters::default()
    }));
    let fees = |list| -> BTreeSet<Option<Fees>> {
        let services = all_of(&directory, list).into_iter();
        services.map(|service| service.fees).collect()
    };
    assert_eq!(fees(&results.matches), [Some(Fees::Free)].into());
    assert_eq!(
        fees(&results.may_suit),
        [None, Some(Fees::MeansTested)].into()
    );
}

#[test]
fn an_exact_need_comes_before_any_need() {
    let directory = directory();
    let results = directory.search(&pressed(Filters {
        needs: [Need::Sleep].into(),
        ..Filters::default()
    }));
    let exact: Vec<bool> = all_of(&directory, &results.matches)
        .into_iter()
        .map(|service| service.needs.contains(&Need::Sleep))
        .collect();
    assert!(exact.is_sorted_by(|before, after| before >= after));
    assert!(exact.contains(&true) && exact.contains(&false));
    assert!(results.matches[0].why.contains(&Reason::Need(Need::Sleep)));
    assert!(
        results
            .matches
            .last()
            .unwrap()
            .why
            .contains(&Reason::AnyNeed)
    );
}

#[test]
fn near_things_come_first_and_county_services_stay() {
    let directory = directory();
    let near = |where_to: &str| {
        directory.search(&pressed(Filters {
            near: Some(where_to.to_owned()),
            ..Filters::default()
        }))
    };
    let results = near("ba21 4at");
    let miles: Vec<u32> = results
        .matches
        .iter()
        .filter_map(|found| found.miles)
        .collect();
    assert!(miles.len() >= 10 && miles.is_sorted(), "{miles:?}");
    assert_eq!(miles[0], 0, "there is something in Yeovil itself");
    let first_without = results
        .matches
        .iter()
        .position(|found| found.miles.is_none());
    assert_eq!(
        first_without,
        Some(miles.len()),
        "what has no place comes after"
    );
    assert_eq!(
        results.total(),
        directory.services().len(),
        "near hides nothing"
    );

    let shown = slugs(&directory, &results);
    let therapy = shown
        .iter()
        .position(|slug| *slug == "somerset-cyp-therapy-service");
    assert!(
        therapy.unwrap() < results.matches.len(),
        "it serves the whole county"
    );

    for nowhere in ["", "ZZ99 9ZZ", "🦆"] {
        let results = near(nowhere);
        assert!(
            results.shown().all(|found| found.miles.is_none()),
            "{nowhere:?}"
        );
    }
}

#[test]
fn postcodes_are_read_in_any_case_and_spacing() {
    let directory = directory();
    for (typed, outcode) in [
        ("TA1", "TA1"),
        ("ta1 1dg", "TA1"),
        ("TA11DG", "TA1"),
        ("TA1 1", "TA1"),
        ("TA11", "TA11"),
        ("ta11 6aa", "TA11"),
        (" B A 2 1  4 A T ", "BA21"),
        ("Yeovil", "BA20"),
        ("minehead", "TA24"),
    ] {
        let place = directory.places().find(typed);
        let found = place.map(|place| place.outcode.as_str());
        assert_eq!(found, Some(outcode), "{typed:?}");
    }
    assert_eq!(directory.places().find("M1 1AA"), None);
}

#[test]
fn miles_are_those_of_a_map() {
    let directory = directory();
    let place = |typed: &str| directory.places().find(typed).unwrap();
    let taunton = place("TA1");
    assert_eq!(taunton.miles_to(taunton), 0);
    // 0.46 degrees east at 51 degrees north, and 0.07 south: 20.0 and 4.8 miles.
    assert_eq!(taunton.miles_to(place("BA20")), 21);
    assert_eq!(place("BA20").miles_to(taunton), 21);
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let pick = |length: usize| prop::collection::btree_set(0..length, 0..3);
    (
        pick(Sector::ALL.len()),
        pick(Need::ALL.len()),
        prop::option::of(0u8..30),
        pick(ReferralRoute::ALL.len()),
        prop::option::of(prop::sample::select(vec!["TA1", "BA5 2", "nowhere"])),
        any::<bool>(),
    )
        .prop_map(|(sectors, needs, age, referral, near, free_only)| Filters {
            sectors: sectors.into_iter().map(|at| Sector::ALL[at]).collect(),
            needs: needs.into_iter().map(|at| Need::ALL[at]).collect(),
            age,
            referral: referral
                .into_iter()
                .map(|at| ReferralRoute::ALL[at])
                .collect(),
            near: near.map(str::to_owned),
            free_only,
        })
}

fn pressing(directory: &Directory, query: &Query, press: impl FnOnce(&mut Filters)) -> usize {
    let mut query = query.clone();
    press(&mut query.filters);
    directory.search(&query).total()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn counts_are_what_a_press_would_show(
        filters in any_filters(),
        text in prop::sample::select(vec!["", "autism", "speech", "school", "taunton help"]),
    ) {
        let directory = directory();
        let query = Query { filters, ..typed(text) };
        let counts = directory.search(&query).counts;
        for sector in Sector::ALL {
            let shown = pressing(&directory, &query, |filters| filters.sectors = [*sector].into());
            prop_assert_eq!(counts.sectors[sector], shown);
        }
        for need in Need::ALL {
            let shown = pressing(&directory, &query, |filters| filters.needs = [*need].into());
            prop_assert_eq!(counts.needs[need], shown);
        }
        for route in ReferralRoute::ALL {
            let shown = pressing(&directory, &query, |filters| filters.referral = [*route].into());
            prop_assert_eq!(counts.referral[route], shown);
        }
        let shown = pressing(&directory, &query, |filters| filters.free_only = true);
        prop_assert_eq!(counts.free_only, shown);
    }

    #[test]
    fn no_service_is_shown_twice(filters in any_filters(), text in "[a-z ]{0,20}") {
        let directory = directory();
        let results = directory.search(&Query { filters, ..typed(&text) });
        let ids: BTreeSet<_> = results.shown().map(|found| found.id).collect();
        prop_assert_eq!(ids.len(), results.total());
    }
}

/// Letters that are commands to the index, break text, or are no letters at all.
const ODD: &str = "\"'*():^-+{}.,;\\%_\0\n\t ";

#[test]
fn anything_typed_gives_an_answer() {
    let directory = directory();
    let long_word = "a".repeat(10_000);
    let long_text = "speech therapy ".repeat(700);
    for text in [
        "\"",
        "\"speech",
        "speech\"*",
        "name:speech",
        "NEAR(speech therapy, 2)",
        "speech AND",
        "OR",
        "NOT speech",
        "-speech",
        "^speech",
        "speech\0therapy",
        "👩‍🦽 speech",
        "علاج النطق",
        "דיבור",
        "sp\u{301}eech",
        "\u{345}",
        "ſpeech",
        "İ",
        "ﬀ",
        "𝒳𝒴",
        "%_",
        "'; DROP TABLE words; --",
        ODD,
        &long_word,
        &long_text,
    ] {
        let _: Results = directory.search(&typed(text));
    }
    let results = directory.search(&typed(&long_text));
    assert_eq!(
        slugs(&directory, &results)[0],
        "somerset-cyp-therapy-service"
    );
    for text in ["\"speech\"", "speech*", "(speech", "speech -- therapy"] {
        let results = directory.search(&typed(text));
        assert!(
            slugs(&directory, &results).contains(&"somerset-cyp-therapy-service"),
            "{text}"
        );
    }
}

#[test]
fn anything_random_gives_an_answer() {
    let directory = directory();
    let odd: Vec<char> = ODD
        .chars()
        .chain("abcs AND OR NOT NEAR é𝒳\u{301}".chars())
        .collect();
    let texts = prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(odd), 0..40)
            .prop_map(|letters| letters.into_iter().collect::<String>()),
    ];
    proptest!(ProptestConfig::with_cases(2_000), |(text in texts)| {
        let results = directory.search(&typed(&text));
        prop_assert!(results.total() <= directory.services().len());
    });
}

//! How dates, times and lengths are written and read.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jiff::civil::{Date, Time, date};
use withy::words::{self, DateProblem, parse_date, parse_time};

const TODAY: Date = date(2026, 6, 2);

#[test]
fn dates_are_read_as_people_type_them() {
    let table = [
        ("12 May 2026", date(2026, 5, 12)),
        ("12 may", date(2026, 5, 12)),
        ("12/5/26", date(2026, 5, 12)),
        ("12.05.2026", date(2026, 5, 12)),
        ("12-5-2026", date(2026, 5, 12)),
        ("2026-05-12", date(2026, 5, 12)),
        ("Tuesday 12 May 2026", date(2026, 5, 12)),
        ("Tues 12th May", date(2026, 5, 12)),
        ("May 12", date(2026, 5, 12)),
        ("May 12th, 2026", date(2026, 5, 12)),
        ("1st of June", date(2026, 6, 1)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 6, 3)),
        ("yesterday", date(2026, 6, 1)),
        ("  3 jan  ", date(2026, 1, 3)),
        ("20 dec", date(2025, 12, 20)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("5 6 98", date(1998, 6, 5)),
    ];
    for (typed, expected) in table {
        assert_eq!(parse_date(typed, TODAY), Ok(expected), "{typed}");
    }
}

#[test]
fn a_wrong_date_gets_a_sentence_that_helps() {
    let table = [
        (
            "31 February 2026",
            "February 2026 has only 28 days. Check the day.",
        ),
        ("31/2", "February 2026 has only 28 days. Check the day."),
        (
            "12/13/2026",
            "There is no month 13. Type the date like 12 May 2026.",
        ),
        ("", "Enter a date, like 12 May 2026."),
        (
            "soon",
            "We could not read “soon” as a date. Type it like 12 May 2026.",
        ),
        (
            "12 May 20026",
            "The year 20026 looks wrong. Type all four figures, like 2026.",
        ),
        ("0 May", "May 2026 has only 31 days. Check the day."),
    ];
    for (typed, sentence) in table {
        let problem = parse_date(typed, TODAY).unwrap_err();
        assert_eq!(problem.to_string(), sentence, "{typed}");
    }
    let long = "x".repeat(10_000);
    let problem = parse_date(&long, TODAY).unwrap_err();
    assert!(problem.to_string().len() < 200);
    assert!(matches!(problem, DateProblem::Unclear(_)));
    for strange in [
        "\0",
        "🎈 May",
        "١٢ مايو",
        "99999999999999999999 May",
        "--",
        "May May",
    ] {
        let _ = parse_date(strange, TODAY).unwrap_err();
    }
}

#[test]
fn times_are_read_as_people_type_them() {
    let at = |hour, minute| Time::constant(hour, minute, 0, 0);
    let table = [
        ("2:30pm", at(14, 30)),
        ("2.30 PM", at(14, 30)),
        ("14:30", at(14, 30)),
        ("1430", at(14, 30)),
        ("0930", at(9, 30)),
        ("9am", at(9, 0)),
        ("12pm", at(12, 0)),
        ("12am", at(0, 0)),
        ("midday", at(12, 0)),
        ("noon", at(12, 0)),
        ("midnight", at(0, 0)),
        ("9", at(9, 0)),
        ("2", at(14, 0)),
        ("2:15", at(14, 15)),
        ("230pm", at(14, 30)),
        ("02:15", at(2, 15)),
    ];
    for (typed, expected) in table {
        assert_eq!(parse_time(typed), Ok(expected), "{typed}");
    }
    for wrong in [
        "",
        "25:00",
        "13pm",
        "2:5",
        "half past two",
        "99",
        "12:60",
        "é30",
        "\0",
    ] {
        let _ = parse_time(wrong).unwrap_err();
    }
}

#[test]
fn what_is_written_can_be_read_again() {
    let mut day = date(2025, 1, 1);
    while day < date(2029, 1, 1) {
        assert_eq!(parse_date(&words::date(day), TODAY), Ok(day));
        assert_eq!(parse_date(&words::day(day), TODAY), Ok(day));
        day = day.tomorrow().unwrap();
    }
    for hour in 0..24 {
        for minute in [0, 1, 30, 59] {
            let time = Time::constant(hour, minute, 0, 0);
            assert_eq!(parse_time(&words::time(time)), Ok(time));
        }
    }
}

#[test]
fn dates_and_times_are_written_as_the_product_says() {
    assert_eq!(words::day(date(2018, 8, 6)), "Monday 6 August 2018");
    assert_eq!(words::time(Time::constant(17, 0, 0, 0)), "5pm");
    assert_eq!(words::time(Time::constant(17, 30, 0, 0)), "5:30pm");
    assert_eq!(words::time(Time::constant(12, 0, 0, 0)), "midday");
    assert_eq!(words::time(Time::constant(0, 0, 0, 0)), "midnight");
    assert_eq!(words::away(date(2026, 6, 5), TODAY), "in 3 days");
    assert_eq!(words::away(date(2026, 2, 1), TODAY), "3 months ago");
    assert_eq!(words::away(TODAY, TODAY), "today");
    assert_eq!(words::near_day(date(2026, 6, 3), TODAY), "Tomorrow");
    assert_eq!(words::length(90), "1 hour 30 minutes");
    assert_eq!(words::thousands(1_234_567), "1,234,567");
    assert_eq!(words::count(1, "service", "services"), "1 service");
    let names = ["Maya", "Sam", "Jo"].map(str::to_owned);
    assert_eq!(words::list(&names), "Maya, Sam and Jo");
}

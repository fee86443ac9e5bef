#![allow(
    clippy::unwrap_used,
    reason = "a measurement stops at the first surprise"
)]
//! From a key pressed to results ready to draw, and from start to a directory ready to search.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use withy::directory::{Directory, Filters, Need, Query};

/// Half-typed, whole, misspelt, long, everything at once, and nothing.
const TYPED: &[&str] = &[
    "",
    "s",
    "sp",
    "speech and la",
    "SALT",
    "wheelchiar",
    "whelch",
    "my child won't sleep",
    "integrated therapy",
    "autism assessment near taunton",
    "xyzzy plugh quux corge grault garply",
    "talk sleep autism adhd behaviour money school bus nursery deaf blind wheelchair",
];

fn search(criterion: &mut Criterion) {
    let directory = Directory::bundled().unwrap();
    let mut group = criterion.benchmark_group("keystroke to results");
    for text in TYPED {
        let query = Query {
            text: (*text).to_owned(),
            ..Query::default()
        };
        let _ = group.bench_function(format!("“{text}”"), |bencher| {
            bencher.iter(|| black_box(directory.search(black_box(&query))));
        });
    }
    let pressed = Query {
        text: "autism".to_owned(),
        filters: Filters {
            needs: [Need::Autism, Need::Adhd].into(),
            age: Some(4),
            near: Some("TA1".to_owned()),
            free_only: true,
            ..Filters::default()
        },
        ..Query::default()
    };
    let _ = group.bench_function("“autism” with four filters", |bencher| {
        bencher.iter(|| black_box(directory.search(black_box(&pressed))));
    });
    group.finish();
}

fn start(criterion: &mut Criterion) {
    let _ = criterion.bench_function("start to a directory ready to search", |bencher| {
        bencher.iter(|| black_box(Directory::bundled().unwrap()));
    });
}

criterion_group!(benches, search, start);
criterion_main!(benches);

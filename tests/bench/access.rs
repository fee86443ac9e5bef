//! What the accessible tree costs in each frame, while a screen reader listens: reading the window
//! into a snapshot, and finding out what changed, with 200 and with 2,000 nodes.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first surprise, and criterion's macros write no comments"
)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use iced::advanced::renderer::Headless;
use iced::widget::column;
use iced::{Font, Pixels, Size};
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, UserInterface};
use withy::access::Snapshot;
use withy::access::collector::Collector;
use withy::access::differ::Differ;
use withy::look::{Family, Look, ThemeName, Width};
use withy::widgets::{self, Element, button};

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// A page of rows, each a list item, a button and a line of text: about `nodes` nodes.
fn page<'a>(nodes: usize, changed: usize) -> Element<'a, ()> {
    let look = Look {
        palette: ThemeName::Cream.palette(),
        family: Family::default(),
        roomy: false,
        width: Width::Wide,
        large: false,
    };
    let rows = (0..nodes / 3).map(|at| {
        let words = format!(
            "Row {} of many, with a few words",
            at + changed * usize::from(at == 0)
        );
        column![
            Element::from(button::plain(&look, format!("row/{at}"), words, ())),
            widgets::body(&look, "It says a little more here."),
        ]
        .into()
    });
    let list = widgets::list(&look, "Rows", rows.collect());
    widgets::page(&look, column![widgets::title(&look, "Rows"), list])
}

struct Window<'a> {
    interface: UserInterface<'a, (), iced::Theme, iced::Renderer>,
    renderer: iced::Renderer,
}

impl Window<'_> {
    fn new(nodes: usize, changed: usize) -> Self {
        let made = <iced::Renderer as Headless>::new(Font::DEFAULT, Pixels(17.0), None);
        let mut renderer = block_on(made).unwrap();
        let page = page(nodes, changed);
        let interface = UserInterface::build(page, WINDOW, Cache::default(), &mut renderer);
        Self {
            interface,
            renderer,
        }
    }

    fn read(&mut self) -> Snapshot {
        let mut collector = Collector::new("Rows", WINDOW);
        self.interface.operate(&self.renderer, &mut collector);
        collector.finish()
    }
}

fn tree(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("accessible tree");
    for nodes in [200, 2_000] {
        let mut window = Window::new(nodes, 0);
        let mut other = Window::new(nodes, 1);
        let (one, two) = (window.read(), other.read());
        let nodes = one.entries.len();
        let _ = group.bench_function(BenchmarkId::new("read", nodes), |bench| {
            bench.iter(|| black_box(window.read()));
        });
        let _ = group.bench_function(BenchmarkId::new("nothing changed", nodes), |bench| {
            let mut differ = Differ::default();
            let _ = differ.update(&one, 1.0);
            bench.iter(|| black_box(differ.update(&one, 1.0)));
        });
        let _ = group.bench_function(BenchmarkId::new("one name changed", nodes), |bench| {
            let mut differ = Differ::default();
            let mut turn = false;
            bench.iter(|| {
                turn = !turn;
                black_box(differ.update(if turn { &one } else { &two }, 1.0))
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = access;
    config = Criterion::default().sample_size(20);
    targets = tree
}
criterion_main!(access);

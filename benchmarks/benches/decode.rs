//! From bytes to a typed event: generated, by hand, by serde's internally tagged enum, and by
//! async-stripe.

use std::time::Duration;

use benchmarks::payloads::{SEZZLE, STRIPE_2018, STRIPE_TODAY};
use benchmarks::sezzle::{self, OrderAuthorized};
use benchmarks::stripe::{self, keeping, passing_over};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use payment_webhooks::runtime::http::HeaderMap;
use serde::Deserialize;

criterion_main!(benches);
criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = event_of_sezzle, event_of_stripe_2018, event_of_stripe_today
}

fn event_of_sezzle(criterion: &mut Criterion) {
    let mut sezzle = Group::new(criterion, "sezzle", SEZZLE);
    sezzle.measure("generated", generated_sezzle());
    sezzle.measure("by hand, known beforehand", read::<Box<OrderAuthorized>>);
    sezzle.measure("by hand", |body| {
        match &*read::<sezzle::Head<'_>>(body).event {
            "order.authorized" => read::<Box<OrderAuthorized>>(body),
            other => panic!("{other}"),
        }
    });
    sezzle.measure("tagged enum", |body| match read(body) {
        sezzle::Event::OrderAuthorized(event) => event,
        sezzle::Event::Unknown => panic!("unknown"),
    });
}

fn event_of_stripe_2018(criterion: &mut Criterion) {
    let mut stripe = Group::new(criterion, "stripe 2018", STRIPE_2018);
    stripe.measure("generated", generated_stripe());
    by_hand(&mut stripe);
}

fn event_of_stripe_today(criterion: &mut Criterion) {
    let mut stripe = Group::new(criterion, "stripe today", STRIPE_TODAY);
    stripe.measure("generated", generated_stripe());
    by_hand(&mut stripe);
    #[cfg(feature = "async-stripe")]
    async_stripe(&mut stripe);
}

fn generated_sezzle() -> impl Fn(&[u8]) -> Box<payment_webhooks::sezzle::types::OrderAuthorized> {
    use payment_webhooks::sezzle::{Event, Receiver};

    let (headers, receiver) = (HeaderMap::new(), Receiver::new("secret"));
    move |body| match receiver.decode(&headers, body) {
        Ok(Event::OrderAuthorized(event)) => event,
        other => panic!("{other:?}"),
    }
}

fn generated_stripe() -> impl Fn(&[u8]) -> Box<payment_webhooks::stripe::types::ChargeDisputeClosed>
{
    use payment_webhooks::stripe::{Event, Receiver};

    let (headers, receiver) = (HeaderMap::new(), Receiver::new("secret"));
    move |body| match receiver.decode(&headers, body) {
        Ok(Event::ChargeDisputeClosed(event)) => event,
        other => panic!("{other:?}"),
    }
}

/// With and without a map of the members that have no name, which the generated types have.
fn by_hand(stripe: &mut Group<'_>) {
    stripe.measure(
        "by hand, known beforehand",
        read::<Box<passing_over::ChargeDisputeClosed>>,
    );
    stripe.measure("by hand", |body| {
        match &*read::<stripe::Head<'_>>(body).r#type {
            "charge.dispute.closed" => read::<Box<passing_over::ChargeDisputeClosed>>(body),
            other => panic!("{other}"),
        }
    });
    stripe.measure("by hand, keeping all, known beforehand", |body| {
        read::<Box<keeping::ChargeDisputeClosed>>(body)
    });
    stripe.measure("tagged enum", |body| match read(body) {
        passing_over::Event::ChargeDisputeClosed(event) => event,
        passing_over::Event::Unknown => panic!("unknown"),
    });
    stripe.measure("tagged enum, keeping all", |body| match read(body) {
        keeping::Event::ChargeDisputeClosed(event) => event,
        keeping::Event::Unknown => panic!("unknown"),
    });
}

/// Its own reader, and serde's traits for its types.
#[cfg(feature = "async-stripe")]
fn async_stripe(stripe: &mut Group<'_>) {
    use stripe_webhook::{Event, Webhook};

    stripe.measure("async-stripe", |body| {
        let body = std::str::from_utf8(body).expect("text");
        Webhook::insecure(body).expect("it fits")
    });
    stripe.measure("async-stripe by serde", read::<Event>);
}

/// What is measured of one payload.
struct Group<'a> {
    payload: &'static str,
    group: BenchmarkGroup<'a, WallTime>,
}

impl<'a> Group<'a> {
    fn new(criterion: &'a mut Criterion, name: &str, payload: &'static str) -> Self {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(payload.len() as u64));
        Self { payload, group }
    }

    fn measure<T>(&mut self, name: &str, decode: impl Fn(&'static [u8]) -> T) {
        let body = self.payload.as_bytes();
        self.group
            .bench_function(name, |bencher| bencher.iter(|| decode(body)));
    }
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> T {
    serde_json::from_slice(body).expect("it fits")
}

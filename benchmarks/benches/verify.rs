//! From headers and bytes to whether a delivery is the provider's: a receiver, and a bare HMAC over
//! the same bytes.

use std::hint::black_box;
use std::time::{Duration, UNIX_EPOCH};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hmac::{Hmac, KeyInit, Mac};
use payment_webhooks::runtime::http::HeaderMap;
use payment_webhooks::{sezzle, stripe};
use sha2::Sha256;

criterion_main!(benches);
criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = verification
}

const SECRET: &str = "whsec_example";
const TIME: u64 = 1_555_192_997;

fn verification(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("verify");
    // Made once, as a receiver is.
    let key = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any length will do");
    let sezzle = sezzle::Receiver::new(SECRET);
    let stripe =
        stripe::Receiver::new(SECRET).with_clock(|| UNIX_EPOCH + Duration::from_secs(TIME));

    for size in [1_000, 10_000, 100_000] {
        let body = "a".repeat(size);
        let body = body.as_bytes();
        let signed = [format!("{TIME}.").as_bytes(), body].concat();
        let by_sezzle = header("sezzle-signature", &hexadecimal(&key, body));
        let by_stripe = format!("t={TIME},v1={}", hexadecimal(&key, &signed));
        let by_stripe = header("stripe-signature", &by_stripe);
        let expected = of(&key, &signed);

        group.throughput(Throughput::Bytes(size as u64));
        group.bench_function(BenchmarkId::new("bare HMAC", size), |bencher| {
            bencher.iter(|| {
                let mut mac = key.clone();
                mac.update(black_box(&signed));
                mac.verify_slice(black_box(&expected)).expect("it is right");
            });
        });
        group.bench_function(BenchmarkId::new("Sezzle", size), |bencher| {
            bencher.iter(|| {
                sezzle
                    .verify(&by_sezzle, black_box(body))
                    .expect("it is right")
            });
        });
        group.bench_function(BenchmarkId::new("Stripe", size), |bencher| {
            bencher.iter(|| {
                stripe
                    .verify(&by_stripe, black_box(body))
                    .expect("it is right")
            });
        });
    }
}

fn of(key: &Hmac<Sha256>, message: &[u8]) -> Vec<u8> {
    key.clone()
        .chain_update(message)
        .finalize()
        .into_bytes()
        .to_vec()
}

fn hexadecimal(key: &Hmac<Sha256>, message: &[u8]) -> String {
    let bytes = of(key, message);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn header(name: &'static str, value: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(name, value.parse().expect("a header"));
    headers
}

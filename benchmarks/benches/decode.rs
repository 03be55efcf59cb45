//! From bytes to a typed event, each way by itself: see [`benchmarks::decoding`].

use std::time::Duration;

use benchmarks::decoding;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

criterion_main!(benches);
criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = decode
}

fn decode(criterion: &mut Criterion) {
    for contest in decoding::contests() {
        let mut group = criterion.benchmark_group(&contest.name);
        group.throughput(Throughput::Bytes(contest.bytes as u64));
        for member in contest.members {
            group.bench_function(member.name, |bencher| bencher.iter(&member.run));
        }
    }
}

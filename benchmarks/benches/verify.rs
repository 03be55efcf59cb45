//! Whether a delivery is the provider's, each way by itself: see [`benchmarks::verifying`].

use std::time::Duration;

use benchmarks::verifying;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

criterion_main!(benches);
criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = verify
}

fn verify(criterion: &mut Criterion) {
    for contest in verifying::contests() {
        let mut group = criterion.benchmark_group(&contest.name);
        group.throughput(Throughput::Bytes(contest.bytes as u64));
        for member in contest.members {
            group.bench_function(member.name, |bencher| bencher.iter(&member.run));
        }
    }
}

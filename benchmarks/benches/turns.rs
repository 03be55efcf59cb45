//! What the generated receivers take of the time of what else there is, also while others use the
//! machine: all take turns, and of each the fastest turn counts.
//!
//! `cargo bench --bench turns -- signature` is the contests that have this word in their names: all
//! of verifying. Those of decoding have `event` or `order`.

use std::env;
use std::time::{Duration, Instant};

use benchmarks::{Contest, Member, decoding, verifying};

/// How long a turn should take: short, so that there are many in which nothing came between.
const TURN: Duration = Duration::from_micros(40);

/// How often each runs before anything is measured.
const WARM_UP: u32 = 100;

/// How many turns each has.
const TURNS: usize = 8_000;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // Cargo's tests say so: then it is enough that all run.
    let turns = match arguments.iter().any(|argument| argument == "--bench") {
        true => TURNS,
        false => 1,
    };
    let words: Vec<_> = arguments
        .iter()
        .filter(|word| !word.starts_with("--"))
        .collect();
    for contest in decoding::contests()
        .into_iter()
        .chain(verifying::contests())
    {
        if words.iter().all(|word| contest.name.contains(*word)) {
            report(&contest, turns);
        }
    }
}

fn report(contest: &Contest, turns: usize) {
    let least = measure(&contest.members, turns);
    println!("{}, {} bytes", contest.name, contest.bytes);
    for (member, time) in contest.members.iter().zip(&least) {
        let ratio = least[0] / time;
        println!("{:>10.0} ns  {ratio:>5.2}  {}", time, member.name);
    }
    println!();
}

/// The least time of each in nanoseconds.
fn measure(members: &[Member], turns: usize) -> Vec<f64> {
    let counts: Vec<u32> = members.iter().map(count).collect();
    let mut least = vec![f64::INFINITY; members.len()];
    for turn in 0..turns {
        for place in 0..members.len() {
            // Whoever comes behind another has its traces in the caches: so each begins in turn.
            let index = (place + turn) % members.len();
            let time = time(&members[index], counts[index]) / f64::from(counts[index]);
            least[index] = least[index].min(time);
        }
    }
    least
}

/// How often one runs in a turn. Whoever runs for the first time takes as long as a turn for that
/// alone, and would then run once in each.
fn count(member: &Member) -> u32 {
    time(member, WARM_UP);
    let mut count = 1;
    while time(member, count) < TURN.as_nanos() as f64 {
        count *= 2;
    }
    count
}

fn time(member: &Member, count: u32) -> f64 {
    let begin = Instant::now();
    for _ in 0..count {
        (member.run)();
    }
    begin.elapsed().as_nanos() as f64
}

//! Signatures that providers' own test suites have, through generated receivers: each is right, and
//! none of what is changed in it is. And what is signed here, in every way that has a name.

mod mutations;
mod presets;
mod recorded;
mod signing;

use std::time::{Duration, SystemTime};

use hookgen_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use hookgen_runtime::receiver::Verified;
use hookgen_runtime::{Receiver, VerifyError};

/// A delivery, and who receives it.
#[derive(Clone)]
struct Delivery {
    /// What it is called in a failure.
    name: &'static str,
    secret: String,
    /// What the receiver is known by, where that is signed.
    url: Option<&'static str>,
    /// What time it is, in seconds since 1970.
    now: u64,
    headers: HeaderMap,
    body: Vec<u8>,
    verify: fn(&Self) -> Result<(), VerifyError>,
}

impl Delivery {
    fn verify(&self) -> Result<(), VerifyError> {
        (self.verify)(self)
    }
}

/// Verifies with the receiver of a generated module.
fn verify<E: Verified>(delivery: &Delivery) -> Result<(), VerifyError> {
    let now = delivery.now;
    let receiver = Receiver::<E>::new(&delivery.secret)
        .with_clock(move || SystemTime::UNIX_EPOCH + Duration::from_secs(now));
    let receiver = match delivery.url {
        Some(url) => receiver.at_url(url),
        None => receiver,
    };
    receiver.verify(&delivery.headers, &delivery.body)
}

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let parse = |(name, value): &(&str, &str)| {
        (
            name.parse::<HeaderName>().expect("a name"),
            HeaderValue::from_str(value).expect("a value"),
        )
    };
    pairs.iter().map(parse).collect()
}

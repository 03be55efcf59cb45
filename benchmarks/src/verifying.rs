//! From headers and bytes to whether a delivery is the provider's: a receiver, and a bare HMAC over
//! the same bytes.
//!
//! A bare HMAC knows the signature as bytes, and has all that is signed in one piece. A receiver
//! finds the signature among a dozen headers and the timestamp in there, reads both, and looks at a
//! clock. What Stripe signs is not in one piece when it is delivered, so a bare HMAC is also given
//! it in the pieces in which it comes.
//!
//! A bare HMAC sets up its key for each delivery, as one writes it by hand: that is what a receiver,
//! which does it once, saves. "Key set up before" is one that saves it too.

use std::hint::black_box;
use std::time::{Duration, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use payment_webhooks::runtime::http::HeaderMap;
use payment_webhooks::{sezzle, stripe};
use sha2::Sha256;

use crate::Contest;

const SECRET: &str = "whsec_example";
const TIME: u64 = 1_555_192_997;

/// All that is measured.
pub fn contests() -> impl Iterator<Item = Contest> {
    [1_000, 10_000, 100_000]
        .into_iter()
        .flat_map(|size| [of_sezzle(size), of_stripe(size)])
}

fn of_sezzle(size: usize) -> Contest {
    let body = vec![b'a'; size];
    let headers = headers("sezzle-signature", &hexadecimal(&body));
    let receiver = sezzle::Receiver::new(SECRET);
    let signed = body.clone();
    Contest::new(format!("Sezzle's signature of {size} bytes"), size)
        .with("generated", move || {
            let verified = receiver.verify(&headers, black_box(&body));
            verified.expect("it is right");
        })
        .with_bare("bare HMAC", &[&signed], key)
        .with_bare_set_up("bare HMAC, key set up before", &[&signed])
}

fn of_stripe(size: usize) -> Contest {
    let (body, time) = (vec![b'a'; size], TIME.to_string());
    let pieces: [&[u8]; 3] = [time.as_bytes(), b".", &body];
    let signed = pieces.concat();
    let signature = format!("t={TIME},v1={}", hexadecimal(&signed));
    let headers = headers("stripe-signature", &signature);
    let receiver =
        stripe::Receiver::new(SECRET).with_clock(|| UNIX_EPOCH + Duration::from_secs(TIME));
    let delivered = body.clone();
    Contest::new(format!("Stripe's signature of {size} bytes"), size)
        .with("generated", move || {
            let verified = receiver.verify(&headers, black_box(&delivered));
            verified.expect("it is right");
        })
        .with_bare("bare HMAC", &[&signed], key)
        .with_bare("bare HMAC, in pieces", &pieces, key)
        .with_bare_set_up("bare HMAC, key set up before", &[&signed])
}

impl Contest {
    fn with_bare_set_up(self, name: &'static str, pieces: &[&[u8]]) -> Self {
        let key = key();
        self.with_bare(name, pieces, move || key.clone())
    }

    fn with_bare(
        self,
        name: &'static str,
        pieces: &[&[u8]],
        key: impl Fn() -> Hmac<Sha256> + 'static,
    ) -> Self {
        let expected = mac(&pieces.concat());
        let pieces: Vec<Vec<u8>> = pieces.iter().map(|piece| piece.to_vec()).collect();
        self.with(name, move || {
            let mut mac = key();
            for piece in &pieces {
                mac.update(black_box(piece));
            }
            mac.verify_slice(black_box(&expected)).expect("it is right");
        })
    }
}

fn key() -> Hmac<Sha256> {
    Hmac::new_from_slice(black_box(SECRET.as_bytes())).expect("any length will do")
}

fn mac(message: &[u8]) -> Vec<u8> {
    key().chain_update(message).finalize().into_bytes().to_vec()
}

fn hexadecimal(message: &[u8]) -> String {
    let bytes = mac(message);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a delivery has behind a proxy.
fn headers(name: &'static str, value: &str) -> HeaderMap {
    let others = [
        ("host", "hooks.example.com"),
        (
            "user-agent",
            "Example/1.0 (+https://example.com/docs/webhooks)",
        ),
        ("content-length", "1000"),
        ("accept", "*/*; q=0.5, application/xml"),
        ("accept-encoding", "gzip"),
        ("cache-control", "no-cache"),
        ("content-type", "application/json; charset=utf-8"),
        ("x-forwarded-for", "192.0.2.1"),
        ("x-forwarded-proto", "https"),
        ("x-request-id", "b8a5c6b0-1d2f-4c35-9a63-5f5f3f7a2a11"),
    ];
    let mut headers = HeaderMap::new();
    for (name, value) in others.into_iter().chain([(name, value)]) {
        headers.insert(name, value.parse().expect("a header"));
    }
    headers
}

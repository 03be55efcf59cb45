//! What is changed in a delivery: none of it is taken for the provider's.
//!
//! What does not matter is not changed here: the order of a list's entries, one that is there twice,
//! and, of a body of which parts are signed, the rest.

use std::collections::BTreeSet;

use hookgen_runtime::http::{HeaderName, HeaderValue};

use crate::Delivery;
use crate::recorded::{self, Recorded};

#[test]
fn whatever_is_changed_is_refused() {
    for recorded in recorded::all() {
        let name = recorded.delivery.name;
        let mutations = mutations(&recorded);
        let labels: BTreeSet<&str> = mutations.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels.len(), mutations.len(), "{name}: each is another one");
        assert!(mutations.len() >= 50, "{name}: {}", mutations.len());
        for (label, delivery) in &mutations {
            let verified = delivery.verify();
            assert!(verified.is_err(), "{name}, {label}: {verified:?}");
            let told = verified.map_or_else(|error| error.to_string(), |()| String::new());
            assert!(!told.contains(recorded.signature), "{name}: {told}");
        }
    }
}

type Mutations = Vec<(String, Delivery)>;

fn mutations(recorded: &Recorded) -> Mutations {
    let mut all = Vec::new();
    body(recorded, &mut all);
    signature(recorded, &mut all);
    key(recorded, &mut all);
    time(recorded, &mut all);
    headers(recorded, &mut all);
    url(recorded, &mut all);
    all
}

fn changed(recorded: &Recorded, change: impl FnOnce(&mut Delivery)) -> Delivery {
    let mut delivery = recorded.delivery.clone();
    change(&mut delivery);
    delivery
}

/// Evenly spread over a range.
fn spread(start: usize, end: usize, count: usize) -> impl Iterator<Item = usize> {
    let count = count.min(end - start);
    (0..count).map(move |index| start + index * (end - start) / count)
}

fn body(recorded: &Recorded, all: &mut Mutations) {
    let body = &recorded.delivery.body;
    let text = String::from_utf8_lossy(body).into_owned();
    let mut flips = Vec::new();
    if recorded.signed.is_empty() {
        flips.extend(spread(0, body.len(), 20));
    }
    for signed in &recorded.signed {
        let start = text.find(signed).expect("it is in the body");
        flips.extend(spread(start, start + signed.len(), 4));
    }
    for at in flips {
        let flipped = changed(recorded, |it| it.body[at] ^= 1);
        all.push((format!("body, byte {at}"), flipped));
    }
    let mut with = |label: &str, body: Vec<u8>| {
        let delivery = changed(recorded, |it| it.body = body);
        all.push((label.to_owned(), delivery));
    };
    with("no body", Vec::new());
    with("body cut", body[..body.len() - 1].to_vec());
    with("body twice", [body.as_slice(), body].concat());
    with("another body", b"{}".to_vec());
    with("body of another kind", vec![0xff; 64]);
    if recorded.signed.is_empty() {
        with("body with a space", [body.as_slice(), b" "].concat());
        with(
            "body after a mark",
            [b"\xef\xbb\xbf", body.as_slice()].concat(),
        );
        with("body backwards", body.iter().rev().copied().collect());
        with("very long body", body.repeat(1000));
    }
}

fn signature(recorded: &Recorded, all: &mut Mutations) {
    let signature = recorded.signature;
    let mut with = |label: String, other: &str| {
        let delivery = changed(recorded, |it| replace(recorded, it, other));
        all.push((label, delivery));
    };
    for at in spread(0, signature.trim_end_matches('=').len(), 15) {
        let mut bytes = signature.as_bytes().to_vec();
        bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
        let other = String::from_utf8(bytes).expect("ASCII");
        with(format!("signature, character {at}"), &other);
    }
    let half = signature.len() / 2 / 4 * 4;
    with("no signature".to_owned(), "");
    with("half a signature".to_owned(), &signature[..half]);
    with(
        "a signature and more".to_owned(),
        &format!("{signature}{signature}"),
    );
    let backwards: String = signature.chars().rev().collect();
    with("a signature backwards".to_owned(), &backwards);
    with("no signature at all".to_owned(), "!!");
    with("a very long signature".to_owned(), &signature.repeat(1000));
}

/// Puts another signature in the place of the right one.
fn replace(recorded: &Recorded, delivery: &mut Delivery, other: &str) {
    match recorded.header {
        Some(name) => {
            let value = delivery.headers[name].to_str().expect("ASCII");
            let value = value.replace(recorded.signature, other);
            let value = HeaderValue::from_str(&value).expect("a value");
            delivery.headers.insert(name, value);
        }
        None => {
            let text = String::from_utf8_lossy(&delivery.body);
            delivery.body = text.replace(recorded.signature, other).into_bytes();
        }
    }
}

fn key(recorded: &Recorded, all: &mut Mutations) {
    let secret = &recorded.delivery.secret;
    let start = secret.rfind("k_").map_or(0, |at| at + 2);
    let start = secret
        .rfind("c_")
        .map_or(start, |at| at + 2)
        .min(secret.len() - 1);
    for at in spread(start, secret.trim_end_matches('=').len(), 10) {
        let mut bytes = secret.clone().into_bytes();
        bytes[at] = if bytes[at] == b'B' { b'C' } else { b'B' };
        let other = String::from_utf8(bytes).expect("ASCII");
        let delivery = changed(recorded, |it| it.secret = other);
        all.push((format!("key, character {at}"), delivery));
    }
    for (label, other) in [
        ("no key", String::new()),
        ("key twice", format!("{secret}{secret}")),
        ("half a key", secret[..secret.len() / 2].to_owned()),
    ] {
        let delivery = changed(recorded, |it| it.secret = other);
        all.push((label.to_owned(), delivery));
    }
}

fn time(recorded: &Recorded, all: &mut Mutations) {
    let Some(timestamp) = recorded.timestamp else {
        return;
    };
    let now = recorded.delivery.now;
    for (label, now) in [
        ("stale", now + recorded.tolerance + 1),
        ("very stale", now * 2),
        ("from the future", now - recorded.tolerance - 1),
        ("from far in the future", 0),
    ] {
        all.push((label.to_owned(), changed(recorded, |it| it.now = now)));
    }
    for other in [
        (now + 1).to_string(),
        (now - 1).to_string(),
        format!("0{now}"),
        format!("+{now}"),
        format!("-{now}"),
        format!("{now}.0"),
        format!("{now}000"),
        "9".repeat(40),
        "now".to_owned(),
        String::new(),
    ] {
        let delivery = changed(recorded, |it| {
            for value in it.headers.values_mut() {
                let text = value.to_str().expect("ASCII").replace(timestamp, &other);
                *value = HeaderValue::from_str(&text).expect("a value");
            }
        });
        all.push((format!("time {other}"), delivery));
    }
}

/// Headers that are not there, empty, there twice, very long, or something else.
fn headers(recorded: &Recorded, all: &mut Mutations) {
    let is_list = recorded.delivery.name.starts_with("standard")
        || recorded.timestamp.is_some() && recorded.delivery.headers.len() == 1;
    let names = recorded.delivery.headers.keys().cloned();
    for name in names
        .filter(|name| name != "content-type")
        .collect::<Vec<HeaderName>>()
    {
        let mut with = |label: &str, change: &dyn Fn(&mut Delivery)| {
            let delivery = changed(recorded, |it| change(it));
            all.push((format!("{name} {label}"), delivery));
        };
        let set = |it: &mut Delivery, value: &[u8]| {
            let value = HeaderValue::from_bytes(value).expect("a value");
            it.headers.insert(name.clone(), value);
        };
        with("missing", &|it| {
            it.headers.remove(&name);
        });
        with("empty", &|it| set(it, b""));
        with("very long", &|it| set(it, &b"a,v1=".repeat(20_000)));
        with("of other bytes", &|it| set(it, b"\xff\xfe"));
        with("a comma", &|it| set(it, b","));
        // One more of a list's is one more entry; of anything else it is one too many.
        let is_signature = recorded.header == Some(name.as_str());
        if !(is_list && is_signature) || recorded.delivery.name == "stripe" {
            with("twice", &|it| {
                let value = it.headers[&name].clone();
                it.headers.append(name.clone(), value);
            });
            with("twice, with another", &|it| {
                it.headers
                    .append(name.clone(), HeaderValue::from_static("t=1"));
            });
        }
    }
}

fn url(recorded: &Recorded, all: &mut Mutations) {
    let Some(url) = recorded.delivery.url else {
        return;
    };
    for (label, other) in [
        ("no URL", None),
        ("another URL", Some("https://example.com/")),
        ("an empty URL", Some("")),
        (
            "another scheme",
            Some("http://mycompany.com/myapp.php?foo=1&bar=2"),
        ),
        (
            "another order",
            Some("https://mycompany.com/myapp.php?bar=2&foo=1"),
        ),
    ] {
        assert_ne!(other, Some(url));
        all.push((label.to_owned(), changed(recorded, |it| it.url = other)));
    }
}

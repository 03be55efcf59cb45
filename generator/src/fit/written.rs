//! Whether an overlay is one that may be written anew, with nothing in it that somebody else said.
//!
//! What is written has a digest of its own text in it, so that whatever is changed by hand is
//! noticed, be it one digit in a value.

use serde_json::Value;

/// Who wrote an overlay in JSON, in which there is no comment to say so.
pub(super) const BY: &str = "hookgen fit";

/// How one in YAML begins.
const MARK: &str = "# Written by `hookgen fit`";

/// What its digest is behind, in its second line.
pub(super) const DIGEST: &str = "# Its digest, by which changes made by hand are noticed: ";

/// Whether it says that it is one.
pub(super) fn is_ours(known: &str) -> bool {
    known.starts_with(MARK) || json(known).is_some_and(|value| value["info"]["x-written-by"] == BY)
}

/// Whether it is as it was written, but for how its lines end.
pub(super) fn is_as_written(known: &str) -> bool {
    let known = known.replace("\r\n", "\n");
    digest_in(&known).is_some_and(|said| said == digest(&known.replacen(&said, "", 1)))
}

/// A text that is written with the digest of what it is without one.
pub(super) fn with_digest(write: impl Fn(&str) -> String) -> String {
    write(&digest(&write("")))
}

/// The text that came of adding to `known`: as it was written, if `known` was.
pub(super) fn added_to(known: &str, text: String) -> String {
    let Some(said) = digest_in(known).filter(|_| is_as_written(known)) else {
        return text;
    };
    let without = text.replacen(&said, "", 1).replace("\r\n", "\n");
    text.replacen(&said, &digest(&without), 1)
}

/// The digest that a text has in it.
fn digest_in(text: &str) -> Option<String> {
    let said = match json(text) {
        Some(value) => value["info"]["x-digest"].as_str().map(str::to_owned),
        None => {
            let second = text.lines().nth(1);
            second.and_then(|line| line.strip_prefix(DIGEST).map(str::to_owned))
        }
    };
    said.filter(|said| !said.is_empty())
}

/// FNV-1a of 64 bits: it is the same in every release, and nobody has a reason to forge it.
fn digest(text: &str) -> String {
    let digest = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{digest:016x}")
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn a_digest_is_the_same_in_every_release() {
        // From the reference implementation's tests.
        assert_eq!(digest(""), "cbf29ce484222325");
        assert_eq!(digest("a"), "af63dc4c8601ec8c");
        assert_eq!(digest("foobar"), "85944171f73967e8");
    }
}

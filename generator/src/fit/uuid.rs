//! UUIDs in text.

/// Whether the crate `uuid` takes it for one: 32 digits, with hyphens or without, in braces or
/// behind `urn:uuid:`.
pub(super) fn is_uuid(text: &str) -> bool {
    let braced = text
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    let bare = braced
        .or_else(|| text.strip_prefix("urn:uuid:"))
        .unwrap_or(text);
    let are_digits = |part: &str| part.bytes().all(|one| one.is_ascii_hexdigit());
    let lengths = |parts: &[&str]| parts.iter().map(|part| part.len()).collect::<Vec<_>>();
    let parts: Vec<&str> = bare.split('-').collect();
    parts.iter().all(|part| are_digits(part))
        && (lengths(&parts) == [8, 4, 4, 4, 12] || (lengths(&parts) == [32] && bare == text))
}

#[cfg(test)]
mod tests {
    use super::is_uuid;

    #[test]
    fn a_uuid_is_what_a_receiver_takes_for_one() {
        for text in [
            "0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4d",
            "0D9C1F6E1F0A4A529D0E1F6F6A3B2C4D",
            "{0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4d}",
            "urn:uuid:0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4d",
        ] {
            assert!(is_uuid(text), "{text}");
        }
        for text in ["", "7", "0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4", "é"] {
            assert!(!is_uuid(text), "{text}");
        }
    }
}

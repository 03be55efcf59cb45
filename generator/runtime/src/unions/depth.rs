//! How deeply a JSON text is nested.

/// As deep as serde_json goes without more ado.
const LIMIT: usize = 128;

/// Whether `json`, which is valid, is nested deeper than serde_json reads.
///
/// serde_json counts anew for every text, and a union in a union is a text in a text: so a hostile
/// one could exhaust the stack if its whole depth were not looked at first.
pub(super) fn is_too_deep(json: &str) -> bool {
    let mut depth = 0_usize;
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                if depth > LIMIT {
                    return true;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    false
}

fn skip_string(bytes: &mut impl Iterator<Item = u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, is_too_deep};

    #[test]
    fn brackets_count_where_they_are_open() {
        assert!(!is_too_deep(&format!(
            "{}{}",
            "[".repeat(LIMIT),
            "]".repeat(LIMIT)
        )));
        assert!(is_too_deep(&format!(
            "{}{}",
            "[".repeat(LIMIT + 1),
            "]".repeat(LIMIT + 1)
        )));
        assert!(!is_too_deep(&format!("[{}[]]", "[],".repeat(LIMIT))));
        assert!(!is_too_deep(&format!(r#"["\"{}"]"#, "[".repeat(LIMIT))));
    }
}

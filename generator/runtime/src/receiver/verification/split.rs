//! Splitting short texts.

/// What stands before the first separator, and what behind it; `None` if there is none. Nearly all
/// separators are of one byte.
pub(super) fn split_once<'t>(text: &'t str, separator: &str) -> Option<(&'t str, &'t str)> {
    match separator.as_bytes() {
        [] => None,
        [byte] => {
            let at = position(text.as_bytes(), *byte)?;
            Some((&text[..at], &text[at + 1..]))
        }
        _ => text.split_once(separator),
    }
}

/// Where a byte stands first. Looks at eight at a time, of which the first is the lowest.
fn position(text: &[u8], byte: u8) -> Option<usize> {
    const LOW_BITS: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH_BITS: u64 = LOW_BITS << 7;
    let (chunks, rest) = text.as_chunks();
    for (index, chunk) in chunks.iter().enumerate() {
        let others = u64::from_le_bytes(*chunk) ^ (LOW_BITS * u64::from(byte));
        // The high bit of the lowest byte that is zero; what it says of those above does not count.
        let zeros = others.wrapping_sub(LOW_BITS) & !others & HIGH_BITS;
        if zeros != 0 {
            return Some(index * 8 + zeros.trailing_zeros() as usize / 8);
        }
    }
    let in_rest = rest.iter().position(|found| *found == byte)?;
    Some(chunks.len() * 8 + in_rest)
}

#[cfg(test)]
mod tests {
    use super::split_once;

    #[test]
    fn texts_are_split_as_the_standard_library_does() {
        let mut text = String::new();
        for index in 0..40_u8 {
            for separator in [",", "=", "=>", "é"] {
                assert_eq!(
                    split_once(&text, separator),
                    text.split_once(separator),
                    "{text}"
                );
                let last = format!("{text}{separator}é,=");
                assert_eq!(
                    split_once(&last, separator),
                    last.split_once(separator),
                    "{last}"
                );
            }
            text.push(char::from(b'a' + index % 26));
            if index % 7 == 6 {
                text.push('\u{1}');
            }
        }
        assert_eq!(split_once("a", ""), None);
    }
}

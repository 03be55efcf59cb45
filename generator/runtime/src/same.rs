//! Whether short texts are the same.

/// Whether two texts are the same. They are short and mostly are, if they are of one length: so their
/// first bytes and their last ones are compared, which takes half as long as to call what compares
/// long texts.
#[inline]
pub(crate) fn is_same(one: impl AsRef<[u8]>, other: impl AsRef<[u8]>) -> bool {
    let (one, other) = (one.as_ref(), other.as_ref());
    one.len() == other.len()
        && match one.len() {
            17..=32 => have_same_ends::<16>(one, other),
            8..=16 => have_same_ends::<8>(one, other),
            4..=7 => have_same_ends::<4>(one, other),
            2..=3 => have_same_ends::<2>(one, other),
            _ => one == other,
        }
}

/// Whether the first `N` bytes of both are the same, and the last.
fn have_same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.first_chunk::<N>() == other.first_chunk() && one.last_chunk::<N>() == other.last_chunk()
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn texts_of_any_length_are_compared() {
        let text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for length in 0..text.len() {
            let one = &text[..length];
            assert!(is_same(one, one));
            assert!(!is_same(one, &text[..=length]));
            for at in 0..length {
                let mut other = one.to_owned();
                other.replace_range(at..=at, "_");
                assert!(!is_same(one, &other), "{other}");
            }
        }
    }
}

//! What someone may have meant.

/// The one of `known` that is spelt most like `given`, if any is near enough.
pub(crate) fn nearest<'a>(
    given: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    known
        .into_iter()
        .map(|one| (strsim::damerau_levenshtein(given, one), one))
        .filter(|(distance, one)| *distance <= one.chars().count().max(3) / 3)
        .min()
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognized() {
        assert_eq!(nearest("outptu", ["command", "output"]), Some("output"));
    }

    #[test]
    fn another_word_is_none() {
        assert_eq!(nearest("license", ["command", "output"]), None);
    }
}

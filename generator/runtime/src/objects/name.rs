//! A member's name on the wire.

/// For each member the field's name and, where the wire spells it otherwise, its name there; before
/// both [`MAY_BE_ABSENT`] where that holds.
pub type Names = &'static [&'static [&'static str]];

/// Stands before the names of a member that may be absent. No field is called so.
pub const MAY_BE_ABSENT: &str = "?";

/// Whether a member may be absent.
pub(crate) fn may_be_absent(names: &'static [&'static str]) -> bool {
    names.first() == Some(&MAY_BE_ABSENT)
}

/// The last of a member's names, without a raw identifier's `r#`.
pub(crate) fn wire_name(names: &'static [&'static str]) -> &'static str {
    let name = names.last().copied().unwrap_or_default();
    name.strip_prefix("r#").unwrap_or(name)
}

/// Whether a member has this name on the wire.
pub(crate) fn is_called(names: &'static [&'static str], name: &str) -> bool {
    names
        .last()
        .is_some_and(|last| *last == name || last.strip_prefix("r#") == Some(name))
}

#[cfg(test)]
mod tests {
    use super::{is_called, wire_name};

    #[test]
    fn given_name_wins_and_raw_identifiers_are_plain() {
        assert_eq!(wire_name(&["url"]), "url");
        assert_eq!(wire_name(&["created_at", "createdAt"]), "createdAt");
        assert_eq!(wire_name(&[stringify!(r#type)]), "type");
        assert!(is_called(&["created_at", "createdAt"], "createdAt"));
        assert!(!is_called(&["created_at", "createdAt"], "created_at"));
        assert!(is_called(&[stringify!(r#type)], "type"));
    }
}

//! Where a value stands in a JSON text.

use std::fmt::Write;

/// A way from the root of a JSON text to a value, written as a JSONPath (RFC 9535) without its
/// leading `$`: `.data.links[0]['a b']`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Path(String);

impl Path {
    /// One step further, to an object's member.
    pub(crate) fn member(&mut self, name: &str) {
        if is_shorthand(name) {
            self.0.push('.');
            self.0.push_str(name);
            return;
        }
        self.0.push_str("['");
        for character in name.chars() {
            match character {
                '\'' => self.0.push_str("\\'"),
                '\\' => self.0.push_str("\\\\"),
                control if control.is_control() => self.0.extend(control.escape_unicode()),
                other => self.0.push(other),
            }
        }
        self.0.push_str("']");
    }

    /// One step further, to an array's element.
    pub(crate) fn element(&mut self, index: usize) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "[{index}]");
    }

    /// Further by a way that is written already.
    pub(crate) fn append(&mut self, further: &str) {
        self.0.push_str(further);
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// `member-name-shorthand` of RFC 9535, section 2.5.1.1.
fn is_shorthand(name: &str) -> bool {
    let first = |character: char| {
        character == '_' || character.is_ascii_alphabetic() || character as u32 >= 0x80
    };
    name.starts_with(first)
        && name.chars().all(|character| {
            (first(character) || character.is_ascii_digit()) && !character.is_control()
        })
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn members_are_quoted_where_they_must_be() {
        let mut path = Path::default();
        path.member("data");
        path.element(12);
        path.member("a b");
        path.member("it's");
        path.member("0");
        path.member("x1");
        assert_eq!(path.as_str(), r".data[12]['a b']['it\'s']['0'].x1");
    }
}

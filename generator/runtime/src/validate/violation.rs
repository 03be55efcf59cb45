//! What a value does not keep to.

use std::fmt;

use super::Rule;

/// All that a value does not keep to; there is something.
#[derive(Debug, Clone, PartialEq)]
pub struct Violations(pub(super) Vec<Violation>);

/// A rule that a value does not keep to.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    pub(super) path: String,
    pub(super) rule: Rule,
    /// It is the member's name that does not fit.
    pub(super) of_name: bool,
}

impl Violations {
    /// One after the other, in the order of the value's members.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Violation {
    /// Where the value stands, as a JSONPath (RFC 9535): `$.data.links[0]`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it does not keep to.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.of_name { "the name " } else { "" };
        write!(formatter, "{}: {name}{}", self.path, self.rule)
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            if index > 0 {
                formatter.write_str("; ")?;
            }
            violation.fmt(formatter)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

//! Texts that keep to what is said of them.

use super::pattern;
use crate::api::{Limits, Type};

/// What is said of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) format: Option<&'a str>,
    pub(super) length: Limits,
    pub(super) patterns: &'a [String],
}

impl Text<'_> {
    pub(super) const UUID: &'static str = "5f8c3b6e-0d4a-4c57-9a3e-7b1f2d6c8e90";

    /// The text, and whether it matches its pattern for sure. With another `number` it is another.
    pub(super) fn make(self, number: usize) -> (String, bool) {
        match self.patterns {
            [] if number == 0 => (self.without_pattern(), true),
            [] => (format!("{}{}", self.without_pattern(), number + 1), true),
            [only] => match pattern::matching(only, self.length, number) {
                Some(text) => (text, true),
                None => (self.without_pattern(), false),
            },
            // One that matches several is not looked for.
            _ => (self.without_pattern(), false),
        }
    }

    fn without_pattern(self) -> String {
        let text = self.format.and_then(of_format).unwrap_or("text");
        let count = text.chars().count();
        let within = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
        let least = self.length.least.map_or(0, within).min(LONGEST);
        let most = self.length.most.map_or(usize::MAX, within);
        if (least..=most).contains(&count) {
            return text.to_owned();
        }
        text.chars()
            .cycle()
            .take(count.max(least).min(most))
            .collect()
    }
}

/// A text of a type that is a form of text.
pub(super) fn of_type(ty: &Type) -> Option<&'static str> {
    Some(match ty {
        Type::DateTime => "2026-01-01T00:00:00Z",
        Type::Date => "2026-01-01",
        Type::Decimal => "1.00",
        Type::Uri => "https://example.com/",
        Type::Uuid => Text::UUID,
        _ => return None,
    })
}

/// A text of a format (OpenAPI's registry, JSON Schema validation, section 7.3).
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "byte" | "base64" | "base64url" => "dGV4dA==",
        "date" => "2026-01-01",
        "date-time" => "2026-01-01T00:00:00Z",
        "decimal" => "1.00",
        "duration" => "PT1H",
        "email" | "idn-email" => "someone@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "json-pointer" => "/text",
        "time" => "12:00:00Z",
        "uri" | "url" | "iri" | "uri-reference" => "https://example.com/",
        "uuid" => Text::UUID,
        _ => return None,
    })
}

/// More is not sent for a sample, whatever is demanded.
const LONGEST: usize = 1 << 16;

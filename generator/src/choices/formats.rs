//! Which crate stands for a format.

use super::Choice;

/// A format of text that a crate may stand for (the OpenAPI Format Registry lists them).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A day.
    Date,
    /// An instant.
    DateTime,
    /// A number in text.
    Decimal,
    /// A URI.
    Uri,
    /// A UUID.
    Uuid,
}

/// What stands for a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// Plain text.
    String,
    /// The type of the runtime: `DateTime`.
    Runtime,
    /// `chrono`.
    Chrono,
    /// `jiff`.
    Jiff,
    /// `time`.
    Time,
    /// `rust_decimal`.
    RustDecimal,
    /// `url`.
    Url,
    /// `uuid`.
    Uuid,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::Date,
        Self::DateTime,
        Self::Decimal,
        Self::Uri,
        Self::Uuid,
    ];

    /// As descriptions and settings write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::DateTime => "date-time",
            Self::Decimal => "decimal",
            Self::Uri => "uri",
            Self::Uuid => "uuid",
        }
    }

    /// What may stand for it; the first does unless something else is chosen.
    #[must_use]
    pub fn stand_ins(self) -> &'static [StandIn] {
        use StandIn::{Chrono, Jiff, Runtime, RustDecimal, String, Time, Url, Uuid};
        match self {
            Self::Date => &[String, Chrono, Jiff, Time],
            Self::DateTime => &[Runtime, Chrono, Jiff, String, Time],
            Self::Decimal => &[String, RustDecimal],
            Self::Uri => &[String, Url],
            Self::Uuid => &[Uuid, String],
        }
    }
}

impl StandIn {
    /// As the settings write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Runtime => "runtime",
            Self::Chrono => "chrono",
            Self::Jiff => "jiff",
            Self::Time => "time",
            Self::RustDecimal => "rust_decimal",
            Self::Url => "url",
            Self::Uuid => "uuid",
        }
    }
}

/// What stands for each format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Formats(Vec<(Format, StandIn)>);

impl Formats {
    /// What was chosen; of two choices for one format the later holds, and one that names nothing
    /// is passed over.
    #[must_use]
    pub fn of(choices: &[Choice]) -> Self {
        let chosen = choices.iter().rev().filter_map(|choice| {
            let named = |format: &Format| format.name() == choice.key;
            let format = Format::ALL.into_iter().find(named)?;
            let mut stand_ins = format.stand_ins().iter().copied();
            Some((format, stand_ins.find(|one| one.name() == choice.value)?))
        });
        Self(chosen.collect())
    }

    /// What stands for `format`.
    #[must_use]
    pub fn get(&self, format: Format) -> StandIn {
        let chosen = self.0.iter().find(|(one, _)| *one == format);
        chosen.map_or(format.stand_ins()[0], |(_, stand_in)| *stand_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_something_that_stands_for_it() {
        for format in Format::ALL {
            let first = Formats::default().get(format);
            assert_eq!(Some(&first), format.stand_ins().first());
        }
    }
}

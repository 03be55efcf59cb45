//! What is generated for the fixtures, compiled: the same text that the snapshots hold.

/// A module a fixture.
pub mod fixtures {
    include!(concat!(env!("OUT_DIR"), "/fixtures/hookgen.rs"));
}

/// A module for each description of `tests/settings`.
pub mod settings {
    include!(concat!(env!("OUT_DIR"), "/settings/hookgen.rs"));
}

/// A module for each way of signing that has a name.
pub mod presets {
    include!(concat!(env!("OUT_DIR"), "/presets/hookgen.rs"));
}

pub mod own;

/// The README, whose code is compiled and run as this item's documentation.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

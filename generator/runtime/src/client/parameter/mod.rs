//! How a parameter's value becomes text (OpenAPI 3.1.1, section 4.8.12).
//!
//! The styles are those of RFC 6570. Where 3.1.0 and 3.1.1 differ, this keeps to the later one,
//! which agrees with the RFC.

mod cookie;
mod encode;
mod header;
mod pairs;
mod part;
mod path;
mod query;
mod style;
mod value;

pub use style::{Layout, Style};

pub(super) use cookie::cookie;
pub(super) use encode::encode;
pub(super) use header::header;
pub(super) use part::parts;
pub(super) use path::path;
pub(super) use query::query;

#[cfg(test)]
mod tests;

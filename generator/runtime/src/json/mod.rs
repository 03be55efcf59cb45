//! JSON in, values out; and where it went wrong.

mod decode;
mod error;
mod failure;
mod find;
#[cfg(feature = "receiver")]
mod glance;
mod locate;
#[cfg(feature = "receiver")]
mod part;
mod path;
mod scan;

pub use decode::decode;
pub use error::DecodeError;

#[cfg(feature = "receiver")]
pub(crate) use decode::explain;
#[cfg(any(feature = "client", feature = "receiver"))]
pub(crate) use decode::text;
pub(crate) use failure::Failure;
#[cfg(feature = "receiver")]
pub(crate) use find::find;
pub(crate) use find::find_member;
#[cfg(any(feature = "client", feature = "receiver"))]
pub(crate) use find::{Twice, find_raw, scalar, steps};
#[cfg(feature = "receiver")]
pub(crate) use glance::glance;
#[cfg(feature = "receiver")]
pub(crate) use part::part;
#[cfg(feature = "validate")]
pub(crate) use path::Path;

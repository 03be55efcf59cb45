//! What every delivery says of itself.

use super::Place;

/// What every delivery says of itself, whichever event it tells of, and where. One of them is
/// there at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The event's id.
    pub id: Option<Place>,
    /// When it happened.
    pub time: Option<Place>,
    /// The version of the API that it is written in.
    pub api_version: Option<Place>,
    /// `#/x-webhook-envelope`, where that says it; else it is told by what the places are called.
    pub declared: Option<String>,
}

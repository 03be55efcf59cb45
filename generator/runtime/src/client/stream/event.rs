//! A server-sent event.

use std::time::Duration;

use serde::de::DeserializeOwned;

use crate::client::{Json, Text};
use crate::{DecodeError, decode};

/// A server-sent event (the HTML standard, "Server-sent events").
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerEvent<T> {
    /// What it is called: `event`. A server that does not say means `message`.
    pub name: Option<String>,
    /// What it says.
    pub data: T,
    /// Where one would go on after it: the last `id` that came, with it or before it.
    pub id: Option<String>,
    /// How long to wait before asking anew, where it says so.
    pub retry: Option<Duration>,
}

/// How the data of an event is read: as [`Json`] or as [`Text`].
pub trait EventData {
    /// What is made of it.
    type Output;

    /// Reads it.
    ///
    /// # Errors
    ///
    /// If it does not fit, and then it is returned.
    fn read(data: String) -> Result<Self::Output, (String, DecodeError)>;
}

impl<T: DeserializeOwned> EventData for Json<T> {
    type Output = T;

    fn read(data: String) -> Result<T, (String, DecodeError)> {
        decode(data.as_bytes()).map_err(|error| (data, error))
    }
}

impl EventData for Text {
    type Output = String;

    fn read(data: String) -> Result<String, (String, DecodeError)> {
        Ok(data)
    }
}

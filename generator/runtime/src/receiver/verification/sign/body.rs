//! The body of a delivery that is signed.

use std::borrow::Cow;

use bytes::Bytes;
use serde_json::Value;

use super::SignError;
use crate::json::steps;
use crate::receiver::VerifyError;

/// A body that may get members: as it came until it does, and then written anew.
pub(super) struct Edit<'a> {
    body: &'a [u8],
    /// The same as JSON, from when it was needed.
    json: Option<Value>,
    is_changed: bool,
}

impl<'a> Edit<'a> {
    pub(super) fn new(body: &'a [u8]) -> Self {
        Self {
            body,
            json: None,
            is_changed: false,
        }
    }

    /// The body as it stands.
    pub(super) fn bytes(&self) -> Cow<'a, [u8]> {
        match &self.json {
            Some(json) if self.is_changed => Cow::Owned(json.to_string().into_bytes()),
            _ => Cow::Borrowed(self.body),
        }
    }

    /// The body to send.
    pub(super) fn into_bytes(self) -> Bytes {
        Bytes::from(self.bytes().into_owned())
    }

    /// How many elements the array at a pointer has, one at least.
    pub(super) fn count(&mut self, pointer: &str) -> Result<usize, SignError> {
        let elements = self.json()?.pointer(pointer).and_then(Value::as_array);
        match elements.map_or(0, Vec::len) {
            0 => Err(SignError(VerifyError::MalformedBody)),
            count => Ok(count),
        }
    }

    /// The JSON at a pointer.
    pub(super) fn json_at(&mut self, pointer: &str) -> Result<String, SignError> {
        let found = self.json()?.pointer(pointer);
        found
            .map(ToString::to_string)
            .ok_or(SignError(VerifyError::MalformedBody))
    }

    /// Sets the member at a pointer, and makes the objects on the way to it.
    pub(super) fn set(&mut self, pointer: &str, value: Value) -> Result<(), SignError> {
        let mut place = self.json()?;
        for step in steps(pointer) {
            if place.is_null() {
                *place = Value::Object(serde_json::Map::new());
            }
            place = match place {
                Value::Object(members) => members.entry(step).or_insert(Value::Null),
                Value::Array(elements) => step
                    .parse::<usize>()
                    .ok()
                    .and_then(|index| elements.get_mut(index))
                    .ok_or(SignError(VerifyError::MalformedBody))?,
                _ => return Err(SignError(VerifyError::MalformedBody)),
            };
        }
        *place = value;
        self.is_changed = true;
        Ok(())
    }

    /// Sets a time: as text where there is text already or it is no number, else as a number.
    pub(super) fn set_time(&mut self, pointer: &str, time: &str) -> Result<(), SignError> {
        let is_text = self.json()?.pointer(pointer).is_some_and(Value::is_string);
        let value = match time.parse::<u64>() {
            Ok(number) if !is_text => Value::from(number),
            _ => Value::from(time),
        };
        self.set(pointer, value)
    }

    fn json(&mut self) -> Result<&mut Value, SignError> {
        if self.json.is_none() {
            let parsed = serde_json::from_slice(self.body);
            self.json = Some(parsed.map_err(|_| VerifyError::MalformedBody)?);
        }
        Ok(self.json.get_or_insert(Value::Null))
    }
}

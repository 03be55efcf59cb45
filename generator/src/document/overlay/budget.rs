//! How much overlays may do.
//!
//! Each action is short, and what it selects, and what becomes of the description by it, is not: an
//! action that finds what the one before has added doubles it. So all of them together have so much
//! to spend, whatever the description.

use serde_json::Value;

use super::cost::Extent;
use crate::bounded::Limit;

/// What is left to the overlays of a description.
#[derive(Debug)]
pub(super) struct Budget {
    looks: u64,
    room: u64,
    extent: Extent,
}

/// What has been used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exceeded {
    /// Values that can be looked at.
    Looks,
    /// Bytes that can be added.
    Room,
    /// Levels of nesting.
    Depth,
}

impl Budget {
    /// For overlays of this description.
    pub(super) fn new(value: &Value) -> Self {
        Self {
            looks: LOOKS,
            room: ROOM,
            extent: Extent {
                size: size(value),
                depth: depth(value),
            },
        }
    }

    /// How large the description is by now.
    pub(super) fn extent(&self) -> Extent {
        self.extent
    }

    pub(super) fn look(&mut self, values: u64) -> Result<(), Exceeded> {
        self.looks = self.looks.checked_sub(values).ok_or(Exceeded::Looks)?;
        Ok(())
    }

    /// Adds `update` at `place`.
    pub(super) fn add(&mut self, update: &Added, place: &str) -> Result<(), Exceeded> {
        let depth = place.matches('/').count() as u64 + update.depth;
        if depth > DEPTH {
            return Err(Exceeded::Depth);
        }
        // Where it came from is kept by its place.
        let room = update.room.saturating_add(2 * place.len() as u64);
        self.room = self.room.checked_sub(room).ok_or(Exceeded::Room)?;
        self.extent.size = self.extent.size.saturating_add(update.size);
        self.extent.depth = self.extent.depth.max(depth);
        Ok(())
    }
}

/// What an action adds, wherever that is.
#[derive(Debug)]
pub(super) struct Added {
    size: u64,
    depth: u64,
    room: u64,
}

impl Added {
    pub(super) fn new(update: &Value) -> Self {
        Self {
            size: size(update),
            depth: depth(update),
            room: room(update),
        }
    }
}

/// How much there is to look at in a value. The parser has seen to it that this does not go deep.
pub(super) fn size(value: &Value) -> u64 {
    match value {
        Value::Object(members) => members.values().map(size).sum::<u64>() + 1,
        Value::Array(list) => list.iter().map(size).sum::<u64>() + 1,
        Value::String(text) => text.len() as u64 / TEXT_PER_LOOK + 1,
        _ => 1,
    }
}

fn depth(value: &Value) -> u64 {
    let inner = match value {
        Value::Object(members) => members.values().map(depth).max(),
        Value::Array(list) => list.iter().map(depth).max(),
        _ => return 0,
    };
    inner.unwrap_or_default() + 1
}

/// How many bytes a value takes, about.
fn room(value: &Value) -> u64 {
    let own = size_of::<Value>() as u64;
    match value {
        Value::Object(members) => {
            let inner = members.iter();
            let inner = inner.map(|(name, value)| room(value) + own + name.len() as u64);
            inner.sum::<u64>() + own
        }
        Value::Array(list) => list.iter().map(room).sum::<u64>() + own,
        Value::String(text) => text.len() as u64 + own,
        _ => own,
    }
}

/// A value takes some 20 ns. Two hundred actions that look everywhere in GitHub's description of
/// 4.7 MB look at a fiftieth of this.
const LOOKS: u64 = 2_000_000_000;

/// Bytes of a text that take as long as a value.
const TEXT_PER_LOOK: u64 = 16;

/// As large as a description may be.
const ROOM: u64 = Limit::DOCUMENT.bytes();

/// As for files.
const DEPTH: u64 = 127;

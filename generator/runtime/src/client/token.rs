//! A token with a lifetime.

use std::time::SystemTime;

use crate::{DateTime, Secret};

/// A token, and until when it is good.
#[derive(Debug, Clone)]
pub struct AccessToken {
    pub(super) token: Secret,
    pub(super) expires: Option<SystemTime>,
}

impl AccessToken {
    /// A token that is good until the server refuses it.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            token: token.into(),
            expires: None,
        }
    }

    /// Until when it is good: a [`DateTime`], or a [`SystemTime`]. Text that is no instant says
    /// nothing.
    #[must_use]
    pub fn expires(self, at: impl Into<DateTime>) -> Self {
        Self {
            expires: at.into().system_time(),
            ..self
        }
    }
}

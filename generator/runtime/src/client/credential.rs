//! What a client shows to be let in.

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::renewal::Renewal;
use super::{AccessToken, CredentialError, MaybeSend};
use crate::Secret;
use crate::clock::Clock;

/// What a client shows to be let in, and where.
#[derive(Clone)]
pub struct Credential {
    place: Place,
    source: Source,
    clock: Clock,
}

/// Where a credential is shown.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// `Authorization`, behind the name of the scheme.
    Authorization(&'static str),
    Header(Cow<'static, str>),
    Query(Cow<'static, str>),
    Cookie(Cow<'static, str>),
}

#[derive(Clone)]
enum Source {
    Given(Secret),
    Renewed(Arc<Renewal>),
}

impl Credential {
    /// A token, in `Authorization: Bearer …` (RFC 6750, section 2.1).
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self::given(Place::Authorization("Bearer"), token)
    }

    /// A name and a password, in `Authorization: Basic …` (RFC 7617). The name must not have a
    /// colon, which would end it.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        let pair = format!("{}:{}", user.into(), password.into().expose());
        Self::given(Place::Authorization("Basic"), STANDARD.encode(pair))
    }

    /// A key, in a header of this name.
    pub fn header(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self::given(Place::Header(name.into()), key)
    }

    /// A key, in the query under this name.
    pub fn query(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self::given(Place::Query(name.into()), key)
    }

    /// A key, in a cookie of this name.
    pub fn cookie(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self::given(Place::Cookie(name.into()), key)
    }

    /// A token that `fetch` gets before the first request that needs one, and again before it
    /// lapses: when a minute is left, or a tenth of its life if that is less. There is one fetch at
    /// a time; a failed one is not remembered; a token that the server refuses (401) is not used
    /// again.
    ///
    /// It is shown in `Authorization: Bearer …`, unless [`in_header`](Self::in_header),
    /// [`in_query`](Self::in_query) or [`in_cookie`](Self::in_cookie) says otherwise. `fetch` must
    /// not send a request that needs this same token.
    pub fn renewed<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<AccessToken, CredentialError>> + MaybeSend + 'static,
    {
        Self {
            place: Place::Authorization("Bearer"),
            source: Source::Renewed(Arc::new(Renewal::new(fetch))),
            clock: Clock::default(),
        }
    }

    /// Shown in a header of this name.
    #[must_use]
    pub fn in_header(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            place: Place::Header(name.into()),
            ..self
        }
    }

    /// Shown in the query under this name.
    #[must_use]
    pub fn in_query(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            place: Place::Query(name.into()),
            ..self
        }
    }

    /// Shown in a cookie of this name.
    #[must_use]
    pub fn in_cookie(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            place: Place::Cookie(name.into()),
            ..self
        }
    }

    /// Asks `now` for the time instead of the system, to know when a token lapses.
    #[must_use]
    pub fn with_clock(self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self {
            clock: Clock::new(now),
            ..self
        }
    }

    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// What is shown: fetched, where it has to be.
    pub(super) async fn secret(&self) -> Result<Secret, CredentialError> {
        match &self.source {
            Source::Given(secret) => Ok(secret.clone()),
            Source::Renewed(renewal) => renewal.token(&self.clock).await,
        }
    }

    /// The server refused what was shown.
    pub(super) async fn refused(&self, secret: &Secret) {
        if let Source::Renewed(renewal) = &self.source {
            renewal.refused(secret).await;
        }
    }

    fn given(place: Place, secret: impl Into<Secret>) -> Self {
        Self {
            place,
            source: Source::Given(secret.into()),
            clock: Clock::default(),
        }
    }
}

/// Tells where it is shown, and nothing of what it is.
impl fmt::Debug for Credential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credential")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

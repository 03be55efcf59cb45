//! The connections to servers, which are made when the first request is sent.

use std::sync::{Arc, OnceLock};

use super::TransportError;

/// What is told to servers of who asks.
const USER_AGENT: &str = concat!("hookgen-runtime/", env!("CARGO_PKG_VERSION"));

/// The connections to servers; clones share them.
#[derive(Clone, Default)]
pub(super) struct Connection(Arc<OnceLock<reqwest::Client>>);

impl Connection {
    /// Those of `client`.
    pub(super) fn given(client: reqwest::Client) -> Self {
        Self(Arc::new(OnceLock::from(client)))
    }

    /// What sends requests.
    pub(super) fn client(&self) -> Result<reqwest::Client, TransportError> {
        if let Some(client) = self.0.get() {
            return Ok(client.clone());
        }
        let client = builder()
            .user_agent(USER_AGENT)
            .build()
            .map_err(TransportError::new)?;
        Ok(self.0.get_or_init(|| client).clone())
    }
}

#[cfg(not(target_family = "wasm"))]
fn builder() -> reqwest::ClientBuilder {
    use std::time::Duration;

    use reqwest::redirect::Policy;

    // reqwest takes away the usual credentials before it asks another server, and cannot know of
    // a key in a header of the API's own: so the answer is returned instead.
    let same_origin = Policy::custom(|attempt| {
        let from = attempt.previous().last().map(reqwest::Url::origin);
        if attempt.previous().len() > 10 || from != Some(attempt.url().origin()) {
            attempt.stop()
        } else {
            attempt.follow()
        }
    });
    reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(10))
        .redirect(same_origin)
}

// In a browser both are the browser's own business.
#[cfg(target_family = "wasm")]
fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
}

//! What sends requests to one server.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::Credential;
use super::connection::Connection;

/// How long a request may take unless something else is said, its answer's body included.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Sends requests to one server, with the credentials that they ask for.
///
/// Cheap to clone. Clones share their connections, and what is set later is set for one alone.
/// Nothing is sent twice by itself: whether a failed request may be repeated, the caller knows.
#[derive(Clone)]
pub struct HttpClient(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    base: String,
    /// What somebody has said.
    timeout: Option<Duration>,
    /// Whether the connections are those of somebody's own client.
    is_given: bool,
    connection: Connection,
    credentials: BTreeMap<&'static str, Credential>,
}

impl HttpClient {
    /// A client of the server at `base`, a URL that the operations' paths are put behind. Without
    /// credentials, and with a timeout of 30 seconds. A URL that is none comes out as an error of
    /// every request.
    #[must_use]
    pub fn new(base: impl Into<String>) -> Self {
        Self(Arc::new(Settings {
            base: base.into(),
            timeout: None,
            is_given: false,
            connection: Connection::default(),
            credentials: BTreeMap::new(),
        }))
    }

    /// Sends through `client`, with its connections, proxies, certificates and redirects, and with
    /// its timeout, unless [`set_timeout`](Self::set_timeout) says another.
    pub fn set_client(&mut self, client: reqwest::Client) {
        let settings = self.settings();
        settings.connection = Connection::given(client);
        settings.is_given = true;
    }

    /// Gives up on a request that takes longer, its answer's body included.
    pub fn set_timeout(&mut self, timeout: Duration) {
        self.settings().timeout = Some(timeout);
    }

    /// Shows `credential` where an operation asks for the security scheme of this name.
    pub fn credential(&mut self, scheme: &'static str, credential: Credential) {
        self.settings().credentials.insert(scheme, credential);
    }

    /// The credentials of the first alternative of which there are all; none if there is no such
    /// alternative, or only the one that asks for nothing.
    pub(super) fn credentials(
        &self,
        alternatives: &[&[&'static str]],
    ) -> Vec<(&'static str, Credential)> {
        let held = |scheme: &&'static str| {
            self.0
                .credentials
                .get(scheme)
                .map(|credential| (*scheme, credential.clone()))
        };
        let all = |alternative: &&[&'static str]| {
            alternative.iter().map(held).collect::<Option<Vec<_>>>()
        };
        let mut asking = alternatives
            .iter()
            .filter(|alternative| !alternative.is_empty());
        asking.find_map(all).unwrap_or_default()
    }

    pub(super) fn base(&self) -> &str {
        self.0.base.trim_end_matches('/')
    }

    pub(super) fn timeout(&self) -> Option<Duration> {
        let usual = (!self.0.is_given).then_some(TIMEOUT);
        self.0.timeout.or(usual)
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.0.connection
    }

    fn settings(&mut self) -> &mut Settings {
        Arc::make_mut(&mut self.0)
    }
}

/// Tells which credentials there are, and nothing of what they are.
impl fmt::Debug for HttpClient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("HttpClient")
            .field("base", &without_user(&self.0.base))
            .field("timeout", &self.timeout())
            .field("credentials", &self.0.credentials.keys())
            .finish_non_exhaustive()
    }
}

/// A URL without the user and password that may stand before its host.
fn without_user(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}{}", &rest[end..])
}

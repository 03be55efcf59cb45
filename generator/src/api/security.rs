//! What a client shows to be let in.

use super::{Docs, Type};

/// Which one of [`Api::security`](super::Api::security).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecurityId(pub u32);

/// A way of being let in.
#[derive(Debug, Clone, PartialEq)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`.
    pub name: String,
    /// `#/components/securitySchemes/…`.
    pub origin: String,
    /// What the description says of it.
    pub docs: Docs,
    /// What is shown.
    pub credential: Credential,
    /// Where the token comes from, where the description says (`x-token-operation`).
    pub token: Option<TokenOperation>,
}

/// What is shown, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// `apiKey` in a header of this name.
    Header(String),
    /// `apiKey` in the query under this name.
    Query(String),
    /// `apiKey` in a cookie of this name.
    Cookie(String),
    /// `Authorization: Bearer …`: `http` with `bearer`, `oauth2` and `openIdConnect`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// `Authorization` as a whole, for another scheme of HTTP: `digest`, say.
    Authorization(String),
}

/// A client certificate that a server asks for. It is no credential: it is shown before anything
/// is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its key in `components.securitySchemes`.
    pub name: String,
    /// What the description says of it.
    pub docs: Docs,
}

/// An operation that answers with a token.
#[derive(Debug, Clone, PartialEq)]
pub struct TokenOperation {
    /// Its `operationId`.
    pub operation: String,
    /// What its request carries.
    pub body: Type,
    /// The name of the member of its answer that is the token. Always a required one, of text.
    pub token: String,
    /// The name of the member of its answer that says until when the token is good, where there
    /// is one. Always a required one, a date-time.
    pub expires: Option<String>,
}

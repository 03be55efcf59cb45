//! What a client can ask of a server.

use super::{Docs, Media, Pagination, SecurityId, Stream, Type};

/// A method on a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// `operationId`, or the method and the path where there is none: `get /v2/webhooks`.
    pub id: String,
    /// `#/paths/~1v2~1webhooks/get`.
    pub origin: String,
    /// What the description says of it.
    pub docs: Docs,
    /// In capitals: `GET`.
    pub method: String,
    /// With its parameters in braces: `/v2/webhooks/{id}`.
    pub path: String,
    /// Those of the path in its order, then the others in the order of place and name.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What comes back: codes in ascending order, then ranges, then `default`.
    pub responses: Vec<Response>,
    /// The content types that are asked for, where that does not go without saying; best first.
    pub accept: Vec<String>,
    /// How one goes on from the answer, if that is a page of a list.
    pub pagination: Option<Pagination>,
    /// The alternatives, any of which will do; each a set that is needed together.
    pub security: Vec<Vec<SecurityId>>,
}

/// A part of a request outside its body.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// Where it goes.
    pub place: ParameterPlace,
    /// What the description says of it.
    pub docs: Docs,
    /// Always sent.
    pub required: bool,
    /// How a value becomes text.
    pub style: Style,
    /// Whether arrays and objects are spread over several pairs.
    pub explode: bool,
    /// Whether reserved characters are left as they are.
    pub allow_reserved: bool,
    /// What it holds.
    pub ty: Type,
    /// `default`, as JSON text.
    pub default: Option<String>,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterPlace {
    /// In the path.
    Path,
    /// After the question mark.
    Query,
    /// In a header of its own.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// How a parameter's value becomes text (OpenAPI 3.1, 4.8.12.2 "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `;color=blue`.
    Matrix,
    /// `.blue`.
    Label,
    /// `color=blue`.
    Form,
    /// `blue`.
    Simple,
    /// `color=blue%20black`.
    SpaceDelimited,
    /// `color=blue|black`.
    PipeDelimited,
    /// `color[R]=100`.
    DeepObject,
    /// As JSON: the parameter has a `content` of `application/json`.
    Json,
}

/// What a request carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// What the description says of it.
    pub docs: Docs,
    /// Always sent.
    pub required: bool,
    /// How it is written.
    pub media: Media,
}

/// What a server answers with.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// When.
    pub status: Status,
    /// What the description says of it.
    pub docs: Docs,
    /// Its body; `None` where it has none.
    pub body: Option<Media>,
    /// The same as items, one after another, where the server has that as well.
    pub stream: Option<Stream>,
    /// In the order of their names.
    pub headers: Vec<ResponseHeader>,
}

/// What an answer says outside its body.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseHeader {
    /// Its name.
    pub name: String,
    /// What the description says of it.
    pub docs: Docs,
}

/// Which status codes a response is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// One.
    Code(u16),
    /// A hundred of them, by the first digit: `4XX`.
    Range(u16),
    /// All that no other response is for.
    Default,
}

impl Status {
    /// Whether this is a success among the statuses of `responses`: those of 200 to 299 are, and
    /// `default` is if nothing is said of those.
    #[must_use]
    pub fn is_success(self, responses: &[Response]) -> bool {
        let is_2xx = |status| matches!(status, Self::Code(200..=299) | Self::Range(2));
        match self {
            Self::Default => !responses.iter().any(|one| is_2xx(one.status)),
            other => is_2xx(other),
        }
    }
}

//! What a description says, as plain data: the stage between OpenAPI and Rust.
//!
//! Nothing here knows OpenAPI's syntax or Rust's. Every reference is resolved to an id, every list
//! is in its final order, and whatever could not be expressed has been reported and replaced.

mod apart;
mod constraints;
mod envelope;
mod event;
mod media;
mod operation;
mod pagination;
mod security;
mod server;
mod shape;
mod types;
mod usage;
mod verification;
mod visit;

pub use crate::json_pointer::pointer;
pub use apart::Apart;
pub use constraints::{Bound, Constraints, Limits};
pub use envelope::Envelope;
pub use event::{Batch, Discriminator, Event, EventNames, Rule, Webhooks};
pub use media::{FormLayout, FormMember, Framing, Layout, Media, Stream, Written};
pub use operation::{
    Body, Operation, Parameter, ParameterPlace, Response, ResponseHeader, Status, Style,
};
pub use pagination::{Cursor, NextPage, Pagination, Way};
pub use security::{Certificate, Credential, SecurityId, SecurityScheme, TokenOperation};
pub use server::{Server, ServerVariable};
pub use shape::{Constant, EnumValue, Field, Object, Shape, StringEnum, Tagging, Union, Variant};
pub use types::{Direction, Step, TypeDef, TypeId, TypeName, Types};
pub use usage::{Tuple, Type};
pub use verification::{
    Algorithm, Encoding, KeyEncoding, Piece, Place, SignatureList, SignatureSource,
    TimestampSource, TimestampUnit, Timestamps, Verification,
};

/// A whole description.
#[derive(Debug, Clone, PartialEq)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub docs: Docs,
    /// In the description's order: the first is the default.
    pub servers: Vec<Server>,
    /// Every type that has a name of its own, in the order of their names.
    pub types: Types,
    /// In the order of path, then method.
    pub operations: Vec<Operation>,
    /// What is delivered, where the description says.
    pub webhooks: Option<Webhooks>,
    /// What operations have called back, where the description says.
    pub callbacks: Option<Webhooks>,
    /// The schemes of `components.securitySchemes`, in the order of their names.
    pub security: Vec<SecurityScheme>,
    /// The client certificates among them.
    pub certificates: Vec<Certificate>,
}

/// What the description says about a thing, in CommonMark, untouched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docs {
    /// `summary`, or a schema's `title`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// Whether it is marked `deprecated`.
    pub deprecated: bool,
}

//! The objects of OpenAPI, each read by the file that is named after it.

mod body_parameter;
mod callback;
mod components;
mod encoding;
mod example;
mod external_docs;
mod header;
mod info;
mod media_type;
mod operation;
mod parameter;
mod path_item;
mod paths;
mod request_body;
mod response;
mod responses;
mod root;
mod schema;
mod security_scheme;
mod server;
mod tag;
mod webhooks;

pub(super) use example::example;
pub(super) use header::header;
pub(super) use parameter::parameter;
pub(crate) use path_item::METHODS;
pub(super) use path_item::{path_item, path_item_or_reference};
pub(super) use request_body::request_body;
pub(super) use response::response;
pub(super) use root::{Root, root};
pub(super) use schema::schema;
pub(super) use security_scheme::security_scheme;

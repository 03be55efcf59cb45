//! Bodies that are neither JSON nor taken as they are: forms.

mod boundary;
mod files;
mod form;
mod multipart;

pub use files::Files;
pub use form::Form;
pub use multipart::Multipart;

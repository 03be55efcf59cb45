//! hookgen

pub mod api;
mod build_script;
pub mod diagnostics;
mod document;
mod emit;
mod error;
mod finding;
mod generate;
mod lower;
mod module;
mod names;
mod options;
mod output;
mod package;
mod paths;
mod project;
mod render;
mod settings;
mod source;

pub use build_script::{Configuration, compile, compile_settings, configure};
pub use error::Error;
pub use finding::{Finding, Location};
pub use generate::{generate, generate_text};
pub use module::{File, Module, Needs};
pub use options::Options;
pub use output::{Check, Difference, DifferenceKind, Obstacle, ObstacleKind, Outcome};
pub use project::{Generation, Project};
pub use settings::{DescriptionSettings, PackageSettings, Settings};

//! From an OpenAPI description of webhooks to the Rust for it: types, an enum of events, a client,
//! and a receiver that verifies signatures.
//!
//! In a build script, [`compile`] is all there is to call; [`configure`] has the options. A crate
//! that is committed is a [`Project`], which the command `hookgen` writes and checks. [`generate()`]
//! is what both stand on: one description in, one [`Module`] of files out.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), hookgen::Error> {
//!     hookgen::compile("spec/sezzle.yaml")
//! }
//! ```
//!
//! # The way of the data
//!
//! ```text
//! text ─document→ Document ─lower→ Api ─adapt→ Api ─names→ Names ─emit+render→ Files ─output→ disk
//!                    └─────────┴─ Diagnostics, each with a pointer; positions when one is shown
//! ```
//!
//! | stage | from | to | knows |
//! |---|---|---|---|
//! | `document` | YAML or JSON, OpenAPI 3.0 to 3.2, and what [`input`] adds and leaves out | the model of `openapiv3`, and the webhooks | dialects, files, overlays, references, what published files get wrong |
//! | `lower` | that model | [`api`] | what OpenAPI means: unions, merges, discriminators, signatures |
//! | [`api`] | | | nothing: it is plain data |
//! | `adapt` | [`api`] and [`Choices`] | the same, with types of one's own in it, parts left out, and one type for what is said twice | what is in a description, by its names |
//! | `names` | [`api`] | an identifier for everything | Rust's keywords and scopes |
//! | `emit` | [`api`] and names | tokens, one `quote!` a construct | what the output looks like |
//! | `render` | tokens, part by part and on all cores | text | rustfmt's layout |
//! | [`sample`] | [`api`], and the description once more | payloads, as they are delivered | what is shown of values |
//! | `package` | modules | `Cargo.toml`, `README.md`, `src/lib.rs` around them | Cargo |
//! | `output` | files | what differs, on disk | paths |
//!
//! The model takes many times the room of its text. So `document` reads everything once, for what is
//! wrong with it, and keeps schemas and path items as text; `lower` has them read again through a
//! view, and lets go of that before it takes much room. `emit` and `render` go from tokens to text a
//! few types at a time, for tokens are larger still. What is sent to disk is what a file's parts
//! were put together into.
//!
//! Beside these, [`fit`] holds recorded deliveries against an [`api`], and says in the description's
//! own words what is not as it is described.
//!
//! Only `document` and `lower` know OpenAPI as a whole, only `emit` and `render` know tokens, and nothing after
//! `lower` can fail for what a description says. A test reads the `use` lines and holds this.
//!
//! # What holds for the output
//!
//! - It is a function of the description, the options and this crate's version: of no clock, no
//!   hash order, no environment and no path of the machine.
//! - A change in the description changes the output of what it touches and nothing else. Names come
//!   from where a thing stands, never from a counter or the order of a map.
//! - What cannot be expressed is replaced in its place and reported as a [`Finding`] with file, line
//!   and column. No input makes anything here panic.

mod adapt;
pub mod api;
pub mod bounded;
mod build_script;
mod choices;
mod describe;
pub mod diagnostics;
mod document;
mod emit;
mod error;
mod finding;
pub mod fit;
mod generate;
pub mod input;
mod json_pointer;
mod lower;
mod module;
mod names;
mod options;
mod output;
mod package;
mod paths;
mod presets;
mod project;
mod render;
pub mod sample;
mod settings;
mod source;

pub use build_script::{Configuration, compile, compile_settings, configure};
pub use choices::{Choice, Choices, Format, Formats, Layout, Part, Parts, Received, StandIn};
pub use describe::{Description, describe};
pub use error::Error;
pub use finding::{Excerpt, Finding, Location};
pub use generate::{generate, generate_text};
pub use module::{File, Module, Needs};
pub use options::Options;
pub use output::{Check, Difference, DifferenceKind, Obstacle, ObstacleKind, Outcome};
pub use project::{Generation, Project};
pub use settings::{DescriptionSettings, PackageSettings, Settings};

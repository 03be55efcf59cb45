//! The command `hookgen` as a person or a script meets it: the real program, in a folder of its
//! own.

mod bad_descriptions;
mod bad_settings;
mod check;
mod color;
mod completions;
mod exit_status;
mod fit;
mod fit_write;
mod generate;
mod help;
mod inspect;
mod json;
mod no_files;
mod obstacles;
mod overlays;
mod send;
mod several_files;
mod streams;
mod strict;
mod support;
mod whole_files;

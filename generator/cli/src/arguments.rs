//! What the command can be asked.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::send;

/// From an OpenAPI description of webhooks to a Rust crate: types, events, a client and a receiver
/// that verifies deliveries
#[derive(Debug, Parser)]
#[command(name = "hookgen", version, after_help = EXIT_STATUS, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,

    /// How to answer: `json` is one object on the standard output
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub format: Format,

    /// When to use color; `auto` follows the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,

    /// Take whatever could not be expressed for an error
    #[arg(long, global = true)]
    pub strict: bool,
}

const EXIT_STATUS: &str = "\
Exit status:
  0  all is well
  1  a description is wrong, `check` found a difference, or a delivery was refused or does not fit
  2  the arguments or the settings are wrong
  3  a file could not be read or written, or something is in its way";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the crate: what differs is written, what is gone is removed
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(Target),
    /// Say how the crate differs from what would be generated, and write nothing
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Target),
    /// Show what a description says: operations, events, types, and what could not be expressed
    #[command(after_help = INSPECT_EXAMPLES)]
    Inspect(Inspect),
    /// Make a delivery as the provider would, and say what became of it
    #[command(after_help = send::EXAMPLES)]
    Send(send::Send),
    /// Hold recorded deliveries against a description: where they are not as it says, and how often
    #[command(after_help = FIT_EXAMPLES)]
    Fit(Fit),
    /// Print a script that completes the command's arguments
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
}

impl Command {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Generate(_) => "generate",
            Self::Check(_) => "check",
            Self::Inspect(_) => "inspect",
            Self::Send(_) => "send",
            Self::Fit(_) => "fit",
            Self::Completions(_) => "completions",
        }
    }
}

/// Which crate, and from what.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// A description, in YAML or JSON; without one, those that the settings name
    #[arg(requires = "output")]
    pub file: Option<PathBuf>,

    /// The folder of the crate
    #[arg(short, long, value_name = "DIR", requires = "file")]
    pub output: Option<PathBuf>,

    /// What the module is called in Rust [default: from the name of FILE]
    #[arg(long, requires = "file")]
    pub name: Option<String>,

    /// An overlay to apply to FILE before it is read; may be given again
    #[arg(long, value_name = "FILE", requires = "file")]
    pub overlay: Vec<PathBuf>,

    /// The settings [default: the nearest hookgen.toml or spec/hookgen.toml, from here upward]
    #[arg(long, value_name = "PATH", conflicts_with = "file")]
    pub settings: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// A description, in YAML or JSON
    pub file: PathBuf,

    /// An overlay to apply to FILE before it is read; may be given again
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Fit {
    /// A description, in YAML or JSON
    pub file: PathBuf,

    /// Files of deliveries in JSON: one, an array of them, or one behind the other; `-` is the
    /// standard input. Instead of a body there may be {"headers": {…}, "body": …}, or
    /// {"name": "order.paid", "examples": [bodies]}
    #[arg(required = true, value_name = "PAYLOAD")]
    pub payloads: Vec<PathBuf>,

    /// Which event all deliveries are of [default: what they say]
    #[arg(long, value_name = "NAME")]
    pub event: Option<String>,

    /// An overlay to apply to FILE before it is read; may be given again
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,

    /// Write the overlay under which all deliveries fit; if it is the last `--overlay` as well, add
    /// to that; `-` is the standard output
    #[arg(long, value_name = "FILE")]
    pub write: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl From<Color> for clap::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

impl Color {
    /// Makes it hold for all that is printed.
    pub(crate) fn apply(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  hookgen generate                                   by the settings
  hookgen generate --settings other/hookgen.toml
  hookgen generate spec/sezzle.yaml -o sezzle        without settings
  hookgen generate openapi.json -o out --name stripe
  hookgen generate --strict --format json            for a script";

const CHECK_EXAMPLES: &str = "\
Examples:
  hookgen check                                      by the settings
  hookgen check spec/sezzle.yaml -o sezzle           without settings
  hookgen check --format json | jq '.differences[].path'";

const INSPECT_EXAMPLES: &str = "\
Examples:
  hookgen inspect spec/sezzle.yaml
  hookgen inspect spec/sezzle.yaml --format json | jq '.events[].name'";

const FIT_EXAMPLES: &str = "\
Examples:
  hookgen fit spec/shop.yaml recorded/*.json
  hookgen fit spec/shop.yaml --event order.paid paid.json
  hookgen fit spec/shop.yaml recorded.jsonl --write spec/shop.overlay.yaml
  zcat recorded.jsonl.gz | hookgen fit spec/shop.yaml - --format json";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  hookgen completions bash > ~/.local/share/bash-completion/completions/hookgen
  hookgen completions fish > ~/.config/fish/completions/hookgen.fish
  hookgen completions zsh > ~/.zfunc/_hookgen";

//! What `hookgen send` can be asked.

use std::path::PathBuf;

use clap::Args;

use super::pause::Pause;
use super::secret::Secret;

/// Which deliveries, and to whom.
#[derive(Debug, Args)]
pub(crate) struct Send {
    /// A description, in YAML or JSON
    pub file: PathBuf,

    /// The events to deliver, by their names
    #[arg(
        value_name = "EVENT",
        required_unless_present = "all",
        conflicts_with = "all"
    )]
    pub events: Vec<String>,

    /// Deliver each event once, one after the other; callbacks only if there are no webhooks
    #[arg(long)]
    pub all: bool,

    /// Where to deliver to
    #[arg(long, value_name = "URL")]
    pub to: String,

    /// The secret that deliveries are signed with; others on this machine may see it here
    /// [default: the variable HOOKGEN_SECRET]
    #[arg(long, conflicts_with = "secret_file", allow_hyphen_values = true)]
    pub secret: Option<Secret>,

    /// The file that the secret is in
    #[arg(long, value_name = "FILE")]
    pub secret_file: Option<PathBuf>,

    /// Sign nothing, whatever the description says
    #[arg(long, conflicts_with_all = ["secret", "secret_file"])]
    pub unsigned: bool,

    /// The body, as it stands in a file; `-` is the standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["all", "full"])]
    pub data: Option<PathBuf>,

    /// Make a body with all that may be in it, not only what has to be and what the description
    /// shows
    #[arg(long)]
    pub full: bool,

    /// Change a part of the body: `data.items[0].id=7`; the value is JSON, or else text
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,

    /// The same with a value that is text, whatever it looks like
    #[arg(long, value_name = "PATH=TEXT")]
    pub set_string: Vec<String>,

    /// Add a header, or replace one; may be given again
    #[arg(long, value_name = "NAME: VALUE")]
    pub header: Vec<String>,

    /// How often a delivery is tried again that is not accepted
    #[arg(long, value_name = "COUNT", default_value_t = 2)]
    pub retries: u32,

    /// How long to wait before that; each time twice as long, or as long as `Retry-After` says
    #[arg(long, value_name = "TIME", default_value = "1s")]
    pub pause: Pause,

    /// How long to wait for an answer
    #[arg(long, value_name = "TIME", default_value = "30s")]
    pub timeout: Pause,

    /// Show what would be sent, as commands for curl, and send nothing
    #[arg(long, visible_alias = "print")]
    pub dry_run: bool,

    /// An overlay to apply to FILE before it is read; may be given again
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
}

pub(crate) const EXAMPLES: &str = "\
Examples:
  export HOOKGEN_SECRET=…
  hookgen send spec/sezzle.yaml order.captured --to http://127.0.0.1:3000/hooks
  hookgen send spec/sezzle.yaml --all --to http://127.0.0.1:3000/hooks --retries 0
  hookgen send spec/sezzle.yaml order.captured --to … --set data.uuid=…
  hookgen send spec/sezzle.yaml order.captured --to … --data order.json
  hookgen send spec/sezzle.yaml order.captured --to … --dry-run | sh

Each delivery has an id and a time of its own, in its headers as in the body that is made for it.
Of an answer, a status counts as acceptance that the description says; any of 2XX if it says none.";

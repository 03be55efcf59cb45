//! What the test is asked.

use std::path::PathBuf;

/// What the test is asked.
pub(crate) struct Arguments {
    /// Where the documents are.
    pub(crate) folder: PathBuf,
    /// What a document's path must have in it.
    pub(crate) only: Option<String>,
    /// How many documents are compiled.
    pub(crate) compile: usize,
    /// Recorded deliveries of the one document that is chosen.
    pub(crate) payloads: Option<PathBuf>,
    /// Whether the examples of what is compiled are decoded and encoded again.
    pub(crate) examples: bool,
    /// Whether what is compiled is held to rustfmt.
    pub(crate) style: bool,
    /// Whether a delivery of every event is made up.
    pub(crate) samples: bool,
    /// Whether the deliveries that are shown in the documents are received.
    pub(crate) shown: bool,
}

impl Arguments {
    /// Reads the arguments; `None` if there is nothing to do but to list the tests, of which this
    /// harness has none. What `cargo test` passes to every harness (a filter, say) is passed over.
    pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mut read = Self {
            folder: root.join("tests/fixtures"),
            only: None,
            compile: 0,
            payloads: None,
            examples: false,
            style: false,
            samples: false,
            shown: false,
        };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--list" => return None,
                "--folder" => {
                    let folder = arguments.next().expect("--folder has a value");
                    read.folder = root.join(folder);
                }
                "--payloads" => {
                    let file = arguments.next().expect("--payloads has a value");
                    read.payloads = Some(root.join(file));
                }
                "--examples" => read.examples = true,
                "--style" => read.style = true,
                "--samples" => read.samples = true,
                "--shown" => read.shown = true,
                "--only" => read.only = Some(arguments.next().expect("--only has a value")),
                "--compile" => {
                    let count = arguments.next().expect("--compile has a value");
                    read.compile = match count.as_str() {
                        "all" => usize::MAX,
                        count => count.parse().expect("--compile has a number, or `all`"),
                    };
                }
                _ => {}
            }
        }
        Some(read)
    }
}

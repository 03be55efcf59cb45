//! Why a file that is referred to is none of the description's.

use crate::bounded::Limit;
use crate::diagnostics::{Diagnostic, FileId, Place, Pointer};

/// Why a file that is referred to is none of the description's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// As in a [`Diagnostic`], as is the rest.
    pub code: &'static str,
    /// What is wrong; what is done instead is for whoever reports it.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where in the file it is wrong, and how.
    pub related: Option<(Place, String)>,
}

impl Failure {
    /// Adds what is known to a diagnostic.
    pub fn explain(&self, diagnostic: &mut Diagnostic) {
        diagnostic.help(self.help.clone());
        if let Some((place, how)) = &self.related {
            diagnostic.related(place.clone(), how.clone());
        }
    }
}

pub(super) fn outside(name: &str) -> Failure {
    Failure {
        code: "outside-folder",
        message: format!("`{name}` is outside of the description's folder"),
        help: "set `references = \"anywhere\"` for the description in hookgen.toml, if that may \
               be read, or copy the file into the folder"
            .to_owned(),
        related: None,
    }
}

pub(super) fn network(url: &str) -> Failure {
    Failure {
        code: "network-reference",
        message: format!("`{url}` is on the network, from which nothing is read"),
        help: "bundle the files into one first, with `npx @redocly/cli bundle`, say".to_owned(),
        related: None,
    }
}

pub(super) fn no_folder(name: &str) -> Failure {
    Failure {
        code: "unreadable-reference",
        message: format!("`{name}` is a file, and this description is not in a folder"),
        help: "generate from the file, or bundle the files into one first".to_owned(),
        related: None,
    }
}

pub(super) fn unreadable(message: String, help: &str) -> Failure {
    Failure {
        code: "unreadable-reference",
        message,
        help: help.to_owned(),
        related: None,
    }
}

pub(super) fn too_much(name: &str) -> Failure {
    unreadable(
        format!(
            "with `{name}`, the description has more than {} in its files",
            Limit::DOCUMENT
        ),
        "see whether this is the file that is meant, and leave out of it what is not needed",
    )
}

/// What was found out when the file was read for a description of its own.
pub(super) fn broken(name: &str, diagnostic: Option<&Diagnostic>) -> Failure {
    let help = "mend that file";
    let help = diagnostic.and_then(|it| it.help.as_deref()).unwrap_or(help);
    Failure {
        code: "broken-reference",
        message: format!("`{name}` cannot be read"),
        help: help.to_owned(),
        related: diagnostic.map(|it| (it.place.clone(), it.message.clone())),
    }
}

/// A file of Swagger 2.0: its parts have other shapes.
pub(super) fn swagger(name: &str, file: FileId) -> Failure {
    Failure {
        code: "swagger-2",
        message: format!("`{name}` is a Swagger 2.0 description"),
        help: "convert it, for instance with `npx swagger2openapi --outfile openapi.json FILE`"
            .to_owned(),
        related: Some((
            Pointer::root(file).member("swagger").into(),
            "it says so here".to_owned(),
        )),
    }
}

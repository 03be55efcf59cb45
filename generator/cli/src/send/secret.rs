//! The secret that deliveries are signed with.

use std::path::Path;
use std::{env, fmt, io};

use hookgen::Error;
use hookgen::bounded::{self, Limit};

use super::arguments::Send;

/// A secret, which is never shown.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// The secret, from where it is said to be; `None` where none is needed.
pub(super) fn find(send: &Send, is_needed: bool) -> Result<Option<Secret>, Error> {
    if send.unsigned {
        return Ok(None);
    }
    let given = match (&send.secret, &send.secret_file) {
        (Some(secret), _) => Some(secret.clone()),
        (None, Some(file)) => {
            let text = read(file).map_err(|source| Error::Io {
                action: "reading",
                path: file.clone(),
                source,
                not_restored: Vec::new(),
            })?;
            // Editors end a file with a line break, which no secret has.
            Some(Secret(text.trim_end_matches(['\r', '\n']).to_owned()))
        }
        (None, None) => env::var(VARIABLE).ok().filter(|_| is_needed).map(Secret),
    };
    if given.is_none() && is_needed {
        return Err(Error::Usage(format!(
            "deliveries are signed, and there is no secret (help: put it in the variable {VARIABLE}, or name a file: `--secret-file`; with `--unsigned` they are not signed)"
        )));
    }
    Ok(given)
}

fn read(file: &Path) -> io::Result<String> {
    let bytes = bounded::read(file, Limit::TEXT)?;
    String::from_utf8(bytes).map_err(|_| {
        let message = "this is no text in UTF-8";
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

const VARIABLE: &str = "HOOKGEN_SECRET";

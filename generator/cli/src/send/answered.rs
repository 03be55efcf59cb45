//! What a receiver answers, and whether that is acceptance.

use std::error::Error;

use reqwest::{Response, StatusCode};

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answered {
    /// There was an answer.
    Status {
        status: StatusCode,
        is_accepted: bool,
        body: String,
    },
    /// There was none, and why.
    Nothing(String),
    /// It was not waited for.
    Interrupted,
}

impl Answered {
    pub(super) fn is_accepted(&self) -> bool {
        matches!(
            self,
            Self::Status {
                is_accepted: true,
                ..
            }
        )
    }
}

/// Whether this status is acceptance: it is of those between 200 and 299 that the description
/// says, or any of them if it says none.
pub(super) fn is_accepted(status: StatusCode, described: &[String]) -> bool {
    let is_any = |one: &str| one.eq_ignore_ascii_case("2XX") || one == "default";
    let mut well = described.iter().filter(|one| one.starts_with('2'));
    let says_none = well.next().is_none();
    status.is_success()
        && (says_none
            || described
                .iter()
                .any(|one| is_any(one) || *one == status.as_str()))
}

/// As much of an answer's body as is shown.
pub(super) async fn body(response: &mut Response) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < MOST_BYTES
        && let Ok(Some(chunk)) = response.chunk().await
    {
        bytes.extend_from_slice(&chunk);
    }
    bytes.truncate(MOST_BYTES);
    String::from_utf8_lossy(&bytes).into_owned()
}

const MOST_BYTES: usize = 4096;

/// Why there is no answer, in short: the innermost reason, which has no URL in it.
pub(super) fn reason(error: &reqwest::Error, timeout: &str) -> String {
    if error.is_timeout() {
        return format!("no answer within {timeout}");
    }
    let mut inner: &dyn Error = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    let text = inner.to_string();
    // `Connection refused (os error 111)`
    text.split(" (os error")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_says_what_is_acceptance() {
        let accepted = |status: u16, described: &[&str]| {
            let described: Vec<_> = described.iter().map(|one| (*one).to_owned()).collect();
            is_accepted(StatusCode::from_u16(status).expect("a status"), &described)
        };
        assert!(accepted(204, &[]));
        assert!(accepted(204, &["default"]));
        assert!(accepted(204, &["2XX", "400"]));
        assert!(accepted(202, &["200", "202"]));
        assert!(accepted(204, &["200", "default"]));
        assert!(accepted(204, &["400"]), "it says nothing of acceptance");
        assert!(!accepted(204, &["200"]));
        assert!(!accepted(302, &[]));
        assert!(!accepted(500, &["default"]));
    }
}

//! From a page to the request of the next one.

use std::borrow::Cow;

use bytes::Bytes;
use reqwest::Url;

use super::PageError;
use super::pagination::{Cursor, Next, Pagination};
use super::said::Said;
use super::trail::Trail;
use crate::client::{Call, Response, path};

impl Pagination {
    /// Whether a request asks for the pages before the one that it names.
    pub(super) fn goes_back(&self, call: &Call) -> bool {
        self.back
            .is_some_and(|back| parameter(call, back.parameter).is_some())
    }

    /// The request of the page behind `answer`, which is the answer to `call`; `None` if it is the
    /// last.
    pub(super) fn turn(
        &self,
        mut call: Call,
        answer: &Response<Bytes>,
        trail: &mut Trail,
    ) -> Result<Option<Call>, PageError> {
        let said = Said::new(answer.body());
        let more = self.more.map(|more| said.is_true(more));
        if more == Some(false) {
            return Ok(None);
        }
        let back = self.back.filter(|_| self.goes_back(&call));
        let found = match (back, self.next) {
            (Some(cursor), _) | (None, Next::Cursor(cursor)) => follow(&mut call, cursor, said),
            (None, Next::Link(from)) => link(&mut call, from, answer, said)?,
            (
                None,
                Next::Page {
                    parameter,
                    first,
                    items,
                },
            ) => {
                let number = number(&call, parameter).unwrap_or(first);
                let count = said.count(items);
                (count > 0).then(|| count_on(&mut call, parameter, number, 1))
            }
            (None, Next::Offset { parameter, items }) => {
                let before = number(&call, parameter).unwrap_or(0);
                let count = said.count(items);
                (count > 0).then(|| count_on(&mut call, parameter, before, count as u64))
            }
        };
        match found {
            Some(place) if trail.goes_on(&place) => Ok(Some(call)),
            Some(_) => Err(PageError::Again),
            None if more == Some(true) => Err(PageError::Nowhere),
            None => Ok(None),
        }
    }

    /// Where `call` itself begins, for pages that lead back to it.
    pub(super) fn begin(&self, call: &Call, trail: &mut Trail) {
        let back = self.back.filter(|_| self.goes_back(call));
        let name = match (back, self.next) {
            (Some(cursor), _) | (None, Next::Cursor(cursor)) => cursor.parameter,
            (None, Next::Page { parameter, .. } | Next::Offset { parameter, .. }) => parameter,
            (None, Next::Link(_)) => return,
        };
        if let Some(pair) = parameter(call, name) {
            trail.goes_on(pair);
        }
    }
}

/// Sets a cursor; what is then sent of it.
fn follow(call: &mut Call, cursor: Cursor, said: Said<'_>) -> Option<String> {
    let value = said.text(cursor.from)?;
    call.query(cursor.parameter, &*value);
    parameter(call, cursor.parameter).map(str::to_owned)
}

fn count_on(call: &mut Call, name: &'static str, from: u64, by: u64) -> String {
    let number = from.saturating_add(by);
    call.query(name, &number);
    number.to_string()
}

/// The pair of a query that a parameter is sent as.
fn parameter<'c>(call: &'c Call, name: &str) -> Option<&'c str> {
    let mut pairs = call.query.iter();
    let pair = pairs.find(|(known, _)| *known == name);
    pair.map(|(_, pair)| pair.as_str())
}

fn number(call: &Call, name: &str) -> Option<u64> {
    let (_, value) = parameter(call, name)?.rsplit_once('=')?;
    value.parse().ok()
}

/// Asks at the URL of the next page; `None` if there is none.
fn link(
    call: &mut Call,
    from: &str,
    answer: &Response<Bytes>,
    said: Said<'_>,
) -> Result<Option<String>, PageError> {
    let found = if from.starts_with('/') {
        said.text(from).map(Cow::into_owned)
    } else {
        let mut values = answer.headers().get_all(from).iter();
        values.find_map(|value| next_of(value.to_str().ok()?))
    };
    let Some(link) = found else {
        return Ok(None);
    };
    let here = match &call.at {
        Some(url) => Ok(url.clone()),
        None => path::fill(call.path, &call.path_values)
            .ok()
            .and_then(|path| Url::parse(&format!("{}{path}", call.http.base())).ok())
            .ok_or(PageError::Nowhere),
    }?;
    let mut url = here.join(&link).map_err(|_| PageError::Nowhere)?;
    if url.origin() != here.origin() {
        return Err(PageError::Elsewhere);
    }
    url.set_fragment(None);
    // The URL has all that the query had.
    call.query.clear();
    Ok(Some(call.at.insert(url).to_string()))
}

/// The target of `rel="next"` among the links of a header (RFC 8288, section 3).
fn next_of(header: &str) -> Option<String> {
    let mut rest = header;
    loop {
        let (_, behind) = rest.split_once('<')?;
        let (target, behind) = behind.split_once('>')?;
        let end = end_of_parameters(behind);
        if is_next(&behind[..end]) {
            return Some(target.trim().to_owned());
        }
        rest = &behind[end..];
    }
}

/// Where the parameters of a link end: at a comma that is not in quotes.
fn end_of_parameters(text: &str) -> usize {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn is_next(parameters: &str) -> bool {
    parameters.split(';').any(|parameter| {
        parameter.split_once('=').is_some_and(|(name, value)| {
            let mut relations = value.trim().trim_matches('"').split_ascii_whitespace();
            name.trim().eq_ignore_ascii_case("rel")
                && relations.any(|one| one.eq_ignore_ascii_case("next"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::next_of;

    #[test]
    fn the_next_link_is_found() {
        let first = "</hooks?page=1>; rel=\"first\"";
        for (header, target) in [
            ("</hooks?page=3>; rel=\"next\"", "/hooks?page=3"),
            ("</a,b>; title=\"x, <y>\"; REL=next", "/a,b"),
            (&format!("{first}, <?page=2>; rel=\"last next\""), "?page=2"),
        ] {
            assert_eq!(next_of(header).as_deref(), Some(target), "{header}");
        }
        for header in [
            "",
            first,
            "rel=next",
            "<a",
            "<a>; rel=\"next-archive\"",
            "<a>",
        ] {
            assert_eq!(next_of(header), None, "{header}");
        }
    }
}

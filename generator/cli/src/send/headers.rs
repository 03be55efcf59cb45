//! The headers of a delivery, but for those of its signature.

use hookgen::Error;
use hookgen::api::{Piece, Place, Verification};
use hookgen::sample::Sample;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use super::fresh;

/// The headers that a person gave.
#[derive(Debug, Default)]
pub(super) struct Given(Vec<(HeaderName, HeaderValue)>);

impl Given {
    pub(super) fn read(headers: &[String]) -> Result<Self, Error> {
        let headers = headers.iter().map(|text| {
            let read = || {
                let (name, value) = text.split_once(':')?;
                let name = HeaderName::from_bytes(name.trim().as_bytes()).ok()?;
                Some((name, HeaderValue::from_str(value.trim()).ok()?))
            };
            read().ok_or_else(|| {
                Error::Usage(format!(
                    "`{text}` is no header (help: write it as `Name: value`)"
                ))
            })
        });
        headers.collect::<Result<_, _>>().map(Self)
    }

    /// Puts them among `headers`, instead of those of the same names.
    pub(super) fn put(&self, headers: &mut HeaderMap) {
        for (name, _) in &self.0 {
            headers.remove(name);
        }
        for (name, value) in &self.0 {
            headers.append(name, value.clone());
        }
    }
}

/// The headers that a delivery has, and the id that it has in one of them.
pub(super) fn headers(
    sample: &Sample,
    signed: Option<&Verification>,
    given: &Given,
) -> (HeaderMap, Option<String>) {
    let mut headers = HeaderMap::new();
    let mut ids = Vec::new();
    let own = concat!("hookgen/", env!("CARGO_PKG_VERSION"));
    headers.insert(USER_AGENT, HeaderValue::from_static(own));
    insert(&mut headers, CONTENT_TYPE.as_str(), &sample.content_type);
    for header in &sample.headers {
        let value = match header.is_unique {
            true => fresh::new_uuid(),
            false => header.value.clone(),
        };
        insert(&mut headers, &header.name, &value);
        if header.is_unique {
            ids.push(header.name.clone());
        }
    }
    // What is signed has to be there: an id, where nothing else is known of it.
    for piece in signed.iter().flat_map(|signed| &signed.signed) {
        if let Piece::At(Place::Header(name)) = piece {
            if !headers.contains_key(name) {
                insert(&mut headers, name, &fresh::new_id());
            }
            ids.insert(0, name.clone());
        }
    }
    given.put(&mut headers);
    let id = ids.iter().find_map(|name| headers.get(name)?.to_str().ok());
    let id = id.map(str::to_owned);
    (headers, id)
}

/// Adds a header; a description may say what cannot be one.
fn insert(headers: &mut HeaderMap, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}

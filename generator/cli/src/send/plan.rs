//! Which deliveries are to be made.

use hookgen::api::{Event, Verification, Webhooks};
use hookgen::sample::{Sample, Samples};
use hookgen::{Description, Error};
use reqwest::header::HeaderMap;
use reqwest::{Method, Url};
use serde_json::Value;

use super::arguments::Send;
use super::data::Data;
use super::headers::{self, Given};
use super::path::Change;
use super::secret::Secret;
use super::{data, fresh, secret};

/// All that is to be delivered.
#[derive(Debug)]
pub(super) struct Plan {
    pub url: Url,
    pub deliveries: Vec<Delivery>,
    pub secret: Option<Secret>,
    /// The headers that were given, which go before those of the signature too.
    pub given: Given,
    /// What a person has to know of it.
    pub notes: Vec<String>,
}

/// One delivery, but for its signature, which is another at each attempt.
#[derive(Debug)]
pub(super) struct Delivery {
    pub event: String,
    pub id: String,
    pub method: Method,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    pub verification: Option<Verification>,
    /// The statuses that are described.
    pub statuses: Vec<String>,
}

/// What the arguments ask for.
pub(super) fn plan(send: &Send, description: &Description) -> Result<Plan, Error> {
    let url = url(&send.to)?;
    let given = Given::read(&send.header)?;
    let changes = Change::read(&send.set, &send.set_string)?;
    let chosen = chosen(send, description)?;
    let data = match &send.data {
        Some(file) => Some(data::read(file)?),
        None => None,
    };
    let is_signed = chosen
        .iter()
        .any(|(webhooks, _)| webhooks.verification.is_some());
    let secret = secret::find(send, is_signed)?;
    let mut notes = Vec::new();
    if secret.is_some() && !is_signed {
        let title = send.file.display();
        notes.push(format!(
            "`{title}` does not say how deliveries are signed, so they are not"
        ));
    }
    let samples = description.samples().full(send.full);
    let deliveries = chosen.into_iter().map(|(webhooks, event)| {
        let sample = samples.of(webhooks, event);
        let body = body(
            &samples,
            event,
            &sample,
            data.as_ref(),
            &changes,
            &mut notes,
        )?;
        Ok(delivery(webhooks, event, &sample, body, &given))
    });
    let deliveries = deliveries.collect::<Result<_, Error>>()?;
    Ok(Plan {
        url,
        deliveries,
        secret,
        given,
        notes,
    })
}

fn url(text: &str) -> Result<Url, Error> {
    let problem = match Url::parse(text) {
        Ok(url) if ["http", "https"].contains(&url.scheme()) && url.has_host() => return Ok(url),
        Ok(_) => "does not begin with `http://` or `https://`".to_owned(),
        Err(error) => format!("is no URL: {error}"),
    };
    Err(Error::Usage(format!(
        "`{text}` {problem} (help: say where to deliver to: `--to http://127.0.0.1:3000/hooks`)"
    )))
}

/// The events that are asked for.
fn chosen<'a>(
    send: &Send,
    description: &'a Description,
) -> Result<Vec<(&'a Webhooks, &'a Event)>, Error> {
    let file = send.file.display();
    let Some((first, _)) = description.events().next() else {
        return Err(Error::Usage(format!(
            "`{file}` describes nothing that is delivered: it has no webhooks and no callbacks"
        )));
    };
    if send.all {
        // Callbacks come to another URL than webhooks.
        return Ok(first.events.iter().map(|event| (first, event)).collect());
    }
    if send.data.is_some() && send.events.len() > 1 {
        return Err(Error::Usage(
            "`--data` is the body of one event (help: name one)".to_owned(),
        ));
    }
    let events = send.events.iter().map(|name| {
        let called: Vec<_> = description.events_called(name).collect();
        match called.as_slice() {
            [one] => Ok(*one),
            [] => {
                let help = match description.nearest_event(name) {
                    Some(nearest) => format!("`{nearest}` is one"),
                    None => format!("`hookgen inspect {file}` lists them"),
                };
                Err(Error::Usage(format!(
                    "`{file}` has no event `{name}` (help: {help})"
                )))
            }
            several => {
                let origins = several
                    .iter()
                    .map(|(_, event)| format!("`{}`", event.origin));
                let origins: Vec<_> = origins.collect();
                Err(Error::Usage(format!(
                    "`{name}` is a webhook, and a callback too (help: write which is meant: {})",
                    origins.join(" or ")
                )))
            }
        }
    });
    events.collect()
}

/// The body that was given, or one that is made, with all changes.
fn body(
    samples: &Samples<'_>,
    event: &Event,
    sample: &Sample,
    data: Option<&Data>,
    changes: &[Change],
    notes: &mut Vec<String>,
) -> Result<Vec<u8>, Error> {
    let mut value = match data {
        Some(data) => data.value.clone(),
        None => {
            notes.extend(
                sample
                    .notes
                    .iter()
                    .map(|note| format!("{}: {note}", event.name)),
            );
            let mut value = sample.body.clone();
            fresh::renew(&mut value);
            value
        }
    };
    for change in changes {
        change.make(&mut value)?;
    }
    if !samples.takes(event, &value) {
        notes.push(format!(
            "the body is not as `{}` is described, and is sent all the same",
            event.name
        ));
    }
    Ok(match data {
        // As it was given, byte by byte.
        Some(data) if changes.is_empty() => data.bytes.clone(),
        _ => value.to_string().into_bytes(),
    })
}

fn delivery(
    webhooks: &Webhooks,
    event: &Event,
    sample: &Sample,
    body: Vec<u8>,
    given: &Given,
) -> Delivery {
    let signed = webhooks.verification.as_ref();
    let (headers, id) = headers::headers(sample, signed, given);
    let in_body = || {
        let body = serde_json::from_slice::<Value>(&body).ok()?;
        fresh::id(&body).map(str::to_owned)
    };
    Delivery {
        event: event.name.clone(),
        id: id.or_else(in_body).unwrap_or_else(|| "-".to_owned()),
        method: Method::from_bytes(sample.method.as_bytes()).unwrap_or(Method::POST),
        headers,
        body,
        verification: webhooks.verification.clone(),
        statuses: sample.statuses.clone(),
    }
}

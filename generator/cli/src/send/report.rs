//! What became of deliveries: the table that a provider shows of them.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::answered::Answered;
use super::plan::{Delivery, Plan};
use crate::json::members;

/// What became of deliveries; for a person it is printed while it happens.
#[derive(Debug)]
pub(super) struct Report {
    is_printed: bool,
    to: String,
    /// How wide the columns of events and of ids are.
    widths: (usize, usize),
    /// How many there are to be.
    count: usize,
    told: Vec<Told>,
    has_rows: bool,
    is_interrupted: bool,
}

/// What became of one of them.
#[derive(Debug)]
struct Told {
    event: String,
    id: String,
    /// The statuses that are described.
    statuses: Vec<String>,
    attempts: Vec<Attempt>,
}

#[derive(Debug)]
struct Attempt {
    at: Timestamp,
    /// `None` while there is no answer yet.
    answered: Option<Answered>,
    next: Option<Timestamp>,
}

impl Report {
    pub(super) fn new(plan: &Plan, is_printed: bool) -> Self {
        let width = |of: fn(&Delivery) -> &str, title: &str| {
            let widths = plan
                .deliveries
                .iter()
                .map(|one| line(of(one)).chars().count());
            widths.chain([title.len()]).max().unwrap_or_default()
        };
        Self {
            is_printed,
            to: plan.url.to_string(),
            widths: (
                width(|delivery| &delivery.event, EVENT),
                width(|delivery| &delivery.id, ID),
            ),
            count: plan.deliveries.len(),
            told: Vec::new(),
            has_rows: false,
            is_interrupted: false,
        }
    }

    /// A delivery begins.
    pub(super) fn deliver(&mut self, delivery: &Delivery) {
        self.told.push(Told {
            event: delivery.event.clone(),
            id: delivery.id.clone(),
            statuses: delivery.statuses.clone(),
            attempts: Vec::new(),
        });
    }

    /// An attempt at it begins.
    pub(super) fn attempt(&mut self, at: Timestamp) {
        if let Some(told) = self.told.last_mut() {
            told.attempts.push(Attempt {
                at,
                answered: None,
                next: None,
            });
        }
    }

    /// That attempt is over, and when the next one is.
    pub(super) fn answered(&mut self, answered: Answered, next: Option<Timestamp>) {
        let Some(told) = self.told.last_mut() else {
            return;
        };
        let Some(attempt) = told.attempts.last_mut() else {
            return;
        };
        let color = match answered.is_accepted() {
            true => AnsiColor::Green,
            false => AnsiColor::Red,
        };
        let (status, response) = cells(&answered);
        let cells = [
            line(&told.event),
            line(&told.id),
            time(attempt.at),
            status,
            next.map_or_else(|| "-".to_owned(), time),
            cut(&line(&response)),
        ];
        attempt.answered = Some(answered);
        attempt.next = next;
        if !self.has_rows {
            let bold = Style::new().bold();
            let titles = [EVENT, ID, "TIME", "STATUS", "NEXT ATTEMPT", "RESPONSE"];
            self.print(titles.map(str::to_owned), bold, bold);
        }
        self.has_rows = true;
        self.print(cells, Style::new(), color.on_default());
    }

    /// Someone has interrupted.
    pub(super) fn interrupt(&mut self) {
        self.is_interrupted = true;
        let attempt = self.told.last().and_then(|told| told.attempts.last());
        if attempt.is_some_and(|attempt| attempt.answered.is_none()) {
            self.answered(Answered::Interrupted, None);
        }
        if let Some(attempt) = self
            .told
            .last_mut()
            .and_then(|told| told.attempts.last_mut())
        {
            // There will be none.
            attempt.next = None;
        }
    }

    /// Whether all were accepted.
    pub(super) fn is_well(&self) -> bool {
        self.accepted() == self.count
    }

    /// `2 of 3 deliveries accepted`.
    pub(super) fn summary(&self) -> String {
        let accepted = self.accepted();
        let noun = match self.count {
            1 => "delivery",
            _ => "deliveries",
        };
        let how = match self.is_interrupted {
            true => ", before it was interrupted",
            false => "",
        };
        format!("{accepted} of {} {noun} accepted{how}\n", self.count)
    }

    /// What a person may wonder at: a status that looks well, and is not.
    pub(super) fn note(&self) -> Option<String> {
        let refused = self.told.iter().find_map(|told| {
            let last = told.attempts.last()?.answered.as_ref()?;
            match last {
                Answered::Status {
                    status,
                    is_accepted: false,
                    ..
                } if status.is_success() => Some((status.as_u16(), told)),
                _ => None,
            }
        });
        let (status, told) = refused?;
        let described = told.statuses.iter().filter(|one| one.starts_with('2'));
        let described: Vec<_> = described.map(String::as_str).collect();
        Some(format!(
            "the description says that {} is acceptance, and {status} is not",
            described.join(" or ")
        ))
    }

    /// The same for a program.
    pub(super) fn members(&self) -> Map<String, Value> {
        let deliveries = self.told.iter().map(|told| {
            let attempts = told.attempts.iter().map(Attempt::object);
            json!({
                "event": told.event,
                "id": told.id,
                "accepted": told.is_accepted(),
                "attempts": attempts.collect::<Vec<_>>(),
            })
        });
        members(json!({
            "to": self.to,
            "deliveries": deliveries.collect::<Vec<_>>(),
            "accepted": self.accepted(),
            "count": self.count,
            "interrupted": self.is_interrupted,
        }))
    }

    fn accepted(&self) -> usize {
        self.told.iter().filter(|told| told.is_accepted()).count()
    }

    /// Prints a row. Whoever stopped listening has heard enough.
    fn print(&self, cells: [String; 6], style: Style, status_style: Style) {
        if !self.is_printed {
            return;
        }
        let [event, id, at, status, next, response] = cells;
        let (events, ids) = self.widths;
        let row = format!(
            "{style}{event:events$}  {id:ids$}  {at:20}{style:#}  \
             {status_style}{status:12}{status_style:#}  {style}{next:20}  {response}"
        );
        let row = row.trim_end();
        drop(writeln!(anstream::stdout().lock(), "{row}{style:#}"));
    }
}

const EVENT: &str = "EVENT";
const ID: &str = "ID";

impl Told {
    fn is_accepted(&self) -> bool {
        let last = self.attempts.last();
        last.and_then(|attempt| attempt.answered.as_ref())
            .is_some_and(Answered::is_accepted)
    }
}

impl Attempt {
    fn object(&self) -> Value {
        let (status, body, error) = match &self.answered {
            Some(Answered::Status { status, body, .. }) => {
                (Some(status.as_u16()), Some(body.as_str()), None)
            }
            Some(Answered::Nothing(why)) => (None, None, Some(why.as_str())),
            Some(Answered::Interrupted) | None => (None, None, Some("interrupted")),
        };
        json!({
            "time": time(self.at),
            "status": status,
            "error": error,
            "body": body,
            "next_attempt": self.next.map(time),
        })
    }
}

/// The status, and the response.
fn cells(answered: &Answered) -> (String, String) {
    match answered {
        Answered::Status {
            status,
            is_accepted,
            body,
        } => {
            let word = match is_accepted {
                true => "accepted",
                false => "refused",
            };
            (format!("{} {word}", status.as_str()), body.clone())
        }
        Answered::Nothing(why) => ("no answer".to_owned(), why.clone()),
        Answered::Interrupted => ("interrupted".to_owned(), String::new()),
    }
}

fn time(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// On one line, without what a terminal would obey.
fn line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(char::is_control, "?")
}

/// What fits into a row.
fn cut(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(WIDEST).collect();
    match characters.next() {
        Some(_) => start + "…",
        None => start,
    }
}

const WIDEST: usize = 60;

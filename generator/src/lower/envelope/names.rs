//! What the places are called that hold an event's id, its time or its version.

/// How sure it is what a place holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Its name says it.
    Yes,
    /// Its name says it of something: of the event, if what that is about is apart from it.
    InEnvelope,
}

/// Members that hold what an event is about, if they hold an object.
const CONTENTS: [&str; 9] = [
    "attributes",
    "content",
    "data",
    "detail",
    "details",
    "object",
    "payload",
    "record",
    "resource",
];

const IDS: [&str; 6] = [
    "eventid",
    "eventuuid",
    "eventuid",
    "eventguid",
    "notificationid",
    "notificationuuid",
];

const IDS_IN_ENVELOPE: [&str; 4] = ["id", "uuid", "guid", "uid"];

/// What the names of headers end in, the surest ones first. Of a webhook's id only a header's is
/// that of a delivery: a member's is mostly that of the subscription.
const ID_HEADERS: [&str; 6] = [
    "eventid",
    "webhookid",
    "svixid",
    "notificationid",
    "deliveryid",
    "delivery",
];

const TIMES: [&str; 10] = [
    "eventtime",
    "eventtimestamp",
    "eventdate",
    "eventdatetime",
    "eventcreated",
    "eventcreatedat",
    "occurred",
    "occurredat",
    "occurredon",
    "timestamp",
];

const TIMES_IN_ENVELOPE: [&str; 11] = [
    "created",
    "createdat",
    "createdon",
    "createdate",
    "createtime",
    "creationdate",
    "creationtime",
    "datecreated",
    "time",
    "date",
    "triggeredat",
];

/// Whether a member's name is that of an event's id.
pub(super) fn id(name: &str) -> Option<Sure> {
    among(name, &IDS, &IDS_IN_ENVELOPE)
}

/// Whether a member's name is that of an event's time.
pub(super) fn time(name: &str) -> Option<Sure> {
    among(name, &TIMES, &TIMES_IN_ENVELOPE)
}

/// Whether a member's or a header's name is that of the API's version.
pub(super) fn is_api_version(name: &str) -> bool {
    letters(name).ends_with("apiversion")
}

/// How likely a header has an event's id: less is more.
pub(super) fn id_header(name: &str) -> Option<usize> {
    let name = letters(name);
    ID_HEADERS.iter().position(|known| name.ends_with(known))
}

/// Whether a member's name is that of what an event is about.
pub(super) fn is_content(name: &str) -> bool {
    CONTENTS.contains(&&*letters(name))
}

fn among(name: &str, sure: &[&str], in_envelope: &[&str]) -> Option<Sure> {
    let name = letters(name);
    if sure.contains(&&*name) {
        return Some(Sure::Yes);
    }
    in_envelope.contains(&&*name).then_some(Sure::InEnvelope)
}

/// A name whatever its words are joined by.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|one| one.is_alphanumeric());
    letters.collect::<String>().to_lowercase()
}

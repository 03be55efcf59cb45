//! Percent-encoding.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Text with every character encoded that is not unreserved: so that a value stays a value, whatever
/// it holds.
pub(in crate::client) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

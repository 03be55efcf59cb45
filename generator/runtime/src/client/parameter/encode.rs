//! Percent-encoding.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The same, without the reserved characters that a query and a form may hold in a value. The
/// brackets and `#` may not stand there, `&` would end the value, `+` be read as a space, and `%`
/// as the start of another character.
const UNSAFE: &AsciiSet = &RESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// Text with every character encoded that is not unreserved: so that a value stays a value, whatever
/// it holds.
pub(in crate::client) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Text with reserved characters left as they are (`allowReserved`), where it stays a value.
pub(super) fn encode_unsafe(text: &str) -> String {
    utf8_percent_encode(text, UNSAFE).to_string()
}

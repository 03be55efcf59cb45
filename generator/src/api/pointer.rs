//! The way to a member of a body, as a text.

/// The JSON pointer (RFC 6901) that leads by these names: `/data/event_type`.
#[must_use]
pub fn pointer(path: &[String]) -> String {
    let mut pointer = String::new();
    for name in path {
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    }
    pointer
}

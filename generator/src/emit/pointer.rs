//! A JSON pointer (RFC 6901), as a text that the runtime reads.

/// The pointer that leads by these names: `/data/event_type`.
pub fn pointer(path: &[String]) -> String {
    let mut pointer = String::new();
    for name in path {
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    }
    pointer
}

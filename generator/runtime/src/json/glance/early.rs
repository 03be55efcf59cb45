//! Finding a member that stands near the beginning of an object.

use crate::nearby;

/// The value of a member of an object, where no other one can have the name, and nothing before has
/// anything inside.
pub(super) fn early_member<'t>(object: &'t [u8], wanted: &[u8]) -> Option<&'t [u8]> {
    let mut scan = Forwards { text: object };
    scan.token(b'{')?;
    loop {
        let name = scan.string()?;
        scan.token(b':')?;
        let value = scan.scalar()?;
        if name == wanted {
            return (is_plain(object) && is_absent(scan.text, wanted)).then_some(value);
        }
        scan.token(b',')?;
    }
}

/// Whether a text has no escapes. Like the next one without a way out of its loop: so it looks at many
/// bytes at a time.
fn is_plain(text: &[u8]) -> bool {
    let escapes = |found, byte: &u8| found | u8::from(*byte == b'\\');
    text.iter().fold(0, escapes) == 0
}

/// Whether no string of a text without escapes can be this one: none of its length begins like it.
fn is_absent(text: &[u8], wanted: &[u8]) -> bool {
    let (Some(first), [_, begins @ ..]) = (wanted.first(), text) else {
        return text.is_empty();
    };
    let ends = begins.get(wanted.len()..).unwrap_or_default();
    let mut found = 0;
    for ((quote, begin), end) in text.iter().zip(begins).zip(ends) {
        let is_quoted = u8::from(*quote == b'"') & u8::from(*end == b'"');
        found |= is_quoted & u8::from(begin == first);
    }
    found == 0
}

/// Goes through a text without escapes from its beginning.
struct Forwards<'t> {
    text: &'t [u8],
}

impl<'t> Forwards<'t> {
    fn token(&mut self, token: u8) -> Option<()> {
        self.text = match self.text {
            [first, rest @ ..] if *first == token => rest,
            text => text.trim_ascii_start().strip_prefix(&[token])?,
        };
        Some(())
    }

    /// What is in a string.
    fn string(&mut self) -> Option<&'t [u8]> {
        self.token(b'"')?;
        let (inside, rest) = self.text.split_at(nearby::first(b'"', self.text)?);
        self.text = &rest[1..];
        Some(inside)
    }

    /// Goes over a value that has nothing inside.
    fn scalar(&mut self) -> Option<&'t [u8]> {
        let text = self.text.trim_ascii_start();
        match text.first()? {
            b'{' | b'[' => return None,
            b'"' => drop(self.string()?),
            _ => {
                let end = text.iter().position(|byte| matches!(byte, b',' | b'}'))?;
                self.text = &text[end..];
            }
        }
        Some(&text[..text.len() - self.text.len()])
    }
}

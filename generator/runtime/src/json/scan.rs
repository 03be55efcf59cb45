//! Going through a JSON text token by token, and knowing where one is.

use super::path::Path;

/// Goes through a JSON text. Never fails: of a text that is not JSON it makes what it can.
pub(super) struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    open: Vec<Container>,
}

/// An array or an object that is being read.
struct Container {
    start: usize,
    inside: Inside,
}

/// Where one is in a container.
enum Inside {
    /// At the element with this index; `None` before the first one.
    Array(Option<usize>),
    /// At the member whose name stands there, with its quotes; `None` before the first one.
    Object {
        name: Option<(usize, usize)>,
        in_value: bool,
    },
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
        }
    }

    /// Where the next token begins, and with what; `None` at the end.
    pub(super) fn peek(&mut self) -> Option<(usize, u8)> {
        while let Some(byte) = self.text.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some((self.at, *byte));
            }
            self.at += 1;
        }
        None
    }

    /// Where one is.
    pub(super) fn path(&self) -> Path {
        let mut path = Path::default();
        for container in &self.open {
            match container.inside {
                Inside::Array(Some(index)) => path.element(index),
                Inside::Object {
                    name: Some((start, end)),
                    in_value: true,
                } => path.member(&name(&self.text[start..end])),
                Inside::Array(None) | Inside::Object { .. } => {}
            }
        }
        path
    }

    /// Passes over one token. After a closing bracket one is at what was closed; returned is where
    /// that begins and ends.
    pub(super) fn token(&mut self) -> Option<(usize, usize)> {
        let (start, byte) = self.peek()?;
        self.at = start + 1;
        match byte {
            b'}' | b']' => return self.open.pop().map(|closed| (closed.start, self.at)),
            b',' => self.separator(),
            b':' => self.colon(),
            b'"' => {
                self.string();
                self.text_begins(start);
            }
            b'{' => {
                self.value_begins();
                let inside = Inside::Object {
                    name: None,
                    in_value: false,
                };
                self.open.push(Container { start, inside });
            }
            b'[' => {
                self.value_begins();
                let inside = Inside::Array(None);
                self.open.push(Container { start, inside });
            }
            _ => {
                self.value_begins();
                self.scalar();
            }
        }
        None
    }

    fn value_begins(&mut self) {
        if let Some(Inside::Array(index)) = self.inside() {
            *index = Some(index.unwrap_or(0));
        }
    }

    /// Text is a value, or a member's name.
    fn text_begins(&mut self, start: usize) {
        let end = self.at;
        match self.inside() {
            Some(Inside::Object { name, in_value }) if !*in_value => *name = Some((start, end)),
            _ => self.value_begins(),
        }
    }

    fn separator(&mut self) {
        match self.inside() {
            Some(Inside::Array(index)) => *index = Some(index.map_or(0, |index| index + 1)),
            Some(Inside::Object { name, in_value }) => (*name, *in_value) = (None, false),
            None => {}
        }
    }

    fn colon(&mut self) {
        if let Some(Inside::Object { in_value, .. }) = self.inside() {
            *in_value = true;
        }
    }

    /// Goes behind a string's closing quote.
    fn string(&mut self) {
        while let Some(byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => break,
                _ => {}
            }
        }
        self.at = self.at.min(self.text.len());
    }

    /// Goes behind a number or a word.
    fn scalar(&mut self) {
        let rest = &self.text[self.at..];
        let length = rest
            .iter()
            .position(|byte| b" \t\n\r,:]}[{\"".contains(byte));
        self.at += length.unwrap_or(rest.len());
    }

    fn inside(&mut self) -> Option<&mut Inside> {
        self.open.last_mut().map(|container| &mut container.inside)
    }
}

/// What a quoted name says.
fn name(quoted: &[u8]) -> String {
    serde_json::from_slice(quoted).unwrap_or_else(|_| String::from_utf8_lossy(quoted).into_owned())
}

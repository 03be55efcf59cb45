//! The places of a text that is JSON: it needs no parser that remembers, and one line of megabytes
//! is no trouble.

use serde::de::IgnoredAny;

use super::Wanted;

/// Whether `text` is JSON, and not YAML in its flow style.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Finds what is `wanted` in `text`, which is JSON.
pub(super) fn walk(text: &str, wanted: &mut Wanted) {
    let mut scan = Scan {
        bytes: text.as_bytes(),
        at: 0,
        continued: 0,
        wanted,
    };
    scan.value(Some(0), None);
}

struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    /// How many bytes before `at` belong to a character that began earlier.
    continued: usize,
    wanted: &'t mut Wanted,
}

/// First and last character.
type Span = (usize, usize);

impl Scan<'_> {
    /// A value at the place `stop`, if that is looked for, under a key that stands at `key`.
    fn value(&mut self, stop: Option<usize>, key: Option<Span>) {
        self.skip_space();
        let start = self.character();
        let shown = match self.byte() {
            b'{' => {
                self.object(stop);
                key.unwrap_or((start, start + 1))
            }
            b'[' => {
                self.list(stop);
                key.unwrap_or((start, start + 1))
            }
            b'"' => {
                self.string();
                (start, self.character())
            }
            _ => {
                while !matches!(
                    self.byte(),
                    b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t' | 0
                ) {
                    self.advance();
                }
                (start, self.character())
            }
        };
        if let Some(stop) = stop {
            self.wanted.found(stop, shown);
        }
    }

    fn object(&mut self, stop: Option<usize>) {
        self.advance();
        loop {
            self.skip_space();
            match self.byte() {
                b'"' => {}
                b',' => {
                    self.advance();
                    continue;
                }
                _ => break,
            }
            let (from, start) = (self.at, self.character());
            self.string();
            let key = (start, self.character());
            let step = stop.and_then(|stop| {
                let name: String = serde_json::from_slice(self.bytes.get(from..self.at)?).ok()?;
                self.wanted.step(stop, &name)
            });
            self.skip_space();
            self.advance();
            self.value(step, Some(key));
        }
        self.advance();
    }

    fn list(&mut self, stop: Option<usize>) {
        self.advance();
        for index in 0_usize.. {
            self.skip_space();
            if self.byte() == b',' {
                self.advance();
                self.skip_space();
            }
            if matches!(self.byte(), b']' | 0) {
                break;
            }
            let step = stop.and_then(|stop| self.wanted.step(stop, &index.to_string()));
            self.value(step, None);
        }
        self.advance();
    }

    fn string(&mut self) {
        self.advance();
        while !matches!(self.byte(), b'"' | 0) {
            if self.byte() == b'\\' {
                self.advance();
            }
            self.advance();
        }
        self.advance();
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.advance();
        }
    }

    /// The next byte; a zero at the end, which JSON has nowhere.
    fn byte(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn advance(&mut self) {
        let continues = self.byte() & 0b1100_0000 == 0b1000_0000;
        self.continued += usize::from(continues);
        self.at += 1;
    }

    /// How many characters stand before this place.
    fn character(&self) -> usize {
        self.at - self.continued
    }
}

#[cfg(test)]
mod tests {
    use super::super::locate;
    use super::*;
    use crate::diagnostics::Pointer;

    /// What is shown of each place, by the line and the column in which it begins.
    fn shown<'t>(text: &'t str, pointers: &[&str]) -> Vec<(&'t str, (usize, usize))> {
        assert!(is_json(text), "{text}");
        let pointers = pointers.iter().map(|pointer| {
            let steps = pointer.split('/').skip(1);
            steps.fold(Pointer::default(), |pointer, step| pointer.member(step))
        });
        let pointers: Vec<Pointer> = pointers.collect();
        let found = locate(text, &pointers).into_iter();
        found
            .map(|found| found.expect("the root is found at least"))
            .map(|found| (&text[found.bytes.clone()], found.position))
            .collect()
    }

    #[test]
    fn scalars_are_shown_by_themselves_and_others_by_their_keys() {
        let text = "{\n \"é\": {\"b\": [1, {\"c\": -2.5e3}, \"x\\\"]\"]}, \"last\" : true }";
        assert_eq!(
            shown(
                text,
                &[
                    "/é",
                    "/é/b",
                    "/é/b/0",
                    "/é/b/1",
                    "/é/b/1/c",
                    "/é/b/2",
                    "/last"
                ]
            ),
            [
                ("\"é\"", (2, 2)),
                ("\"b\"", (2, 8)),
                ("1", (2, 14)),
                ("{", (2, 17)),
                ("-2.5e3", (2, 23)),
                ("\"x\\\"]\"", (2, 32)),
                ("true", (2, 51)),
            ]
        );
    }

    #[test]
    fn what_is_missing_is_shown_by_what_should_have_it() {
        assert_eq!(
            shown("{\"a\": {\"b\": 1}}", &["/a/c/d", "/e"]),
            [("\"a\"", (1, 2)), ("{", (1, 1))]
        );
    }

    #[test]
    fn keys_are_compared_as_what_they_mean() {
        assert_eq!(shown("{\"\\u0061\": 7}", &["/a"]), [("7", (1, 12))]);
    }
}

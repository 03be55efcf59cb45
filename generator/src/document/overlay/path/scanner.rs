//! From the text of a path to its steps.

use super::{Kind, Segment, Selector, Test};

/// What is left of a text. All that has a meaning in a path is ASCII.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn skip(&mut self) {
        self.at += 1;
    }

    /// Goes behind the string that begins here, and gives what is in it as it is written.
    pub(super) fn string(&mut self) -> &'a str {
        let quote = self.peek();
        self.skip();
        let start = self.at;
        while let Some(byte) = self.peek().filter(|byte| Some(*byte) != quote) {
            self.at += if byte == b'\\' { 2 } else { 1 };
        }
        let inner = self.since(start);
        self.skip();
        inner
    }

    /// The steps that follow.
    pub(super) fn segments(&mut self) -> Vec<Segment<'a>> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.skip_space();
            let start = self.at;
            let is_dotted = self.eat(".");
            let descends = is_dotted && self.eat(".");
            let selectors = match self.peek() {
                Some(b'[') => self.bracket(),
                Some(_) if is_dotted => vec![self.shorthand()],
                _ => {
                    self.at = before;
                    return segments;
                }
            };
            segments.push(Segment {
                text: self.since(start),
                descends,
                selectors,
            });
        }
    }

    /// What stands behind a dot.
    fn shorthand(&mut self) -> Selector<'a> {
        let start = self.at;
        let is_of_name =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'*' | 0x80..);
        while self.peek().is_some_and(is_of_name) {
            self.skip();
        }
        let text = self.since(start);
        let kind = if text == "*" { Kind::All } else { Kind::One };
        Selector { text, kind }
    }

    fn bracket(&mut self) -> Vec<Selector<'a>> {
        let mut selectors = Vec::new();
        while !matches!(self.peek(), None | Some(b']')) {
            self.skip();
            self.skip_space();
            let start = self.at;
            let kind = self.kind();
            let text = self.since(start).trim_end();
            selectors.push(Selector { text, kind });
        }
        self.skip();
        selectors
    }

    /// What is selected by what stands here, up to a comma or the end of the bracket.
    fn kind(&mut self) -> Kind<'a> {
        if self.peek() == Some(b'?') {
            return Kind::Filter(self.filter());
        }
        let mut kind = Kind::One;
        while let Some(byte) = self.peek() {
            match byte {
                b',' | b']' => break,
                b'"' | b'\'' => drop(self.string()),
                b'*' | b':' => {
                    kind = Kind::All;
                    self.skip();
                }
                _ => self.skip(),
            }
        }
        kind
    }

    fn filter(&mut self) -> Vec<Test<'a>> {
        let mut tests = Vec::new();
        let mut depth = 0_usize;
        let mut before = b'?';
        let mut is_argument = false;
        while let Some(byte) = self.peek() {
            match byte {
                b',' | b']' if depth == 0 => break,
                b'"' | b'\'' => drop(self.string()),
                b'@' | b'$' => tests.extend(self.query(byte == b'@', is_argument)),
                b'=' | b'<' | b'>' => {
                    self.skip();
                    let is_inside = matches!(tests.last(), Some(Test::Inside(_)));
                    tests.extend(self.compared(is_inside));
                }
                // Only functions that match a pattern have two arguments.
                b',' => {
                    self.skip();
                    tests.push(Test::Pattern(self.pattern()));
                }
                b'(' => {
                    depth += 1;
                    self.skip();
                }
                b')' => {
                    depth = depth.saturating_sub(1);
                    self.skip();
                }
                _ => self.skip(),
            }
            // A parenthesis right behind a name is that of a function.
            is_argument = match byte {
                b'(' => before.is_ascii_alphanumeric(),
                _ => is_argument && byte.is_ascii_whitespace(),
            };
            before = byte;
        }
        tests
    }

    /// The path that stands here; all that it leads to is looked at by the function that it may be
    /// given to.
    fn query(&mut self, is_inside: bool, is_argument: bool) -> Vec<Test<'a>> {
        self.skip();
        let (all, path) = match is_inside {
            true => (Test::All, Test::Inside(self.segments())),
            false => (Test::AllOfWhole, Test::Whole(self.segments())),
        };
        let mut tests = Vec::from_iter(is_argument.then_some(all));
        tests.push(path);
        tests
    }

    /// What is looked at for the sign of a comparison before this, where `is_inside` says whether what stands
    /// before that is of what is tested. Constants are looked at in no time.
    fn compared(&mut self, is_inside: bool) -> Option<Test<'a>> {
        self.skip_space();
        match self.peek() {
            Some(b'@') => Some(Test::All),
            // Also the function `value`.
            Some(b'$' | b'v') if is_inside => Some(Test::All),
            Some(b'$' | b'v') => Some(Test::AllOfWhole),
            _ => None,
        }
    }

    /// How much the pattern that stands here weighs.
    fn pattern(&mut self) -> u64 {
        self.skip_space();
        match self.peek() {
            Some(b'"' | b'\'') => weight(self.string()),
            _ => ANY_PATTERN,
        }
    }

    fn eat(&mut self, token: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_here = rest.starts_with(token.as_bytes());
        if is_here {
            self.at += token.len();
        }
        is_here
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.skip();
        }
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// How long a pattern takes to compile, which is done for each text that is held against it: as long
/// as so many values take to be looked at.
fn weight(pattern: &str) -> u64 {
    let mut weight = 1_000_u64;
    let mut times = 1_u64;
    let mut bytes = pattern.bytes().peekable();
    while let Some(byte) = bytes.next() {
        weight += match (byte, bytes.peek()) {
            // The letters of all scripts are a long list.
            (b'\\', Some(b'b' | b'B' | b'D' | b'p' | b'P' | b's' | b'S' | b'w' | b'W')) => 20_000,
            (b'\\', _) => 1_000,
            _ => 150,
        };
        if byte == b'{' {
            let digits = bytes.by_ref().take_while(|byte| *byte != b'}');
            times = times.saturating_mul(largest_number(digits).max(1));
        }
    }
    weight.saturating_mul(times).min(ANY_PATTERN)
}

fn largest_number(bytes: impl Iterator<Item = u8>) -> u64 {
    let (mut largest, mut number) = (0, 0_u64);
    for byte in bytes {
        number = match byte {
            b'0'..=b'9' => number
                .saturating_mul(10)
                .saturating_add(u64::from(byte - b'0')),
            _ => 0,
        };
        largest = largest.max(number);
    }
    largest
}

/// Patterns that would take longer are refused by the library that compiles them.
const ANY_PATTERN: u64 = 2_000_000;

//! Finding what a JSON text says in one place, at a glance.

mod early;

use self::early::early_member;
use crate::nearby;

/// The string at the end of a JSON pointer (RFC 6901), if the text is JSON: nothing is checked but
/// what stands on the way. So it is for who reads all of the text afterwards.
///
/// `None` where there is none, and wherever it takes more care to tell: where names or the string
/// have escapes, or the way leads through an array.
///
/// Of members with the same name the last one counts, so the text is gone through from its end, and
/// no further than to the member. Where something long stands behind, it may be found sooner from the
/// beginning.
pub(crate) fn glance<'t>(text: &'t [u8], pointer: &str) -> Option<&'t str> {
    if pointer.contains('~') {
        return None;
    }
    let mut value = text;
    for step in pointer.strip_prefix('/')?.split('/') {
        value = member(value, step.as_bytes())?;
    }
    let text = Backwards::new(value).string()?;
    std::str::from_utf8(text).ok()
}

/// The value of a member of an object.
fn member<'t>(object: &'t [u8], wanted: &[u8]) -> Option<&'t [u8]> {
    let mut scan = Backwards::new(object);
    scan.token(b'}')?;
    let mut is_short = true;
    loop {
        if is_short && matches!(scan.last()?, b'}' | b']') {
            is_short = false;
            if let Some(value) = early_member(object, wanted) {
                return Some(value);
            }
        }
        let value = scan.value()?;
        scan.token(b':')?;
        let name = scan.string()?;
        if name == wanted {
            return Some(value);
        }
        scan.token(b',')?;
    }
}

/// Goes through a text from its end.
struct Backwards<'t> {
    text: &'t [u8],
}

impl<'t> Backwards<'t> {
    fn new(text: &'t [u8]) -> Self {
        Self { text }
    }

    /// The byte before that is no space.
    fn last(&mut self) -> Option<u8> {
        self.text = self.text.trim_ascii_end();
        self.text.last().copied()
    }

    fn token(&mut self, token: u8) -> Option<()> {
        (self.last()? == token).then(|| self.drop(1))
    }

    fn drop(&mut self, count: usize) {
        self.text = &self.text[..self.text.len().saturating_sub(count)];
    }

    /// What is in a string without escapes.
    fn string(&mut self) -> Option<&'t [u8]> {
        self.token(b'"')?;
        let start = nearby::last(b'"', self.text)? + 1;
        let inside = &self.text[start..];
        self.drop(inside.len() + 1);
        (!inside.contains(&b'\\') && self.text.last() != Some(&b'\\')).then_some(inside)
    }

    /// Goes over a value.
    fn value(&mut self) -> Option<&'t [u8]> {
        let mut depth = 0_usize;
        let mut last = self.last()?;
        let value = self.text;
        loop {
            match last {
                b'"' => self.skip_string()?,
                b'}' | b']' => {
                    depth += 1;
                    self.drop(1);
                }
                b'{' | b'[' => {
                    depth = depth.checked_sub(1)?;
                    self.drop(1);
                }
                _ => self.skip_scalar(),
            }
            if depth == 0 {
                return Some(&value[self.text.len()..]);
            }
            last = *self.text.last()?;
        }
    }

    /// Goes over a string that ends here.
    fn skip_string(&mut self) -> Option<()> {
        self.drop(1);
        loop {
            let start = nearby::last(b'"', self.text)?;
            self.text = &self.text[..start];
            let is_escape = |byte: &&u8| **byte == b'\\';
            if self.text.iter().rev().take_while(is_escape).count() % 2 == 0 {
                return Some(());
            }
        }
    }

    /// Goes over all that is no string and no bracket, one byte at least: a number or a word, and in
    /// a container what is between its values.
    fn skip_scalar(&mut self) {
        self.drop(1);
        while let Some(byte) = self.text.last() {
            if matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b':') {
                break;
            }
            self.drop(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::find::{find, steps};
    use super::glance;

    #[test]
    fn what_is_seen_is_what_is_read() {
        for (text, pointer, seen) in [
            (r#"{"type":"a"}"#, "/type", Some("a")),
            (
                r#" { "x" : [ "}" , {"type":"no"} , 1 ] , "type" : "a b c d e f g" } "#,
                "/type",
                Some("a b c d e f g"),
            ),
            (
                r#"{"x":"\\\"{","y":-1.5e3,"z":null,"type":"é"}"#,
                "/type",
                Some("é"),
            ),
            (r#"{"type":"a","type":"b"}"#, "/type", Some("b")),
            (r#"{"type":{"type":"a"},"x":"type"}"#, "/type", None),
            (
                r#"{"data":{"object":{"type":"a"}}}"#,
                "/data/object/type",
                Some("a"),
            ),
            (r#"{"data":{"type":"a"},"data":{}}"#, "/data/type", None),
            (
                r#"{"data":{"type":"a"},"data":{"type":"b"}}"#,
                "/data/type",
                Some("b"),
            ),
            (r#"{"":"a"}"#, "/", Some("a")),
            (r#"{"type":3}"#, "/type", None),
            (r#"{"a":[{"type":"a"}]}"#, "/a/0/type", None),
            (r#"{"typ\u0065":"a","x":1}"#, "/type", None),
            (r#"{"type":"\u0061"}"#, "/type", None),
            (r#"{"x":1}"#, "/type", None),
            (
                r#"{ "x" : "y" , "n" : -1 , "type" : "a" , "d" : { "tape" : "t" } }"#,
                "/type",
                Some("a"),
            ),
            (
                r#"{"type":"a","d":{"type":"c"},"type":"b","e":[]}"#,
                "/type",
                Some("b"),
            ),
            (r#"{"type":"a","typ\u0065":"b","e":[]}"#, "/type", None),
            ("{}", "/type", None),
            ("[]", "/type", None),
            ("", "/type", None),
        ] {
            assert_eq!(glance(text.as_bytes(), pointer), seen, "{text}");
            let read = find(text, &steps(pointer)).ok().flatten();
            if let Some(seen) = seen {
                assert_eq!(read, Some(Cow::Borrowed(seen)), "{text}");
            }
        }
    }

    #[test]
    fn a_text_that_breaks_off_is_no_trouble() {
        let text = r#"{"a":{"b":["\"",{"c":"\\"}]},"data":{"type":"wxyz"},"d":[1,true,"e"]}"#;
        for end in 0..text.len() {
            assert_eq!(glance(&text.as_bytes()[..end], "/data/type"), None);
        }
        assert_eq!(glance(text.as_bytes(), "/data/type"), Some("wxyz"));
    }

    /// Numbers that look like any, from a seed.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, bound: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(self.0 >> 33).expect("31 bits") % bound
        }
    }

    /// A JSON text of few names, so that many are there twice, with spaces, escapes and brackets in
    /// texts.
    fn json(numbers: &mut Numbers, depth: usize) -> String {
        let space = [" ", "", "\n"][numbers.below(3)];
        let texts = [
            r#""a""#,
            r#""}""#,
            r#""\"""#,
            r#""\\""#,
            r#""{\"a\":""#,
            r#""a\u0062""#,
        ];
        match numbers.below(if depth == 0 { 3 } else { 6 }) {
            0 if numbers.below(2) == 0 => texts[numbers.below(6)].to_owned(),
            0 => r#""plain""#.to_owned(),
            1 => format!("-1.5e3{space}"),
            2 => "null".to_owned(),
            3 => {
                let elements: Vec<String> = (0..numbers.below(4))
                    .map(|_| json(numbers, depth - 1))
                    .collect();
                format!("[{}{space}]", elements.join(","))
            }
            _ => {
                let names = [r#""a""#, r#""b""#, r#""\u0061""#, r#""a\\""#, r#""""#];
                let members: Vec<String> = (0..numbers.below(5))
                    .map(|_| {
                        let name = names[numbers.below(5)];
                        format!("{space}{name}{space}:{}", json(numbers, depth - 1))
                    })
                    .collect();
                format!("{{{}{space}}}", members.join(","))
            }
        }
    }

    #[test]
    fn whatever_is_seen_is_what_is_read() {
        let mut numbers = Numbers(7);
        let mut seen = 0;
        for _ in 0..60_000 {
            let text = json(&mut numbers, 4);
            for pointer in ["/a", "/a/b", "/b/a", "/"] {
                let Some(glanced) = glance(text.as_bytes(), pointer) else {
                    continue;
                };
                let read = find(&text, &steps(pointer)).ok().flatten();
                assert_eq!(read, Some(Cow::Borrowed(glanced)), "{pointer} in {text}");
                seen += 1;
            }
        }
        assert!(seen > 1_000, "{seen}");
    }
}

//! A text that matches a regular expression.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

use crate::api::Limits;

/// A text of that length that `pattern` matches, and with another `number` another one, as far as
/// there are several; `None` where none is found, or the pattern is not understood (ECMA-262 has
/// some that look around or back).
pub(super) fn matching(pattern: &str, length: Limits, number: usize) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let (least, most) = (length.least.unwrap_or(0), length.most.unwrap_or(u64::MAX));
    // More of what may be repeated makes a longer text.
    let mut more = 0;
    while more <= MOST_REPEATED {
        let mut text = String::new();
        push(&hir, more, number, &mut text)?;
        let count = text.chars().count() as u64;
        if count > most {
            return None;
        }
        if count >= least {
            return Some(text);
        }
        more += 1;
    }
    None
}

/// Adds the first thing that matches, with up to `more` repetitions than there have to be.
fn push(hir: &Hir, more: u32, number: usize, text: &mut String) -> Option<()> {
    if text.len() > LONGEST {
        return None;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(character(class, number)?),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let count = repetition.min.saturating_add(more).min(most);
            for _ in 0..count {
                push(&repetition.sub, more, number, text)?;
            }
        }
        HirKind::Capture(capture) => push(&capture.sub, more, number, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                push(part, more, number, text)?;
            }
        }
        HirKind::Alternation(parts) => push(parts.first()?, more, number, text)?,
    }
    Some(())
}

/// The plainest character of a class; with another `number` the next one.
fn character(class: &Class, number: usize) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let has = |one: char| {
        let mut ranges = class.ranges().iter();
        ranges.any(|range| (range.start()..=range.end()).contains(&one))
    };
    let plain = ('a'..='z')
        .chain('A'..='Z')
        .chain('0'..='9')
        .chain('!'..='/');
    let plain: Vec<char> = plain.filter(|one| has(*one)).collect();
    match plain.len() {
        0 => class.ranges().first().map(ClassUnicodeRange::start),
        count => plain.get(number % count).copied(),
    }
}

const MOST_REPEATED: u32 = 256;
const LONGEST: usize = 1 << 16;

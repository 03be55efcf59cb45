//! Understanding RFC 3339 (section 5.6).

use super::calendar::{days_from_epoch, days_in_month};

/// The seconds since 1970 and the nanoseconds after those.
pub(super) fn unix_time(text: &str) -> Option<(i64, u32)> {
    let mut rest = text.as_bytes();
    let year = number(&mut rest, 4)?;
    separator(&mut rest, b"-")?;
    let month = number(&mut rest, 2)?;
    separator(&mut rest, b"-")?;
    let day = number(&mut rest, 2)?;
    // "Applications may choose to separate the two by a space."
    separator(&mut rest, b"Tt ")?;
    let hour = number(&mut rest, 2)?;
    separator(&mut rest, b":")?;
    let minute = number(&mut rest, 2)?;
    separator(&mut rest, b":")?;
    let second = number(&mut rest, 2)?;
    let nanoseconds = fraction(&mut rest)?;
    let offset = offset(&mut rest)?;

    let exists = (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60
        && rest.is_empty();
    let of_day = hour * 3600 + minute * 60 + second;
    exists.then(|| {
        (
            days_from_epoch(year, month, day) * 86_400 + of_day - offset,
            nanoseconds,
        )
    })
}

/// A number of exactly so many digits.
fn number(rest: &mut &[u8], digits: usize) -> Option<i64> {
    let (number, further) = rest.split_at_checked(digits)?;
    *rest = further;
    number.iter().try_fold(0, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + i64::from(byte - b'0'))
    })
}

/// One of these characters.
fn separator(rest: &mut &[u8], any_of: &[u8]) -> Option<u8> {
    let (first, further) = rest.split_first()?;
    *rest = further;
    any_of.contains(first).then_some(*first)
}

/// Nanoseconds after the point, where there is one: then there is a digit at least.
fn fraction(rest: &mut &[u8]) -> Option<u32> {
    let Some(digits) = rest.strip_prefix(b".") else {
        return Some(0);
    };
    let count = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, further) = digits.split_at(count);
    *rest = further;
    let value = |nanoseconds, index: usize| {
        nanoseconds * 10 + digits.get(index).map_or(0, |digit| u32::from(digit - b'0'))
    };
    (count > 0).then(|| (0..9).fold(0, value))
}

/// Seconds east of UTC.
fn offset(rest: &mut &[u8]) -> Option<i64> {
    let sign = match separator(rest, b"Zz+-")? {
        b'+' => 1,
        b'-' => -1,
        _ => return Some(0),
    };
    let hours = number(rest, 2)?;
    separator(rest, b":")?;
    let minutes = number(rest, 2)?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

//! Days and dates of the proleptic Gregorian calendar, which RFC 3339 is written in.

const DAY: i64 = 86_400;

/// The year 0 and the end of the year 9999, in seconds from 1970.
const FIRST: i64 = -62_167_219_200;
const LAST: i64 = 253_402_300_799;

/// The days from 1970-01-01 to a date that exists.
pub(super) fn days_from_epoch(year: i64, month: i64, day: i64) -> i64 {
    // The year begins in March here, so that the day that may be missing comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// How many days a month has.
pub(super) fn days_in_month(year: i64, month: i64) -> i64 {
    let next = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    days_from_epoch(next.0, next.1, 1) - days_from_epoch(year, month, 1)
}

/// An instant in UTC as RFC 3339 writes it, kept to the years that it can write.
pub(super) fn format(seconds: i64, nanoseconds: u32) -> String {
    let seconds = seconds.clamp(FIRST, LAST);
    let (year, month, day) = date(seconds.div_euclid(DAY));
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let fraction = match nanoseconds {
        0 => String::new(),
        some => format!(".{some:09}").trim_end_matches('0').to_owned(),
    };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}

/// The date so many days after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    // Not too late, and some steps too early: a year has 365 or 366 days.
    let mut year = 1970 + days.div_euclid(if days < 0 { 365 } else { 366 });
    while days_from_epoch(year + 1, 1, 1) <= days {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && days_from_epoch(year, month + 1, 1) <= days {
        month += 1;
    }
    (year, month, days - days_from_epoch(year, month, 1) + 1)
}

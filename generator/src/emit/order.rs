//! The order in which rustfmt puts the names of a `use`.

use std::cmp::Ordering;

/// How two names stand to each other by "version sorting" (The Rust Style Guide, "Sorting"):
/// numbers by their value, and an underscore before every other sign.
#[must_use]
pub fn version_order(one: &str, other: &str) -> Ordering {
    chunks(one).cmp(&chunks(other)).then_with(|| one.cmp(other))
}

/// A part of a name, in order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Chunk<'a> {
    Underscore,
    /// How many digits, and which: without zeros in front, the longer number is the greater.
    Number(usize, &'a str),
    Letter(char),
}

fn chunks(name: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|one: char| !one.is_ascii_digit());
        let (digits, after) = rest.split_at(end.unwrap_or(rest.len()));
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            chunks.push(Chunk::Number(number.len(), number));
            rest = after;
            continue;
        }
        chunks.push(match first {
            '_' => Chunk::Underscore,
            letter => Chunk::Letter(letter),
        });
        rest = &rest[first.len_utf8()..];
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::version_order;

    #[test]
    fn names_are_in_the_order_in_which_rustfmt_puts_them() {
        let sorted = [
            "A_b", "A02", "A2", "A10", "Ab", "B", "Order", "Order_x", "Order1", "Order10",
            "OrderA", "a", "object", "Über",
        ];
        let mut names = sorted;
        names.sort_unstable();
        names.sort_by(|one, other| version_order(one, other));
        assert_eq!(names, sorted);
    }
}

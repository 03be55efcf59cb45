//! What holds of a value beside its type, in words.

use super::{code, markdown};
use crate::api::{Bound, Constraints, Limits};

/// One line for what can be checked: `1 to 255 characters, matching "^[a-z]+$".`; and what cannot
/// be, behind it.
pub fn constraints(constraints: &Constraints) -> Vec<String> {
    let phrases = phrases(constraints);
    let mut sentences = Vec::new();
    if !phrases.is_empty() {
        sentences.push(format!("{}.", capitalized(&phrases.join(", "))));
    }
    sentences.extend(constraints.notes.iter().cloned());
    if sentences.is_empty() {
        return Vec::new();
    }
    markdown(&sentences.join(" "))
}

fn phrases(constraints: &Constraints) -> Vec<String> {
    let mut phrases = Vec::new();
    phrases.extend(counted(constraints.length, "character"));
    for pattern in &constraints.patterns {
        phrases.push(format!("matching {}", code(pattern)));
    }
    phrases.extend(range(constraints.minimum, constraints.maximum));
    if let Some(step) = constraints.multiple_of {
        phrases.push(format!("a multiple of {step}"));
    }
    phrases.extend(counted(constraints.items, "element"));
    if constraints.unique_items {
        phrases.push("no two alike".to_owned());
    }
    phrases.extend(counted(constraints.members, "member"));
    if let Some(names) = &constraints.names {
        phrases.extend(about("each name", names));
    }
    if let Some(each) = &constraints.each {
        phrases.extend(about("each", each));
    }
    phrases
}

/// What holds of each one that is inside.
fn about(what: &str, inside: &Constraints) -> Option<String> {
    let mut phrases = phrases(inside);
    match inside.values.as_slice() {
        [] => {}
        [only] => phrases.push(code(only)),
        several => {
            let several: Vec<_> = several.iter().map(|value| code(value)).collect();
            phrases.push(format!("one of {}", several.join(", ")));
        }
    }
    (!phrases.is_empty()).then(|| format!("{what} {}", phrases.join(", ")))
}

fn counted(limits: Limits, what: &str) -> Option<String> {
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    match (limits.least.filter(|least| *least > 0), limits.most) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => {
            Some(format!("{most} {what}{}", plural(most)))
        }
        (Some(least), Some(most)) => Some(format!("{least} to {most} {what}{}", plural(most))),
        (Some(least), None) => Some(format!("at least {least} {what}{}", plural(least))),
        (None, Some(most)) => Some(format!("at most {most} {what}{}", plural(most))),
    }
}

fn range(minimum: Option<Bound>, maximum: Option<Bound>) -> Option<String> {
    let from = minimum.map(|bound| {
        let word = if bound.exclusive {
            "more than"
        } else {
            "at least"
        };
        format!("{word} {}", bound.value)
    });
    let to = maximum.map(|bound| {
        let word = if bound.exclusive {
            "less than"
        } else {
            "at most"
        };
        format!("{word} {}", bound.value)
    });
    match (minimum, maximum) {
        (Some(from), Some(to)) if !from.exclusive && !to.exclusive => {
            Some(format!("from {} to {}", from.value, to.value))
        }
        _ => match (from, to) {
            (Some(from), Some(to)) => Some(format!("{from} and {to}")),
            (from, to) => from.or(to),
        },
    }
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(least: u64, most: u64) -> Limits {
        Limits {
            least: (least > 0).then_some(least),
            most: Some(most),
        }
    }

    #[test]
    fn one_line_says_all_that_can_be_checked() {
        let each = Constraints {
            length: limits(0, 20),
            patterns: vec!["^[a-z`]+$".to_owned()],
            ..Constraints::default()
        };
        let list = Constraints {
            items: limits(1, 5),
            unique_items: true,
            each: Some(Box::new(each)),
            notes: vec!["Not all such values fit.".to_owned()],
            ..Constraints::default()
        };
        assert_eq!(
            constraints(&list),
            [
                "1 to 5 elements, no two alike, each at most 20 characters, matching `^[a-z']+$`.",
                "Not all such values fit.",
            ]
        );
        assert_eq!(constraints(&Constraints::default()), Vec::<String>::new());
    }

    #[test]
    fn numbers_are_bounded_in_words() {
        let bound = |value, exclusive| Some(Bound { value, exclusive });
        let said = |minimum, maximum| range(minimum, maximum).expect("a bound");
        assert_eq!(said(bound(0.0, false), bound(10.0, false)), "from 0 to 10");
        assert_eq!(
            said(bound(0.5, true), bound(1e3, false)),
            "more than 0.5 and at most 1000"
        );
        assert_eq!(said(None, bound(-1.0, true)), "less than -1");
    }
}

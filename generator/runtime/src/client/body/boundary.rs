//! What stands between the parts of a message.

/// A text that is in none of `parts`, whoever wrote them: found, not thrown.
pub(super) fn boundary(parts: &[&[u8]]) -> String {
    let mut number: u64 = 0;
    loop {
        let boundary = format!("hookgen-boundary-{number:016x}");
        if !parts.iter().any(|part| contains(part, boundary.as_bytes())) {
            return boundary;
        }
        number += 1;
    }
}

fn contains(mut text: &[u8], sought: &[u8]) -> bool {
    let Some(first) = sought.first() else {
        return true;
    };
    while let Some(at) = text.iter().position(|byte| byte == first) {
        text = &text[at..];
        if text.starts_with(sought) {
            return true;
        }
        text = &text[1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_never_holds_the_boundary() {
        let first = boundary(&[]);
        let hostile = format!("--{first}\r\nh{first}");
        let second = boundary(&[hostile.as_bytes()]);
        assert_ne!(first, second);
        let both = [first.as_bytes(), second.as_bytes()];
        assert!(!both.contains(&boundary(&both).as_bytes()));
    }
}

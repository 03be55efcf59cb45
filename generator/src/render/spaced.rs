//! Blank lines between members.

use super::broken;

/// Puts an empty line between the members of a struct or an impl.
pub fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut previous = "";
    let mut in_derive = false;
    for line in text.lines() {
        in_derive = line == broken::DERIVES || in_derive && line != ")]";
        let is_member = line.starts_with("    ") && !line.starts_with("     ");
        let opens = is_member && !line.starts_with("    }") && !line.starts_with("    )");
        let opens = opens && !line.starts_with("    >");
        let follows_member = previous.starts_with("    ")
            && (previous.ends_with(',') || previous == "    }")
            && !previous.trim_start().starts_with("//");
        if opens && follows_member && !in_derive {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn members_are_set_apart() {
        let text = "pub struct A {\n    /// B.\n    pub b: C,\n    /// D.\n    pub d: E,\n}\n";
        let apart = "pub struct A {\n    /// B.\n    pub b: C,\n\n    /// D.\n    pub d: E,\n}\n";
        assert_eq!(spaced(text), apart);
    }
}

//! Text that CommonMark and rustdoc read as text.

use std::borrow::Cow;

/// The text without what has no width, or turns the direction of what follows.
pub fn without_controls(text: &str) -> String {
    let is_plain = |one: u8| one == b'\n' || one == b' ' || one.is_ascii_graphic();
    if text.bytes().all(is_plain) {
        return text.to_owned();
    }
    let text = text.replace('\t', "    ");
    text.chars()
        .filter(|&one| one == '\n' || !is_invisible(one))
        .collect()
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The words of a paragraph; what stands between backticks or in a link's target is one word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.split(move |character: char| {
        in_code ^= character == '`';
        character == ' ' && !in_code || character == '\n'
    })
    .filter(|word| !word.is_empty())
}

/// A word at the start of a line, where it must not look like a list, a heading or a quote.
pub fn opening(word: &str) -> Cow<'_, str> {
    let digits = word.trim_start_matches(|one: char| one.is_ascii_digit());
    let is_number = digits.len() < word.len() && (digits == "." || digits == ")");
    if is_number {
        let (number, mark) = word.split_at(word.len() - 1);
        return format!("{number}\\{mark}").into();
    }
    let is_mark = matches!(word, "-" | "+") || word.starts_with('#') || is_rule(word);
    if is_mark {
        format!("\\{word}").into()
    } else {
        word.into()
    }
}

/// `---`, `===`, `~~~`: they underline a heading, or open a block of code.
fn is_rule(word: &str) -> bool {
    ["---", "===", "~~~"]
        .iter()
        .any(|rule| word.starts_with(rule))
        || word == "--"
        || word == "="
}

/// Writes text so that CommonMark and rustdoc read it as text; addresses become links.
pub fn escape(text: &str, out: &mut String) {
    if !text.bytes().any(may_mean_something) {
        out.push_str(text);
        return;
    }
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if !word.bytes().any(may_mean_something) {
            out.push_str(word);
            continue;
        }
        match address(word) {
            Some((before, address, after)) => {
                escape_word(before, out);
                out.push('<');
                out.push_str(address);
                out.push('>');
                escape_word(after, out);
            }
            None => escape_word(word, out),
        }
    }
}

/// Whether a word with this in it may be more than text: most have nothing of the kind.
fn may_mean_something(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'>' | b'_' | b'&' | b':'
    )
}

/// The address of a web page inside a word, with what stands around it.
fn address(word: &str) -> Option<(&str, &str, &str)> {
    let start = word.find("https://").or_else(|| word.find("http://"))?;
    let (before, rest) = word.split_at(start);
    let is_end = |one: char| one.is_whitespace() || "<>\"'`{}|\\,[]".contains(one);
    let mut address = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    loop {
        // What ends a sentence, or closes what was open before, is not part of the address.
        let closes = address.ends_with(')') && !address.contains('(');
        let shorter = address.strip_suffix(|one| ".:;!?*_".contains(one) || closes && one == ')');
        match shorter {
            Some(shorter) => address = shorter,
            None => break,
        }
    }
    let (address, after) = rest.split_at(address.len());
    (address.len() > "https://".len()).then_some((before, address, after))
}

fn escape_word(word: &str, out: &mut String) {
    let characters: Vec<char> = word.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        let is_letter = |at: usize| characters.get(at).is_some_and(|one| one.is_alphanumeric());
        let inside = index > 0 && is_letter(index - 1) && is_letter(index + 1);
        let means_something = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' => true,
            '_' => !inside,
            '&' => is_letter(index + 1) || characters.get(index + 1) == Some(&'#'),
            _ => false,
        };
        if means_something {
            out.push('\\');
        }
        out.push(character);
    }
}

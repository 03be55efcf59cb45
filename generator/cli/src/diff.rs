//! A unified diff, in color.

use anstyle::{AnsiColor, Style};

/// What is there in red, what would be there in green.
pub(crate) fn colored(diff: &str) -> String {
    diff.lines()
        .map(|line| {
            let style = style(line);
            format!("{style}{line}{style:#}\n")
        })
        .collect::<Vec<_>>()
        .concat()
}

fn style(line: &str) -> Style {
    if line.starts_with("--- ") || line.starts_with("+++ ") {
        return Style::new().bold();
    }
    match line.chars().next() {
        Some('-') => AnsiColor::Red.on_default(),
        Some('+') => AnsiColor::Green.on_default(),
        Some('@') => AnsiColor::Cyan.on_default(),
        _ => Style::new(),
    }
}

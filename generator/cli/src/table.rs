//! Rows in columns.

use anstyle::Style;

/// A title, and rows in columns below it.
#[derive(Debug)]
pub(crate) struct Table {
    title: String,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            rows: Vec::new(),
        }
    }

    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(Vec::from(cells));
    }

    /// A line of its own, which no column is as wide as.
    pub(crate) fn line(&mut self, line: &str) {
        self.rows.push(vec![line.to_owned()]);
    }

    /// The whole of it; a table without rows is its title alone.
    pub(crate) fn render(&self) -> String {
        let bold = Style::new().bold();
        let mut text = format!("{bold}{}{bold:#}\n", self.title);
        let widths = self.widths();
        for row in &self.rows {
            let mut line = String::from(" ");
            for (cell, width) in row.iter().zip(&widths) {
                line.push(' ');
                line.push_str(cell);
                let padding = width.saturating_sub(cell.chars().count()) + 1;
                line.extend(std::iter::repeat_n(' ', padding));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        (0..columns)
            .map(|column| {
                let rows = self.rows.iter().filter(|row| row.len() > 1);
                rows.filter_map(|row| row.get(column))
                    .map(|cell| cell.chars().count())
                    .max()
                    .unwrap_or_default()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_are_as_wide_as_what_is_in_them() {
        let mut table = Table::new("Servers");
        table.row(["é".to_owned(), "one".to_owned()]);
        table.row(["long".to_owned(), String::new()]);
        let text = anstream::adapter::strip_str(&table.render()).to_string();
        assert_eq!(text, "Servers\n  é     one\n  long\n");
    }
}

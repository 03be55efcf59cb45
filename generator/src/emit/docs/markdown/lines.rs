//! Lines of a doc comment, wrapped, behind what the blocks put before them that they are in.

use crate::emit::docs::text::{opening, words};

/// The widest line, in characters, without the slashes before it.
pub(super) const WIDTH: usize = 80;

/// The lines so far, and the paragraph that is being read.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<String>,
    /// The paragraph that is being read: already escaped.
    pub(super) text: String,
    /// What stands before the next line, and before those that follow it.
    margins: Vec<Margin>,
}

/// What a block puts before its lines.
pub(super) struct Margin {
    first: Option<String>,
    rest: String,
}

impl Margin {
    /// A quotation.
    pub(super) fn quote() -> Self {
        Self {
            first: None,
            rest: "> ".to_owned(),
        }
    }

    /// An item of a list.
    pub(super) fn bullet(bullet: &str) -> Self {
        Self {
            first: Some(bullet.to_owned()),
            rest: " ".repeat(bullet.len()),
        }
    }
}

impl Lines {
    /// All of them, without the empty ones at the end.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.flush();
        while self.done.last().is_some_and(String::is_empty) {
            self.done.pop();
        }
        self.done
    }

    /// Opens a block.
    pub(super) fn open(&mut self, margin: Margin) {
        self.margins.push(margin);
    }

    /// Closes the block that was opened last.
    pub(super) fn close(&mut self) {
        self.flush();
        self.margins.pop();
    }

    /// Ends what is being read, and keeps a distance from what follows.
    pub(super) fn paragraph(&mut self) {
        self.flush();
        let opens_item = self
            .margins
            .last()
            .is_some_and(|margin| margin.first.is_some());
        if !opens_item {
            self.blank();
        }
    }

    /// Keeps a distance from what is before.
    pub(super) fn blank(&mut self) {
        if self.done.last().is_some_and(|line| !line.is_empty()) {
            self.done.push(String::new());
        }
    }

    /// Ends what is being read.
    pub(super) fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        let margin: usize = self.margins.iter().map(|margin| margin.rest.len()).sum();
        let mut line = String::with_capacity(WIDTH.min(text.len()));
        let mut width = 0;
        for word in words(&text) {
            let wider = width + 1 + word.chars().count();
            if !line.is_empty() && wider + margin > WIDTH {
                self.line(&line);
                line.clear();
            }
            if line.is_empty() {
                line.push_str(&opening(word));
                width = line.chars().count();
            } else {
                line.push(' ');
                line.push_str(word);
                width = wider;
            }
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }

    /// Adds a line that is not wrapped.
    pub(super) fn line(&mut self, text: &str) {
        let mut line = String::with_capacity(text.len());
        for margin in &mut self.margins {
            line.push_str(&margin.first.take().unwrap_or_else(|| margin.rest.clone()));
        }
        line.push_str(text);
        line.truncate(line.trim_end().len());
        self.done.push(line);
    }
}

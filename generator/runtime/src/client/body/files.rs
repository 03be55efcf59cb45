//! Files, as a member of an object has them.

use crate::{FormFile, Maybe};

/// A file, several of them, or one that may not be there: what a member of a form holds.
pub trait Files {
    /// Hands over each file.
    fn each(&self, add: &mut dyn FnMut(&FormFile));
}

impl Files for FormFile {
    fn each(&self, add: &mut dyn FnMut(&FormFile)) {
        add(self);
    }
}

impl<T: Files> Files for Vec<T> {
    fn each(&self, add: &mut dyn FnMut(&FormFile)) {
        for files in self {
            files.each(add);
        }
    }
}

impl<T: Files> Files for Option<T> {
    fn each(&self, add: &mut dyn FnMut(&FormFile)) {
        if let Some(files) = self {
            files.each(add);
        }
    }
}

impl<T: Files> Files for Maybe<T> {
    fn each(&self, add: &mut dyn FnMut(&FormFile)) {
        if let Some(files) = self.value() {
            files.each(add);
        }
    }
}

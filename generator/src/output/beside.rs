//! Files on their way: written beside their place, and moved there whole.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What stands between the name of a file and the numbers of who writes it.
const MIDDLE: &str = ".hookgen-";

/// Writes a new file in the folder of `place`: from there a rename replaces it in one go.
pub(super) fn write_beside(place: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    let mut attempt = 0;
    loop {
        let beside = place.with_file_name(format!(".{name}{MIDDLE}{process}-{attempt}"));
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
        {
            Ok(mut file) => {
                return match file.write_all(bytes) {
                    Ok(()) => Ok(beside),
                    Err(error) => {
                        drop(file);
                        drop(fs::remove_file(&beside));
                        Err(error)
                    }
                };
            }
            // Left behind by a process that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => {
                attempt += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Writes a file whole, or not at all.
pub(crate) fn write_whole(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = write_beside(place, bytes)?;
    fs::rename(&beside, place).inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// Whether a file is one that never came to its place, as whoever wrote it was killed.
pub(super) fn is_left_behind(place: &Path) -> bool {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let numbers = name
        .strip_prefix('.')
        .and_then(|name| name.rsplit_once(MIDDLE))
        .and_then(|(_, numbers)| numbers.split_once('-'));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    numbers.is_some_and(|(process, attempt)| number(process) && number(attempt))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_is_left_behind_is_known_by_its_name() {
        let folder = TempDir::new().expect("a temporary folder");
        let beside = write_beside(&folder.path().join("a.rs"), b"half").expect("a writable folder");
        assert!(is_left_behind(&beside));
        for name in [
            "a.rs",
            ".a.rs",
            ".hookgen-1-1.rs",
            ".a.rs.hookgen-x-1",
            "a.hookgen-1-1",
        ] {
            assert!(!is_left_behind(Path::new(name)), "{name}");
        }
    }
}

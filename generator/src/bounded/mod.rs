//! Reading what a person names, and no more of it than there is room for.
//!
//! A name may lead anywhere: to a disk's image instead of a description, to a device that never
//! ends, to a pipe that nobody writes to. All files that are named are read by this, whole, and by
//! nothing else.

mod unread;

use std::fs::{File, FileType};
use std::io::Read;
use std::path::Path;

pub use unread::Unread;

/// How many bytes are read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Limit(u64);

impl Limit {
    /// For descriptions, with all of their files, for overlays, and for what was delivered: ten
    /// times the largest description that is known to be published.
    pub const DOCUMENT: Self = Self(256 * MEGABYTE);

    /// For what is written by hand: settings, and a secret.
    pub const TEXT: Self = Self(MEGABYTE);

    /// In bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.0
    }
}

const MEGABYTE: u64 = 1_000_000;

/// What is in the file at `path`.
///
/// # Errors
///
/// If it is no file or too large, or cannot be read.
pub fn read(path: &Path, limit: Limit) -> Result<Vec<u8>, Unread> {
    let file = open(path)?;
    let found = file.metadata()?;
    let size = found.is_file().then_some(found.len());
    if let Some(size) = size.filter(|size| *size > limit.0) {
        return Err(Unread::TooLarge {
            size: Some(size),
            limit,
        });
    }
    let mut bytes = Vec::with_capacity(size.and_then(|it| it.try_into().ok()).unwrap_or_default());
    read_into(&mut bytes, file, limit)?;
    match size {
        None if bytes.is_empty() => Err(Unread::Drained),
        _ => Ok(bytes),
    }
}

/// What comes from `reader`, up to its end.
///
/// # Errors
///
/// If it is too much, or cannot be read.
pub fn read_from(reader: impl Read, limit: Limit) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    read_into(&mut bytes, reader, limit)?;
    Ok(bytes)
}

fn read_into(bytes: &mut Vec<u8>, reader: impl Read, limit: Limit) -> Result<(), Unread> {
    reader.take(limit.0.saturating_add(1)).read_to_end(bytes)?;
    if bytes.len() as u64 > limit.0 {
        return Err(Unread::TooLarge { size: None, limit });
    }
    Ok(())
}

/// Opens what can be read to its end: a file, or a pipe that a shell made: `<(command)`.
///
/// # Errors
///
/// If it is something else, or cannot be opened.
pub fn open(path: &Path) -> Result<File, Unread> {
    // Before it is opened, which may never end.
    let kind = path.metadata()?.file_type();
    if kind.is_dir() {
        return Err(Unread::Directory);
    }
    if let Some(what) = special(kind, path) {
        return Err(Unread::NoFile { what });
    }
    Ok(File::open(path)?)
}

/// Whether this is a pipe that a shell made, which can be read only once.
#[must_use]
pub fn is_pipe(path: &Path) -> bool {
    let kind = path.metadata().map(|found| found.file_type());
    kind.is_ok_and(|kind| !kind.is_file() && !kind.is_dir() && special(kind, path).is_none())
}

#[cfg(unix)]
fn special(kind: FileType, path: &Path) -> Option<&'static str> {
    use std::os::unix::fs::FileTypeExt as _;

    let is_in = |folder: &str| path.starts_with(folder);
    if kind.is_file() {
        // Such files have no size, and some of them no end.
        let real = path.canonicalize().ok()?;
        let is_stored = !["/proc", "/sys"]
            .iter()
            .any(|folder| real.starts_with(folder));
        (!is_stored).then_some("a file that the operating system makes up")
    } else if kind.is_fifo() {
        // Those that a shell made are in these folders, and have someone who writes to them.
        (!is_in("/dev") && !is_in("/proc")).then_some("a named pipe")
    } else if kind.is_socket() {
        Some("a socket")
    } else {
        Some("a device")
    }
}

#[cfg(not(unix))]
fn special(kind: FileType, _: &Path) -> Option<&'static str> {
    (!kind.is_file()).then_some("no file")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;

    use tempfile::TempDir;

    use super::*;

    /// What comes of reading it, in words.
    fn outcome(path: &Path, limit: Limit) -> String {
        match read(path, limit) {
            Ok(bytes) => format!("{} bytes", bytes.len()),
            Err(unread) => format!("{}: {unread}", unread.code()),
        }
    }

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("file");
        fs::write(&path, "four").expect("a writable folder");
        assert_eq!(outcome(&path, Limit(4)), "4 bytes");
        assert_eq!(
            outcome(&path, Limit(3)),
            "file-too-large: this is 1 MB large, and no more than 1 MB are read"
        );
        let file = File::create(&path).expect("a writable folder");
        file.set_len(3_270_000_000).expect("holes take no room");
        assert_eq!(
            outcome(&path, Limit::DOCUMENT),
            "file-too-large: this is 3.2 GB large, and no more than 256 MB are read"
        );
        assert_eq!(
            outcome(folder.path(), Limit(9)),
            "not-a-file: this is a directory"
        );
        assert_eq!(
            outcome(&folder.path().join("other"), Limit(9)),
            "file-not-found: there is no such file"
        );
    }

    #[test]
    fn what_has_no_end_is_read_up_to_its_limit() {
        let endless = read_from(io::repeat(b'a'), Limit::TEXT).map_err(|unread| unread.to_string());
        let expected = "this is more than 1 MB large, and no more than 1 MB are read";
        assert_eq!(endless, Err(expected.to_owned()));
        let whole = read_from(&b"four"[..], Limit(4));
        assert_eq!(whole.expect("it fits"), b"four");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_opened() {
        let zero = outcome(Path::new("/dev/zero"), Limit::TEXT);
        assert_eq!(zero, "not-a-file: this is a device");
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
        assert_eq!(outcome(&path, Limit::TEXT), "not-a-file: this is a socket");
    }
}

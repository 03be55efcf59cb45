//! From an offset in a JSON text to the path of the value there.

use super::path::Path;
use super::scan::Scanner;

/// The path of the value at which reading stopped after `offset` bytes.
///
/// That is the value of the last token that begins before `offset`; or the array or object that
/// begins right there, because a bracket that is not expected is looked at without being read.
pub(super) fn locate(text: &[u8], offset: usize) -> Path {
    let mut scanner = Scanner::new(text);
    while let Some((start, byte)) = scanner.peek() {
        if start > offset || (start == offset && !matches!(byte, b'[' | b'{')) {
            break;
        }
        scanner.token();
    }
    scanner.path()
}

/// Where the array or object of `length` bytes begins that was the last thing to be read whole
/// after `offset` bytes, and its path: the whole text's where there is none.
///
/// The container around it may have been closed since, and that alone: a longer one.
pub(super) fn locate_whole(text: &[u8], offset: usize, length: usize) -> (usize, Path) {
    let mut scanner = Scanner::new(text);
    let mut last = (
        scanner.peek().map_or(0, |(start, _)| start),
        Path::default(),
    );
    while scanner.peek().is_some_and(|(start, _)| start < offset) {
        if let Some((start, end)) = scanner.token()
            && end - start == length
        {
            last = (start, scanner.path());
        }
    }
    last
}

//! Results on the standard output, everything else beside it; and streams that nobody reads.

use std::io;
use std::process::Stdio;

use crate::support::{Folder, with_warnings};

#[test]
fn results_and_diagnostics_are_apart() {
    let folder = Folder::new();
    folder.write("odd.yaml", with_warnings());
    let answer = folder.run(&["generate", "odd.yaml", "-o", "out"]);
    assert_eq!(
        answer.ends_with(0).stdout,
        "out/: 9 files written (2 warnings)\n"
    );
    assert!(answer.stderr.contains("dangling-reference"), "{answer}");
    assert!(answer.stderr.contains("unknown-type"), "{answer}");
}

/// Everything that prints, with the status that it has where somebody reads.
const PRINTING: [(&str, i32); 8] = [
    ("inspect forge.yaml", 0),
    ("inspect forge.yaml --format json", 0),
    ("check forge.yaml -o out", 1),
    ("generate forge.yaml -o out", 0),
    ("completions bash", 0),
    ("--help", 0),
    ("generate", 2),
    ("generate --bogus --format json", 2),
];

/// `hookgen … | head -1`, when `head` has gone before anything is written.
#[test]
fn nobody_reads_the_standard_output() {
    let folder = Folder::new();
    for (arguments, code) in PRINTING {
        let words: Vec<_> = arguments.split(' ').collect();
        let mut command = folder.command(&words);
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        let output = command.stdout(writer).output().expect("the command runs");
        let aside = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments}: {aside}");
        assert!(!aside.contains("panicked"), "{arguments}: {aside}");
    }
}

#[test]
fn nobody_reads_the_standard_error() {
    let folder = Folder::new();
    for (arguments, code) in PRINTING {
        let words: Vec<_> = arguments.split(' ').collect();
        let mut command = folder.command(&words);
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        command.stderr(writer).stdout(Stdio::null());
        let status = command.status().expect("the command runs");
        assert_eq!(status.code(), Some(code), "{arguments}");
    }
}

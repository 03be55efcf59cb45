//! What was generated, held to rustfmt.

use std::io;
use std::path::Path;
use std::process::Command;

/// Whether rustfmt has nothing to change in the crates of the workspace in `folder`; each file
/// that it would change is printed.
pub(crate) fn is_kept(folder: &Path, crates: &[String]) -> io::Result<bool> {
    let mut changed = 0;
    for name in crates {
        // It goes from the root of a crate to all modules.
        let output = Command::new("rustfmt")
            .args(["--edition", "2024", "--check", "-l"])
            .arg(folder.join("crates").join(name).join("src/lib.rs"))
            .output()?;
        let files = String::from_utf8_lossy(&output.stdout);
        for file in files.lines() {
            println!("rustfmt would change {file}");
            changed += 1;
        }
        if !output.status.success() && files.is_empty() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
        }
    }
    println!("rustfmt would change {changed} files");
    Ok(changed == 0)
}

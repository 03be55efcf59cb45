//! A folder of its own for a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use tempfile::TempDir;

use super::{Answer, FORGE, SETTINGS};

/// What the environment may say of color, width, secrets and proxies, which tests must not depend on.
const ENVIRONMENT: [&str; 12] = [
    "ALL_PROXY",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "HOOKGEN_SECRET",
    "HTTP_PROXY",
    "NO_COLOR",
    "TERM",
    "all_proxy",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
];

/// A folder that is gone when the test is over.
pub struct Folder(TempDir);

impl Folder {
    /// One with `forge.yaml` in it.
    pub fn new() -> Self {
        let folder = Self(TempDir::new().expect("a temporary folder"));
        folder.write("forge.yaml", FORGE);
        folder
    }

    /// One with `spec/hookgen.toml` and `spec/forge.yaml` in it.
    pub fn with_settings() -> Self {
        let folder = Self(TempDir::new().expect("a temporary folder"));
        folder.write("spec/forge.yaml", FORGE);
        folder.write("spec/hookgen.toml", SETTINGS);
        folder
    }

    /// One with settings, and the crate that they describe.
    pub fn generated() -> Self {
        let folder = Self::with_settings();
        folder.run(&["generate"]).is_well();
        folder
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file, and the folders that it needs.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        let folder = path.parent().expect("a file has a folder");
        fs::create_dir_all(folder).expect("a writable folder");
        fs::write(path, bytes).expect("a writable folder");
    }

    /// Replaces a part of a file that is there once.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in\n{text}");
        self.write(path, text.replace(from, to));
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a text")
    }

    /// The files in it by their paths, with what is in them.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        self.visit(self.0.path(), &mut |name, path| {
            files.insert(name, fs::read(path).expect("a file"));
        });
        files
    }

    /// The names of the files in a folder inside of it, one a line.
    pub fn list(&self, folder: &str) -> String {
        let prefix = format!("{folder}/");
        let files = self.files();
        let names: Vec<_> = files
            .keys()
            .filter_map(|name| name.strip_prefix(&prefix))
            .collect();
        names.join("\n")
    }

    /// When each file was written.
    pub fn times(&self) -> BTreeMap<String, SystemTime> {
        let mut times = BTreeMap::new();
        self.visit(self.0.path(), &mut |name, path| {
            let modified = fs::metadata(path).and_then(|found| found.modified());
            times.insert(name, modified.expect("a time"));
        });
        times
    }

    /// Makes every file one of long ago, so that one which is written again is seen to be.
    pub fn age(&self) {
        self.visit(self.0.path(), &mut |_, path| {
            let file = fs::File::options().write(true).open(path);
            file.and_then(|file| file.set_modified(SystemTime::UNIX_EPOCH))
                .expect("times can be set");
        });
    }

    fn visit(&self, folder: &Path, seen: &mut dyn FnMut(String, &Path)) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.visit(&path, seen);
            } else {
                let name = path.strip_prefix(self.0.path()).expect("it is inside");
                let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
                seen(parts.join("/"), &path);
            }
        }
    }

    /// Runs the command in it.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command(arguments), arguments)
    }

    /// Runs the command in a folder inside of it.
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> Answer {
        let mut command = self.command(arguments);
        command.current_dir(self.path(folder));
        answer(command, arguments)
    }

    /// Runs the command with these variables in its environment.
    pub fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Answer {
        let mut command = self.command(arguments);
        command.envs(variables.iter().copied());
        answer(command, arguments)
    }

    /// The command, not run yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hookgen"));
        self.prepare(&mut command);
        command.args(arguments);
        command
    }

    /// Makes a program run in it as the command does.
    pub fn prepare(&self, command: &mut Command) {
        command.current_dir(self.0.path()).stdin(Stdio::null());
        for variable in ENVIRONMENT {
            command.env_remove(variable);
        }
    }
}

fn answer(mut command: Command, arguments: &[&str]) -> Answer {
    let output = command.output().expect("the command runs");
    Answer::new(arguments, output)
}

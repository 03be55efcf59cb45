//! The application, in a process of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::provider::KEY;

/// Runs until it is killed, which it is when it is dropped at the latest.
pub struct Application {
    process: Child,
    pub address: SocketAddr,
}

impl Application {
    /// Starts it on a database, with settings.
    pub fn start(database: &Path, settings: &[(&str, &str)]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_inbox"))
            .env("SEZZLE_PRIVATE_KEY", KEY)
            .env("LISTEN", "127.0.0.1:0")
            .env("DATABASE", database)
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("it is piped"))
            .read_line(&mut line)
            .expect("it says where it listens");
        let address = line.trim().strip_prefix("listening on ");
        Self {
            address: address
                .expect("that is what it says")
                .parse()
                .expect("an address"),
            process,
        }
    }

    /// SIGKILL, where there is such a thing: nothing of the application's own runs any more.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it has ended");
    }

    /// How many MB of memory it has had at most, where that can be told.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024)
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

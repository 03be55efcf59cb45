//! Decodes deliveries that were made up. Made by the corpus test.

use std::process::ExitCode;

use hookgen_runtime::receiver::Deliveries;
use hookgen_runtime::serde_json::{self, Value};

/// Why a delivery is not what it should be.
type Decode = fn(&str, &[u8]) -> Option<String>;

fn main() -> ExitCode {
    let mut totals = Totals::default();
    // Each document is called here.
    println!("{} samples are decoded, {} are not", totals.decoded, totals.refused);
    if totals.refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Totals {
    decoded: usize,
    refused: usize,
}

impl Totals {
    fn document(
        &mut self,
        name: &str,
        lines: &str,
        webhooks: Option<Decode>,
        callbacks: Option<Decode>,
    ) {
        for line in lines.lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let event = line["event"].as_str().expect("text");
            let decode = if line["callback"] == true { callbacks } else { webhooks };
            let decode = decode.expect("it is generated");
            match decode(event, line["body"].to_string().as_bytes()) {
                None => self.decoded += 1,
                Some(why) => {
                    self.refused += 1;
                    println!("{name} {event}: {why}");
                }
            }
        }
    }
}

fn decode<E: Deliveries>(event: &str, body: &[u8]) -> Option<String> {
    match E::decode(event, body) {
        Some(Ok(_)) => None,
        Some(Err(error)) => Some(error.to_string()),
        None => Some("no such event".to_owned()),
    }
}

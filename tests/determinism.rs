//! The output is a function of what the description says: not of the run, and not of the order in
//! which its maps are written.

use std::fs;
use std::path::{Path, PathBuf};

use hookgen::{Module, Options, generate, generate_text};
use serde_json::Value;

/// The providers' descriptions and every fixture.
fn descriptions() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![root.join("spec/sezzle.yaml"), root.join("spec/stripe.yaml")];
    for entry in fs::read_dir(root.join("tests/fixtures")).expect("the fixtures are there") {
        paths.push(entry.expect("an entry").path());
    }
    assert!(paths.len() > 20, "the fixtures are there");
    paths
}

fn options() -> Options {
    Options {
        name: "module".to_owned(),
        shown_as: "description".to_owned(),
        command: "hookgen generate".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    }
}

fn texts(module: &Module) -> Vec<(&str, &str)> {
    module
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.text.as_str()))
        .collect()
}

#[test]
fn two_runs_give_the_same() {
    for path in descriptions() {
        let one = generate(&path, &options()).unwrap_or_else(|findings| panic!("{findings:?}"));
        let other = generate(&path, &options()).unwrap_or_else(|findings| panic!("{findings:?}"));
        assert_eq!(texts(&one), texts(&other), "{}", path.display());
    }
}

#[test]
fn the_order_of_maps_does_not_matter() {
    for path in descriptions() {
        let module = generate(&path, &options()).unwrap_or_else(|findings| panic!("{findings:?}"));
        let text = fs::read_to_string(&path).expect("a description is text");
        let value: Value = serde_yaml::from_str(&text).expect("YAML");
        for seed in 1..=8 {
            let mut shuffled = String::new();
            write_shuffled(&value, &mut Random(seed), &mut shuffled);
            let again = generate_text(&shuffled, &options())
                .unwrap_or_else(|findings| panic!("{}: {findings:?}", path.display()));
            assert_eq!(
                texts(&module),
                texts(&again),
                "{}, seed {seed}",
                path.display()
            );
        }
    }
}

/// JSON in which the members of every object stand in an order of `random`'s choice.
fn write_shuffled(value: &Value, random: &mut Random, out: &mut String) {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                write_shuffled(item, random, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for index in (1..members.len()).rev() {
                members.swap(index, random.below(index + 1));
            }
            out.push('{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write_shuffled(member, random, out);
            }
            out.push('}');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}

/// A xorshift generator (Marsaglia, 2003): the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is below a usize")
    }
}

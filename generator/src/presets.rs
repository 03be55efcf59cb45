//! Ways of signing that are known by a name.

use serde_json::Value;

use crate::settings::nearest;

/// The schemes, in the words of `x-webhook-verification` itself.
const PRESETS: &str = include_str!("presets.yaml");

/// The scheme of this name; else what to do about it.
pub(crate) fn preset(name: &str) -> Result<Value, String> {
    let mut presets = all();
    presets.get_mut(name).map(Value::take).ok_or_else(|| {
        let names: Vec<&str> = presets.as_object().map_or_else(Vec::new, |presets| {
            presets.keys().map(String::as_str).collect()
        });
        match nearest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it may be {}", names.join(", ")),
        }
    })
}

/// What they are called, as a list for a person to read.
pub(crate) fn names() -> String {
    let lines = PRESETS
        .lines()
        .filter(|line| line.starts_with(char::is_alphabetic));
    let names = lines.filter_map(|line| line.strip_suffix(':'));
    names.collect::<Vec<_>>().join(", ")
}

/// All of them, by name.
pub(crate) fn all() -> Value {
    serde_yaml::from_str(PRESETS).expect("the presets are ours, and a test reads them")
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_are_named() {
        let all = super::all();
        let names = super::names();
        let names: Vec<_> = names.split(", ").collect();
        assert!(all.as_object().is_some_and(|all| all.len() == names.len()));
        assert!(names.iter().all(|name| all.get(name).is_some()));
    }

    #[test]
    fn a_name_that_is_not_known_has_a_suggestion() {
        assert!(super::preset("paddle").is_ok());
        assert_eq!(
            super::preset("padle"),
            Err("did you mean `paddle`?".to_owned())
        );
        assert!(super::preset("nobody").is_err_and(|help| help.contains("adyen-payments, ")));
    }
}

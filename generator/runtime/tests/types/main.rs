//! Types as generated code has them.

mod objects;
mod tuples;
mod unions;

use hookgen_runtime::serde::Serialize;
use hookgen_runtime::serde::de::DeserializeOwned;
use hookgen_runtime::{Value, decode, serde_json};

fn read<T: DeserializeOwned>(json: &Value) -> Result<T, String> {
    let from_text = decode(json.to_string().as_bytes()).map_err(|error| error.to_string());
    // The same from a value that is there already, which takes other ways through serde.
    assert_eq!(
        from_text.is_ok(),
        serde_json::from_value::<T>(json.clone()).is_ok()
    );
    from_text
}

fn write(value: impl Serialize) -> Value {
    serde_json::from_str(&serde_json::to_string(&value).unwrap()).unwrap()
}

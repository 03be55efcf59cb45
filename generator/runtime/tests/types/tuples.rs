//! Arrays whose first elements have a type each.

use hookgen_runtime::{Tuple, Value};
use serde_json::json;

use super::{read, write};

type Pair = Tuple<(String, i64)>;

#[test]
fn what_follows_is_kept() {
    for json in [json!(["a", 1]), json!(["a", 1, null, { "b": [2] }])] {
        let pair: Pair = read(&json).unwrap();
        assert_eq!(pair.first, ("a".to_owned(), 1));
        assert_eq!(write(pair), json);
    }
}

#[test]
fn what_follows_may_have_a_type() {
    let json = json!([1, "a", "b"]);
    let row: Tuple<(i64,), String> = read(&json).unwrap();
    assert_eq!(row.rest, ["a", "b"]);
    assert_eq!(write(row), json);
    let error = read::<Tuple<(i64,), String>>(&json!([1, 2])).unwrap_err();
    assert!(error.contains("$[1]"), "{error}");
}

#[test]
fn a_missing_element_is_an_error() {
    let error = read::<Pair>(&json!(["a"])).unwrap_err();
    assert!(error.contains("2 elements or more"), "{error}");
    assert!(read::<Pair>(&Value::Null).is_err());
}

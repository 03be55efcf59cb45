//! The tables of OpenAPI 3.1.1 (section 4.8.12.5, "Style Examples") and of RFC 6570.

use serde_json::{Value, json};

use super::{Layout, Style, cookie, header, path, query};

fn empty() -> Value {
    json!("")
}

fn string() -> Value {
    json!("blue")
}

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

fn in_path(value: &Value, layout: impl Into<Layout>) -> String {
    path("color", value, layout.into()).unwrap_or_default()
}

fn in_query(value: &Value, layout: impl Into<Layout>) -> String {
    query("color", value, layout.into())
}

#[test]
fn the_path_has_matrix_label_and_simple() {
    for (layout, of_empty, of_string, of_array, of_object) in [
        (
            Style::Matrix.into(),
            ";color",
            ";color=blue",
            ";color=blue,black,brown",
            ";color=B,150,G,200,R,100",
        ),
        (
            Style::Matrix.explode(),
            ";color",
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";B=150;G=200;R=100",
        ),
        (
            Style::Label.into(),
            ".",
            ".blue",
            ".blue,black,brown",
            ".B,150,G,200,R,100",
        ),
        (
            Style::Label.explode(),
            ".",
            ".blue",
            ".blue.black.brown",
            ".B=150.G=200.R=100",
        ),
        (
            Style::Simple.into(),
            "",
            "blue",
            "blue,black,brown",
            "B,150,G,200,R,100",
        ),
        (
            Style::Simple.explode(),
            "",
            "blue",
            "blue,black,brown",
            "B=150,G=200,R=100",
        ),
        (
            Style::Json.into(),
            "%22%22",
            "%22blue%22",
            "%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
            "%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D",
        ),
    ] {
        let layout: Layout = layout;
        assert_eq!(in_path(&empty(), layout), of_empty, "{layout:?}");
        assert_eq!(in_path(&string(), layout), of_string, "{layout:?}");
        assert_eq!(in_path(&array(), layout), of_array, "{layout:?}");
        assert_eq!(in_path(&object(), layout), of_object, "{layout:?}");
    }
}

#[test]
fn the_query_has_form_delimited_and_deep_object() {
    for (layout, of_empty, of_string, of_array, of_object) in [
        (
            Style::Form.into(),
            "color=",
            "color=blue",
            "color=blue,black,brown",
            "color=B,150,G,200,R,100",
        ),
        (
            Style::Form.explode(),
            "color=",
            "color=blue",
            "color=blue&color=black&color=brown",
            "B=150&G=200&R=100",
        ),
        (
            Style::SpaceDelimited.into(),
            "color=",
            "color=blue",
            "color=blue%20black%20brown",
            "color=B%20150%20G%20200%20R%20100",
        ),
        (
            Style::SpaceDelimited.explode(),
            "color=",
            "color=blue",
            "color=blue&color=black&color=brown",
            "B=150&G=200&R=100",
        ),
        (
            Style::PipeDelimited.into(),
            "color=",
            "color=blue",
            "color=blue%7Cblack%7Cbrown",
            "color=B%7C150%7CG%7C200%7CR%7C100",
        ),
        (
            Style::PipeDelimited.explode(),
            "color=",
            "color=blue",
            "color=blue&color=black&color=brown",
            "B=150&G=200&R=100",
        ),
        (
            Style::DeepObject.explode(),
            "color=",
            "color=blue",
            "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
            "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100",
        ),
        (
            Style::DeepObject.into(),
            "color=",
            "color=blue",
            "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
            "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100",
        ),
        (
            Style::Json.into(),
            "color=%22%22",
            "color=%22blue%22",
            "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
            "color=%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D",
        ),
    ] {
        let layout: Layout = layout;
        assert_eq!(in_query(&empty(), layout), of_empty, "{layout:?}");
        assert_eq!(in_query(&string(), layout), of_string, "{layout:?}");
        assert_eq!(in_query(&array(), layout), of_array, "{layout:?}");
        assert_eq!(in_query(&object(), layout), of_object, "{layout:?}");
    }
}

#[test]
fn a_header_is_simple_and_not_encoded() {
    let in_header = |value: &Value, layout: Layout| header(value, layout).unwrap_or_default();
    for (layout, of_string, of_array, of_object) in [
        (
            Style::Simple.into(),
            "a b/ü",
            "blue,black,brown",
            "B,150,G,200,R,100",
        ),
        (
            Style::Simple.explode(),
            "a b/ü",
            "blue,black,brown",
            "B=150,G=200,R=100",
        ),
        (
            Style::Json.into(),
            "\"a b/ü\"",
            r#"["blue","black","brown"]"#,
            r#"{"B":150,"G":200,"R":100}"#,
        ),
    ] {
        assert_eq!(in_header(&json!("a b/ü"), layout), of_string);
        assert_eq!(in_header(&array(), layout), of_array);
        assert_eq!(in_header(&object(), layout), of_object);
    }
}

#[test]
fn a_cookie_is_form() {
    let in_cookie =
        |value: &Value, layout: Layout| cookie("color", value, layout).unwrap_or_default();
    for (layout, of_string, of_array, of_object) in [
        (
            Style::Form.into(),
            "color=a%3Bb",
            "color=blue,black,brown",
            "color=B,150,G,200,R,100",
        ),
        (
            Style::Form.explode(),
            "color=a%3Bb",
            "color=blue; color=black; color=brown",
            "B=150; G=200; R=100",
        ),
        (
            Style::Json.into(),
            "color=%22a%3Bb%22",
            "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
            "color=%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D",
        ),
    ] {
        assert_eq!(in_cookie(&json!("a;b"), layout), of_string);
        assert_eq!(in_cookie(&array(), layout), of_array);
        assert_eq!(in_cookie(&object(), layout), of_object);
    }
}

/// RFC 6570, section 1.2 and 3.2: the values of its examples.
#[test]
fn values_are_encoded() {
    let hello = json!("Hello World!");
    assert_eq!(in_path(&hello, Style::Simple), "Hello%20World%21");
    assert_eq!(in_path(&json!("50%"), Style::Simple), "50%25");
    assert_eq!(in_path(&json!("/foo/bar"), Style::Simple), "%2Ffoo%2Fbar");
    assert_eq!(in_path(&json!("a-b._~"), Style::Simple), "a-b._~");
    let keys = json!({"comma": ",", "dot": ".", "semi": ";"});
    assert_eq!(in_path(&keys, Style::Simple), "comma,%2C,dot,.,semi,%3B");
    assert_eq!(
        in_path(&keys, Style::Matrix.explode()),
        ";comma=%2C;dot=.;semi=%3B"
    );
    assert_eq!(
        in_query(&keys, Style::Form.explode()),
        "comma=%2C&dot=.&semi=%3B"
    );
    assert_eq!(
        in_query(&json!("a&b=c+d#?"), Style::Form),
        "color=a%26b%3Dc%2Bd%23%3F"
    );
    assert_eq!(in_query(&json!("ü"), Style::Form), "color=%C3%BC");
    assert_eq!(
        query("a[b]&", &json!(1), Style::Form.into()),
        "a%5Bb%5D%26=1"
    );
}

/// RFC 6570, section 3.2.3, as far as a value stays a value.
#[test]
fn reserved_characters_are_left_if_they_may_be() {
    let reserved = json!(":/?@!$'()*,;=#[]&+% ü");
    let rest = "%23%5B%5D%26%2B%25%20%C3%BC";
    for layout in [
        Style::Form.allow_reserved(),
        Style::Form.explode().allow_reserved(),
        Style::DeepObject.explode().allow_reserved(),
    ] {
        let written = format!("color=:/?@!$'()*,;={rest}");
        assert_eq!(in_query(&reserved, layout), written);
    }
    let paths = json!(["/a", "b/c"]);
    let layout = Style::PipeDelimited.allow_reserved();
    assert_eq!(in_query(&paths, layout), "color=/a%7Cb/c");
}

/// A `Cookie` header sets its pairs apart by a semicolon and a space.
#[test]
fn what_is_nested_in_a_cookie_is_json() {
    let nested = json!([{"a": "b"}, "c"]);
    let written = cookie("color", &nested, Style::Form.explode());
    let written = written.unwrap_or_default();
    assert_eq!(written, "color=%7B%22a%22%3A%22b%22%7D; color=c");
}

#[test]
fn scalars_are_written_as_json_does() {
    for (value, text) in [
        (json!(7), "7"),
        (json!(-1.5), "-1.5"),
        (json!(true), "true"),
    ] {
        assert_eq!(in_path(&value, Style::Simple), text);
        assert_eq!(in_query(&value, Style::Form), format!("color={text}"));
    }
}

#[test]
fn nothing_is_written_for_nothing() {
    for nothing in [
        json!(null),
        json!([]),
        json!({}),
        json!([null]),
        json!({"a": null}),
    ] {
        for style in [
            Style::Form,
            Style::SpaceDelimited,
            Style::PipeDelimited,
            Style::DeepObject,
        ] {
            assert_eq!(in_query(&nothing, style), "");
            assert_eq!(in_query(&nothing, style.explode()), "");
        }
        for style in [Style::Simple, Style::Label, Style::Matrix] {
            assert_eq!(path("color", &nothing, style.into()), None);
        }
        assert_eq!(header(&nothing, Style::Simple.into()), None);
        assert_eq!(cookie("color", &nothing, Style::Form.explode()), None);
    }
    assert_eq!(in_query(&json!(["a", null, "b"]), Style::Form), "color=a,b");
}

#[test]
fn what_is_nested_is_json_or_brackets() {
    let nested = json!({"a": {"b": ["x", {"c": "y"}]}});
    assert_eq!(
        in_query(&json!([{"a": 1}]), Style::Form),
        "color=%7B%22a%22%3A1%7D"
    );
    assert_eq!(
        in_query(&nested, Style::DeepObject),
        "color%5Ba%5D%5Bb%5D%5B0%5D=x&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=y"
    );
    assert_eq!(
        in_query(&json!([{"a": 1}, null, ["b"]]), Style::DeepObject),
        "color%5B0%5D%5Ba%5D=1&color%5B2%5D%5B0%5D=b"
    );
}

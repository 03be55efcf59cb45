//! The text of forms, byte by byte.

use serde_json::json;

use super::Multipart;
use crate::client::Style;
use crate::{FormFile, Maybe};

/// The parts of a form, without what stands between them.
fn parts(form: Multipart) -> Vec<String> {
    let (content_type, body) = form.finish().unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    let body = body.strip_suffix(&format!("--{boundary}--\r\n")).unwrap();
    body.split(&format!("--{boundary}\r\n"))
        .skip(1)
        .map(|part| part.strip_suffix("\r\n").unwrap().to_owned())
        .collect()
}

fn part(head: &str, content: &str) -> String {
    format!("Content-Disposition: form-data; {head}\r\n\r\n{content}")
}

#[test]
fn a_value_is_a_part_of_what_it_is() {
    let mut form = Multipart::new();
    form.field("a", "x\r\ny");
    form.field("b", &7);
    form.field("c", &json!({"d": 1}));
    form.field("e", &json!([true, null, {"f": 1}]));
    form.field("g", &None::<i64>);
    let json = "\r\nContent-Type: application/json";
    assert_eq!(
        parts(form),
        [
            part("name=\"a\"", "x\r\ny"),
            part("name=\"b\"", "7"),
            part(&format!("name=\"c\"{json}"), r#"{"d":1}"#),
            part("name=\"e\"", "true"),
            part(&format!("name=\"e\"{json}"), r#"{"f":1}"#),
        ]
    );
}

#[test]
fn a_part_may_be_written_otherwise() {
    let list = ["x y", "z"];
    let mut form = Multipart::new();
    form.field_as("a", &list, Style::PipeDelimited);
    form.field_as("b", &json!({"c": ["ü"]}), Style::DeepObject);
    form.field_as("d", &json!({"r": 1}), Style::Form.explode());
    form.field_of("e", "application/json", "x");
    form.field_of("f", "text/csv", "x,y");
    assert_eq!(
        parts(form),
        [
            part("name=\"a\"", "x y|z"),
            part("name=\"b[c][0]\"", "ü"),
            part("name=\"r\"", "1"),
            part("name=\"e\"\r\nContent-Type: application/json", "\"x\""),
            part("name=\"f\"\r\nContent-Type: text/csv", "x,y"),
        ]
    );
}

#[test]
fn a_file_has_a_name_and_a_content_type() {
    let plain = FormFile::new("1");
    let said = FormFile::new("2")
        .name("a\"b\r\n.png")
        .content_type("image/webp");
    let mut form = Multipart::new();
    form.file("one", &plain);
    form.file_of("many", "image/png", &vec![plain, said]);
    form.file("none", &Maybe::<FormFile>::Null);
    form.file("absent", &None::<Vec<FormFile>>);
    let unsaid = "application/octet-stream";
    assert_eq!(
        parts(form),
        [
            part(
                &format!("name=\"one\"; filename=\"one\"\r\nContent-Type: {unsaid}"),
                "1"
            ),
            part(
                "name=\"many\"; filename=\"many\"\r\nContent-Type: image/png",
                "1"
            ),
            part(
                "name=\"many\"; filename=\"a%22b%0D%0A.png\"\r\nContent-Type: image/webp",
                "2"
            ),
        ]
    );
}

#[test]
fn what_would_break_the_form_is_refused() {
    let file = FormFile::new("1").content_type("a/b\r\nX: y");
    let mut form = Multipart::new();
    form.file("f", &file);
    let error = form.finish().unwrap_err();
    assert!(error.to_string().contains("`f`"), "{error}");
    let mut form = Multipart::new();
    form.fields(&[1]);
    let error = form.finish().unwrap_err();
    assert!(error.to_string().contains("object"), "{error}");
    let mut form = Multipart::new();
    form.fields(&json!(null));
    let (_, body) = form.finish().unwrap();
    assert!(body.starts_with(b"--") && body.ends_with(b"--\r\n"));
}

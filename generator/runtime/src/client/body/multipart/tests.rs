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
    let form = Multipart::new()
        .field("a", "x\r\ny")
        .field("b", &7)
        .field("c", &json!({"d": 1}))
        .field("e", &json!([true, null, {"f": 1}]))
        .field("g", &None::<i64>);
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
    let form = Multipart::new()
        .field_as("a", &list, Style::PipeDelimited)
        .field_as("b", &json!({"c": ["ü"]}), Style::DeepObject)
        .field_as("d", &json!({"r": 1}), Style::Form.explode())
        .field_of("e", "application/json", "x")
        .field_of("f", "text/csv", "x,y");
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
    let form = Multipart::new()
        .file("one", &plain)
        .file_of("many", "image/png", &vec![plain, said])
        .file("none", &Maybe::<FormFile>::Null)
        .file("absent", &None::<Vec<FormFile>>);
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
    let error = Multipart::new().file("f", &file).finish().unwrap_err();
    assert!(error.to_string().contains("`f`"), "{error}");
    let error = Multipart::new().fields(&[1]).finish().unwrap_err();
    assert!(error.to_string().contains("object"), "{error}");
    let (_, body) = Multipart::new().fields(&json!(null)).finish().unwrap();
    assert!(body.starts_with(b"--") && body.ends_with(b"--\r\n"));
}

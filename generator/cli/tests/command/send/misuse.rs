//! What cannot be sent, and why.

use insta::assert_snapshot;

use super::folder;

/// Why these arguments are refused.
fn refused(arguments: &str) -> String {
    let folder = folder();
    folder.write(
        "no-events.yaml",
        "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n",
    );
    folder.write("broken.json", "{\n  \"a\": tru\n}\n");
    folder.write("list.json", "[1]");
    let arguments: Vec<_> = arguments.split_whitespace().collect();
    let answer = folder.run(&arguments);
    answer.ends_with(2);
    assert_eq!(answer.stdout, "", "{answer}");
    answer.stderr
}

#[test]
fn what_cannot_be_sent() {
    let to = "--to http://127.0.0.1:9/";
    let cases = [
        format!("send sezzle.yaml order.captred --unsigned {to}"),
        format!("send sezzle.yaml something.else --unsigned {to}"),
        format!("send no-events.yaml order.captured {to}"),
        format!("send no-events.yaml --all {to}"),
        "send sezzle.yaml order.captured --unsigned --to hooks".to_owned(),
        "send sezzle.yaml order.captured --unsigned --to ftp://example.com/".to_owned(),
        format!("send sezzle.yaml order.captured {to}"),
        format!("send sezzle.yaml order.captured --data broken.json --unsigned {to}"),
        format!("send sezzle.yaml order.captured order.refunded --data list.json --unsigned {to}"),
        format!("send sezzle.yaml order.captured --data list.json --set a=1 --unsigned {to}"),
        format!("send sezzle.yaml order.captured --set a --unsigned {to}"),
        format!("send sezzle.yaml order.captured --set uuid.x=1 --unsigned {to}"),
        format!("send sezzle.yaml order.captured --header nothing --unsigned {to}"),
        format!("send sezzle.yaml order.captured --pause soon --unsigned {to}"),
        format!("send sezzle.yaml order.captured --secret= {to}"),
    ];
    let told = cases
        .iter()
        .map(|arguments| format!("$ hookgen {arguments}\n{}", refused(arguments)));
    assert_snapshot!("misuse", told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_is_missing_or_contradicts_itself() {
    for arguments in [
        "send",
        "send sezzle.yaml order.captured",
        "send sezzle.yaml --to http://127.0.0.1:9/",
        "send sezzle.yaml --all order.captured --to http://127.0.0.1:9/",
        "send sezzle.yaml --all --data x.json --to http://127.0.0.1:9/",
        "send sezzle.yaml order.captured --secret a --secret-file b --to http://127.0.0.1:9/",
    ] {
        refused(arguments);
    }
}

#[test]
fn files_that_cannot_be_read() {
    let folder = folder();
    let to = "--to http://127.0.0.1:9/";
    for (arguments, status) in [
        (format!("send nowhere.yaml order.captured {to}"), 3),
        (
            format!("send sezzle.yaml order.captured --data nowhere.json --unsigned {to}"),
            3,
        ),
        (
            format!("send sezzle.yaml order.captured --secret-file nowhere {to}"),
            3,
        ),
    ] {
        let arguments: Vec<_> = arguments.split(' ').collect();
        folder.run(&arguments).ends_with(status);
    }
}

#[test]
fn strictly_a_description_has_to_be_understood() {
    let folder = folder();
    folder.write("odd.yaml", crate::support::with_warnings());
    let arguments = [
        "send",
        "odd.yaml",
        "push",
        "--strict",
        "--to",
        "http://127.0.0.1:9/",
    ];
    folder.run(&arguments).ends_with(1);
}

#[test]
fn a_webhook_may_be_called_as_a_callback_is() {
    let folder = folder();
    let body = "requestBody: { content: { application/json: { schema: { type: object, properties: { at: { type: integer } } } } } }";
    let text = format!(
        "openapi: 3.1.0
info: {{ title: A, version: '1' }}
paths:
  /a:
    get:
      operationId: a
      responses: {{ '204': {{ description: Well. }} }}
      callbacks: {{ done: {{ '{{$request.query.to}}': {{ post: {{ {body} }} }} }} }}
webhooks:
  done: {{ post: {{ {body} }} }}
"
    );
    folder.write("both.yaml", text);
    folder.write("recorded.json", r#"{"at": 1}"#);
    let send = [
        "send",
        "both.yaml",
        "--to",
        "http://127.0.0.1:9/",
        "--dry-run",
    ];
    let fit = ["fit", "both.yaml", "recorded.json", "--event"];
    for asked in [&send[..], &fit] {
        let refused = folder.run(&[asked, &["done"]].concat());
        refused.ends_with(2);
        let (_, help) = refused.stderr.split_once("which is meant: ").expect("help");
        let spellings: Vec<_> = help.split('`').skip(1).step_by(2).collect();
        assert_eq!(spellings.len(), 2, "{refused}");
        for spelling in spellings {
            folder.run(&[asked, &[spelling]].concat()).ends_with(0);
        }
    }
}

//! Descriptions of several files, changed by overlays and of a part: as whoever uses the output
//! sees it.

use std::fs;
use std::path::Path;

use hookgen::{Module, Options, generate};
use hookgen_runtime::decode;
use hookgen_workspace::fixtures::{overlaid, several_files};
use http::HeaderMap;

#[test]
fn a_circle_through_files_is_a_type() {
    let text =
        r#"{"id":"1","lines":[{"order":{"id":"2","lines":[]}}],"replaces":{"id":"0","lines":[]}}"#;
    let order: several_files::types::Order = decode(text.as_bytes()).expect("an order");
    let line = &order.lines[0];
    assert_eq!(
        line.order.as_ref().map(|order| order.id.as_str()),
        Some("2")
    );
    assert_eq!(serde_json::to_string(&order).expect("JSON"), text);
}

#[test]
fn a_file_may_be_in_a_dialect_of_its_own() {
    // `nullable` is a word of 3.0, which the file says it is in.
    let text = r#"{"amount":null}"#;
    let money: several_files::types::Money = decode(text.as_bytes()).expect("money");
    assert_eq!(money.amount, None);
    assert_eq!(serde_json::to_string(&money).expect("JSON"), text);
}

#[test]
fn deliveries_that_are_described_elsewhere_are_told_apart() {
    let body = br#"{"event":"order.placed","order":{"id":"1","lines":[]}}"#;
    let receiver = several_files::Receiver::unverified();
    let event = receiver.receive(&HeaderMap::new(), body).expect("an event");
    let several_files::Event::OrderPlaced(placed) = event else {
        panic!("another event: {event:?}")
    };
    assert_eq!(placed.order.id, "1");
}

#[test]
fn what_an_overlay_says_holds() {
    let hook: overlaid::types::Hook = decode(br#"{"id":"1","secret":"whisper"}"#).expect("a hook");
    assert_eq!(hook.secret, "whisper");
    let body = br#"{"event":"pushed","subject":{"kind":"Branch","branch":"main"}}"#;
    let receiver = overlaid::Receiver::new("whisper");
    let error = receiver.receive(&HeaderMap::new(), body);
    error.expect_err("an overlay says how deliveries are signed");
    let event = receiver.decode(&HeaderMap::new(), body).expect("an event");
    let overlaid::Event::Pushed(pushed) = event else {
        panic!("another event: {event:?}")
    };
    assert!(matches!(
        pushed.subject,
        overlaid::types::Subject::Branch(_)
    ));
}

/// Whoever adds a file, refers to files in another order or writes maps in another, changes nothing
/// of what others have.
#[test]
fn the_order_in_which_files_are_found_does_not_matter() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/shop");
    let expected = module(&shop);
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shop-in-another-order");
    let paths = [
        "openapi.yaml",
        "common.yaml",
        "paths/orders.yaml",
        "schemas/order.yaml",
        "schemas/line.json",
        "shared/bodies.yaml",
        "shared/hooks.yaml",
        "shared/not found.yaml",
    ];
    for path in paths {
        let text = fs::read_to_string(shop.join(path)).expect("a file");
        let value: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
        let path = copy.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of our own");
        fs::write(path, backwards(&value)).expect("a file of our own");
    }
    // The first to be found, and the first by its name.
    let main = copy.join("openapi.yaml");
    let text = fs::read_to_string(&main).expect("a file");
    let more = r##"{"x-more":{"a":{"$ref":"a.yaml"},"b":{"$ref":"shared/bodies.yaml"}},"##;
    let text = text.replacen('{', more, 1);
    fs::write(&main, text).expect("a file of our own");
    fs::write(copy.join("a.yaml"), "{ type: string }").expect("a file of our own");
    let found = module(&copy);
    assert_eq!(found.files, expected.files);
    assert_eq!(found.api, expected.api);
}

/// The same people in a schema and in an answer that is called the same: each has one type.
#[test]
fn what_is_one_type_does_not_depend_on_the_folder() {
    let people = "type: object, properties: { \
                  author: { title: User, type: object, properties: { name: { type: string } } }, \
                  user: { title: User, type: object, properties: { name: { type: string } } } }";
    let mut names = Vec::new();
    for folder in ["", "a/", "a/b/c/d/"] {
        let root =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("one-type/{}", folder.len()));
        let write = |name: &str, text: String| {
            let path = root.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of our own");
            fs::write(path, text).expect("a file of our own");
        };
        write(
            "openapi.yaml",
            format!(
                "openapi: 3.1.0
info: {{ title: Orders, version: '1' }}
paths: {{ /orders: {{ $ref: '{folder}paths.yaml#/orders' }} }}
components: {{ schemas: {{ Order: {{ $ref: '{folder}schemas.yaml#/Order' }} }} }}
"
            ),
        );
        write(
            &format!("{folder}schemas.yaml"),
            format!("Order: {{ {people} }}"),
        );
        write(
            &format!("{folder}paths.yaml"),
            format!(
                "orders: {{ get: {{ operationId: Order, responses: {{ '200': {{ description: One., \
                 content: {{ application/json: {{ schema: {{ {people} }} }} }} }} }} }} }}"
            ),
        );
        let module = module(&root);
        let types = module.files.iter().find(|file| file.path == "types.rs");
        let aliases = types.iter().flat_map(|file| file.text.lines());
        let aliases = aliases.filter(|line| line.starts_with("pub type"));
        names.push(aliases.map(ToOwned::to_owned).collect::<Vec<_>>());
    }
    let expected = [
        "pub type OrderAuthor = OrderUser;",
        "pub type OrderOkAuthor = OrderOkUser;",
    ];
    for found in names {
        assert_eq!(found, expected);
    }
}

fn module(folder: &Path) -> Module {
    let options = Options {
        name: "shop".to_owned(),
        shown_as: "openapi.yaml".to_owned(),
        command: "hookgen generate".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    generate(&folder.join("openapi.yaml"), &options).unwrap_or_else(|found| panic!("{found:?}"))
}

/// JSON in which the members of every object stand in the other order.
fn backwards(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Array(items) => {
            let items: Vec<_> = items.iter().map(backwards).collect();
            format!("[{}]", items.join(","))
        }
        serde_json::Value::Object(members) => {
            let members = members.iter().map(|(name, member)| {
                let name = serde_json::Value::from(name.as_str());
                format!("{name}:{}", backwards(member))
            });
            let mut members: Vec<_> = members.collect();
            members.reverse();
            format!("{{{}}}", members.join(","))
        }
        scalar => scalar.to_string(),
    }
}

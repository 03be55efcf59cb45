use crate::api::{Body, Media, Type};
use crate::lower::testing::lowered;

/// The body with the given `content`.
fn body(content: &str) -> (Option<Body>, Vec<String>) {
    let (mut api, codes) = lowered(&format!(
        "
        paths:
          /a:
            post:
              operationId: a
              requestBody: {{ description: What is sent., content: {content} }}
        "
    ));
    (api.operations.remove(0).body, codes)
}

fn media(content: &str) -> Media {
    let (body, codes) = body(content);
    assert_eq!(codes, [""; 0], "{content}");
    body.expect("there is a body").media
}

fn json(content_type: &str, ty: Type) -> Media {
    Media::Json {
        content_type: content_type.to_owned(),
        ty,
    }
}

#[test]
fn json_is_preferred_and_the_plainest_of_it() {
    let schema = "{ schema: { type: boolean } }";
    let plain = "application/json; charset=utf-8";
    for (content, expected) in [
        (
            format!("{{ '{plain}': {schema} }}"),
            json(plain, Type::Bool),
        ),
        (
            format!("{{ application/xml: {{}}, application/a+json: {schema}, text/plain: {{}} }}"),
            json("application/a+json", Type::Bool),
        ),
        (
            format!("{{ application/a+json: {{}}, application/json: {schema} }}"),
            json("application/json", Type::Bool),
        ),
        (
            format!("{{ '*/*': {schema} }}"),
            json("application/json", Type::Bool),
        ),
        (
            "{ application/json: {} }".to_owned(),
            json("application/json", Type::Any),
        ),
    ] {
        assert_eq!(media(&content), expected);
    }
}

#[test]
fn text_and_bytes_are_kept_as_they_are() {
    let text = Media::Text {
        content_type: "text/csv".to_owned(),
    };
    assert_eq!(media("{ text/csv: { schema: { type: string } } }"), text);
    let bytes = Media::Bytes {
        content_type: "image/png".to_owned(),
    };
    assert_eq!(media("{ image/png: {} }"), bytes);
    let any = Media::Bytes {
        content_type: "application/octet-stream".to_owned(),
    };
    assert_eq!(media("{ '*/*': {} }"), any);
}

#[test]
fn what_is_neither_json_nor_a_form_is_bytes_with_a_warning() {
    for content_type in ["multipart/mixed", "application/xml"] {
        let (body, codes) = body(&format!("{{ {content_type}: {{ schema: {{}} }} }}"));
        let media = Media::Bytes {
            content_type: content_type.to_owned(),
        };
        assert_eq!(body.map(|body| body.media), Some(media));
        let at = content_type.replace('/', "~1");
        assert_eq!(
            codes,
            [format!(
                "not-modelled /paths/~1a/post/requestBody/content/{at}"
            )]
        );
    }
}

#[test]
fn the_others_are_told_of_where_they_say_something_else() {
    let (one, other) = (
        "{ schema: { type: string } }",
        "{ schema: { type: boolean } }",
    );
    let form = "application/x-www-form-urlencoded";
    for (first, second, is_told) in [(one, one, false), (one, other, true)] {
        let (body, codes) = body(&format!(
            "{{ {form}: {first}, application/json: {second}, application/xml: {{}} }}"
        ));
        assert!(matches!(
            body.map(|body| body.media),
            Some(Media::Json { .. })
        ));
        assert_eq!(codes.len(), usize::from(is_told), "{codes:?}");
    }
}

#[test]
fn the_others_are_told_of_where_none_is_json() {
    let (body, codes) = body("{ text/plain: {}, image/png: {} }");
    let media = Media::Text {
        content_type: "text/plain".to_owned(),
    };
    assert_eq!(body.map(|body| body.media), Some(media));
    assert_eq!(
        codes,
        ["other-content-types /paths/~1a/post/requestBody/content"]
    );
}

#[test]
fn a_body_without_content_is_none() {
    assert_eq!(body("{}").0, None);
}

#[test]
fn a_shared_body_is_named_after_its_component() {
    let (api, codes) = lowered(
        "
        paths:
          /a:
            post: { operationId: a, requestBody: { $ref: '#/components/requestBodies/Pet' } }
            put: { operationId: b, requestBody: { $ref: '#/components/requestBodies/Pet' } }
        components:
          requestBodies:
            Pet:
              required: true
              content:
                application/json:
                  schema: { type: object, properties: { name: { type: string } } }
        ",
    );
    assert_eq!(codes, [""; 0]);
    let body = api.operations[0].body.as_ref().expect("there is a body");
    assert!(body.required);
    assert_eq!(api.operations[1].body.as_ref(), Some(body));
    let Media::Json {
        ty: Type::Named(id),
        ..
    } = body.media
    else {
        panic!("{body:?} is no named type");
    };
    assert_eq!(api.types[id].name.root, "Pet");
}

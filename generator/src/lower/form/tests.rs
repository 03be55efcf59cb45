use crate::api::{FormLayout, FormMember, Layout, Media, Shape, Style, Type, Written};
use crate::lower::testing::lowered;

/// The body that has this content, the types of its members, and what was reported.
fn body(content: &str) -> (Option<Media>, Vec<(String, Type)>, Vec<String>) {
    let (mut api, codes) = lowered(&format!(
        "
        paths:
          /a:
            post:
              operationId: a
              requestBody: {{ content: {content} }}
        "
    ));
    let media = api.operations.remove(0).body.map(|body| body.media);
    let fields = api.types.0.iter().find_map(|definition| {
        let Shape::Object(object) = &definition.shape else {
            return None;
        };
        let fields = object.fields.iter();
        Some(fields.map(|field| (field.name.clone(), field.ty.clone())))
    });
    let fields = fields.map_or(Vec::new(), Iterator::collect);
    (media, fields, codes)
}

fn form(properties: &str, encoding: &str) -> FormLayout {
    let schema = format!("{{ type: object, properties: {properties} }}");
    let (media, _, codes) = body(&format!(
        "{{ application/x-www-form-urlencoded: {{ schema: {schema}, encoding: {encoding} }} }}"
    ));
    assert_eq!(codes, [""; 0]);
    match media {
        Some(Media::Form { layout, .. }) => layout,
        other => panic!("{other:?} is no form"),
    }
}

fn layout(style: Style, explode: bool) -> Written {
    Written::Layout(Layout {
        style,
        explode,
        allow_reserved: false,
    })
}

#[test]
fn members_that_are_not_plain_are_laid_out_alike_or_each_by_itself() {
    let properties = "{ a: { type: string }, b: { type: array }, c: { type: object } }";
    let deep = "{ style: deepObject, explode: true }";
    assert_eq!(form(properties, "{}"), FormLayout::Usual);
    assert_eq!(
        form(properties, &format!("{{ a: {deep} }}")),
        FormLayout::Usual,
        "a style says nothing of what is plain"
    );
    let alike = Layout {
        style: Style::DeepObject,
        explode: true,
        allow_reserved: false,
    };
    assert_eq!(
        form(properties, &format!("{{ b: {deep}, c: {deep}, x: {{}} }}")),
        FormLayout::Alike(alike)
    );
    let members = vec![
        FormMember {
            name: "b".to_owned(),
            written: layout(Style::Form, true),
        },
        FormMember {
            name: "c".to_owned(),
            written: Written::ContentType("application/json".to_owned()),
        },
    ];
    assert_eq!(
        form(
            properties,
            "{ b: { explode: true }, c: { contentType: application/json } }"
        ),
        FormLayout::Members(members)
    );
}

#[test]
fn a_form_without_members_is_none() {
    let content = "{ application/x-www-form-urlencoded: { schema: { type: object } } }";
    assert_eq!(body(content).0, None);
    let content = "{ application/x-www-form-urlencoded: {} }";
    assert!(body(content).0.is_some(), "it may be anything");
}

#[test]
fn what_is_a_file() {
    let (media, fields, codes) = body(
        "{ multipart/form-data: {
            schema: { type: object, properties: {
              any: {},
              binary: { type: string, format: binary },
              base64: { type: string, contentMediaType: image/png, contentEncoding: base64 },
              image: { type: string },
              json: {},
              many: { type: array, items: { type: string, format: binary } },
              null_or: { type: [string, 'null'], format: binary },
              raw: { type: string, contentMediaType: image/png },
              text: { type: string } } },
            encoding: {
              image: { contentType: 'image/png, image/jpeg' },
              json: { contentType: application/json },
              raw: { contentType: image/png } } } }",
    );
    assert_eq!(codes, [""; 0]);
    let files: Vec<&str> = fields
        .iter()
        .filter(|(_, ty)| *ty == Type::File)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(files, ["any", "binary", "image", "null_or", "raw"]);
    let many = Type::Array(Box::new(Type::File));
    assert!(fields.contains(&("many".to_owned(), many)));
    let Some(Media::Multipart { members, .. }) = media else {
        panic!("{media:?} is no form of several parts");
    };
    let of = |name: &str, content_type: &str| FormMember {
        name: name.to_owned(),
        written: Written::ContentType(content_type.to_owned()),
    };
    assert_eq!(
        members,
        [of("json", "application/json"), of("raw", "image/png")]
    );
}

#[test]
fn a_text_called_file_is_a_file_with_a_warning() {
    let (_, fields, codes) = body(
        "{ multipart/form-data: { schema: { type: object, properties: {
            file: { type: string }, name: { type: string } } } } }",
    );
    assert_eq!(fields[0].1, Type::File);
    assert_eq!(fields[1].1, Type::String);
    let at = "/paths/~1a/post/requestBody/content/multipart~1form-data/schema/properties/file";
    assert_eq!(codes, [format!("unmarked-file {at}")]);
}

#[test]
fn headers_of_parts_are_told_of() {
    let (_, _, codes) = body(
        "{ multipart/form-data: {
            schema: { type: object, properties: { a: { type: string } } },
            encoding: { a: { headers: { X-A: { schema: { type: string } } } } } } }",
    );
    let at = "/paths/~1a/post/requestBody/content/multipart~1form-data/encoding";
    assert_eq!(codes, [format!("not-modelled {at}")]);
}

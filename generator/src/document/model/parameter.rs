//! Parameter Object (OpenAPI 3.0, 4.7.12).

use openapiv3::{
    AnySchema, CookieStyle, HeaderStyle, Parameter, ParameterData, ParameterSchemaOrContent,
    PathStyle, QueryStyle, ReferenceOr, Schema, SchemaData, SchemaKind,
};
use serde_json::Value;

use super::example::examples;
use super::media_type::content;
use super::schema::schema;
use crate::document::cursor::{At, Object, anything, flag, reference_or, text};
use crate::document::reference::Kind;

pub(in crate::document) fn parameter(value: Value, at: &At<'_>) -> Option<Parameter> {
    let mut object = Object::new(value, at)?;
    let place = object.needed_text("in")?;
    let name = object.needed_text("name")?;
    match place.as_str() {
        "query" => Some(Parameter::Query {
            style: object.one("style", query_style).unwrap_or_default(),
            allow_reserved: object.flag("allowReserved"),
            allow_empty_value: object.one("allowEmptyValue", flag),
            parameter_data: data(name, &mut object),
        }),
        "header" => Some(Parameter::Header {
            style: object.one("style", header_style).unwrap_or_default(),
            parameter_data: data(name, &mut object),
        }),
        "path" => Some(path_parameter(name, &mut object)),
        "querystring" => query_string(name, &mut object),
        "cookie" => Some(Parameter::Cookie {
            style: object.one("style", cookie_style).unwrap_or_default(),
            parameter_data: data(name, &mut object),
        }),
        other => {
            at.member("in").warning(
                "unknown-place",
                format!("a parameter cannot stand in `{other}`, and was left out"),
                "write `path`, `query`, `header`, `cookie` or `querystring`",
            );
            None
        }
    }
}

/// The member `parameters` of an object. Where one was left out, those after it have the number
/// that they have in the text as `x-hookgen-index`.
pub(super) fn parameters(object: &mut Object<'_>) -> Vec<ReferenceOr<Parameter>> {
    let mut index = 0;
    let mut moved = false;
    object.each("parameters", |value, at| {
        let mut read = match value {
            // One that was taken away: see `body_parameter`.
            Value::Null => None,
            value => reference_or(Kind::Parameter, parameter)(value, at),
        };
        match &mut read {
            None => moved = true,
            Some(ReferenceOr::Item(parameter)) if moved => {
                let extensions = &mut data_mut(parameter).extensions;
                extensions.insert("x-hookgen-index".to_owned(), Value::from(index));
            }
            Some(_) => {}
        }
        index += 1;
        read
    })
}

fn data_mut(parameter: &mut Parameter) -> &mut ParameterData {
    match parameter {
        Parameter::Query { parameter_data, .. }
        | Parameter::Header { parameter_data, .. }
        | Parameter::Path { parameter_data, .. }
        | Parameter::Cookie { parameter_data, .. } => parameter_data,
    }
}

/// A parameter of a path is always there (OpenAPI 3.0, 4.7.12.1).
fn path_parameter(name: String, object: &mut Object<'_>) -> Parameter {
    let style = object.one("style", path_style).unwrap_or_default();
    let mut parameter_data = data(name, object);
    if !parameter_data.required {
        object.at.warning(
            "optional-path-parameter",
            format!(
                "the path parameter `{}` is not `required`, and was taken as if it were",
                parameter_data.name
            ),
            "add `required: true`",
        );
        parameter_data.required = true;
    }
    Parameter::Path {
        parameter_data,
        style,
    }
}

fn data(name: String, object: &mut Object<'_>) -> ParameterData {
    ParameterData {
        name,
        description: object.text("description"),
        required: object.flag("required"),
        deprecated: object.one("deprecated", flag),
        format: format(object),
        example: object.one("example", anything),
        examples: examples(object),
        explode: object.one("explode", flag),
        extensions: object.extensions(),
    }
}

/// All of a query in one parameter (OpenAPI 3.2, 4.12.1): what is written like a form has the
/// members of an object for its pairs, as an exploded one has.
fn query_string(name: String, object: &mut Object<'_>) -> Option<Parameter> {
    let content = content(object);
    let form = content.get("application/x-www-form-urlencoded");
    let Some(schema) = form.and_then(|form| form.schema.clone()) else {
        object.at.member("content").warning(
            "unsupported-querystring",
            "only a query that is written like a form can be sent, and this one was left out",
            "describe it as `application/x-www-form-urlencoded`, or its pairs one by one",
        );
        return None;
    };
    let parameter_data = ParameterData {
        name,
        description: object.text("description"),
        required: object.flag("required"),
        deprecated: object.one("deprecated", flag),
        format: ParameterSchemaOrContent::Schema(schema),
        example: object.one("example", anything),
        examples: examples(object),
        explode: Some(true),
        extensions: object.extensions(),
    };
    Some(Parameter::Query {
        parameter_data,
        allow_reserved: false,
        style: QueryStyle::Form,
        allow_empty_value: None,
    })
}

/// The members `content` or `schema`, one of which a parameter has.
pub(super) fn format(object: &mut Object<'_>) -> ParameterSchemaOrContent {
    if let Some(schema) = object.one("schema", schema) {
        return ParameterSchemaOrContent::Schema(schema);
    }
    let content = content(object);
    if !content.is_empty() {
        return ParameterSchemaOrContent::Content(content);
    }
    object.missing("schema", "leaves open what it holds");
    ParameterSchemaOrContent::Schema(ReferenceOr::Item(Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Any(AnySchema::default()),
    }))
}

pub(super) fn query_style(value: Value, at: &At<'_>) -> Option<QueryStyle> {
    style(
        value,
        at,
        &[
            ("form", QueryStyle::Form),
            ("spaceDelimited", QueryStyle::SpaceDelimited),
            ("pipeDelimited", QueryStyle::PipeDelimited),
            ("deepObject", QueryStyle::DeepObject),
        ],
    )
}

fn header_style(value: Value, at: &At<'_>) -> Option<HeaderStyle> {
    style(value, at, &[("simple", HeaderStyle::Simple)])
}

fn path_style(value: Value, at: &At<'_>) -> Option<PathStyle> {
    style(
        value,
        at,
        &[
            ("simple", PathStyle::Simple),
            ("label", PathStyle::Label),
            ("matrix", PathStyle::Matrix),
        ],
    )
}

fn cookie_style(value: Value, at: &At<'_>) -> Option<CookieStyle> {
    // OpenAPI 3.2, 4.12.3: `cookie` differs from `form` in what is encoded.
    let known = [("form", CookieStyle::Form), ("cookie", CookieStyle::Form)];
    style(value, at, &known)
}

/// The style of this name, if it is one that a parameter can have in its place.
fn style<T: Clone>(value: Value, at: &At<'_>, known: &[(&str, T)]) -> Option<T> {
    let given = text(value, at)?;
    let found = known.iter().find(|(name, _)| *name == given);
    if found.is_none() {
        let names: Vec<String> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
        at.warning(
            "unknown-style",
            format!(
                "`{given}` is no style that a parameter can have here, and {} was taken",
                names.first().map_or("another", String::as_str)
            ),
            format!("write {}", names.join(" or ")),
        );
    }
    found.map(|(_, style)| style.clone())
}

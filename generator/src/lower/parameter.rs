//! The parameters of an operation: what a request says outside its body.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use openapiv3::{
    Parameter as Declared, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle,
    ReferenceOr, Schema,
};

use super::context::Context;
use super::docs::docs;
use super::media::is_json;
use super::resolve::{name, resolved};
use crate::api::{Direction, Docs, Parameter, ParameterPlace, Step, Style, Type, TypeName};
use crate::diagnostics::Pointer;

/// A list of parameters in a description, and what the types inside them are called by.
pub(super) struct List<'a> {
    pub(super) parameters: &'a [ReferenceOr<Declared>],
    pub(super) at: Pointer,
    pub(super) owner: String,
}

/// A parameter that is declared somewhere.
struct Known<'a> {
    declared: &'a Declared,
    at: Pointer,
    name: TypeName,
}

/// By place and name; those of headers without their case.
type Key = (ParameterPlace, String);

/// The parameters of the operation at `at`: those that its path has for all operations, and its
/// own, which win. Those in the path come in its order, then the others by place and name.
///
/// `has_security` is whether security schemes say what the operation asks for.
pub(super) fn parameters<'a>(
    context: &mut Context<'a>,
    path: &str,
    shared: &List<'a>,
    own: &List<'a>,
    has_security: bool,
    at: &Pointer,
) -> Vec<Parameter> {
    let mut known = collect(context, shared);
    known.extend(collect(context, own));
    known.retain(|key, _| !is_said_elsewhere(key, has_security));

    let mut parameters: Vec<Parameter> = Vec::new();
    for name in super::path::names(path) {
        if parameters.iter().any(|known| known.name == name) {
            continue;
        }
        let parameter = match known.remove(&(ParameterPlace::Path, name.to_owned())) {
            Some(known) => lower(context, ParameterPlace::Path, &known),
            None => undeclared(context, name, at),
        };
        parameters.push(parameter);
    }
    for ((place, name), known) in known {
        if place == ParameterPlace::Path {
            context
                .known
                .diagnostics
                .warning(
                    "unused-parameter",
                    &known.at,
                    format!("`{path}` has no `{{{name}}}`, so this parameter is left out"),
                )
                .help("put it into the path in braces, or declare it in another place");
        } else {
            parameters.push(lower(context, place, &known));
        }
    }
    parameters
}

/// Headers that something else in a description says have no meaning as parameters (OpenAPI 3.1.1,
/// 4.8.12.1, "name"): the client sends them by itself. `Authorization` is kept where no security
/// scheme says it, for else there would be no way to send it.
fn is_said_elsewhere((place, name): &Key, has_security: bool) -> bool {
    *place == ParameterPlace::Header
        && match name.as_str() {
            "accept" | "content-type" => true,
            "authorization" => has_security,
            _ => false,
        }
}

/// The parameters of one list, the first of each name.
fn collect<'a>(context: &mut Context<'a>, list: &List<'a>) -> BTreeMap<Key, Known<'a>> {
    let document = context.document;
    let mut found = BTreeMap::new();
    for (index, parameter) in list.parameters.iter().enumerate() {
        let at = list.at.element(written_at(parameter).unwrap_or(index));
        let find = |reference: &str| document.parameter(reference);
        let resolved = resolved(
            document,
            parameter,
            &at,
            find,
            &mut context.known.diagnostics,
        );
        let Some((declared, target)) = resolved else {
            continue;
        };
        let place = place(declared);
        let data = declared.parameter_data_ref();
        let called = match place {
            ParameterPlace::Header => data.name.to_ascii_lowercase(),
            _ => data.name.clone(),
        };
        match found.entry((place, called)) {
            Entry::Vacant(entry) => {
                let name = name(document, &target, || TypeName {
                    root: list.owner.clone(),
                    steps: Vec::new(),
                });
                entry.insert(Known {
                    declared,
                    at: target,
                    name,
                });
            }
            Entry::Occupied(first) => {
                let message = format!("`{}` is declared before, and counts as there", data.name);
                context
                    .known
                    .diagnostics
                    .warning("duplicate-parameter", &at, message)
                    .help("leave out one of them")
                    .related(&first.get().at, "declared here");
            }
        }
    }
    found
}

/// Where in the text's list a parameter stands, should it not be where it stands in ours.
fn written_at(parameter: &ReferenceOr<Declared>) -> Option<usize> {
    let data = parameter.as_item()?.parameter_data_ref();
    let index = data.extensions.get("x-hookgen-index")?.as_u64()?;
    usize::try_from(index).ok()
}

fn place(parameter: &Declared) -> ParameterPlace {
    match parameter {
        Declared::Path { .. } => ParameterPlace::Path,
        Declared::Query { .. } => ParameterPlace::Query,
        Declared::Header { .. } => ParameterPlace::Header,
        Declared::Cookie { .. } => ParameterPlace::Cookie,
    }
}

fn lower<'a>(context: &mut Context<'a>, place: ParameterPlace, known: &Known<'a>) -> Parameter {
    let data = known.declared.parameter_data_ref();
    let (style, explode) = style(known.declared);
    let mut lowered = Parameter {
        name: data.name.clone(),
        place,
        docs: docs(
            None,
            data.description.as_deref(),
            data.deprecated.unwrap_or(false),
        ),
        required: data.required || place == ParameterPlace::Path,
        style,
        explode,
        allow_reserved: matches!(
            known.declared,
            Declared::Query {
                allow_reserved: true,
                ..
            }
        ),
        ty: Type::String,
        default: None,
    };
    let mut type_name = known.name.clone();
    type_name.steps.push(Step::Parameter(data.name.clone()));
    if let Some((schema, at)) = schema(context, data, &known.at, &mut lowered) {
        lowered.default = default(context, schema);
        // Outside of JSON there is no null: what may be null may be absent.
        lowered.ty = match context.type_of(schema, &at, type_name, SENT) {
            Type::Nullable(inner) if lowered.style != Style::Json => *inner,
            ty => ty,
        };
    }
    lowered
}

const SENT: Direction = Direction {
    sent: true,
    received: false,
};

/// What says what a parameter holds. By a `content` of JSON it changes its style as well.
fn schema<'a>(
    context: &mut Context<'a>,
    data: &'a ParameterData,
    at: &Pointer,
    lowered: &mut Parameter,
) -> Option<(&'a ReferenceOr<Schema>, Pointer)> {
    let content = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => return Some((schema, at.member("schema"))),
        ParameterSchemaOrContent::Content(content) => content,
    };
    let (content_type, media) = content
        .iter()
        .min_by_key(|(name, _)| (!is_json(name), *name))?;
    let at = at.member("content").member(content_type);
    if !is_json(content_type) {
        context
            .known
            .diagnostics
            .warning(
                "not-modelled",
                &at,
                format!("a parameter cannot be written as `{content_type}`, so it is text"),
            )
            .help("describe it by a `schema`, or by a `content` of application/json");
        return None;
    }
    lowered.style = Style::Json;
    lowered.explode = false;
    lowered.ty = Type::Any;
    Some((media.schema.as_ref()?, at.member("schema")))
}

/// `style` and `explode`, which is the default for `form` only.
fn style(parameter: &Declared) -> (Style, bool) {
    let style = match parameter {
        Declared::Path { style, .. } => match style {
            PathStyle::Matrix => Style::Matrix,
            PathStyle::Label => Style::Label,
            PathStyle::Simple => Style::Simple,
        },
        Declared::Query { style, .. } => match style {
            QueryStyle::Form => Style::Form,
            QueryStyle::SpaceDelimited => Style::SpaceDelimited,
            QueryStyle::PipeDelimited => Style::PipeDelimited,
            QueryStyle::DeepObject => Style::DeepObject,
        },
        Declared::Header { .. } => Style::Simple,
        Declared::Cookie { .. } => Style::Form,
    };
    let explode = parameter.parameter_data_ref().explode;
    (style, explode.unwrap_or(style == Style::Form))
}

/// `default` of the schema or of the one that it refers to, as JSON text.
fn default<'a>(context: &Context<'a>, mut schema: &'a ReferenceOr<Schema>) -> Option<String> {
    /// A chain of references that is longer leads in a circle.
    const LONGEST: usize = 64;
    for _ in 0..LONGEST {
        match schema {
            ReferenceOr::Item(schema) => {
                let default = schema.schema_data.default.as_ref();
                return default.map(ToString::to_string);
            }
            ReferenceOr::Reference { reference } => {
                (schema, _) = context.document.schema(reference)?;
            }
        }
    }
    None
}

/// What stands for a name in the path that nothing is said of.
fn undeclared(context: &mut Context<'_>, name: &str, at: &Pointer) -> Parameter {
    context
        .known
        .diagnostics
        .warning(
            "undeclared-parameter",
            at,
            format!("nothing says what `{{{name}}}` in the path is, so it is text"),
        )
        .help("add a parameter of that name with `in: path`");
    Parameter {
        name: name.to_owned(),
        place: ParameterPlace::Path,
        docs: Docs::default(),
        required: true,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        ty: Type::String,
        default: None,
    }
}

#[cfg(test)]
mod tests;

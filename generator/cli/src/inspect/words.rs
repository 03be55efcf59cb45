//! Types and names in words.

use hookgen::api::{Step, Type, TypeName, Types};

/// Text from a description, on one line.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(char::is_control, "?")
}

/// How a type is used: `list of Webhook`.
pub(super) fn ty(ty: &Type, types: &Types) -> String {
    match ty {
        Type::Any => "any JSON".to_owned(),
        Type::Bool => "boolean".to_owned(),
        Type::I32 | Type::I64 | Type::U64 => "integer".to_owned(),
        Type::F64 => "number".to_owned(),
        Type::String => "text".to_owned(),
        Type::Secret => "secret".to_owned(),
        Type::File => "file".to_owned(),
        Type::DateTime => "date-time".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Decimal => "decimal".to_owned(),
        Type::Uri => "URI".to_owned(),
        Type::Uuid => "UUID".to_owned(),
        Type::Array(element) => format!("list of {}", self::ty(element, types)),
        Type::Tuple(tuple) => {
            let elements = tuple
                .elements
                .iter()
                .map(|element| self::ty(element, types));
            let elements: Vec<_> = elements.collect();
            format!("tuple of {}", elements.join(", "))
        }
        Type::Map(entry) => format!("map of {}", self::ty(entry, types)),
        Type::Nullable(inner) => format!("{} or null", self::ty(inner, types)),
        Type::Named(id) => name(&types[*id].name),
        Type::Own(path) => path.clone(),
    }
}

/// What a type is called by: `Order.items[]`.
pub(super) fn name(name: &TypeName) -> String {
    let steps: Vec<_> = name.steps.iter().map(step).collect();
    line(&name.root) + &steps.concat()
}

fn step(step: &Step) -> String {
    match step {
        Step::Property(property) => format!(".{}", line(property)),
        Step::Item => "[]".to_owned(),
        Step::Element(index) => format!("[{index}]"),
        Step::Entry => "{}".to_owned(),
        Step::Member(member) => format!("|{}", line(member)),
        Step::Body => " request".to_owned(),
        Step::Response(status) => format!(" {}", line(status)),
        Step::SharedResponse => " response".to_owned(),
        Step::Parameter(parameter) => format!("?{}", line(parameter)),
        Step::Payload => " payload".to_owned(),
    }
}

/// `Events (12)`.
pub(super) fn counted(what: &str, count: usize) -> String {
    format!("{what} ({count})")
}

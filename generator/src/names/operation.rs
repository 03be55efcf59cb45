//! What operations are called: methods of the client, and the types of their requests.

use std::collections::BTreeMap;

use super::scope::Scope;
use super::word::{Case, identifier};
use super::{Chosen, Named, OperationNames, status};
use crate::api::{Api, Operation};

/// Names the operations: `claimed` are the methods that someone has chosen.
pub(super) fn operations(
    api: &Api,
    client: &mut Scope,
    claimed: &[Option<String>],
    chosen: &Chosen,
) -> Vec<OperationNames> {
    let called = called(&api.operations);
    let ids = called.iter().copied();
    let mut requests = Scope::new(Case::Camel, "Request", IN_OPERATIONS);
    let methods = client.mint_others(ids.clone(), claimed);
    let claimed: Vec<Option<String>> = claimed
        .iter()
        .map(|method| Some(identifier(method.as_ref()?, Case::Camel)))
        .collect();
    let request = requests.mint_or(ids, &claimed);
    let error: Vec<String> = request
        .iter()
        .map(|request| requests.take(format!("{request}Error")))
        .collect();
    let response: Vec<String> = request
        .iter()
        .map(|request| requests.take(format!("{request}Response")))
        .collect();

    // Where letters have no case a parameter may be called like a request, which it cannot shadow.
    let same = |name: &&String| identifier(name, Case::Snake) == **name;
    let caseless: Vec<_> = request.iter().filter(same).cloned().map(Some).collect();
    let mut named = Vec::with_capacity(api.operations.len());
    for (index, operation) in api.operations.iter().enumerate() {
        let (body, parameters) = arguments(index, operation, &caseless, chosen);
        named.push(OperationNames {
            method: methods[index].clone(),
            request: request[index].clone(),
            error: error[index].clone(),
            response: response[index].clone(),
            statuses: statuses(operation),
            body,
            parameters,
        });
    }
    named
}

/// What the operations are called: by their ids, but for those that FastAPI made up of a function's
/// name, the path and the method, which say the latter two anyway: `read_item_items__item_id__get`
/// is `read_item`, if nothing else is.
fn called(operations: &[Operation]) -> Vec<&str> {
    let short: Vec<&str> = operations.iter().map(function).collect();
    let mut times = BTreeMap::<&str, usize>::new();
    for name in &short {
        *times.entry(name).or_default() += 1;
    }
    let all = operations.iter().zip(short);
    all.map(|(operation, short)| match times.get(short) {
        Some(1) => short,
        _ => &operation.id,
    })
    .collect()
}

fn function(operation: &Operation) -> &str {
    let path = operation.path.chars();
    let path: String = path
        .map(|one| if one.is_alphanumeric() { one } else { '_' })
        .collect();
    let method = operation.method.to_ascii_lowercase();
    let rest = operation.id.strip_suffix(&method);
    rest.and_then(|rest| rest.strip_suffix('_')?.strip_suffix(&path))
        .filter(|function| !function.is_empty())
        .unwrap_or(&operation.id)
}

/// The names of an operation's body and parameters: arguments of one method, setters of one type.
fn arguments(
    index: usize,
    operation: &Operation,
    requests: &[Option<String>],
    chosen: &Chosen,
) -> (String, Vec<String>) {
    let mut scope = Scope::new(Case::Snake, "_", REQUEST_METHODS);
    scope.claim(requests);
    if operation.pagination.is_some() {
        scope.claim(&PAGE_METHODS.map(|name| Some(name.to_owned())));
    }
    let body = scope.mint_one("body");
    // A path and a query may have parameters of the same name.
    let called: Vec<String> = operation
        .parameters
        .iter()
        .enumerate()
        .map(|(index, parameter)| {
            let twice = operation.parameters[..index]
                .iter()
                .any(|earlier| earlier.name == parameter.name);
            if twice {
                format!("{} {:?}", parameter.name, parameter.place)
            } else {
                parameter.name.clone()
            }
        })
        .collect();
    let chosen = chosen.all(called.len(), |parameter| Named::Parameter(index, parameter));
    let parameters = scope.mint_or(called.iter().map(String::as_str), &chosen);
    (body, parameters)
}

fn statuses(operation: &Operation) -> Vec<String> {
    let called: Vec<String> = operation
        .responses
        .iter()
        .map(|response| status::name(response.status))
        .collect();
    Scope::new(Case::Camel, "Status", &[]).mint(called.iter().map(String::as_str))
}

/// What generated requests have, and what their setters use.
const REQUEST_METHODS: &[&str] = &[
    "call",
    "clone",
    "form",
    "into_future",
    "send",
    "send_blocking",
    "stream",
    "stream_blocking",
    "with_response",
];

/// What requests have whose answer is a page of a list.
const PAGE_METHODS: [&str; 4] = ["items", "items_blocking", "pages", "pages_blocking"];

/// What `operations.rs` names without a path.
const IN_OPERATIONS: &[&str] = &[
    "BTreeMap",
    "Binary",
    "Box",
    "ByteStream",
    "Bytes",
    "Call",
    "DateTime",
    "Empty",
    "EventStream",
    "Form",
    "Infallible",
    "Into",
    "Json",
    "JsonStream",
    "Multipart",
    "Option",
    "Secret",
    "String",
    "Style",
    "Text",
    "Tuple",
    "Uuid",
    "Value",
    "Vec",
];

//! What everything is called in Rust: allocated once, before any token.
//!
//! A name comes from where a thing stands (see [`TypeName`]) and from the
//! few that fold into the same identifier, so that adding one thing does not rename another.

mod scope;
mod status;
mod types;
mod word;

use crate::api::{Api, Operation, Shape, TypeDef, Webhooks};

use scope::Scope;
use word::Case;

/// The names of everything in an [`Api`], by the same indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Names {
    /// Of [`Api::types`].
    pub types: Vec<TypeNames>,
    /// Of [`Api::servers`].
    pub servers: Vec<ServerNames>,
    /// Of [`Api::security`].
    pub security: Vec<SecurityNames>,
    /// Of [`Api::operations`].
    pub operations: Vec<OperationNames>,
    /// The variants of the events.
    pub events: Vec<String>,
    /// The variants of what is called back.
    pub callbacks: Vec<String>,
}

/// A type and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeNames {
    /// The type.
    pub name: String,
    /// Its fields, values or variants.
    pub members: Vec<String>,
    /// The field of the members that are not named.
    pub rest: String,
}

/// A server and its variables.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerNames {
    /// The variant.
    pub variant: String,
    /// The fields of the variant.
    pub variables: Vec<String>,
}

/// A security scheme's methods.
#[derive(Debug, Clone, PartialEq)]
pub struct SecurityNames {
    /// The method that takes a credential.
    pub method: String,
    /// The method that has one fetched.
    pub from_method: String,
}

/// An operation and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationNames {
    /// The client's method.
    pub method: String,
    /// The request that it returns.
    pub request: String,
    /// How the request fails.
    pub error: String,
    /// How it succeeds, where there are several ways.
    pub response: String,
    /// The variants of the responses.
    pub statuses: Vec<String>,
    /// The argument that is the body.
    pub body: String,
    /// The arguments or setters of the parameters.
    pub parameters: Vec<String>,
}

/// Names everything in `api`.
#[must_use]
pub fn allocate(api: &Api) -> Names {
    let mut client = Scope::new(Case::Snake, "_", CLIENT_METHODS);
    Names {
        types: types(api),
        servers: servers(api),
        security: security(api, &mut client),
        operations: operations(api, &mut client),
        events: events(api.webhooks.as_ref()),
        callbacks: events(api.callbacks.as_ref()),
    }
}

/// What every generated client has.
const CLIENT_METHODS: &[&str] = &["new", "http_client", "timeout", "clone"];

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

/// What `types.rs` names without a path: Rust's prelude and the runtime.
const IN_TYPES: &[&str] = &[
    "BTreeMap", "Box", "DateTime", "FormFile", "Into", "Maybe", "Option", "Secret", "String",
    "Tuple", "Uuid", "Value", "Vec",
];

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

fn types(api: &Api) -> Vec<TypeNames> {
    let mut scope = Scope::new(Case::Camel, "Schema", IN_TYPES);
    let names = types::mint(&api.types, &mut scope);
    api.types
        .0
        .iter()
        .zip(names)
        .map(|(ty, name)| members(ty, name))
        .collect()
}

fn members(ty: &TypeDef, name: String) -> TypeNames {
    let mut fields = Scope::new(Case::Snake, "_", &["new"]);
    let members = match &ty.shape {
        Shape::Object(object) => fields.mint(object.fields.iter().map(|field| field.name.as_str())),
        Shape::Enum(values) => Scope::new(Case::Camel, "Value", &["Unrecognized"])
            .mint(values.values.iter().map(|value| value.value.as_str())),
        Shape::Union(union) => Scope::new(Case::Camel, "Variant", &["Unknown"])
            .mint(union.variants.iter().map(|variant| variant.name.as_str())),
        Shape::Alias(_) => Vec::new(),
    };
    TypeNames {
        name,
        members,
        rest: fields.mint_one("additional_properties"),
    }
}

fn servers(api: &Api) -> Vec<ServerNames> {
    let variants = Scope::new(Case::Camel, "Server", &["Custom"])
        .mint(api.servers.iter().map(|server| server.name.as_str()));
    let variables = api.servers.iter().map(|server| {
        Scope::new(Case::Snake, "_", &[]).mint(
            server
                .variables
                .iter()
                .map(|variable| variable.name.as_str()),
        )
    });
    variants
        .into_iter()
        .zip(variables)
        .map(|(variant, variables)| ServerNames { variant, variables })
        .collect()
}

fn security(api: &Api, client: &mut Scope) -> Vec<SecurityNames> {
    let methods = client.mint(api.security.iter().map(|scheme| scheme.name.as_str()));
    let fetching = methods
        .iter()
        .map(|method| client.take(format!("{method}_from")));
    methods
        .iter()
        .zip(fetching.collect::<Vec<_>>())
        .map(|(method, from_method)| SecurityNames {
            method: method.clone(),
            from_method,
        })
        .collect()
}

fn operations(api: &Api, client: &mut Scope) -> Vec<OperationNames> {
    let ids = api.operations.iter().map(|operation| operation.id.as_str());
    let mut requests = Scope::new(Case::Camel, "Request", IN_OPERATIONS);
    let methods = client.mint(ids.clone());
    let request = requests.mint(ids);
    let error: Vec<String> = request
        .iter()
        .map(|request| requests.take(format!("{request}Error")))
        .collect();
    let response: Vec<String> = request
        .iter()
        .map(|request| requests.take(format!("{request}Response")))
        .collect();

    let mut named = Vec::with_capacity(api.operations.len());
    for (index, operation) in api.operations.iter().enumerate() {
        let (body, parameters) = arguments(operation);
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

/// The names of an operation's body and parameters: arguments of one method, setters of one type.
fn arguments(operation: &Operation) -> (String, Vec<String>) {
    let mut scope = Scope::new(Case::Snake, "_", REQUEST_METHODS);
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
    let parameters = scope.mint(called.iter().map(String::as_str));
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

fn events(webhooks: Option<&Webhooks>) -> Vec<String> {
    let events = webhooks.iter().flat_map(|webhooks| &webhooks.events);
    Scope::new(Case::Camel, "Event", &["Unfit", "Unknown", "Unrecognized"])
        .mint(events.map(|event| event.name.as_str()))
}

//! What everything is called in Rust: allocated once, before any token.
//!
//! A name comes from where a thing stands (see [`TypeName`](crate::api::TypeName)) and from the
//! few that fold into the same identifier, so that adding one thing does not rename another.

mod chosen;
mod operation;
mod scope;
mod status;
mod types;
mod word;

pub use chosen::{Chosen, Named};
pub use scope::{file_names, is_unusable};

use crate::api::{Api, Shape, TypeDef, TypeId, Webhooks};

use scope::Scope;
pub use word::{Case, identifier};

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
    /// The field of the members that are not named, where there are any.
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

/// Names everything in `api`, what someone has `chosen` a name for by that.
#[must_use]
pub fn allocate(api: &Api, chosen: &Chosen) -> Names {
    let mut client = Scope::new(Case::Snake, "_", CLIENT_METHODS);
    let methods = chosen.all(api.operations.len(), Named::Operation);
    let methods = client.claim(&methods);
    Names {
        types: types(api, chosen),
        servers: servers(api),
        security: security(api, &mut client),
        operations: operation::operations(api, &mut client, &methods, chosen),
        events: events(api.webhooks.as_ref(), chosen, Named::Event),
        callbacks: events(api.callbacks.as_ref(), chosen, Named::Callback),
    }
}

/// What every generated client has.
const CLIENT_METHODS: &[&str] = &["new", "http_client", "timeout", "clone"];

/// What `types.rs` names without a path: Rust's prelude and the runtime.
const IN_TYPES: &[&str] = &[
    "BTreeMap", "Box", "DateTime", "Default", "FormFile", "Into", "Maybe", "Option", "Secret",
    "String", "Tuple", "Uuid", "Value", "Vec",
];

fn types(api: &Api, chosen: &Chosen) -> Vec<TypeNames> {
    let mut scope = Scope::new(Case::Camel, "Schema", IN_TYPES);
    let ids: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    let chosen_types = chosen.all(api.types.0.len(), |index| Named::Type(ids[index]));
    let claimed = scope.claim(&chosen_types);
    let names = types::mint(&api.types, claimed, &mut scope);
    api.types
        .iter()
        .zip(names)
        .map(|((id, ty), name)| members(id, ty, name, chosen))
        .collect()
}

fn members(id: TypeId, ty: &TypeDef, name: String, chosen: &Chosen) -> TypeNames {
    let mut fields = Scope::new(Case::Snake, "_", &["new"]);
    let named = |index| Named::Member(id, index);
    let members = match &ty.shape {
        Shape::Object(object) => {
            let wires = object.fields.iter().map(|field| field.name.as_str());
            fields.mint_or(wires, &chosen.all(object.fields.len(), named))
        }
        Shape::Enum(values) => {
            let wires = values.values.iter().map(|value| value.value.as_str());
            Scope::new(Case::Camel, "Value", &["Unrecognized"])
                .mint_or(wires, &chosen.all(values.values.len(), named))
        }
        Shape::Union(union) => {
            let wires = union.variants.iter().map(|variant| variant.name.as_str());
            Scope::new(Case::Camel, "Variant", &["Unknown"])
                .mint_or(wires, &chosen.all(union.variants.len(), named))
        }
        Shape::Alias(_) => Vec::new(),
    };
    let rest = match &ty.shape {
        Shape::Object(object) if object.rest.is_some() => fields.mint_one("additional_properties"),
        _ => String::new(),
    };
    TypeNames {
        name,
        members,
        rest,
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

fn events(webhooks: Option<&Webhooks>, chosen: &Chosen, named: fn(usize) -> Named) -> Vec<String> {
    let events = webhooks.iter().flat_map(|webhooks| &webhooks.events);
    let chosen = chosen.all(events.clone().count(), named);
    Scope::new(Case::Camel, "Event", &["Unfit", "Unknown", "Unrecognized"])
        .mint_or(events.map(|event| event.name.as_str()), &chosen)
}

//! What a client meets: servers, ways of being let in, operations.

use hookgen::api::{Api, Credential, Media, Operation, Parameter, ParameterPlace, Status};
use serde_json::{Value, json};

use super::Section;
use super::words::{counted, line, ty};
use crate::table::Table;

pub(super) fn servers(api: &Api) -> Section {
    let mut table = Table::new(counted("Servers", api.servers.len()));
    let mut list = Vec::new();
    for server in &api.servers {
        table.row([line(&server.name), line(&server.url)]);
        list.push(json!({ "name": server.name, "url": server.url }));
    }
    Section::list(table, "servers", list)
}

pub(super) fn security(api: &Api) -> Section {
    let mut table = Table::new(counted("Credentials", api.security.len()));
    let mut list = Vec::new();
    for scheme in &api.security {
        let shown = match &scheme.credential {
            Credential::Header(header) => format!("header {header}"),
            Credential::Query(parameter) => format!("query parameter {parameter}"),
            Credential::Cookie(cookie) => format!("cookie {cookie}"),
            Credential::Bearer => "Authorization: Bearer".to_owned(),
            Credential::Authorization(scheme) => format!("Authorization: {scheme}"),
            Credential::Basic => "Authorization: Basic".to_owned(),
        };
        let token = scheme.token.as_ref().map(|token| &token.operation);
        let from = token.map_or_else(String::new, |id| format!("from {}", line(id)));
        table.row([line(&scheme.name), line(&shown), from]);
        list.push(json!({ "name": scheme.name, "shown": shown, "token_operation": token }));
    }
    Section::list(table, "credentials", list)
}

pub(super) fn operations(api: &Api) -> Section {
    let mut table = Table::new(counted("Operations", api.operations.len()));
    let mut list = Vec::new();
    for operation in &api.operations {
        let sent = operation.body.as_ref().map(|body| media(&body.media, api));
        let answered = answered(operation, api);
        let parameters: Vec<_> = operation.parameters.iter().map(parameter).collect();
        table.row([
            line(&operation.method),
            line(&operation.path),
            line(&operation.id),
            parameters.join(" "),
            sent.as_deref()
                .map_or_else(String::new, |sent| format!("sends {sent}")),
            answered
                .as_deref()
                .map_or_else(String::new, |answered| format!("gets {answered}")),
        ]);
        list.push(json!({
            "method": operation.method,
            "path": operation.path,
            "id": operation.id,
            "parameters": operation.parameters.iter().map(parameter_json).collect::<Vec<_>>(),
            "sends": sent,
            "gets": answered,
        }));
    }
    Section::list(table, "operations", list)
}

/// `?limit`, `{id}`, as it would be written; an optional one in brackets.
fn parameter(parameter: &Parameter) -> String {
    let name = line(&parameter.name);
    let name = match parameter.place {
        ParameterPlace::Path => return format!("{{{name}}}"),
        ParameterPlace::Query => format!("?{name}"),
        ParameterPlace::Header => format!("{name}:"),
        ParameterPlace::Cookie => format!("cookie {name}"),
    };
    if parameter.required {
        name
    } else {
        format!("[{name}]")
    }
}

fn parameter_json(parameter: &Parameter) -> Value {
    let place = match parameter.place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    };
    json!({ "name": parameter.name, "in": place, "required": parameter.required })
}

/// What the first success says; nothing where it has no body.
fn answered(operation: &Operation, api: &Api) -> Option<String> {
    operation
        .responses
        .iter()
        .find(|response| match response.status {
            Status::Code(code) => (200..300).contains(&code),
            Status::Range(digit) => digit == 2,
            Status::Default => true,
        })
        .and_then(|response| response.body.as_ref())
        .map(|body| media(body, api))
}

fn media(media: &Media, api: &Api) -> String {
    match media {
        Media::Json { ty: payload, .. } => ty(payload, &api.types),
        Media::Form { ty: payload, .. } => format!("form {}", ty(payload, &api.types)),
        Media::Multipart { ty: payload, .. } => format!("multipart {}", ty(payload, &api.types)),
        Media::Stream(stream) => match &stream.item {
            Some(item) => format!("stream of {}", ty(item, &api.types)),
            None => line(&stream.content_type),
        },
        Media::Text { content_type } | Media::Bytes { content_type } => line(content_type),
    }
}

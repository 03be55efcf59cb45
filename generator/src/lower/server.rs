//! `servers`: where the API is served.

use indexmap::IndexMap;
use openapiv3::ServerVariable as Declared;

use crate::api::{Server, ServerVariable};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::Document;

/// The servers of the whole description, in its order; those whose URL is no whole one left out.
pub(super) fn servers(document: &Document, diagnostics: &mut Diagnostics) -> Vec<Server> {
    let at = Pointer::default().member("servers");
    let mut servers: Vec<Server> = Vec::new();
    for (index, server) in document.openapi.servers.iter().enumerate() {
        let at = at.element(index);
        let Some(lowered) = lower(server, &servers, &at, diagnostics) else {
            continue;
        };
        servers.push(lowered);
    }
    servers
}

fn lower(
    server: &openapiv3::Server,
    before: &[Server],
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) -> Option<Server> {
    let url = &with_scheme(server.url.trim().trim_end_matches('/'), at, diagnostics);
    let variables = variables(url, server.variables.as_ref(), at, diagnostics);
    let filled = filled(url, &variables);
    if !is_whole(&filled) {
        diagnostics
            .warning(
                "unusable-server",
                at.member("url"),
                format!(
                    "`{}` is no whole http URL, and left out: a file has no place that it could be relative to",
                    server.url
                ),
            )
            .help(
                "write it with its scheme and host, and nothing behind its path: https://api.example.com/v1",
            );
        return None;
    }
    Some(Server {
        name: name(server, &filled, before),
        description: server.description.clone(),
        url: url.to_owned(),
        variables,
    })
}

/// The URL of a page that may be fetched in two ways has no scheme; an API is not one of these.
fn with_scheme(url: &str, at: &Pointer, diagnostics: &mut Diagnostics) -> String {
    if !url.starts_with("//") {
        return url.to_owned();
    }
    let whole = format!("https:{url}");
    diagnostics
        .warning(
            "server-without-scheme",
            at.member("url"),
            format!("`{url}` has no scheme, and was taken to be `{whole}`"),
        )
        .help("write it with its scheme: https://api.example.com/v1");
    whole
}

/// The variables that `url` names, each once, in its order.
fn variables(
    url: &str,
    declared: Option<&IndexMap<String, Declared>>,
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) -> Vec<ServerVariable> {
    let mut variables: Vec<ServerVariable> = Vec::new();
    for name in super::path::names(url) {
        if variables.iter().any(|known| known.name == name) {
            continue;
        }
        let known = declared.and_then(|declared| declared.get(name));
        if known.is_none() {
            diagnostics
                .warning(
                    "undeclared-variable",
                    at.member("url"),
                    format!("nothing says what `{{{name}}}` may be, so it may be anything"),
                )
                .help("add it to this server's `variables`, with a `default`");
        }
        variables.push(ServerVariable {
            name: name.to_owned(),
            description: known.and_then(|known| known.description.clone()),
            default: known.map(|known| known.default.clone()).unwrap_or_default(),
            values: known
                .map(|known| known.enumeration.clone())
                .unwrap_or_default(),
        });
    }
    variables
}

/// The URL with its variables' defaults.
fn filled(url: &str, variables: &[ServerVariable]) -> String {
    variables.iter().fold(url.to_owned(), |url, variable| {
        url.replace(&format!("{{{}}}", variable.name), &variable.default)
    })
}

fn is_whole(url: &str) -> bool {
    let has_scheme = ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    has_scheme && !url.contains(['?', '#'])
}

/// Its own name, a description of few words, or its host: the first of them that no server before
/// it has, and else the whole URL.
fn name(server: &openapiv3::Server, filled: &str, before: &[Server]) -> String {
    let own = ["x-hookgen-name", "x-name"]
        .iter()
        .find_map(|key| server.extensions.get(*key)?.as_str());
    let description = server
        .description
        .as_deref()
        .filter(|text| text.split_whitespace().count() <= 3);
    let is_free = |name: &&str| !name.is_empty() && before.iter().all(|known| known.name != *name);
    [own, description, host(filled)]
        .into_iter()
        .flatten()
        .map(|name| name.trim().trim_end_matches('.'))
        .find(is_free)
        .unwrap_or(filled)
        .to_owned()
}

fn host(url: &str) -> Option<&str> {
    let (_, after) = url.split_once("://")?;
    let authority = after.split('/').next()?;
    authority.rsplit('@').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::testing::{codes, document};

    fn lowered(text: &str) -> (Vec<Server>, Vec<String>) {
        let document = document(text);
        let mut diagnostics = Diagnostics::default();
        let servers = servers(&document, &mut diagnostics);
        (servers, codes(&diagnostics))
    }

    #[test]
    fn a_server_is_called_by_the_shortest_that_is_said_of_it() {
        let (servers, codes) = lowered(
            "
            servers:
              - { url: https://a.example/, description: Production. }
              - { url: https://b.example/v1/, description: The one that nobody uses any more }
              - { url: https://c.example, x-name: third, description: Test }
              - { url: https://d.example, description: Production }
              - { url: https://d.example/v2, description: Production }
            ",
        );
        assert_eq!(codes, [""; 0]);
        let names: Vec<_> = servers.iter().map(|server| server.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Production",
                "b.example",
                "third",
                "d.example",
                "https://d.example/v2"
            ]
        );
        assert_eq!(servers[0].url, "https://a.example");
        assert_eq!(servers[1].url, "https://b.example/v1");
    }

    #[test]
    fn variables_come_in_the_order_of_the_url() {
        let (servers, codes) = lowered(
            "
            servers:
              - url: https://{region}.example/{base}/{region}
                variables:
                  unused: { default: x }
                  region: { default: eu, enum: [eu, us], description: Where. }
            ",
        );
        assert_eq!(codes, ["undeclared-variable /servers/0/url"]);
        let region = ServerVariable {
            name: "region".to_owned(),
            description: Some("Where.".to_owned()),
            default: "eu".to_owned(),
            values: vec!["eu".to_owned(), "us".to_owned()],
        };
        let base = ServerVariable {
            name: "base".to_owned(),
            description: None,
            default: String::new(),
            values: Vec::new(),
        };
        assert_eq!(servers[0].variables, [region, base]);
        assert_eq!(servers[0].name, "eu.example");
    }

    #[test]
    fn a_url_that_is_not_whole_is_left_out() {
        let (servers, codes) = lowered(
            "
            servers:
              - url: /v1
              - url: example.com
              - url: wss://example.com
              - url: https://example.com?version=1
              - url: '{base}/v1'
                variables: { base: { default: https://example.com } }
            ",
        );
        let left_out = (0..4).map(|index| format!("unusable-server /servers/{index}/url"));
        assert_eq!(codes, left_out.collect::<Vec<_>>());
        assert_eq!(servers.len(), 1);
        assert_eq!(servers[0].url, "{base}/v1");
    }

    #[test]
    fn a_scheme_is_added() {
        let (servers, codes) = lowered("servers: [{ url: //example.com/v1/ }]");
        assert_eq!(servers[0].url, "https://example.com/v1");
        assert_eq!(codes, ["server-without-scheme /servers/0/url"]);
    }
}

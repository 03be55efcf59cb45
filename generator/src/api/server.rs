//! Where an API is served.

/// A place where the API is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// What it is called by: its `name` (OpenAPI 3.2), a description of few words, or its host.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// Absolute, without a slash at the end; its variables in braces.
    pub url: String,
    /// In the order in which the URL names them.
    pub variables: Vec<ServerVariable>,
}

/// A part of a server's URL that is for the person to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerVariable {
    /// The name between the braces.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: String,
    /// `enum`; empty where any value will do.
    pub values: Vec<String>,
}

//! What a response's status is called.

use crate::api::Status;

/// The name of a status in words: HTTP's own (RFC 9110, 15), as far as it has one.
#[must_use]
pub fn name(status: Status) -> String {
    match status {
        Status::Code(code) => http::StatusCode::from_u16(code)
            .ok()
            .and_then(|code| code.canonical_reason())
            .map_or_else(|| format!("Status {code}"), str::to_owned),
        Status::Range(1) => "Informational".to_owned(),
        Status::Range(2) => "Successful".to_owned(),
        Status::Range(3) => "Redirection".to_owned(),
        Status::Range(4) => "Client Error".to_owned(),
        Status::Range(5) => "Server Error".to_owned(),
        Status::Range(class) => format!("Status {class}XX"),
        Status::Default => "Other".to_owned(),
    }
}

/// The same of a status as a description writes it: `200`, `4XX`, `default`.
#[must_use]
pub fn words(status: &str) -> String {
    let class = status
        .strip_suffix("XX")
        .or_else(|| status.strip_suffix("xx"));
    if let Some(class) = class.and_then(|class| class.parse().ok()) {
        return name(Status::Range(class));
    }
    status
        .parse()
        .map_or_else(|_| name(Status::Default), |code| name(Status::Code(code)))
}

//! `x-token-operation`: which operation answers with the token of a security scheme.
//!
//! ```yaml
//! x-token-operation:
//!   operationId: authenticate
//!   token: $response.body#/token
//!   expires: $response.body#/expiration_date
//! ```

use serde_json::Value;

use super::context::Context;
use super::expression::{Expression, Part, parse};
use super::extension::{Members, Reader};
use super::security::Schemes;
use crate::api::{
    Credential, Field, Media, Operation, SecurityId, SecurityScheme, Shape, Status, TokenOperation,
    Type,
};
use crate::diagnostics::{Diagnostics, Pointer, Severity};

/// The schemes, each with the operation that its tokens come from. One that is not what it must
/// be is reported and left out.
pub(super) fn with_tokens(
    context: &mut Context<'_>,
    schemes: Schemes<'_>,
    operations: &[Operation],
) -> Vec<SecurityScheme> {
    let mut served = schemes.served;
    for (name, value, at) in schemes.tokens {
        let mut schemes = (0..).map(SecurityId).zip(&mut served);
        let Some((id, scheme)) = schemes.find(|(_, scheme)| scheme.name == name) else {
            continue;
        };
        // The reader borrows the diagnostics while the types are looked at.
        let mut diagnostics = Diagnostics::default();
        let mut reader = Reader::new(
            &mut diagnostics,
            Severity::Warning,
            "invalid-token-operation",
        );
        if scheme.credential == Credential::Bearer {
            let token = read(context, value, &at, operations, id, &mut reader);
            scheme.token = token.filter(|_| reader.mistakes() == 0);
        } else {
            reader.mistake(
                &at,
                "only a bearer token can come from an operation, so this is left out",
                "describe the scheme as `type: http` with `scheme: bearer`",
            );
        }
        context.known.diagnostics.append(diagnostics);
    }
    served
}

fn read(
    context: &Context<'_>,
    value: &Value,
    at: &Pointer,
    operations: &[Operation],
    scheme: SecurityId,
    reader: &mut Reader<'_>,
) -> Option<TokenOperation> {
    let members = reader.object(value, at, &["operationId", "token", "expires"])?;
    let help = "name the operation that answers with a token";
    let (id, at) = members.required_text("operationId", help, reader)?;
    let Some(operation) = operations.iter().find(|operation| operation.id == id) else {
        reader.mistake(&at, format!("there is no operation `{id}`"), help);
        return None;
    };
    let body = only_input(operation, &at, reader);
    let answer = only_answer(operation, &at, reader)?;
    asks_for_no_token(operation, scheme, &at, reader);

    let find = Find {
        context,
        answer,
        id,
    };
    members.required("token", "it may be $response.body#/token", reader)?;
    let token = find.member(&members, "token", reader, |ty| {
        matches!(ty, Type::String | Type::Secret)
    });
    let expires = find.member(&members, "expires", reader, |ty| *ty == Type::DateTime);
    Some(TokenOperation {
        operation: id.to_owned(),
        body: body?,
        token: token?,
        expires,
    })
}

/// The body of a request, if that is all that it needs.
fn only_input(operation: &Operation, at: &Pointer, reader: &mut Reader<'_>) -> Option<Type> {
    let help =
        "a token can come from an operation that takes a body of JSON, or a form, and nothing else";
    if operation.parameters.iter().any(|one| one.required) {
        reader.mistake(at, "this operation has required parameters", help);
        return None;
    }
    match &operation.body {
        Some(body) if body.required => match &body.media {
            Media::Json { ty, .. } | Media::Form { ty, .. } => Some(ty.clone()),
            _ => {
                reader.mistake(at, "this operation's body is neither JSON nor a form", help);
                None
            }
        },
        _ => {
            reader.mistake(at, "this operation has no required body", help);
            None
        }
    }
}

/// The type of the one answer that is a success.
fn only_answer<'o>(
    operation: &'o Operation,
    at: &Pointer,
    reader: &mut Reader<'_>,
) -> Option<&'o Type> {
    let successes: Vec<_> = operation
        .responses
        .iter()
        .filter(|response| matches!(response.status, Status::Code(200..=299) | Status::Range(2)))
        .collect();
    match &successes[..] {
        [only] => match &only.body {
            Some(Media::Json { ty, .. }) => return Some(ty),
            _ => reader.mistake(
                at,
                "this operation's answer is not JSON",
                "describe its content as application/json",
            ),
        },
        _ => reader.mistake(
            at,
            format!(
                "a token is in one kind of success, and this operation has {}",
                successes.len()
            ),
            "describe one response between 200 and 299",
        ),
    }
    None
}

/// An operation that gets a token cannot need one.
fn asks_for_no_token(
    operation: &Operation,
    scheme: SecurityId,
    at: &Pointer,
    reader: &mut Reader<'_>,
) {
    let mut alternatives = operation.security.iter();
    if !operation.security.is_empty() && alternatives.all(|needed| needed.contains(&scheme)) {
        reader.mistake(
            at,
            "this operation needs the token that it is to get",
            "give it `security: []`",
        );
    }
}

/// Finds members of an operation's answer.
struct Find<'f> {
    context: &'f Context<'f>,
    answer: &'f Type,
    id: &'f str,
}

impl Find<'_> {
    /// The name of the member of the answer that the extension's member `name` points to.
    fn member(
        &self,
        members: &Members<'_>,
        name: &str,
        reader: &mut Reader<'_>,
        fits: impl FnOnce(&Type) -> bool,
    ) -> Option<String> {
        let (text, at) = members.text(name, reader)?;
        let help = format!(
            "point to a required member of the answer of `{}`, a date-time for `expires` and text for `token`: $response.body#/{name}",
            self.id
        );
        let Some(Expression::Response(Part::Member(steps))) = parse(text) else {
            reader.mistake(&at, format!("`{text}` is no member of an answer"), &help);
            return None;
        };
        let found = match &steps[..] {
            [step] => self
                .field(step)
                .filter(|field| field.required && !field.nullable),
            _ => None,
        };
        if !found.is_some_and(|field| fits(&field.ty)) {
            reader.mistake(
                &at,
                format!("`{text}` is no required member of a fitting type"),
                &help,
            );
            return None;
        }
        found.map(|field| field.name.clone())
    }

    fn field(&self, name: &str) -> Option<&Field> {
        match self.context.shape(self.answer)? {
            Shape::Object(object) => object.fields.iter().find(|field| field.name == name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;

//! Whether what is delivered is said to be signed, and by one scheme.

use super::context::Context;
use super::delivery::Delivery;
use super::signature::{self, VERIFICATION};
use crate::api::Verification;
use crate::diagnostics::Pointer;
use crate::presets;

/// How deliveries are signed, by the extension at the root.
///
/// One below a webhook is not followed. Which webhook a delivery is of, it says itself, in what is
/// yet to be verified: whoever forges one would choose the weakest scheme, unless all schemes were
/// tried and the event were held against the one that was right. And a scheme of its own has a secret
/// of its own, which would have to be no key of the others'. So a receiver has one scheme, and
/// deliveries that are signed otherwise have a receiver of their own, at a route of their own: that
/// of a module of the same description with those webhooks alone (`include`), and an overlay that
/// says how they are signed. Where there is no scheme at the root either, this would leave deliveries
/// unchecked that should be checked: an error.
pub(super) fn verification(
    context: &mut Context<'_>,
    deliveries: &[Delivery<'_>],
) -> Option<Verification> {
    let document = context.document;
    let has_root = document.openapi.extensions.contains_key(VERIFICATION);
    for delivery in deliveries {
        let places = [
            (&delivery.item.extensions, &delivery.item_at),
            (&delivery.operation.extensions, &delivery.at),
        ];
        for (extensions, at) in places {
            if extensions.contains_key(VERIFICATION) {
                own_verification(context, has_root, &at.member(VERIFICATION));
            }
        }
    }
    signature::of_document(&document.openapi, &mut context.known.diagnostics)
}

/// A receiver is generated that takes anything: that is what is described, and perhaps not what is
/// wanted.
pub(super) fn unsigned(context: &mut Context<'_>, deliveries: &[Delivery<'_>]) {
    let section = deliveries
        .first()
        .and_then(|one| one.item_at.steps().next());
    let at = Pointer::default().member(&section.unwrap_or_default());
    let message = "nothing says how deliveries are signed, so they are taken from anybody";
    let help = format!(
        "if the provider signs them, say how at the root: `{VERIFICATION}: {{ preset: \
         standard-webhooks }}`, or another preset ({}), or in full",
        presets::names()
    );
    let diagnostics = &mut context.known.diagnostics;
    diagnostics
        .note("unsigned-deliveries", &at, message)
        .help(help);
}

fn own_verification(context: &mut Context<'_>, has_root: bool, at: &Pointer) {
    let diagnostics = &mut context.known.diagnostics;
    let diagnostic = if has_root {
        let message = "a receiver has one way to verify, so this webhook's deliveries are verified like the others";
        diagnostics.warning("not-modelled", at, message)
    } else {
        let message = "a receiver has one way to verify, and this is that of a single webhook";
        diagnostics.error("not-modelled", at, message)
    };
    diagnostic.help(
        "say at the root how all deliveries are signed; for those that are signed otherwise, \
         generate a module of its own from the same description, with `include = { webhooks = […] }` \
         and an overlay that says it at the root",
    );
}

//! The generated receivers.

use hookgen_runtime::{Verification, VerifyError};
use hookgen_workspace::presets;

use crate::{Delivery, verify};

/// A way of signing that has a name.
pub(crate) struct Preset {
    pub(crate) name: &'static str,
    pub(crate) scheme: Verification,
    pub(crate) verify: fn(&Delivery) -> Result<(), VerifyError>,
}

macro_rules! all {
    ($( $module:ident ),* $(,)?) => {
        [$( Preset {
            name: stringify!($module),
            scheme: presets::$module::VERIFICATION,
            verify: verify::<presets::$module::Event>,
        } ),*]
    };
}

/// All of them.
pub(crate) fn all() -> [Preset; 17] {
    all!(
        adyen_payments,
        adyen_platform,
        github,
        intercom,
        linear,
        mailgun,
        paddle,
        sezzle,
        shopify,
        slack,
        square,
        standard_webhooks,
        standard_webhooks_asymmetric,
        stripe,
        svix_legacy,
        twilio_form,
        zoom,
    )
}

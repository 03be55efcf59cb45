//! Modules in, a crate's features out.

use crate::module::Module;

/// A feature of the generated crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Feature {
    /// Its name.
    pub name: String,
    /// Which others it turns on, of this crate and of the runtime, in order.
    pub enables: Vec<String>,
    /// Whether it is on unless someone turns it off.
    pub default: bool,
}

/// One for each module, and one for each role that code has: whoever only receives turns `client`
/// off and compiles no HTTP client.
pub(super) fn features(modules: &[Module]) -> Vec<Feature> {
    let has_client = modules.iter().any(|module| module.needs.client);
    let has_receiver = modules.iter().any(|module| module.needs.receiver);
    let mut features = Vec::new();
    if has_client {
        features.push(feature("client", &["hookgen-runtime/client"], true));
        features.push(feature(
            "blocking",
            &["client", "hookgen-runtime/blocking"],
            false,
        ));
    }
    if has_receiver {
        features.push(feature("receiver", &["hookgen-runtime/receiver"], true));
        for framework in ["axum", "tower"] {
            let runtime = format!("hookgen-runtime/{framework}");
            features.push(feature(framework, &["receiver", &runtime], false));
        }
    }
    features.push(feature("jiff", &["hookgen-runtime/jiff"], false));
    features.push(feature("validate", &["hookgen-runtime/validate"], false));
    for module in modules {
        let enables = module.needs.features().into_iter();
        features.push(Feature {
            name: module.name.clone(),
            enables: enables
                .map(|one| format!("hookgen-runtime/{one}"))
                .collect(),
            default: true,
        });
    }
    features
}

fn feature(name: &str, enables: &[&str], default: bool) -> Feature {
    Feature {
        name: name.to_owned(),
        enables: enables.iter().map(ToString::to_string).collect(),
        default,
    }
}

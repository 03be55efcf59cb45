//! What someone has chosen, applied to what a description says: types of their own in place of the
//! description's, parts left out, what is received made optional, and names found for
//! [`names`](crate::names). What is left and says the same in several places becomes one type.
//!
//! Whatever names nothing, or makes no Rust, is an error where it is written.

mod extras;
mod left_out;
mod lenient;
mod mistake;
mod parts;
mod places;
mod prune;
mod rename;
mod replace;
mod share;
mod syntax;

use crate::api::Api;
use crate::choices::Choices;
use crate::emit::Extras;
use crate::finding::Finding;
use crate::names::Chosen;
use left_out::Described;
pub use left_out::LeftOut;
use rename::Renamed;

/// What is chosen, as the later stages look at it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Adapted {
    /// What things are to be called.
    pub chosen: Chosen,
    /// What types have besides what they are generated with.
    pub extras: Extras,
    /// Where what is not generated stands.
    pub left_out: LeftOut,
}

/// Changes `api` as it was chosen.
pub fn adapt(api: &mut Api, choices: &Choices) -> (Adapted, Vec<Finding>) {
    let mut findings = mistakes(choices);
    let mut renamed = Renamed::find(api, &choices.rename, &mut findings);
    let mut extras = extras::find(api, choices, &mut findings);
    parts::check(api, choices, &mut findings);
    let replaced = replace::find(api, &choices.replace, &mut findings);
    let mut left_out = LeftOut::default();
    if findings.is_empty() {
        let described = (!replaced.is_empty() || !choices.parts().are_all())
            .then(|| Described::of(api, &replaced));
        let before = prune::Roots::of(api);
        let gone = replace::apply(api, &replaced, &mut findings);
        parts::leave_out(api, choices.parts());
        let ids = prune::prune(api, &before, &gone, choices.parts());
        lenient::apply(api, choices.received);
        if let Some(described) = described {
            left_out = described.left_out(api, choices.parts());
        }
        renamed.keep(api, &ids);
        extras::keep(&mut extras, &ids);
        renamed.check(api, &mut findings);
    }
    findings.sort_by_key(|finding| finding.location.position);
    let chosen = renamed.chosen();
    let mut adapted = Adapted {
        chosen,
        extras,
        left_out,
    };
    share::share(api, &mut adapted);
    (adapted, findings)
}

/// What is wrong with choices whatever they are for.
pub fn mistakes(choices: &Choices) -> Vec<Finding> {
    let mut findings = Vec::new();
    syntax::check(choices, &mut findings);
    findings
}

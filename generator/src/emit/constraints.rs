//! What holds of an object beside its type, as data that the runtime checks if it is asked to:
//!
//! ```yaml
//! WebhookInput:
//!   type: object
//!   properties:
//!     url: { type: string, maxLength: 2048 }
//!     tags: { type: array, maxItems: 5, items: { type: string, minLength: 1 } }
//! ```
//!
//! ```text
//! constraints! {
//!     WebhookInput {
//!         url: [MaxLength(2048)],
//!         tags: [MaxItems(5), Each(&[MinLength(1)])],
//!     }
//! }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Source;
use super::object::ident;
use crate::api::{Constraints, Limits, Object, TypeDef};
use crate::names::TypeNames;

/// Emits what holds of an object and of its members, if anything does.
pub fn emit(def: &TypeDef, shape: &Object, names: &TypeNames, source: &mut Source) {
    let fields: Vec<TokenStream> = shape
        .fields
        .iter()
        .zip(&names.members)
        .filter_map(|(field, member)| {
            let constraints = field.constraints.as_deref();
            let constraints = constraints.filter(|one| !one.checks_nothing())?;
            let member = ident(member);
            let rules = rules(constraints);
            Some(quote!(#member: [#(#rules),*]))
        })
        .collect();
    let own = def.constraints.as_deref().map(rules).unwrap_or_default();
    if fields.is_empty() && own.is_empty() {
        return;
    }
    let name = format_ident!("{}", names.name);
    let own = (!own.is_empty()).then(|| quote!([#(#own),*]));
    source.imports.runtime("constraints");
    source.items.push(quote! {
        constraints! {
            #name #own {
                #(#fields,)*
            }
        }
    });
}

fn rules(constraints: &Constraints) -> Vec<TokenStream> {
    let mut rules = Vec::new();
    limits(constraints.length, "MinLength", "MaxLength", &mut rules);
    for pattern in &constraints.patterns {
        rules.push(quote!(Pattern(#pattern)));
    }
    if let Some(bound) = constraints.minimum {
        let value = number(bound.value);
        rules.push(if bound.exclusive {
            quote!(MoreThan(#value))
        } else {
            quote!(Minimum(#value))
        });
    }
    if let Some(bound) = constraints.maximum {
        let value = number(bound.value);
        rules.push(if bound.exclusive {
            quote!(LessThan(#value))
        } else {
            quote!(Maximum(#value))
        });
    }
    if let Some(step) = constraints.multiple_of {
        let step = number(step);
        rules.push(quote!(MultipleOf(#step)));
    }
    if !constraints.values.is_empty() {
        let values = &constraints.values;
        rules.push(quote!(OneOf(&[#(#values),*])));
    }
    limits(constraints.items, "MinItems", "MaxItems", &mut rules);
    if constraints.unique_items {
        rules.push(quote!(UniqueItems));
    }
    limits(constraints.members, "MinMembers", "MaxMembers", &mut rules);
    for (inside, rule) in [(&constraints.names, "Names"), (&constraints.each, "Each")] {
        let inside = inside.as_ref().map(|inside| self::rules(inside));
        if let Some(inside) = inside.filter(|inside| !inside.is_empty()) {
            let rule = format_ident!("{rule}");
            rules.push(quote!(#rule(&[#(#inside),*])));
        }
    }
    rules
}

fn limits(limits: Limits, least: &str, most: &str, rules: &mut Vec<TokenStream>) {
    let counts = [
        (limits.least.filter(|least| *least > 0), least),
        (limits.most, most),
    ];
    for (count, rule) in counts {
        if let Some(count) = count {
            let rule = format_ident!("{rule}");
            let count = Literal::u64_unsuffixed(count);
            rules.push(quote!(#rule(#count)));
        }
    }
}

fn number(value: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(value.abs());
    if value.is_sign_negative() {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}

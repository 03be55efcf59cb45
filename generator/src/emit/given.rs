//! Rust that someone has written in the settings: paths, derives and attributes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;
use syn::{Attribute, Path, Type};

use super::Extra;

/// Whether it is a type's path: `crate::Money`, `std::num::NonZero<u32>`.
#[must_use]
pub fn is_type(text: &str) -> bool {
    matches!(syn::parse_str(text), Ok(Type::Path(path)) if path.qself.is_none())
}

/// Whether it is a path as a derive is named by.
#[must_use]
pub fn is_path(text: &str) -> bool {
    syn::parse_str::<Path>(text).is_ok()
}

/// Whether it is one attribute, or several.
#[must_use]
pub fn is_attribute(text: &str) -> bool {
    let attributes = Attribute::parse_outer.parse_str(text);
    attributes.is_ok_and(|attributes| !attributes.is_empty())
}

/// The tokens of something that was found to be Rust.
pub fn tokens(text: &str) -> TokenStream {
    // What is no Rust was refused before.
    text.parse().unwrap_or_default()
}

/// The derives of a type: its `own` and those that someone wants besides, but for what its macro
/// `implements`; then the attributes.
pub fn attributes(own: &[&str], implements: &[&str], extra: &Extra) -> TokenStream {
    let others = extra.derives.iter().map(String::as_str);
    let others = others.filter(|derive| !own.contains(derive) && !implements.contains(derive));
    let derives: Vec<TokenStream> = own.iter().copied().chain(others).map(tokens).collect();
    let derives = (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]));
    let attributes = extra.attributes.iter().map(|one| tokens(one));
    quote!(#derives #(#attributes)*)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_stand_for_types() {
        for path in [
            "Money",
            "crate::Money",
            "std::num::NonZero<u32>",
            "::money::Money",
        ] {
            assert!(is_type(path), "{path}");
        }
        for other in [
            "",
            "crate::",
            "&str",
            "(u8, u8)",
            "a b",
            "u8; struct X",
            "<A as B>::C",
        ] {
            assert!(!is_type(other), "{other}");
        }
    }

    #[test]
    fn derives_and_attributes_are_what_they_say() {
        assert!(is_path("schemars::JsonSchema"));
        assert!(!is_path("Hash)] struct X; #[derive(Eq"));
        assert!(is_attribute("#[cfg_attr(test, derive(Hash))]"));
        for other in ["", "must_use", "#![must_use]", "#[must_use] fn x() {}"] {
            assert!(!is_attribute(other), "{other}");
        }
    }
}

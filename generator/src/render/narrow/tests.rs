use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Item;

use super::print;
use crate::render::item::wide;
use crate::render::tokens::Tokens;

/// All that is generated in this repository.
fn generated() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders = vec![root.join("generated/src"), root.join("tests/snapshots")];
    let mut files = Vec::new();
    let rs = Some(OsStr::new("rs"));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "snap")
                && path
                    .file_stem()
                    .is_some_and(|stem| Path::new(stem).extension() == rs)
                || path.extension() == rs
            {
                files.push(path);
            }
        }
    }
    files
}

/// The items of a file, and the enums that are in calls of `open_enum!`.
fn items(file: &Path) -> Vec<TokenStream> {
    let text = fs::read_to_string(file).expect("a file");
    // What insta writes stands between two lines.
    let snapshot = text.strip_prefix("---\n");
    let text = snapshot.map_or(&*text, |rest| {
        rest.split_once("\n---\n").expect("a snapshot").1
    });
    let items = syn::parse_file(text).expect("Rust").items.into_iter();
    let tokens = items.filter_map(|item| match item {
        Item::Macro(call) => call
            .mac
            .path
            .is_ident("open_enum")
            .then_some(call.mac.tokens),
        item => Some(item.into_token_stream()),
    });
    tokens.collect()
}

/// The same with longer names of types.
fn stretched(tokens: TokenStream, by: usize) -> TokenStream {
    let trees = tokens.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => {
            let inside = stretched(group.stream(), by);
            TokenTree::Group(Group::new(group.delimiter(), inside))
        }
        TokenTree::Ident(name) => {
            let text = name.to_string();
            let is_own = text.starts_with(char::is_uppercase) && text != "Self" && text.len() > 4;
            match is_own {
                true => Ident::new(&(text + &"x".repeat(by)), name.span()).into(),
                false => name.into(),
            }
        }
        tree => tree,
    });
    trees.collect()
}

#[test]
fn what_fits_is_printed_as_if_it_were_laid_out() {
    let (mut narrow, mut all) = (0, 0);
    for tokens in generated().iter().flat_map(|file| items(file)) {
        for by in [0, 1, 2, 5, 8, 13, 21, 34] {
            let tokens = Tokens::new(stretched(tokens.clone(), by));
            all += 1;
            if let Some(text) = print(tokens.all()) {
                narrow += 1;
                assert_eq!(text, wide(tokens.all().source()));
            }
        }
    }
    // Also with names that are far longer than any is, nearly half of it fits.
    assert!(narrow > 5_000 && narrow * 5 > all * 2, "{narrow} of {all}");
}

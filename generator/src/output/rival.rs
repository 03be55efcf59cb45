//! The two files that a module may be in: `types.rs` and `types/mod.rs`. Where both are there, the
//! compiler takes none.

/// Where else the module in the file at `path` could be. None for what is no module: that is not in
/// the folder of one, which is in `modules`.
pub(super) fn rival(modules: &str, path: &str) -> Option<String> {
    let inside = path.strip_prefix(modules)?.trim_start_matches('/');
    let (_, name) = inside.rsplit_once('/')?;
    let whole = path.strip_suffix(".rs")?;
    match name {
        "mod.rs" => whole
            .strip_suffix("/mod")
            .map(|folder| format!("{folder}.rs")),
        _ => Some(format!("{whole}/mod.rs")),
    }
}

#[cfg(test)]
mod tests {
    use super::rival;

    #[test]
    fn a_module_may_be_in_two_places() {
        let rival = |path| rival("src", path);
        assert_eq!(
            rival("src/a/types.rs").as_deref(),
            Some("src/a/types/mod.rs")
        );
        assert_eq!(
            rival("src/a/types/mod.rs").as_deref(),
            Some("src/a/types.rs")
        );
        assert_eq!(rival("src/a/mod.rs").as_deref(), Some("src/a.rs"));
        assert_eq!(rival("src/lib.rs"), None);
        assert_eq!(rival("README.md"), None);
        assert_eq!(super::rival("", "hookgen.rs"), None);
        assert_eq!(super::rival("", "a/mod.rs").as_deref(), Some("a.rs"));
    }
}

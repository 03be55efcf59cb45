//! Paths as text: nothing here looks at the disk.

use std::path::{Component, Path, PathBuf};

/// Without `.`, and with `..` taken up by the folder before it where there is one, as Cargo does.
pub(crate) fn normalize(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) | (Component::ParentDir, Some(Component::RootDir)) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    if parts.is_empty() {
        PathBuf::from(".")
    } else {
        parts.into_iter().collect()
    }
}

/// The folder that a file is in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// From the root of the file system, normalized; as it is where there is no current folder.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    normalize(&std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()))
}

/// The way from one folder to a place, both of them absolute; `None` where they share nothing but
/// the root.
pub(crate) fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = common(from, to)?;
    let up = from.strip_prefix(&shared).ok()?.components().count();
    let mut way: PathBuf = (0..up).map(|_| Component::ParentDir).collect();
    way.extend(to.strip_prefix(&shared).ok()?);
    Some(normalize(&way))
}

/// The deepest folder that both are in, both of them absolute; `None` for the root.
pub(crate) fn common(one: &Path, other: &Path) -> Option<PathBuf> {
    let shared: PathBuf = one
        .components()
        .zip(other.components())
        .take_while(|(left, right)| left == right)
        .map(|(part, _)| part)
        .collect();
    shared
        .components()
        .any(|part| matches!(part, Component::Normal(_)))
        .then_some(shared)
}

/// With forward slashes, on one line.
pub(crate) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts
        .join("/")
        .replace("//", "/")
        .replace(char::is_control, "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_taken_out() {
        assert_eq!(normalize(Path::new("spec/../out/./x")), Path::new("out/x"));
        assert_eq!(normalize(Path::new("../out")), Path::new("../out"));
        assert_eq!(normalize(Path::new("spec/..")), Path::new("."));
    }

    #[test]
    fn a_way_leads_up_and_down() {
        assert_eq!(
            relative(Path::new("/ws/spec"), Path::new("/ws/out/x")),
            Some(PathBuf::from("../out/x"))
        );
        assert_eq!(relative(Path::new("/ws"), Path::new("/tmp")), None);
    }
}

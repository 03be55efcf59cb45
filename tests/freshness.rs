//! `generated/` is what build.rs makes of the descriptions today.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use similar::TextDiff;

#[test]
fn the_committed_output_is_fresh() {
    let mut stale = String::new();
    for module in ["sezzle", "stripe"] {
        let made = files(&Path::new(env!("OUT_DIR")).join(module));
        let committed = files(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("generated/src")
                .join(module),
        );
        assert!(made.contains_key("mod.rs"), "build.rs made the module");
        for name in made
            .keys()
            .chain(committed.keys().filter(|name| !made.contains_key(*name)))
        {
            let (old, new) = (committed.get(name), made.get(name));
            if old != new {
                let text = |side: Option<&String>| side.cloned().unwrap_or_default();
                let (old, new) = (text(old), text(new));
                let diff = TextDiff::from_lines(&old, &new).unified_diff().to_string();
                stale.push_str(&format!("generated/src/{module}/{name}:\n{diff}\n"));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "generated/ is not what spec/ says; run `cargo regen`\n\n{stale}"
    );
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let text = fs::read_to_string(entry.path()).expect("text");
            // git may check files out with the line ends of the machine.
            (
                entry.file_name().to_string_lossy().into_owned(),
                text.replace("\r\n", "\n"),
            )
        })
        .collect()
}

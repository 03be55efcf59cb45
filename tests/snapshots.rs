//! What is generated for each fixture, whole. The same text is compiled: build.rs made it, and
//! `support/lib.rs` includes it.

use std::fs;
use std::path::Path;

#[test]
fn fixtures() {
    let out = Path::new(env!("OUT_DIR")).join("fixtures");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut seen = 0;
    for fixture in sorted(&out)
        .into_iter()
        .filter(|name| out.join(name).is_dir())
    {
        for file in sorted(&out.join(&fixture)) {
            let text = fs::read_to_string(out.join(&fixture).join(&file)).expect("text");
            insta::with_settings!({
                snapshot_path => folder.join(&fixture),
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, {
                insta::assert_snapshot!(file, text);
            });
            seen += 1;
        }
    }
    assert!(
        seen > 60,
        "the fixtures are where they are looked for: {seen} files"
    );
}

fn sorted(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder that build.rs made");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

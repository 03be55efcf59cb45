//! A description in several files.

use insta::assert_snapshot;

use crate::support::{FORGE, Folder, SETTINGS};

/// `spec/forge.yaml` with a schema in another file, in which something is wrong.
fn several() -> Folder {
    let folder = Folder::with_settings();
    let there = "schemas/release.yaml";
    let here = "{ type: object, properties: { tag: { type: string } } }";
    assert!(FORGE.contains(here));
    let main = FORGE.replace(here, &format!("{{ $ref: {there} }}"));
    folder.write("spec/forge.yaml", main);
    let release = "type: object\n\
                   properties:\n\
                   \x20 tag: { type: strin }\n\
                   \x20 author: { $ref: '../../people.yaml#/Author' }\n";
    folder.write("spec/schemas/release.yaml", release);
    folder.write("people.yaml", "Author: { type: string }\n");
    folder
}

#[test]
fn findings_name_the_file_that_they_are_in() {
    let folder = several();
    assert_snapshot!("findings", folder.run(&["generate"]));
    let types = folder.read("generated/src/forge/types.rs");
    assert!(types.contains("/// `schemas/release.yaml`"), "{types}");
}

#[test]
fn it_is_the_same_from_everywhere() {
    let folder = several();
    folder.run(&["generate"]).ends_with(0);
    let there = folder.files();
    folder.run_in("spec/schemas", &["generate"]).ends_with(0);
    assert_eq!(folder.files(), there);
}

#[test]
fn what_leads_out_of_the_folder_is_read_where_that_is_allowed() {
    let folder = several();
    let settings = format!("{SETTINGS}references = \"anywhere\"\n");
    folder.write("spec/hookgen.toml", settings);
    let answer = folder.run(&["generate"]);
    assert!(
        !answer.ends_with(0).stderr.contains("outside-folder"),
        "{answer}"
    );
    let types = folder.read("generated/src/forge/types.rs");
    assert!(types.contains("/// `../people.yaml#/Author`"), "{types}");
}

/// A schema of two files, which settings have to name apart: each by what they are told to write.
#[test]
fn one_of_several_is_named_alone() {
    let folder = several();
    let release = "type: object\n\
                   properties:\n\
                   \x20 author: { $ref: person.yaml }\n\
                   \x20 editor: { $ref: '../old.yaml#/person' }\n";
    folder.write("spec/schemas/release.yaml", release);
    let person = "{ type: object, properties: { name: { type: string } } }";
    folder.write("spec/schemas/person.yaml", person);
    folder.write("spec/old.yaml", format!("person: {person}"));
    let choose = |key: &str| {
        let settings =
            format!("{SETTINGS}[descriptions.forge.rename]\n\"{key}\" = \"Published\"\n");
        folder.write("spec/hookgen.toml", settings);
        folder.run(&["generate"])
    };
    let refused = choose("person");
    assert_snapshot!("ambiguous", refused);
    let (_, help) = refused.stderr.split_once("which is meant: ").expect("help");
    let spellings: Vec<_> = help.lines().next().expect("a line").split('`').collect();
    let spellings: Vec<_> = spellings.into_iter().skip(1).step_by(2).collect();
    assert_eq!(spellings.len(), 2, "{refused}");
    for spelling in spellings {
        choose(spelling).ends_with(0);
        let types = folder.read("generated/src/forge/types.rs");
        let (docs, _) = types.split_once("pub struct Published").expect("a type");
        let docs = docs.rsplit("\n\n").next().expect("its docs");
        assert!(docs.contains(&format!("/// `{spelling}`")), "{types}");
    }
}

#[test]
fn nothing_less_than_everything_is_enough_if_strict() {
    let folder = several();
    let answer = folder.run(&["generate", "--strict"]);
    answer.ends_with(1);
    for code in ["error[outside-folder]", "error[unknown-type]"] {
        assert!(answer.stderr.contains(code), "{answer}");
    }
    assert!(!folder.path("generated").exists(), "nothing is written");
}

//! Files that refer to one another, and to what is not there.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::document::{self, Reading};
use crate::input::{Input, References};

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        fs::write(path, text).expect("a writable folder");
    }
    folder
}

/// A main file in the folder `api` whose one schema refers to `reference`, and others beside it.
fn referring(reference: &str, others: &[(&str, &str)]) -> (TempDir, String) {
    let main = format!(
        "openapi: 3.1.0\n\
         info: {{ title: Test, version: '1' }}\n\
         components:\n\
         \x20 schemas:\n\
         \x20   A: {{ properties: {{ b: {{ $ref: '{reference}' }} }} }}\n"
    );
    let mut files = vec![("api/main.yaml", main.as_str())];
    files.extend(others);
    let folder = folder(&files);
    let found = lines(&read(folder.path(), References::Folder), folder.path());
    (folder, found)
}

fn read(folder: &Path, references: References) -> Reading {
    let input = Input {
        references,
        ..Input::default()
    };
    document::read(&folder.join("api/main.yaml"), &input)
}

/// Every finding with its help and what it is related to, one a line.
fn lines(reading: &Reading, folder: &Path) -> String {
    let document = reading.document.as_ref().expect("a description");
    let (_, lowering) = crate::lower::lower(document);
    let mut diagnostics = reading.diagnostics.clone();
    diagnostics.append(lowering);
    let mut lines = Vec::new();
    for finding in reading.sources.findings(&diagnostics) {
        lines.push(finding.to_string());
        for (location, how) in finding.related {
            lines.push(format!("  {location}: {how}"));
        }
    }
    let folder = folder.join("api").display().to_string();
    lines.join("\n").replace(&folder, "api")
}

#[test]
fn what_is_not_there_is_told_of_where_it_is_referred_to() {
    let (_folder, found) = referring("nowhere.yaml", &[]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: unreadable-reference: there is no file `nowhere.yaml`; any value is taken (help: look at the reference's spelling: it is followed from the file that it stands in, or from the description if an overlay put it there)");
    let (_folder, found) = referring("there.yaml#/nowhere", &[("api/there.yaml", "a: {}")]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: dangling-reference: there is nothing at `there.yaml#/nowhere`; any value is taken (help: correct the reference, or describe what it refers to)");
}

#[test]
fn what_is_no_part_of_a_description_is_told_of_where_it_is_referred_to() {
    let (_folder, found) = referring("broken.yaml", &[("api/broken.yaml", "type: object\n}")]);
    insta::assert_snapshot!(found, @"
    api/main.yaml:5:35: broken-reference: `broken.yaml` cannot be read; any value is taken (help: indent it as its neighbours are; quote text that begins with a quote or a bracket)
      api/broken.yaml:2:1: this line does not fit the indentation of those before it
    ");
    let (_folder, found) = referring("empty.yaml", &[("api/empty.yaml", "# nothing")]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: unreadable-reference: `empty.yaml` is empty; any value is taken (help: write into it what is referred to, or name the file that has it)");
    let swagger = "swagger: '2.0'\ndefinitions: { B: {} }";
    let (_folder, found) = referring("old.yaml#/definitions/B", &[("api/old.yaml", swagger)]);
    insta::assert_snapshot!(found, @"
    api/main.yaml:5:35: swagger-2: `old.yaml` is a Swagger 2.0 description; any value is taken (help: convert it, for instance with `npx swagger2openapi --outfile openapi.json FILE`)
      api/old.yaml:1:10: it says so here
    ");
    let (_folder, found) = referring("deep/", &[("api/deep/a.yaml", "{}")]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: unreadable-reference: `deep` is no file; any value is taken (help: name a file that is in YAML or JSON)");
}

#[test]
fn what_is_elsewhere_is_refused() {
    let (folder, found) = referring("../out.yaml", &[("out.yaml", "type: string")]);
    insta::assert_snapshot!(found, @r#"api/main.yaml:5:35: outside-folder: `../out.yaml` is outside of the description's folder; any value is taken (help: set `references = "anywhere"` for the description in hookgen.toml, if that may be read, or copy the file into the folder)"#);
    let anywhere = read(folder.path(), References::Anywhere);
    assert_eq!(lines(&anywhere, folder.path()), "");
    let (_folder, found) = referring("https://example.com/a.yaml#/B", &[]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: network-reference: `https://example.com/a.yaml` is on the network, from which nothing is read; any value is taken (help: bundle the files into one first, with `npx @redocly/cli bundle`, say)");
    for away in ["/etc/hostname", "file:///etc/hostname"] {
        let (_folder, found) = referring(away, &[]);
        insta::allow_duplicates! {
            insta::assert_snapshot!(found, @r#"api/main.yaml:5:35: outside-folder: `/etc/hostname` is outside of the description's folder; any value is taken (help: set `references = "anywhere"` for the description in hookgen.toml, if that may be read, or copy the file into the folder)"#);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_too() {
    let (folder, _) = referring("link.yaml", &[("out.yaml", "type: string")]);
    let link = folder.path().join("api/link.yaml");
    std::os::unix::fs::symlink("../out.yaml", link).expect("a link");
    let found = read(folder.path(), References::Folder);
    insta::assert_snapshot!(lines(&found, folder.path()), @r#"api/main.yaml:5:35: outside-folder: `link.yaml` is outside of the description's folder; any value is taken (help: set `references = "anywhere"` for the description in hookgen.toml, if that may be read, or copy the file into the folder)"#);
    let found = read(folder.path(), References::Anywhere);
    assert_eq!(lines(&found, folder.path()), "");
}

#[test]
fn a_diagnostic_names_the_file_that_it_is_in() {
    let part = "type: object\nproperties:\n  a: { type: strnig }\n  b: { $ref: '#/nowhere' }\n";
    let (_folder, found) = referring("deep/b.yaml", &[("api/deep/b.yaml", part)]);
    insta::assert_snapshot!(found, @"
    api/deep/b.yaml:3:14: unknown-type: `strnig` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    api/deep/b.yaml:4:14: dangling-reference: there is nothing at `deep/b.yaml#/nowhere`; any value is taken (help: correct the reference, or describe what it refers to)
    ");
}

#[test]
fn a_component_of_the_main_file_is_not_one_of_the_others() {
    let part = "properties: { a: { $ref: '#/components/schemas/A' } }";
    let (_folder, found) = referring("b.yaml", &[("api/b.yaml", part)]);
    insta::assert_snapshot!(found, @"api/b.yaml:1:26: dangling-reference: there is nothing at `b.yaml#/components/schemas/A`; any value is taken (help: if that of the main file is meant, write `main.yaml#/components/schemas/A`)");
}

#[test]
fn an_anchor_of_another_file_is_found() {
    let part = "$defs: { B: { $anchor: b, type: string } }\n$anchor: whole\n";
    for name in ["b", "%62", "whole"] {
        let (_folder, found) = referring(&format!("b.yaml#{name}"), &[("api/b.yaml", part)]);
        assert_eq!(found, "");
    }
    let (_folder, found) = referring("b.yaml#nowhere", &[("api/b.yaml", part)]);
    insta::assert_snapshot!(found, @"api/main.yaml:5:35: dangling-reference: there is nothing at `b.yaml#nowhere`; any value is taken (help: correct the reference, or describe what it refers to)");
    let back = "properties: { c: { $ref: 'main.yaml#c' } }";
    let main = "openapi: 3.1.0\n\
                info: { title: Test, version: '1' }\n\
                components:\n\
                \x20 schemas:\n\
                \x20   A: { properties: { b: { $ref: b.yaml } } }\n\
                \x20   C: { $anchor: c, type: integer }\n";
    let folder = folder(&[("api/main.yaml", main), ("api/b.yaml", back)]);
    let found = read(folder.path(), References::Folder);
    assert_eq!(lines(&found, folder.path()), "");
}

#[test]
fn a_reference_that_nothing_is_expected_of_is_no_problem() {
    let main = "openapi: 3.1.0\n\
                info: { title: Test, version: '1' }\n\
                components: { schemas: { A: { example: { $ref: nowhere.yaml } } } }\n";
    let folder = folder(&[("api/main.yaml", main)]);
    let found = read(folder.path(), References::Folder);
    assert_eq!(lines(&found, folder.path()), "");
}

#[test]
fn circles_of_files_end() {
    let circles = [
        ("api/a.yaml", "$ref: b.yaml"),
        ("api/b.yaml", "$ref: a.yaml"),
    ];
    let (_folder, found) = referring("a.yaml", &circles);
    insta::assert_snapshot!(found, @"
    api/a.yaml:1:1: cyclic-reference: this consists of itself and nothing more; any value is taken there (help: give it a member of its own: an object with properties)
    api/b.yaml:1:1: cyclic-reference: this consists of itself and nothing more; any value is taken there (help: give it a member of its own: an object with properties)
    api/b.yaml:1:7: cyclic-reference: `a.yaml` leads back here; it was left out (help: take out one of the references on the way)
    ");
    let (_folder, found) = referring(
        "b.yaml",
        &[("api/b.yaml", "$ref: 'main.yaml#/components/schemas/A'")],
    );
    assert_eq!(found, "");
}

#[test]
fn a_description_that_is_a_text_has_no_files() {
    let text = "openapi: 3.1.0\n\
                info: { title: Test, version: '1' }\n\
                components: { schemas: { A: { $ref: a.yaml } } }\n";
    let found = document::read_text(text, "api");
    insta::assert_snapshot!(lines(&found, Path::new("")), @"api:3:37: unreadable-reference: `a.yaml` is a file, and this description is not in a folder; any value is taken (help: generate from the file, or bundle the files into one first)");
}

#[test]
fn a_file_is_read_once_and_told_of() {
    let others = [
        ("api/z.yaml", "$ref: b/y.yaml"),
        (
            "api/b/y.yaml",
            "properties: { z: { $ref: ../z.yaml }, x: { $ref: x.json } }",
        ),
        ("api/b/x.json", "{}"),
    ];
    let (folder, _) = referring("z.yaml", &others);
    let reading = read(folder.path(), References::Folder);
    let files = reading.document.expect("a description").files;
    let files: Vec<_> = files
        .iter()
        .filter_map(|file| file.strip_prefix(folder.path()).ok())
        .collect();
    let expected = [
        "api/main.yaml",
        "api/b/x.json",
        "api/b/y.yaml",
        "api/z.yaml",
    ];
    assert_eq!(files, expected.map(Path::new));
}

#[test]
fn heirs_are_found_in_other_files() {
    let pets = "\
components:
  schemas:
    Pet:
      properties: { kind: { type: string } }
      required: [kind]
      discriminator: { propertyName: kind, mapping: { bird: Parrot, fish: 'deep/fish.yaml' } }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { age: { type: integer } } }] }
    Parrot: { properties: { kind: { type: string } }, required: [kind] }
    Unused: { type: string }
";
    let fish = "properties: { kind: { type: string }, water: { type: string } }\nrequired: [kind]";
    let (folder, found) = referring(
        "pets.yaml#/components/schemas/Pet",
        &[("api/pets.yaml", pets), ("api/deep/fish.yaml", fish)],
    );
    assert_eq!(found, "");
    insta::assert_snapshot!(types(&read(folder.path(), References::Folder)), @"
    A: #/components/schemas/A
    Dog: pets.yaml#/components/schemas/Dog
    Parrot: pets.yaml#/components/schemas/Parrot
    Pet: pets.yaml#/components/schemas/Pet
    fish: deep/fish.yaml
    ");
}

#[test]
fn a_name_in_another_file_is_one_of_that_file() {
    let part = "\
properties: { a: { $ref: '#there' } }
$defs: { There: { $anchor: there, type: string } }
";
    let (folder, found) = referring("b.yaml", &[("api/b.yaml", part)]);
    assert_eq!(found, "");
    insta::assert_snapshot!(types(&read(folder.path(), References::Folder)), @"
    A: #/components/schemas/A
    There: b.yaml#/$defs/There
    b: b.yaml
    ");
}

/// Every type with where it stands, one a line.
fn types(reading: &Reading) -> String {
    let document = reading.document.as_ref().expect("a description");
    let (api, _) = crate::lower::lower(document);
    let lines = api
        .types
        .iter()
        .map(|(_, ty)| format!("{}: {}", ty.name.root, ty.origin));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_main_files_own_uri_stands_for_it() {
    let main = "openapi: 3.2.0\n\
                $self: https://example.com/api\n\
                info: { title: Test, version: '1' }\n\
                components:\n\
                \x20 schemas:\n\
                \x20   A: { properties: { b: { $ref: 'https://example.com/api#/components/schemas/B' } } }\n\
                \x20   B: { type: string }\n";
    let folder = folder(&[("api/main.yaml", main)]);
    let found = read(folder.path(), References::Folder);
    assert_eq!(lines(&found, folder.path()), "");
}

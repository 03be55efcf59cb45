//! What is wrong with a description or with the settings, a fixture each: where it is said to be,
//! in which words, and what is to be done. The snapshots are what a person gets to read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use hookgen::diagnostics::Severity;
use hookgen::{Error, Finding, Location, Options, Project, Settings, generate};

#[test]
fn fixtures() {
    let folder = root().join("tests/snapshots/refusals");
    let fixtures = fixtures_in_order();
    for fixture in &fixtures {
        let text: Vec<_> = findings(fixture).iter().map(shown).collect();
        insta::with_settings!({
            snapshot_path => &folder,
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name(fixture), text.join("\n"));
        });
    }
    let snapshots = files(&folder).len();
    assert_eq!(snapshots, fixtures.len(), "no snapshot is left over");
}

#[test]
fn a_fixture_is_called_by_what_is_wrong_in_it() {
    for fixture in fixtures_in_order() {
        let name = name(&fixture);
        let topic = name.strip_prefix("settings-").unwrap_or(&name);
        let codes: Vec<_> = findings(&fixture).iter().map(|one| one.code).collect();
        assert!(
            codes.iter().any(|code| topic.starts_with(code)),
            "{name}: {codes:?}"
        );
    }
}

/// Codes that no fixture has: they come from the file system, and are tested below.
const OF_THE_FILE_SYSTEM: [&str; 5] = [
    "file-not-found",
    "file-too-large",
    "not-a-file",
    "not-utf-8",
    "unreadable-file",
];

/// A code whose fixture would take long: it comes where there is a million of something, and is tested
/// where it is counted.
const OF_THE_MANY: &str = "too-many-members";

/// Words with a hyphen in the sources that are no codes, but of OpenAPI's or of our extensions'.
const NO_CODES: [&str; 40] = [
    "asymmetric-algorithm",
    "body-hash-binding",
    "content-encoding",
    "content-media-type",
    "content-type",
    "date-time",
    "ecdsa-p256-sha256",
    "ecdsa-sha256",
    "file-per-type",
    "hmac-sha1",
    "hmac-sha256",
    "hmac-sha384",
    "hmac-sha512",
    "jwks-url",
    "notification-url",
    "has-next-page",
    "payload-format",
    "payment-webhooks",
    "signature-prefix",
    "unix-millis",
    "unix-seconds",
    "url-normalization",
    "x-enum-descriptions",
    "x-fern-pagination",
    "x-fern-webhook-signature",
    "x-hookgen-const",
    "x-hookgen-content-encoding",
    "x-hookgen-content-media-type",
    "x-hookgen-deprecated",
    "x-hookgen-device",
    "x-hookgen-examples",
    "x-hookgen-index",
    "x-hookgen-metadata",
    "x-hookgen-name",
    "x-hookgen-types",
    "x-name",
    "x-pagination",
    "x-speakeasy-pagination",
    "x-speakeasy-webhooks",
    "x-token-operation",
];

#[test]
fn every_code_has_a_fixture() {
    let mut seen: BTreeSet<String> = OF_THE_FILE_SYSTEM.map(str::to_owned).into();
    seen.insert(OF_THE_MANY.to_owned());
    for fixture in fixtures_in_order() {
        let found = findings(&fixture)
            .into_iter()
            .map(|one| one.code.to_owned());
        seen.extend(found);
    }
    let known = codes_in_sources();
    let missing: Vec<_> = known.difference(&seen).collect();
    assert!(
        missing.is_empty(),
        "add a fixture to tests/refusals for each of these codes, or put what is none into \
         NO_CODES: {missing:?}"
    );
    let unknown: Vec<_> = seen.difference(&known).collect();
    assert!(
        unknown.is_empty(),
        "these codes are not where the sources are searched for them: {unknown:?}"
    );
}

#[test]
fn files_that_cannot_be_read() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("refusals");
    fs::create_dir_all(&folder).expect("a folder of our own");
    let file = folder.join("description.yaml");
    let mut report = String::new();
    let mut tell = |path: &Path| {
        let findings = generate(path, &options("description.yaml")).expect_err("there is no text");
        for finding in named_from(findings, Path::new(env!("CARGO_TARGET_TMPDIR"))) {
            report += &shown(&finding);
        }
    };

    fs::write(&file, "openapi: 3.1.0\ninfo: { title: \"Päckchen\" }").expect("it can be written");
    tell(&folder);
    tell(&folder.join("another.yaml"));
    tell(&file.join("below-a-file.yaml"));
    fs::write(&file, b"openapi: 3.1.0\ninfo: { title: \"P\xE4ckchen\" }").expect("so can this");
    tell(&file);
    fs::write(&file, b"\xFF\xFEo\0p\0e\0n\0a\0p\0i\0").expect("and this");
    tell(&file);
    let large = fs::File::create(&file).expect("it can be written");
    large.set_len(3_000_000_000).expect("holes take no room");
    tell(&file);

    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(report);
    });
    let found = OF_THE_FILE_SYSTEM
        .iter()
        .filter(|code| report.contains(*code));
    assert_eq!(found.count(), OF_THE_FILE_SYSTEM.len());
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixtures_in_order() -> Vec<PathBuf> {
    let fixtures = files(&root().join("tests/refusals"));
    assert!(fixtures.len() > 80, "the fixtures are there");
    fixtures
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

fn name(fixture: &Path) -> String {
    let name = fixture.file_stem().expect("a file has a name");
    name.to_string_lossy().into_owned()
}

fn options(shown_as: &str) -> Options {
    Options {
        name: "parcels".to_owned(),
        shown_as: shown_as.to_owned(),
        command: "hookgen generate".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    }
}

/// What is wrong with a description, or with settings; a folder has both.
fn findings(fixture: &Path) -> Vec<Finding> {
    if fixture.is_dir() {
        return findings_of_project(fixture);
    }
    let file = fixture.file_name().expect("a file has a name");
    let file = file.to_string_lossy();
    if fixture
        .extension()
        .is_none_or(|extension| extension != "toml")
    {
        let findings = match generate(fixture, &options(&file)) {
            // What is as it is described is looked at where there is nothing else.
            Ok(module) if module.findings.is_empty() => module.notes,
            Ok(module) => module.findings,
            Err(findings) => findings,
        };
        return named_from(findings, &root().join("tests/refusals"));
    }
    let mut findings = match Settings::read(fixture) {
        Err(Error::Settings(findings)) => findings,
        Err(error) => panic!("{file}: {error}"),
        Ok(settings) => chosen(&settings),
    };
    for finding in &mut findings {
        finding.location.file = file.clone().into_owned();
    }
    findings
}

/// What is wrong with settings once it is known what the description has.
fn chosen(settings: &Settings) -> Vec<Finding> {
    let description = settings.descriptions.first().expect("one is described");
    let options = Options {
        choices: description.choices.clone(),
        ..options("description.yaml")
    };
    match generate(&settings.folder().join(&description.path), &options) {
        Ok(module) => module.findings,
        Err(findings) => findings,
    }
}

fn findings_of_project(folder: &Path) -> Vec<Finding> {
    let settings = Settings::read(&folder.join("hookgen.toml"));
    let settings = settings.unwrap_or_else(|error| panic!("{error}"));
    let project = Project::from_settings(&settings).unwrap_or_else(|error| panic!("{error}"));
    let findings = match project.generate() {
        Ok(generation) => generation.findings().cloned().collect(),
        Err(Error::Description(findings) | Error::Settings(findings)) => findings,
        Err(other) => panic!("{other}"),
    };
    named_from(findings, folder)
}

/// The same on every machine: files are called by the way to them from a folder.
fn named_from(mut findings: Vec<Finding>, folder: &Path) -> Vec<Finding> {
    for finding in &mut findings {
        let related = finding.related.iter_mut().map(|(location, _)| location);
        for location in related.chain([&mut finding.location]) {
            if let Ok(way) = Path::new(&location.file).strip_prefix(folder) {
                location.file = way.display().to_string();
            }
        }
    }
    findings
}

/// As a person reads it, with the line that is meant and a mark below what is meant of it.
fn shown(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut text = format!("{severity}[{}]: {}\n", finding.code, finding.message);
    text += &place(&finding.location);
    for (location, how) in &finding.related {
        _ = writeln!(text, "related: {how}");
        text += &place(location);
    }
    if let Some(help) = &finding.help {
        _ = writeln!(text, "help: {help}");
    }
    text
}

fn place(location: &Location) -> String {
    let mut text = format!("  {location}\n");
    if let Some(shown) = &location.source {
        let indent = shown.text[..shown.span.start].chars().count();
        let length = shown.text[shown.span.clone()].chars().count().max(1);
        _ = writeln!(text, "    {}", shown.text);
        _ = writeln!(text, "    {}{}", " ".repeat(indent), "^".repeat(length));
    }
    text
}

/// What diagnostics are called in the sources that report any: what a report begins with, and
/// whatever else is written with hyphens.
fn codes_in_sources() -> BTreeSet<String> {
    let source = root().join("generator/src");
    let mut codes = BTreeSet::new();
    let mut places = ["adapt", "bounded", "document", "input", "lower", "settings"]
        .map(|name| source.join(name))
        .to_vec();
    while let Some(path) = places.pop() {
        if path.is_dir() {
            places.extend(files(&path));
        } else if !name(&path).starts_with("test") {
            let text = fs::read_to_string(&path).expect("a source file is text");
            let code = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            codes.extend(hyphenated(code));
            codes.extend(first_arguments(code));
        }
    }
    for word in NO_CODES {
        assert!(codes.remove(word), "{word} is still in the sources");
    }
    codes.retain(|code| !code.starts_with("x-webhook"));
    assert!(codes.len() > 60, "the sources are there");
    codes
}

/// Every literal such as `"wrong-type"`.
fn hyphenated(code: &str) -> impl Iterator<Item = String> {
    let is_code = |text: &&str| {
        let mut words = text.split('-');
        let has_words = words.all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        has_words && text.contains('-') && !text.ends_with('-')
    };
    code.split('"').filter(is_code).map(str::to_owned)
}

/// The literal that a call begins with which reports something: `warn("unmergeable", …)`.
fn first_arguments(code: &str) -> impl Iterator<Item = String> {
    ["warn(", "warning(", "error(", "doubt(", "problem("]
        .into_iter()
        .flat_map(|call| code.split(call).skip(1))
        .filter_map(|after| {
            let (literal, _) = after.trim_start().strip_prefix('"')?.split_once('"')?;
            Some(literal.to_owned())
        })
}

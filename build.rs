//! Generates every description in `spec/` into `OUT_DIR`, where the tests hold `generated/` to it,
//! and beside them the fixtures of the tests.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    hookgen::configure()
        .settings("spec/hookgen.toml")
        .features(true)
        .compile_all()?;
    fixtures(Path::new("tests/fixtures"), Path::new("tests/files"))?;
    presets(Path::new("tests/presets"))?;
    settings(Path::new("tests/settings"))?;
    Ok(())
}

/// The descriptions for which something is chosen, as modules below `OUT_DIR/settings`.
fn settings(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var_os("OUT_DIR").ok_or("Cargo names OUT_DIR")?;
    hookgen::configure()
        .settings(folder.join("hookgen.toml"))
        .out_dir(Path::new(&out).join("settings"))
        .cargo_messages(false)
        .compile_all()?;
    Ok(())
}

/// A description for each way of signing that has a name, as modules below `OUT_DIR/presets`.
fn presets(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var_os("OUT_DIR").ok_or("Cargo names OUT_DIR")?;
    hookgen::configure()
        .out_dir(Path::new(&out).join("presets"))
        .cargo_messages(false)
        .compile(&descriptions(folder)?)?;
    Ok(())
}

/// Each fixture as a module below `OUT_DIR/fixtures`: those of one file, and those that the
/// settings in another folder name. Their warnings are what tests look at, and not worth a line in
/// every build.
fn fixtures(folder: &Path, several: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", several.display());
    let out = env::var_os("OUT_DIR").ok_or("Cargo names OUT_DIR")?;
    hookgen::configure()
        .out_dir(Path::new(&out).join("fixtures"))
        .cargo_messages(false)
        .settings(several.join("hookgen.toml"))
        .compile(&descriptions(folder)?)?;
    Ok(())
}

/// The files in a folder.
fn descriptions(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect()
}

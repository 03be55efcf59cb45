//! What is in a file.

/// Which files a module has. A description that grows never changes it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// All types in `types.rs`.
    #[default]
    FilePerRole,
    /// A file for each schema, and for what stands inside it: `types/order.rs`. Paths in Rust are
    /// the same.
    FilePerType,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 2] = [Self::FilePerRole, Self::FilePerType];

    /// As the settings write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FilePerRole => "file-per-role",
            Self::FilePerType => "file-per-type",
        }
    }
}

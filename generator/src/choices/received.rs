//! What is demanded of what a server sends.

/// What is demanded of what is only received. Providers do not keep to what they describe: what is
/// missing most often in a delivery is a member that is described as always there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Received {
    /// What the description demands.
    #[default]
    AsDescribed,
    /// That it is known which event it is. Every other member may be absent, or `null`.
    Lenient,
}

impl Received {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::AsDescribed, Self::Lenient];

    /// As the settings write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AsDescribed => "as-described",
            Self::Lenient => "lenient",
        }
    }
}

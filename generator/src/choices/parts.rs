//! What is generated of a description.

/// Which parts a module has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The client and its operations.
    pub client: bool,
    /// The events and their receiver.
    pub receiver: bool,
    /// Every type of the description. Without it, those that the other parts need.
    pub types: bool,
}

impl Parts {
    /// Whether nothing is left out.
    #[must_use]
    pub fn are_all(self) -> bool {
        Part::ALL.into_iter().all(|part| self.has(part))
    }

    /// Whether a module has this one.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        match part {
            Part::Client => self.client,
            Part::Receiver => self.receiver,
            Part::Types => self.types,
        }
    }
}

/// A part of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The client and its operations.
    Client,
    /// The events and their receiver.
    Receiver,
    /// Every type of the description.
    Types,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Client, Self::Receiver, Self::Types];

    /// As the settings write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Receiver => "receiver",
            Self::Types => "types",
        }
    }
}

//! How a delivery is signed: `x-webhook-verification`, read.

/// How a delivery is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// `#/x-webhook-verification`.
    pub origin: String,
    /// How the signature is computed.
    pub algorithm: Algorithm,
    /// How the secret becomes a key.
    pub key: KeyEncoding,
    /// What is stripped from the secret before it is decoded, where one of them is there:
    /// `whsec_`.
    pub key_prefixes: Vec<String>,
    /// The array whose items are signed, each by itself: the names on the way to it in the body.
    pub each: Option<Vec<String>>,
    /// Where the signature is.
    pub signature: SignatureSource,
    /// What is signed, piece by piece.
    pub signed: Vec<Piece>,
    /// When it was signed, where that is told.
    pub timestamp: Option<Timestamps>,
}

impl Verification {
    /// Every place of a delivery that is looked at.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let signed = self.signed.iter().filter_map(|piece| match piece {
            Piece::At(place) => Some(place),
            _ => None,
        });
        let timestamp = self.timestamp.iter();
        let timestamp = timestamp.filter_map(|timestamp| match &timestamp.source {
            TimestampSource::At(place) => Some(place),
            TimestampSource::List => None,
        });
        [&self.signature.place]
            .into_iter()
            .chain(signed)
            .chain(timestamp)
    }

    /// Whether parts of the body are signed, and not all of it.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        let is_whole = |piece: &Piece| matches!(piece, Piece::Body | Piece::SortedForm);
        !self.signed.iter().any(is_whole)
    }
}

/// How a signature is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC (RFC 2104) with SHA-1.
    HmacSha1,
    /// HMAC with SHA-256.
    HmacSha256,
    /// HMAC with SHA-384.
    HmacSha384,
    /// HMAC with SHA-512.
    HmacSha512,
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// ECDSA with the curve P-256 and SHA-256 (FIPS 186-5).
    EcdsaP256Sha256,
}

/// How a secret becomes a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyEncoding {
    /// As it stands.
    Utf8,
    /// It is base64 (RFC 4648).
    Base64,
    /// It is hexadecimal.
    Hex,
}

/// Where a signature is, and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureSource {
    /// Where it stands.
    pub place: Place,
    /// How its bytes are written.
    pub encoding: Encoding,
    /// What stands before it: `sha256=`.
    pub prefix: Option<String>,
    /// How several are told apart, where the header holds several.
    pub list: Option<SignatureList>,
}

/// Where a text of a delivery stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a header of this name.
    Header(String),
    /// In the body, which is JSON: the names on the way to it.
    Body(Vec<String>),
    /// The same in an item of [`Verification::each`].
    Item(Vec<String>),
}

impl Place {
    /// The names on the way to it, if it is in the body.
    #[must_use]
    pub fn in_body(&self) -> Option<&[String]> {
        match self {
            Self::Body(path) => Some(path),
            Self::Header(_) | Self::Item(_) => None,
        }
    }
}

/// How bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Base 16, in either case.
    Hex,
    /// Base 64 (RFC 4648), standard alphabet.
    Base64,
}

/// A text that holds several things: `t=1492774577,v1=5257a8,v1=6ffbb5`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureList {
    /// Between two of them: `,`.
    pub separator: String,
    /// Between a name and its value: `=`.
    pub pair: String,
    /// The names that hold a signature: `v1`.
    pub signatures: Vec<String>,
    /// The name that holds the timestamp: `t`.
    pub timestamp: Option<String>,
}

/// A piece of what is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Literal(String),
    /// The body, byte by byte.
    Body,
    /// The timestamp, as it was delivered.
    Timestamp,
    /// A header's value, or a scalar of the body.
    At(Place),
    /// What it was sent to.
    Url,
    /// The names and values of the body, which is a form, in their order.
    SortedForm,
}

/// When a delivery was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timestamps {
    /// Where it stands.
    pub source: TimestampSource,
    /// How it counts.
    pub unit: TimestampUnit,
    /// How far from now it may be, in either direction, in seconds.
    pub tolerance: u32,
}

/// Where a timestamp stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimestampSource {
    /// In the list that holds the signature.
    List,
    /// By itself.
    At(Place),
}

/// How a timestamp counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampUnit {
    /// Seconds since 1970.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
    /// It does not: it is written as RFC 3339 has it.
    Iso8601,
}

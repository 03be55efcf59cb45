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
    /// Stripped from the secret before it is decoded: `whsec_`.
    pub key_prefix: Option<String>,
    /// Where the signature is.
    pub signature: SignatureSource,
    /// What is signed, piece by piece.
    pub signed: Vec<Piece>,
    /// When it was signed, where that is told.
    pub timestamp: Option<Timestamps>,
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
    /// The header that holds it.
    pub header: String,
    /// How its bytes are written.
    pub encoding: Encoding,
    /// What stands before it: `sha256=`.
    pub prefix: Option<String>,
    /// How several are told apart, where the header holds several.
    pub list: Option<SignatureList>,
}

/// How bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Base 16, in either case.
    Hex,
    /// Base 64 (RFC 4648), standard alphabet.
    Base64,
}

/// A header that holds several things: `t=1492774577,v1=5257a8,v1=6ffbb5`.
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
    /// A header's value.
    Header(String),
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
    /// In a header of its own.
    Header(String),
}

/// How a timestamp counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampUnit {
    /// Seconds since 1970.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
}

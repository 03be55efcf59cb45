//! A file that a form carries.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error, Serialize, Serializer};

/// A file that a form carries: its bytes, what it is called and what it is.
///
/// Cheap to clone: clones share the bytes.
///
/// ```
/// use hookgen_runtime::FormFile;
///
/// let photo = FormFile::new(b"\x89PNG\r\n").name("cat.png").content_type("image/png");
/// assert_eq!(photo.bytes().len(), 6);
/// ```
///
/// Where a description has the same object as JSON too, a file is text there.
#[derive(Clone, PartialEq, Eq)]
pub struct FormFile {
    bytes: Arc<Vec<u8>>,
    name: Option<String>,
    content_type: Option<String>,
}

impl FormFile {
    /// A file of these bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            bytes: Arc::new(bytes.into()),
            name: None,
            content_type: None,
        }
    }

    /// What it is called: `cat.png`. Otherwise it is called like the member that it is sent as,
    /// for many servers take nothing for a file that has no name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What it is: `image/png`. Otherwise it is what the description says, or
    /// `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What it is called, if that was said.
    #[cfg(feature = "client")]
    pub(crate) fn given_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What it is, if that was said.
    #[cfg(feature = "client")]
    pub(crate) fn given_content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }
}

impl<T: Into<Vec<u8>>> From<T> for FormFile {
    fn from(bytes: T) -> Self {
        Self::new(bytes)
    }
}

/// Of the bytes it tells how many there are: what they say may be what must not be shown.
impl fmt::Debug for FormFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FormFile")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

impl Serialize for FormFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = std::str::from_utf8(&self.bytes)
            .map_err(|_| S::Error::custom("a file that is not text cannot be written here"))?;
        serializer.serialize_str(text)
    }
}

impl<'de> Deserialize<'de> for FormFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_text_in_json_or_refused() {
        let file = FormFile::from("a,b");
        assert_eq!(serde_json::to_string(&file).unwrap(), r#""a,b""#);
        assert_eq!(serde_json::from_str::<FormFile>(r#""a,b""#).unwrap(), file);
        let error = serde_json::to_string(&FormFile::new([0xff])).unwrap_err();
        assert!(error.to_string().contains("not text"), "{error}");
    }

    #[test]
    fn what_is_in_a_file_is_not_shown() {
        let shown = format!("{:?}", FormFile::new(*b"secret").name("a.txt"));
        assert!(!shown.contains("secret"), "{shown}");
        assert!(shown.contains("a.txt") && shown.contains('6'), "{shown}");
    }
}

//! What holds of a value beside its type.

/// What a description says of a value that is in no type: how long a text is, which numbers fit.
///
/// It is documented, and can be checked before something is sent. Nothing that is received is
/// refused for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Constraints {
    /// `minLength` and `maxLength`: how many characters a text has.
    pub length: Limits,
    /// `pattern`, each of which a text matches: regular expressions as ECMA-262 has them.
    pub patterns: Vec<String>,
    /// `minimum` or `exclusiveMinimum`.
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`.
    pub maximum: Option<Bound>,
    /// `multipleOf`.
    pub multiple_of: Option<f64>,
    /// `enum` of what is no text, as JSON texts.
    pub values: Vec<String>,
    /// `minItems` and `maxItems`: how many elements an array has.
    pub items: Limits,
    /// `uniqueItems`: no two elements are equal.
    pub unique_items: bool,
    /// `minProperties` and `maxProperties`: how many members an object has.
    pub members: Limits,
    /// `propertyNames`: what holds of the name of each member.
    pub names: Option<Box<Constraints>>,
    /// What holds of each element of an array, or of each value of a map.
    pub each: Option<Box<Constraints>>,
    /// What holds besides and is not checked, as sentences.
    pub notes: Vec<String>,
}

/// How many there are, at least and at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// No fewer.
    pub least: Option<u64>,
    /// No more.
    pub most: Option<u64>,
}

/// Where the numbers end that fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The number at the end.
    pub value: f64,
    /// Whether that one does not fit itself.
    pub exclusive: bool,
}

impl Constraints {
    /// In the form of a place of which mostly nothing holds.
    #[must_use]
    pub fn if_any(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }

    /// Whether there is nothing to check.
    #[must_use]
    pub fn checks_nothing(&self) -> bool {
        let Self {
            length,
            patterns,
            minimum,
            maximum,
            multiple_of,
            values,
            items,
            unique_items,
            members,
            names,
            each,
            notes: _,
        } = self;
        let limits = [length, items, members];
        limits.iter().all(|one| **one == Limits::default())
            && patterns.is_empty()
            && minimum.is_none()
            && maximum.is_none()
            && multiple_of.is_none()
            && values.is_empty()
            && !unique_items
            && names.is_none()
            && each.is_none()
    }
}

//! An event of Sezzle's by hand: the members that its generated type has, of the same types.

use serde::Deserialize;
use uuid::Uuid;

/// An order is authorized.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OrderAuthorized {
    pub uuid: Uuid,
    pub created_at: String,
    pub data_type: String,
    pub data: AuthorizedOrder,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct AuthorizedOrder {
    pub uuid: Uuid,
    pub authorization: Authorization,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Authorization {
    pub uuid: Uuid,
    pub created_at: String,
    pub authorization_amount: Amount,
    pub approved: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Amount {
    pub amount_in_cents: i64,
    pub currency: String,
}

/// What serde makes of a tag.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "event")]
pub enum Event {
    #[serde(rename = "order.authorized")]
    OrderAuthorized(Box<OrderAuthorized>),
    #[serde(other)]
    Unknown,
}

/// What a person reads first, to know which event it is.
#[derive(Debug, Deserialize)]
pub struct Head<'a> {
    #[serde(borrow)]
    pub event: std::borrow::Cow<'a, str>,
}

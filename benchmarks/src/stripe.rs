//! An event of Stripe's by hand: the members that its generated type has, of the same types.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The types, with or without a member that takes all that have no name.
macro_rules! types {
    ($( #[$flatten:meta] $rest:ident: $map:ty )?) => {
        use super::*;

        /// A dispute is over.
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct ChargeDisputeClosed {
            pub object: EventWord,
            pub id: String,
            pub created: i64,
            pub data: DisputeData,
            pub account: Option<String>,
            pub api_version: Option<String>,
            pub livemode: Option<bool>,
            pub pending_webhooks: Option<i64>,
            pub request: Option<EventRequest>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct DisputeData {
            pub object: Dispute,
            pub previous_attributes: Option<BTreeMap<String, Value>>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct EventRequest {
            pub id: Option<String>,
            pub idempotency_key: Option<String>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct Dispute {
            pub object: DisputeWord,
            pub id: String,
            pub amount: Option<i64>,
            pub balance_transaction: Option<String>,
            pub balance_transactions: Option<Vec<BalanceTransaction>>,
            pub charge: Option<String>,
            pub created: Option<i64>,
            pub currency: Option<String>,
            pub evidence: Option<DisputeEvidence>,
            pub evidence_details: Option<DisputeEvidenceDetails>,
            pub is_charge_refundable: Option<bool>,
            pub livemode: Option<bool>,
            pub metadata: Option<BTreeMap<String, String>>,
            pub payment_intent: Option<String>,
            pub reason: Option<String>,
            pub status: Option<DisputeStatus>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct DisputeEvidence {
            pub access_activity_log: Option<String>,
            pub billing_address: Option<String>,
            pub cancellation_policy: Option<String>,
            pub cancellation_policy_disclosure: Option<String>,
            pub cancellation_rebuttal: Option<String>,
            pub customer_communication: Option<String>,
            pub customer_email_address: Option<String>,
            pub customer_name: Option<String>,
            pub customer_purchase_ip: Option<String>,
            pub customer_signature: Option<String>,
            pub duplicate_charge_documentation: Option<String>,
            pub duplicate_charge_explanation: Option<String>,
            pub duplicate_charge_id: Option<String>,
            pub product_description: Option<String>,
            pub receipt: Option<String>,
            pub refund_policy: Option<String>,
            pub refund_policy_disclosure: Option<String>,
            pub refund_refusal_explanation: Option<String>,
            pub service_date: Option<String>,
            pub service_documentation: Option<String>,
            pub shipping_address: Option<String>,
            pub shipping_carrier: Option<String>,
            pub shipping_date: Option<String>,
            pub shipping_documentation: Option<String>,
            pub shipping_tracking_number: Option<String>,
            pub uncategorized_file: Option<String>,
            pub uncategorized_text: Option<String>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct DisputeEvidenceDetails {
            pub due_by: Option<i64>,
            pub has_evidence: Option<bool>,
            pub past_due: Option<bool>,
            pub submission_count: Option<i64>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct BalanceTransaction {
            pub object: BalanceTransactionWord,
            pub id: String,
            pub amount: Option<i64>,
            pub available_on: Option<i64>,
            pub created: Option<i64>,
            pub currency: Option<String>,
            pub description: Option<String>,
            pub exchange_rate: Option<f64>,
            pub fee: Option<i64>,
            pub fee_details: Option<Vec<Fee>>,
            pub net: Option<i64>,
            pub reporting_category: Option<String>,
            pub source: Option<String>,
            pub status: Option<String>,
            pub r#type: Option<String>,
            $( #[$flatten] pub $rest: $map, )?
        }

        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct Fee {
            pub amount: Option<i64>,
            pub application: Option<String>,
            pub currency: Option<String>,
            pub description: Option<String>,
            pub r#type: Option<String>,
            $( #[$flatten] pub $rest: $map, )?
        }

        /// What serde makes of a tag.
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(tag = "type")]
        pub enum Event {
            #[serde(rename = "charge.dispute.closed")]
            ChargeDisputeClosed(Box<ChargeDisputeClosed>),
            #[serde(other)]
            Unknown,
        }
    };
}

/// Members that have no name are passed over.
pub mod passing_over {
    types!();
}

/// Members that have no name are kept, as the generated types do.
pub mod keeping {
    types!(#[serde(flatten)] rest: BTreeMap<String, Value>);
}

/// What a person reads first, to know which event it is.
#[derive(Debug, Deserialize)]
pub struct Head<'a> {
    #[serde(borrow)]
    pub r#type: Cow<'a, str>,
}

/// `event`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum EventWord {
    #[serde(rename = "event")]
    Event,
}

/// `dispute`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum DisputeWord {
    #[serde(rename = "dispute")]
    Dispute,
}

/// `balance_transaction`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum BalanceTransactionWord {
    #[serde(rename = "balance_transaction")]
    BalanceTransaction,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStatus {
    ChargeRefunded,
    Lost,
    NeedsResponse,
    UnderReview,
    WarningClosed,
    WarningNeedsResponse,
    WarningUnderReview,
    Won,
    #[serde(other)]
    Other,
}

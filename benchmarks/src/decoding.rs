//! From bytes to a typed event: generated, by hand, by serde's internally tagged enum, and by
//! async-stripe.
//!
//! What is compared does not do equally much:
//! - The generated receiver finds out which event it is, checks the members whose value is fixed,
//!   and tells absent from `null` where the description does. Stripe's types keep the members that
//!   have no name, as their description says so; Sezzle's pass them over.
//! - By hand it is known beforehand which event it is ("by hand"), or the name is read first and
//!   then the payload ("name first"). Members without a name are passed over, or kept in a map
//!   ("keeping all").
//! - The tagged enum finds out too, as serde does it. It is closed but for a variant without data.
//! - async-stripe finds out too, and passes over what has no name.
//!
//! So "name first" for Sezzle, and "keeping all, name first" for Stripe, do what the generated
//! receiver does; "by hand" does less than anything that receives can.

use std::hint::black_box;

use payment_webhooks::runtime::http::HeaderMap;
use serde::Deserialize;

use crate::payloads::{SEZZLE, STRIPE_2018, STRIPE_TODAY};
use crate::stripe::{keeping, passing_over};
use crate::{Contest, sezzle, stripe};

/// All that is measured.
pub fn contests() -> [Contest; 3] {
    let stripe_2018 = event_of_stripe("Stripe's event of 2018", STRIPE_2018);
    let stripe_today = event_of_stripe("Stripe's event today", STRIPE_TODAY);
    #[cfg(feature = "async-stripe")]
    let stripe_today = async_stripe(stripe_today, STRIPE_TODAY);
    [event_of_sezzle(), stripe_2018, stripe_today]
}

fn event_of_sezzle() -> Contest {
    type ByHand = Box<sezzle::OrderAuthorized>;

    Contest::new("Sezzle's order.authorized", SEZZLE.len())
        .decoding("generated", SEZZLE, generated_sezzle())
        .decoding("by hand", SEZZLE, read::<ByHand>)
        .decoding("by hand, name first", SEZZLE, |body| {
            match &*read::<sezzle::Head<'_>>(body).event {
                "order.authorized" => read::<ByHand>(body),
                other => panic!("{other}"),
            }
        })
        .decoding("tagged enum", SEZZLE, |body| match read(body) {
            sezzle::Event::OrderAuthorized(event) => event,
            sezzle::Event::Unknown => panic!("unknown"),
        })
}

fn event_of_stripe(name: &str, payload: &'static str) -> Contest {
    type ByHand = Box<passing_over::ChargeDisputeClosed>;
    type KeepingAll = Box<keeping::ChargeDisputeClosed>;

    Contest::new(name, payload.len())
        .decoding("generated", payload, generated_stripe())
        .decoding("by hand", payload, read::<ByHand>)
        .decoding("by hand, name first", payload, |body| {
            match &*read::<stripe::Head<'_>>(body).r#type {
                "charge.dispute.closed" => read::<ByHand>(body),
                other => panic!("{other}"),
            }
        })
        .decoding("by hand, keeping all", payload, read::<KeepingAll>)
        .decoding("by hand, keeping all, name first", payload, |body| {
            match &*read::<stripe::Head<'_>>(body).r#type {
                "charge.dispute.closed" => read::<KeepingAll>(body),
                other => panic!("{other}"),
            }
        })
        .decoding("tagged enum", payload, |body| match read(body) {
            passing_over::Event::ChargeDisputeClosed(event) => event,
            passing_over::Event::Unknown => panic!("unknown"),
        })
        .decoding("tagged enum, keeping all", payload, |body| {
            match read(body) {
                keeping::Event::ChargeDisputeClosed(event) => event,
                keeping::Event::Unknown => panic!("unknown"),
            }
        })
}

fn generated_sezzle() -> impl Fn(&[u8]) -> Box<payment_webhooks::sezzle::types::OrderAuthorized> {
    use payment_webhooks::sezzle::{Event, Receiver};

    let (headers, receiver) = (HeaderMap::new(), Receiver::new("secret"));
    move |body| match receiver.decode(&headers, body) {
        Ok(Event::OrderAuthorized(event)) => event,
        other => panic!("{other:?}"),
    }
}

fn generated_stripe() -> impl Fn(&[u8]) -> Box<payment_webhooks::stripe::types::ChargeDisputeClosed>
{
    use payment_webhooks::stripe::{Event, Receiver};

    let (headers, receiver) = (HeaderMap::new(), Receiver::new("secret"));
    move |body| match receiver.decode(&headers, body) {
        Ok(Event::ChargeDisputeClosed(event)) => event,
        other => panic!("{other:?}"),
    }
}

/// Its own reader, and serde's traits for its types.
#[cfg(feature = "async-stripe")]
fn async_stripe(contest: Contest, payload: &'static str) -> Contest {
    use stripe_webhook::{Event, Webhook};

    contest
        .decoding("async-stripe", payload, |body| {
            let body = std::str::from_utf8(body).expect("text");
            Webhook::insecure(body).expect("it fits")
        })
        .decoding("async-stripe by serde", payload, read::<Event>)
}

impl Contest {
    fn decoding<T>(
        self,
        name: &'static str,
        payload: &'static str,
        decode: impl Fn(&'static [u8]) -> T + 'static,
    ) -> Self {
        self.with(name, move || decode(black_box(payload.as_bytes())))
    }
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> T {
    serde_json::from_slice(body).expect("it fits")
}

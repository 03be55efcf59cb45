//! axum: a delivery, or what is answered.

use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest};
use axum_core::response::IntoResponse;
use hookgen_runtime::http::{Request, StatusCode};
use hookgen_runtime::{
    Batch, Bytes, Delivery, Endpoint, Envelope, ReceiveError, Receiver, Refusal, Source,
    UnfitEvent, UnknownEvent, Value, VerifyError, events,
};
use http_body_util::BodyExt;

use super::{Event, PAID, endpoint, not_json, signed};

/// The state of an application that has more in it than the endpoint.
#[derive(Clone)]
struct App {
    endpoint: Endpoint<Event>,
}

impl FromRef<App> for Endpoint<Event> {
    fn from_ref(app: &App) -> Self {
        app.endpoint.clone()
    }
}

async fn body(response: impl IntoResponse) -> (StatusCode, Bytes) {
    let response = response.into_response();
    let status = response.status();
    assert_eq!(
        response.headers()["content-type"],
        "text/plain; charset=utf-8"
    );
    let body = response.into_body().collect().await.unwrap();
    (status, body.to_bytes())
}

#[tokio::test]
async fn a_delivery_is_extracted() {
    let app = App {
        endpoint: endpoint(),
    };
    let request = signed(Body::from(PAID));
    let delivery = Delivery::<Event>::from_request(request, &app)
        .await
        .unwrap();
    assert_eq!(delivery.event.name(), "order.paid");
    assert_eq!(delivery.body, PAID);

    let debug = format!("{delivery:?}");
    assert!(debug.ends_with("headers: 1, bytes: 22 }"), "{debug}");
}

#[tokio::test]
async fn what_is_not_described_is_extracted_too() {
    let request = signed(Body::from(r#"{"type": "order.lost"}"#));
    let delivery = Delivery::<Event>::from_request(request, &endpoint()).await;
    assert!(matches!(delivery.unwrap().event, Event::Unknown(_)));
}

#[tokio::test]
async fn an_endpoint_may_be_told_the_event() {
    let receiver = Receiver::<Event>::unverified();
    let endpoint = Endpoint::for_event(receiver, "order.paid");
    let request = Request::new(Body::from("{}"));
    let delivery = Delivery::from_request(request, &endpoint).await.unwrap();
    assert_eq!(delivery.event.name(), "order.paid");
}

#[tokio::test]
async fn a_refusal_says_why_and_nothing_of_the_receiver() {
    let receive = |signature: &'static str, text: &'static str| async move {
        let mut request = signed(Body::from(text));
        let signature = signature.parse().unwrap();
        request.headers_mut().insert("x-signature", signature);
        let delivery = Delivery::<Event>::from_request(request, &endpoint()).await;
        body(delivery.unwrap_err()).await
    };
    let answers = [
        (receive("wrong", PAID).await, 401, "no signature is right\n"),
        (
            receive("right", "{}").await,
            400,
            "the delivery does not say which event it is: there is nothing at `/type`\n",
        ),
        (
            receive("unset", PAID).await,
            500,
            "deliveries cannot be received\n",
        ),
    ];
    for ((status, text), expected, why) in answers {
        assert_eq!((status.as_u16(), &text[..]), (expected, why.as_bytes()));
    }
    let (status, text) = receive("right", "{").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(text.starts_with(b"the delivery is not JSON"), "{text:?}");
}

#[tokio::test]
async fn an_error_of_the_receiver_is_an_answer_too() {
    let missing = ReceiveError::from(VerifyError::MissingHeader("x-signature"));
    for error in [missing, not_json(b"{"), not_json(b"\"\xff\"")] {
        let (status, text) = body(Refusal::from(error.clone())).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert_eq!(body(error).await, (status, text));
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Notice {
    Paid(Value),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

const ENVELOPE: Envelope = Envelope::new().id_in(Source::Body("/id"));

events! {
    Notice each "/notices" by item "/type" {
        Paid = "order.paid",
    }
}

#[tokio::test]
async fn a_delivery_may_have_several_events() {
    let endpoint = Endpoint::for_batches(Receiver::<Notice>::unverified());
    let receive = async |body: &'static str| {
        let request = Request::new(Body::from(body));
        Delivery::<Batch<Notice>>::from_request(request, &endpoint).await
    };
    let delivery = receive(r#"{"notices": [{"type": "order.paid"}, {"type": "order.lost"}]}"#);
    let names: Vec<_> = delivery
        .await
        .unwrap()
        .event
        .into_iter()
        .map(|item| item.event)
        .collect();
    assert!(
        matches!(&names[..], [Notice::Paid(_), Notice::Unknown(_)]),
        "{names:?}"
    );
    let error = receive("{}").await.unwrap_err();
    assert_eq!(error.status(), StatusCode::BAD_REQUEST);
}

#[derive(Debug, Clone, PartialEq)]
enum Letter {
    Sent(Value),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

events! {
    Letter by body "/type" {
        Sent = "letter.sent",
    }
    with ENVELOPE
}

#[tokio::test]
async fn a_delivery_has_its_events_id() {
    let endpoint = Endpoint::new(Receiver::<Letter>::unverified());
    let request = Request::new(Body::from(r#"{"type": "letter.lost", "id": "l-1"}"#));
    let delivery = Delivery::from_request(request, &endpoint).await.unwrap();
    assert!(matches!(delivery.event, Letter::Unknown(_)));
    assert_eq!(delivery.id().as_deref(), Some("l-1"));
    assert_eq!((delivery.time(), delivery.api_version()), (None, None));
}

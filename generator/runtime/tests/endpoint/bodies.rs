//! Bodies: in pieces, too long, too slow, compressed, broken off.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hookgen_runtime::http::{Request, StatusCode};
use hookgen_runtime::{Bytes, Refusal};
use http_body::{Body, Frame};
use http_body_util::{Full, Limited};

use super::{Event, PAID, Pieces, Step, endpoint, signed};

#[tokio::test]
async fn a_body_comes_in_any_pieces() {
    for pieces in [
        &[PAID][..],
        &["", PAID, ""],
        &[&PAID[..1], &PAID[1..7], &PAID[7..]],
    ] {
        let body = Pieces::of(pieces).then(Step::Trailers);
        let delivery = endpoint().receive(signed(body)).await.unwrap();
        assert!(matches!(delivery.event, Event::Paid(_)));
        assert_eq!(delivery.body, PAID);
        assert_eq!(delivery.headers["x-signature"], "right");
    }
}

#[tokio::test]
async fn a_body_may_be_as_long_as_the_limit() {
    let endpoint = endpoint().body_limit(PAID.len());
    let pieces = [&PAID[..5], &PAID[5..]];
    endpoint.receive(signed(Pieces::of(&pieces))).await.unwrap();

    for pieces in [&[PAID, " "][..], &[&PAID[..5], &PAID[5..], " "]] {
        let body = Pieces::of(pieces).endless();
        let refusal = endpoint.receive(signed(body)).await.unwrap_err();
        assert!(
            matches!(refusal, Refusal::TooLarge { limit: 22 }),
            "{refusal:?}"
        );
        assert_eq!(refusal.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
}

#[tokio::test]
async fn a_body_that_says_it_is_too_long_is_not_read() {
    let mut body = Pieces::default().endless();
    body.length = Some(1024 * 1024 + 1);
    let refusal = endpoint().receive(signed(body)).await.unwrap_err();
    assert!(matches!(refusal, Refusal::TooLarge { .. }), "{refusal:?}");
}

#[tokio::test]
async fn another_limit_around_the_body_is_a_limit() {
    let body = Limited::new(Full::new(Bytes::from(PAID)), 5);
    let refusal = endpoint().receive(signed(body)).await.unwrap_err();
    assert!(matches!(refusal, Refusal::TooLarge { .. }), "{refusal:?}");
}

#[tokio::test]
async fn a_body_that_stands_still_is_refused_in_time() {
    let limit = Duration::from_millis(30);
    let endpoint = endpoint().time_limit(limit);
    let begun = Instant::now();
    // Many at once, so that there is more than one alarm.
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let endpoint = endpoint.clone();
            tokio::spawn(async move {
                let body = Pieces::of(&[&PAID[..5]]).endless();
                endpoint.receive(signed(body)).await.unwrap_err()
            })
        })
        .collect();
    for task in tasks {
        let refusal = task.await.unwrap();
        assert!(matches!(refusal, Refusal::TooSlow { .. }), "{refusal:?}");
        assert_eq!(refusal.status(), StatusCode::REQUEST_TIMEOUT);
        assert_eq!(refusal.to_string(), "the body takes longer than 0.03 s");
    }
    let taken = begun.elapsed();
    assert!(
        taken >= limit && taken < Duration::from_secs(5),
        "{taken:?}"
    );
}

#[tokio::test]
async fn a_body_without_end_is_refused_in_time_though_nothing_is_in_it() {
    /// Always has a piece, with nothing in it.
    struct Hollow;

    impl Body for Hollow {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Ready(Some(Ok(Frame::data(Bytes::new()))))
        }
    }

    let endpoint = endpoint().time_limit(Duration::from_millis(10));
    let refusal = endpoint.receive(signed(Hollow)).await.unwrap_err();
    assert!(matches!(refusal, Refusal::TooSlow { .. }), "{refusal:?}");
}

#[tokio::test]
async fn there_may_be_no_time_limit() {
    for limit in [None, Some(Duration::MAX)] {
        let endpoint = endpoint().time_limit(limit);
        endpoint.receive(signed(Pieces::of(&[PAID]))).await.unwrap();
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    let body = Pieces::of(&[PAID]).then(Step::Fail("the socket is closed".into()));
    let refusal = endpoint().receive(signed(body)).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Interrupted(_)), "{refusal:?}");
    assert_eq!(refusal.status(), StatusCode::BAD_REQUEST);
    assert_eq!(
        refusal.to_string(),
        "the body breaks off: the socket is closed"
    );
    assert_eq!(refusal.response().body(), "the body breaks off\n");
}

#[tokio::test]
async fn a_compressed_body_is_refused_and_not_read() {
    for codings in [&["gzip"][..], &["identity", "br"], &["identity, zstd"]] {
        let mut request = Request::post("/hooks");
        for coding in codings {
            request = request.header("content-encoding", *coding);
        }
        let request = request.body(Pieces::default().endless()).unwrap();
        let refusal = endpoint().receive(request).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Encoded), "{refusal:?}");
        let response = refusal.response();
        assert_eq!(response.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert_eq!(response.headers()["accept-encoding"], "identity");
    }
    for coding in ["identity", "Identity", ""] {
        let mut request = signed(Pieces::of(&[PAID]));
        let value = coding.parse().unwrap();
        request.headers_mut().insert("content-encoding", value);
        endpoint().receive(request).await.unwrap();
    }
}

//! Tokens that are fetched when they are needed, with a clock that stands still.

use std::convert::Infallible;
use std::future::Future;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use hookgen_runtime::{
    AccessToken, Call, Credential, CredentialError, DateTime, Empty, Error, HttpClient, Response,
    operation,
};
use wiremock::matchers::{any, header};
use wiremock::{Mock, MockServer, ResponseTemplate};

struct Get(Call);

operation! { Get -> Empty, Infallible }

/// A clock that is set by hand, in seconds since 1970.
#[derive(Clone, Default)]
struct Clock(Arc<AtomicU64>);

impl Clock {
    fn set(&self, seconds: u64) {
        self.0.store(seconds, Ordering::SeqCst);
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// A server that lets everyone in, and a client whose token `fetch` gets.
async fn client<F>(
    clock: &Clock,
    fetch: impl Fn() -> F + Send + Sync + 'static,
) -> (MockServer, HttpClient)
where
    F: Future<Output = Result<AccessToken, CredentialError>> + Send + 'static,
{
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let mut http = HttpClient::new(server.uri());
    let clock = clock.clone();
    http.credential(
        "token",
        Credential::renewed(fetch).with_clock(move || clock.now()),
    );
    (server, http)
}

async fn get(http: &HttpClient) -> Result<(), Error<Infallible>> {
    let mut call = Call::new(http, "GET", "/");
    call.security(&[&["token"]]);
    Get(call).with_response().await.map(Response::into_body)
}

async fn shown(server: &MockServer) -> Vec<String> {
    let requests = server.received_requests().await.unwrap();
    let token = |request: &wiremock::Request| {
        request.headers["authorization"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    requests.iter().map(token).collect()
}

/// Numbers the tokens from 1; each lives so many seconds.
fn numbered(
    clock: &Clock,
    seconds: u64,
) -> (
    Arc<AtomicUsize>,
    impl Fn() -> std::future::Ready<Result<AccessToken, CredentialError>> + use<>,
) {
    let count = Arc::new(AtomicUsize::new(0));
    let (counted, clock) = (count.clone(), clock.clone());
    let fetch = move || {
        let number = 1 + counted.fetch_add(1, Ordering::SeqCst);
        let expires = clock.now() + Duration::from_secs(seconds);
        std::future::ready(Ok(AccessToken::new(number.to_string()).expires(expires)))
    };
    (count, fetch)
}

#[tokio::test]
async fn a_token_is_renewed_when_a_minute_is_left() {
    let clock = Clock::default();
    let (_, fetch) = numbered(&clock, 7200);
    let (server, http) = client(&clock, fetch).await;
    for now in [0, 3600, 7140, 7141, 14280, 14281, 14282] {
        clock.set(now);
        get(&http).await.unwrap();
    }
    assert_eq!(
        shown(&server).await,
        [
            "Bearer 1", "Bearer 1", "Bearer 1", "Bearer 2", "Bearer 2", "Bearer 2", "Bearer 3"
        ]
    );
}

#[tokio::test]
async fn a_token_that_lives_shortly_is_renewed_in_the_last_tenth() {
    let clock = Clock::default();
    let (_, fetch) = numbered(&clock, 100);
    let (server, http) = client(&clock, fetch).await;
    for now in [0, 90, 91] {
        clock.set(now);
        get(&http).await.unwrap();
    }
    assert_eq!(shown(&server).await, ["Bearer 1", "Bearer 1", "Bearer 2"]);
}

#[tokio::test]
async fn a_token_without_a_known_end_is_kept() {
    for expires in [None, Some("whenever")] {
        let clock = Clock::default();
        let count = Arc::new(AtomicUsize::new(0));
        let counted = count.clone();
        let (_server, http) = client(&clock, move || {
            counted.fetch_add(1, Ordering::SeqCst);
            let token = AccessToken::new("t");
            std::future::ready(Ok(match expires {
                Some(text) => token.expires(DateTime::from(text)),
                None => token,
            }))
        })
        .await;
        for now in [0, u64::from(u32::MAX)] {
            clock.set(now);
            get(&http).await.unwrap();
        }
        assert_eq!(count.load(Ordering::SeqCst), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_at_once_fetch_one_token() {
    let clock = Clock::default();
    let count = Arc::new(AtomicUsize::new(0));
    // Every call asks for the token before there is one.
    let gate = Arc::new(tokio::sync::Semaphore::new(0));
    let (counted, waiting) = (count.clone(), gate.clone());
    let (server, http) = client(&clock, move || {
        counted.fetch_add(1, Ordering::SeqCst);
        let gate = waiting.clone();
        async move {
            let _permit = gate.acquire().await.map_err(CredentialError::new)?;
            Ok(AccessToken::new("one"))
        }
    })
    .await;
    let calls: Vec<_> = (0..16)
        .map(|_| {
            let http = http.clone();
            tokio::spawn(async move { get(&http).await })
        })
        .collect();
    tokio::task::yield_now().await;
    gate.add_permits(16);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(count.load(Ordering::SeqCst), 1);
    assert_eq!(shown(&server).await, vec!["Bearer one"; 16]);
}

#[tokio::test]
async fn a_failed_fetch_is_told_and_not_remembered() {
    let clock = Clock::default();
    let answers = Mutex::new(vec![
        Ok(AccessToken::new("t")),
        Err(CredentialError::new("no luck")),
    ]);
    let (server, http) = client(&clock, move || {
        let answer = answers.lock().unwrap().pop();
        std::future::ready(answer.unwrap_or_else(|| Err(CredentialError::new("asked too often"))))
    })
    .await;
    let error = get(&http).await.unwrap_err();
    assert!(matches!(error, Error::Credential(_)), "{error:?}");
    assert!(error.to_string().contains("no luck"), "{error}");
    get(&http).await.unwrap();
    get(&http).await.unwrap();
    assert_eq!(shown(&server).await, ["Bearer t", "Bearer t"]);
}

#[tokio::test]
async fn a_token_that_is_refused_is_not_used_again() {
    let clock = Clock::default();
    let (count, fetch) = numbered(&clock, 7200);
    let (server, http) = client(&clock, fetch).await;
    Mock::given(header("authorization", "Bearer 1"))
        .respond_with(ResponseTemplate::new(401))
        .with_priority(1)
        .mount(&server)
        .await;
    assert_eq!(
        get(&http).await.unwrap_err().status().unwrap().as_u16(),
        401
    );
    get(&http).await.unwrap();
    get(&http).await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_token_comes_from_another_operation_and_goes_where_it_belongs() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let mut http = HttpClient::new(server.uri());
    let client = http.clone();
    let fetched = Credential::renewed(move || {
        let request = Get(Call::new(&client, "POST", "/token"));
        async move {
            request.await?;
            Ok(AccessToken::new("t"))
        }
    });
    http.credential("token", fetched.clone().in_header("X-Token"));
    get(&http).await.unwrap();
    http.credential("token", fetched.clone().in_query("token"));
    get(&http).await.unwrap();
    http.credential("token", fetched.in_cookie("token"));
    get(&http).await.unwrap();
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].url.path(), "/token");
    assert_eq!(requests[1].headers["x-token"], "t");
    assert_eq!(requests[2].url.query(), Some("token=t"));
    assert_eq!(requests[3].headers["cookie"], "token=t");
    // One token, wherever it is shown.
    assert_eq!(requests.len(), 4);
}

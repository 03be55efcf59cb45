//! A body that comes in pieces, and the whole of it within limits.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Buf, Bytes};
use http::HeaderMap;
use http::header::CONTENT_ENCODING;
use http_body::Body;
use http_body_util::LengthLimitError;

use super::Refusal;
use super::alarm::Alarm;

/// What is taken of a body whose sender is not known yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub bytes: usize,
    pub time: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 1024 * 1024,
            // There is no clock there that may be asked without a panic.
            time: (!cfg!(target_family = "wasm")).then_some(Duration::from_secs(10)),
        }
    }
}

/// Reads a body to its end, or until it is known that it is not taken.
pub(super) async fn read<B>(headers: &HeaderMap, body: B, limits: Limits) -> Result<Bytes, Refusal>
where
    B: Body,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    if is_encoded(headers) {
        return Err(Refusal::Encoded);
    }
    let too_large = || Refusal::TooLarge {
        limit: limits.bytes,
    };
    if body.size_hint().lower() > limits.bytes as u64 {
        return Err(too_large());
    }
    let mut body = pin!(body);
    let mut alarm = limits.time.map(Alarm::after);
    let mut whole = Whole::default();
    poll_fn(|context| {
        loop {
            let piece = body.as_mut().poll_frame(context);
            if let (Some(alarm), Some(limit)) = (&mut alarm, limits.time)
                && alarm.rings(piece.is_pending().then_some(&*context))
            {
                return Poll::Ready(Err(Refusal::TooSlow { limit }));
            }
            match piece {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                Poll::Ready(Some(Err(error))) => {
                    return Poll::Ready(Err(broken(error.into(), limits.bytes)));
                }
                Poll::Ready(Some(Ok(frame))) => {
                    // What is no data is a trailer, and nothing of ours.
                    let Ok(data) = frame.into_data() else {
                        continue;
                    };
                    if data.remaining() > limits.bytes - whole.len() {
                        return Poll::Ready(Err(too_large()));
                    }
                    whole.add(data);
                }
            }
        }
    })
    .await?;
    Ok(whole.into_bytes())
}

/// Whether the bytes are not those that were signed, since somebody has compressed them. Nothing is
/// decompressed: some bytes could become very many, before it is known who sent them.
fn is_encoded(headers: &HeaderMap) -> bool {
    let values = headers.get_all(CONTENT_ENCODING).into_iter();
    values
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .map(<[u8]>::trim_ascii)
        .any(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity"))
}

/// Another's limit around the body is a limit too, such as that of a layer of tower's.
fn broken(error: Box<dyn std::error::Error + Send + Sync>, limit: usize) -> Refusal {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&*error);
    while let Some(one) = cause {
        if one.is::<LengthLimitError>() {
            return Refusal::TooLarge { limit };
        }
        cause = one.source();
    }
    Refusal::Interrupted(error)
}

/// The pieces that are there. One alone, as most bodies come, is not copied.
#[derive(Default)]
enum Whole {
    #[default]
    Nothing,
    One(Bytes),
    Many(Vec<u8>),
}

impl Whole {
    fn len(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::One(piece) => piece.len(),
            Self::Many(pieces) => pieces.len(),
        }
    }

    fn add(&mut self, mut data: impl Buf) {
        let length = data.remaining();
        if length == 0 {
            return;
        }
        if let Self::Nothing = self {
            *self = Self::One(data.copy_to_bytes(length));
            return;
        }
        let mut pieces = match std::mem::take(self) {
            Self::Many(pieces) => pieces,
            one => Vec::from(one.into_bytes()),
        };
        while data.has_remaining() {
            let chunk = data.chunk();
            pieces.extend_from_slice(chunk);
            let taken = chunk.len();
            data.advance(taken);
        }
        *self = Self::Many(pieces);
    }

    fn into_bytes(self) -> Bytes {
        match self {
            Self::Nothing => Bytes::new(),
            Self::One(piece) => piece,
            Self::Many(pieces) => pieces.into(),
        }
    }
}

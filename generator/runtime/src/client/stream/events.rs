//! Server-sent events.

use std::marker::PhantomData;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use super::body::StreamedBody;
use super::event::{EventData, ServerEvent};
use super::framing::Buffer;
use super::items::{Framing, Items};
use super::open::{Streamed, streamed};
use super::{StreamError, UnreadableItem};

/// Server-sent events, as they come: a stream of [`ServerEvent`]s, whose data is read as `D` says,
/// [`Json`](crate::Json) or [`Text`](crate::Text).
///
/// It ends when the server closes the connection; asking anew is the caller's, with the last `id`
/// that came. Data that does not fit is an error that keeps it, and the next event comes after it.
pub struct EventStream<D> {
    items: Items<Events>,
    reads: PhantomData<fn() -> D>,
}

impl<D: EventData> Streamed for EventStream<D> {
    type Item = ServerEvent<D::Output>;

    const ACCEPT: &'static str = "text/event-stream";

    fn open(body: StreamedBody) -> Self {
        Self {
            items: Items::new(body, Events::default()),
            reads: PhantomData,
        }
    }

    fn poll_item(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Self::Item, StreamError>>> {
        let Some(frame) = ready!(self.items.poll_frame(context)) else {
            return Poll::Ready(None);
        };
        let event = frame.and_then(|event| match D::read(event.data) {
            Ok(data) => Ok(ServerEvent {
                name: event.name,
                data,
                id: event.id,
                retry: event.retry,
            }),
            Err((data, error)) => Err(StreamError::Item(Box::new(UnreadableItem {
                bytes: data.into(),
                error,
            }))),
        });
        Poll::Ready(Some(event))
    }
}

streamed!(EventStream<D: EventData>);

/// What has come of an event (the HTML standard, "Interpreting an event stream").
#[derive(Default)]
struct Events {
    has_begun: bool,
    name: String,
    data: String,
    has_data: bool,
    id: Option<String>,
    retry: Option<Duration>,
}

impl Framing for Events {
    type Frame = ServerEvent<String>;

    fn next(&mut self, buffer: &mut Buffer) -> Option<Self::Frame> {
        if !self.has_begun {
            buffer.skip("\u{feff}".as_bytes())?;
            self.has_begun = true;
        }
        loop {
            // An event that is not followed by an empty line has not come in full.
            let line = buffer.line()?;
            if !line.is_empty() {
                self.field(&String::from_utf8_lossy(&line));
            } else if let Some(event) = self.dispatch() {
                return Some(event);
            }
        }
    }

    fn held(&self) -> usize {
        self.data.len()
    }

    fn length(frame: &Self::Frame) -> usize {
        frame.data.len()
    }
}

impl Events {
    fn field(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.has_data = true;
                self.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                let milliseconds = value.parse().ok();
                self.retry = milliseconds.map(Duration::from_millis).or(self.retry);
            }
            // A comment, or a field that is not known.
            _ => {}
        }
    }

    /// The event that has come, if it says anything.
    fn dispatch(&mut self) -> Option<ServerEvent<String>> {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        let retry = self.retry.take();
        std::mem::take(&mut self.has_data).then(|| ServerEvent {
            name: (!name.is_empty()).then_some(name),
            data,
            id: self.id.clone(),
            retry,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::stream::framing::testing::frames;

    fn event(name: Option<&str>, data: &str, id: Option<&str>) -> ServerEvent<String> {
        ServerEvent {
            name: name.map(str::to_owned),
            data: data.to_owned(),
            id: id.map(str::to_owned),
            retry: None,
        }
    }

    fn events(text: &str) -> Vec<ServerEvent<String>> {
        frames(text.as_bytes(), Events::default)
    }

    /// The examples of the HTML standard, retold.
    #[test]
    fn fields_make_an_event() {
        assert_eq!(
            events("data: one\n\ndata:two\ndata:  three\n\n"),
            [event(None, "one", None), event(None, "two\n three", None)]
        );
        assert_eq!(
            events(": a comment\n\ndata: first\nid: 1\n\ndata:second\nid\n\ndata: third\n"),
            [
                event(None, "first", Some("1")),
                event(None, "second", Some(""))
            ]
        );
        assert_eq!(
            events("data\n\ndata\ndata\n\ndata:"),
            [event(None, "", None), event(None, "\n", None)]
        );
        assert_eq!(
            events("event: add\ndata: 7\n\nevent: gone\n\ndata: 8\n\n"),
            [event(Some("add"), "7", None), event(None, "8", None)]
        );
    }

    #[test]
    fn lines_end_in_any_way_and_a_mark_at_the_start_is_passed_over() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "\u{feff}data: ü|id: 1||data: b||".replace('|', end);
            assert_eq!(
                events(&text),
                [event(None, "ü", Some("1")), event(None, "b", Some("1"))]
            );
        }
    }

    #[test]
    fn what_is_no_value_of_a_field_is_passed_over() {
        let found =
            events("retry: 10\nretry: x\nid: a\0b\nother: 1\ndata: c\n\nretry:\ndata: d\n\n");
        assert_eq!(found[0].retry, Some(Duration::from_millis(10)));
        assert_eq!((found[0].id.as_ref(), &*found[0].data), (None, "c"));
        assert_eq!(found[1].retry, None);
    }
}

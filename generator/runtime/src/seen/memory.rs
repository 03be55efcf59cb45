//! Which events one process has dealt with.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Claim, SeenEvents, Ticket};
use crate::clock::Clock;

/// Which events one process has dealt with, in its memory: for who can bear to work twice on what
/// is delivered before and after a restart.
///
/// Of the last 100,000 it is known for three days that they are dealt with, and a claim lapses after
/// five minutes, unless the settings say otherwise.
pub struct SeenInMemory {
    events: Mutex<Events>,
    capacity: usize,
    lapse: Duration,
    keep: Duration,
    clock: Clock,
}

impl SeenInMemory {
    /// No event has been seen.
    #[must_use]
    pub fn new() -> Self {
        Self {
            events: Mutex::default(),
            capacity: 100_000,
            lapse: Duration::from_secs(5 * 60),
            keep: Duration::from_secs(3 * 24 * 60 * 60),
            clock: Clock::default(),
        }
    }

    /// How many events are known at a time. Beyond that the one that was done first is forgotten,
    /// and while all are in work no other can be claimed: see [`Full`].
    #[must_use]
    pub fn capacity(mut self, events: usize) -> Self {
        self.capacity = events;
        self
    }

    /// After what time a claim lapses: longer than the work on an event ever takes.
    #[must_use]
    pub fn lapse(mut self, time: Duration) -> Self {
        self.lapse = time;
        self
    }

    /// For how long it is known that an event is dealt with: longer than the provider delivers it
    /// again.
    #[must_use]
    pub fn keep(mut self, time: Duration) -> Self {
        self.keep = time;
        self
    }

    /// Asks `now` for the time instead of the system.
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::new(now);
        self
    }

    /// How many events are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events().states.len()
    }

    /// Whether no event is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn events(&self) -> MutexGuard<'_, Events> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Since 1970, which a time far away does not overflow.
    fn now(&self) -> Duration {
        let now = self.clock.now().duration_since(UNIX_EPOCH);
        now.unwrap_or_default()
    }
}

impl Default for SeenInMemory {
    fn default() -> Self {
        Self::new()
    }
}

impl SeenEvents for SeenInMemory {
    type Error = Full;

    async fn claim(&self, id: &str) -> Result<Claim, Full> {
        let now = self.now();
        let mut events = self.events();
        events.forget(now);
        match events.states.get(id) {
            Some(State { is_done: true, .. }) => return Ok(Claim::Done),
            Some(State { is_done: false, .. }) => return Ok(Claim::InWork),
            None => {}
        }
        if !events.make_room(self.capacity) {
            return Err(Full);
        }
        let ticket = events.insert(id, false, now.saturating_add(self.lapse));
        Ok(Claim::Ours(Ticket(ticket)))
    }

    async fn done(&self, id: &str) -> Result<(), Full> {
        let now = self.now();
        let mut events = self.events();
        events.forget(now);
        events.remove(id);
        if !events.make_room(self.capacity) {
            return Err(Full);
        }
        events.insert(id, true, now.saturating_add(self.keep));
        Ok(())
    }

    async fn failed(&self, id: &str, ticket: Ticket) -> Result<(), Full> {
        let mut events = self.events();
        let state = events.states.get(id);
        if state.is_some_and(|state| !state.is_done && state.until.1 == ticket.0) {
            events.remove(id);
        }
        Ok(())
    }
}

impl fmt::Debug for SeenInMemory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SeenInMemory")
            .field("events", &self.len())
            .field("capacity", &self.capacity)
            .field("lapse", &self.lapse)
            .field("keep", &self.keep)
            .finish_non_exhaustive()
    }
}

/// As many events as may be known are in work, so that no other can be claimed: an answer of 503
/// makes the provider deliver it later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("as many events as may be known are in work")
    }
}

impl std::error::Error for Full {}

/// Until when something is known of an event, and by which number: the order of forgetting.
type Until = (Duration, u64);

#[derive(Clone, Copy)]
struct State {
    is_done: bool,
    until: Until,
}

#[derive(Default)]
struct Events {
    states: HashMap<Arc<str>, State>,
    in_work: BTreeMap<Until, Arc<str>>,
    done: BTreeMap<Until, Arc<str>>,
    number: u64,
}

impl Events {
    /// Those whose time is over.
    fn forget(&mut self, now: Duration) {
        for queue in [&mut self.in_work, &mut self.done] {
            while let Some(first) = queue.first_entry()
                && first.key().0 <= now
            {
                self.states.remove(&first.remove());
            }
        }
    }

    /// Whether there is room for one more, if need be in the place of the first that was done.
    fn make_room(&mut self, capacity: usize) -> bool {
        while self.states.len() >= capacity {
            let Some((_, id)) = self.done.pop_first() else {
                return false;
            };
            self.states.remove(&id);
        }
        true
    }

    fn insert(&mut self, id: &str, is_done: bool, until: Duration) -> u64 {
        self.number += 1;
        let until = (until, self.number);
        let id = Arc::<str>::from(id);
        self.queue(is_done).insert(until, Arc::clone(&id));
        self.states.insert(id, State { is_done, until });
        self.number
    }

    fn remove(&mut self, id: &str) {
        if let Some(state) = self.states.remove(id) {
            self.queue(state.is_done).remove(&state.until);
        }
    }

    fn queue(&mut self, is_done: bool) -> &mut BTreeMap<Until, Arc<str>> {
        match is_done {
            true => &mut self.done,
            false => &mut self.in_work,
        }
    }
}

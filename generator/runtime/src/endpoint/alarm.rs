//! Waking a task when its time has come, whatever runtime it runs on.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Rings once, after some time.
///
/// One thread wakes all who wait. It is started when the first has to wait, and if that cannot be
/// done an alarm is heard when its task is woken by something else.
pub(super) struct Alarm {
    /// `None` where that is farther away than there is time.
    at: Option<Instant>,
    set: Option<Key>,
}

/// When, and which of those at that time.
type Key = (Instant, u64);

impl Alarm {
    pub(super) fn after(time: Duration) -> Self {
        Self {
            at: Instant::now().checked_add(time),
            set: None,
        }
    }

    /// Whether it rings. If it does not yet, the task that `waits` is woken when it does.
    pub(super) fn rings(&mut self, waits: Option<&Context<'_>>) -> bool {
        let Some(at) = self.at else {
            return false;
        };
        if at <= Instant::now() {
            return true;
        }
        if let Some(context) = waits {
            self.set = Some(bell().set(at, self.set, context.waker().clone()));
        }
        false
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(key) = self.set {
            bell().tasks().waiting.remove(&key);
        }
    }
}

/// Many alarms, and what wakes those who wait.
#[derive(Default)]
struct Bell {
    tasks: Mutex<Tasks>,
    changed: Condvar,
}

#[derive(Default)]
struct Tasks {
    waiting: BTreeMap<Key, Waker>,
    number: u64,
}

/// That of the process.
fn bell() -> &'static Bell {
    static BELL: OnceLock<&Bell> = OnceLock::new();
    BELL.get_or_init(Bell::start)
}

impl Bell {
    /// Rings until the process ends.
    fn start() -> &'static Self {
        let bell: &Self = Box::leak(Box::default());
        let thread = thread::Builder::new().name("hookgen-alarm".to_owned());
        // Without the thread bodies that stand still are not refused, and all others are taken.
        drop(thread.spawn(|| bell.ring()));
        bell
    }

    fn set(&self, at: Instant, before: Option<Key>, waker: Waker) -> Key {
        let mut tasks = self.tasks();
        let key = before.unwrap_or_else(|| {
            tasks.number += 1;
            (at, tasks.number)
        });
        let is_next = tasks.waiting.keys().next().is_none_or(|next| key < *next);
        tasks.waiting.insert(key, waker);
        if is_next {
            self.changed.notify_one();
        }
        key
    }

    fn ring(&self) {
        let mut tasks = self.tasks();
        loop {
            let now = Instant::now();
            let later = tasks.waiting.split_off(&(now, u64::MAX));
            let due = mem::replace(&mut tasks.waiting, later);
            if !due.is_empty() {
                // A task that is woken may set its alarm at once.
                drop(tasks);
                due.into_values().for_each(Waker::wake);
                tasks = self.tasks();
                continue;
            }
            let next = tasks.waiting.keys().next().map(|(at, _)| *at - now);
            tasks = match next {
                Some(time) => {
                    let woken = self.changed.wait_timeout(tasks, time);
                    woken.unwrap_or_else(PoisonError::into_inner).0
                }
                None => {
                    let woken = self.changed.wait(tasks);
                    woken.unwrap_or_else(PoisonError::into_inner)
                }
            };
        }
    }

    fn tasks(&self) -> MutexGuard<'_, Tasks> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};
    use std::sync::{Arc, Mutex};
    use std::task::Wake;

    use super::*;

    /// Tells who is woken.
    struct Call(&'static str, Mutex<Sender<&'static str>>);

    impl Wake for Call {
        fn wake(self: Arc<Self>) {
            let sender = self.1.lock().expect("nobody panics");
            sender.send(self.0).expect("the test listens");
        }
    }

    #[test]
    fn what_is_sooner_rings_first_though_it_was_set_later() {
        let (sender, woken) = channel();
        let call = |name| Waker::from(Arc::new(Call(name, Mutex::new(sender.clone()))));
        let bell = Bell::start();
        let now = Instant::now();
        bell.set(now + Duration::from_secs(600), None, call("much later"));
        // The thread sleeps by now, for ten minutes.
        thread::sleep(Duration::from_millis(20));
        let later = bell.set(now + Duration::from_millis(90), None, call("of before"));
        bell.set(now + Duration::from_millis(60), None, call("sooner"));
        assert_eq!(bell.set(later.0, Some(later), call("later")), later);

        let next = || woken.recv_timeout(Duration::from_secs(60));
        assert_eq!((next(), next()), (Ok("sooner"), Ok("later")));
        assert!(now.elapsed() >= Duration::from_millis(90));
        assert_eq!(bell.tasks().waiting.len(), 1);
    }

    #[test]
    fn nothing_is_left_of_an_alarm_that_is_not_needed() {
        let mut alarm = Alarm::after(Duration::from_secs(600));
        let at = alarm.at.expect("there is that much time");
        let context = Context::from_waker(Waker::noop());
        assert!(!alarm.rings(Some(&context)));
        assert!(!alarm.rings(Some(&context)));
        let is_set = || bell().tasks().waiting.keys().any(|key| key.0 == at);
        assert!(is_set());
        drop(alarm);
        assert!(!is_set());
    }
}

//! Futures in a box: `Send`, except in a browser, where nothing is.

use std::future::Future;
use std::pin::Pin;

/// What sending a request gives: a future that is awaited.
#[cfg(not(target_family = "wasm"))]
pub type Sending<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What sending a request gives: a future that is awaited.
#[cfg(target_family = "wasm")]
pub type Sending<T> = Pin<Box<dyn Future<Output = T>>>;

/// `Send`, except in a browser, where it is anything.
#[cfg(not(target_family = "wasm"))]
pub trait MaybeSend: Send {}

#[cfg(not(target_family = "wasm"))]
impl<T: Send> MaybeSend for T {}

/// `Send`, except in a browser, where it is anything.
#[cfg(target_family = "wasm")]
pub trait MaybeSend {}

#[cfg(target_family = "wasm")]
impl<T> MaybeSend for T {}

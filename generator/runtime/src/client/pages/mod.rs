//! Lists that come page by page.
//!
//! ```text
//! Call ──execute──→ a page ──Pagination::turn──→ the Call of the next one, or the end
//! ```

#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
mod blocking;
mod declared;
mod error;
mod items;
mod listing;
mod pagination;
mod said;
mod stream;
mod trail;
mod turn;

#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub use blocking::{ItemsBlocking, PagesBlocking};
pub use declared::Paged;
pub use error::PageError;
pub use items::Items;
pub use pagination::Pagination;
pub use stream::Pages;

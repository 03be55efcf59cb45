//! The macro that says how an operation's list is gone through.

use serde::de::DeserializeOwned;

use super::Pagination;
use crate::client::Reply;

/// A request whose answer is a page of a list: implemented by [`pages!`](crate::pages!).
pub trait Paged {
    /// A page.
    type Page: DeserializeOwned;

    /// What pages consist of.
    type Item;

    /// What reads an error.
    type Error: Reply<Output = Self::Error>;

    /// How a page leads to the next one.
    const PAGINATION: Pagination;

    /// What a page consists of.
    fn items(page: Self::Page) -> Vec<Self::Item>;
}

/// Says of a request whose answer is a page of a list how the next page is asked for: implements
/// [`Paged`] for it, and gives it the methods `pages` and `items`, and with the feature `blocking`
/// `pages_blocking` and `items_blocking`.
///
/// A page and an error come first, as in [`operation!`](crate::operation!). Then come the member
/// with the items, none where a page is an array, and their type; then what leads to the next page,
/// with pointers into a page as [`Pagination`] reads them: `next` is a parameter and where its value
/// is, `back` the same of one that goes the other way, `link` a header or a member with a URL, `page`
/// and `offset` are parameters that count. `more` says whether there is another page.
///
/// ```
/// use hookgen_runtime::{Call, Json, object, operation, pages};
///
/// pub struct Hook {
///     pub id: String,
/// }
///
/// pub struct HookList {
///     pub data: Vec<Hook>,
///     pub has_more: bool,
/// }
///
/// object! { Hook { id } }
/// object! { HookList { data, has_more } }
///
/// pub struct ListHooks(Call);
///
/// operation! {
///     ListHooks -> Json<HookList>, std::convert::Infallible
/// }
///
/// pages! {
///     ListHooks -> HookList, std::convert::Infallible {
///         items(data): Hook,
///         next: "starting_after" = "/data/-/id",
///         more: "/has_more",
///     }
/// }
/// ```
#[macro_export]
macro_rules! pages {
    (
        $request:ident -> $page:ty, $error:ty {
            items $( ( $($member:tt)+ ) )? : $item:ty,
            $($pagination:tt)*
        }
    ) => {
        impl $crate::client::Paged for $request {
            type Page = $page;
            type Item = $item;
            type Error = $error;

            const PAGINATION: $crate::client::Pagination = $crate::__pagination!($($pagination)*);

            fn items(page: $page) -> ::std::vec::Vec<$item> {
                // A member that may be absent is followed by `?`.
                let items = || {
                    let items = page $( . $($member)+ )?;
                    ::core::option::Option::Some(items)
                };
                items().unwrap_or_default()
            }
        }

        impl $request {
            /// The pages, one after another, as a stream: this request's own, and then each that
            /// the one before it leads to.
            pub fn pages(self) -> $crate::Pages<Self> {
                $crate::Pages::new(self.0)
            }

            /// What all pages consist of, one after another, as a stream.
            pub fn items(self) -> $crate::Items<Self> {
                $crate::Items::new(self.0)
            }
        }

        $crate::__pages_blocking!($request);
    };
}

/// How a page leads to the next one.
#[doc(hidden)]
#[macro_export]
macro_rules! __pagination {
    (@with $pagination:expr; $(,)?) => {
        $pagination
    };
    (@with $pagination:expr; , back: $parameter:literal = $from:literal $($rest:tt)*) => {
        $crate::__pagination!(@with $pagination.back($parameter, $from); $($rest)*)
    };
    (@with $pagination:expr; , more: $from:literal $($rest:tt)*) => {
        $crate::__pagination!(@with $pagination.more($from); $($rest)*)
    };
    (next: $parameter:literal = $from:literal $($rest:tt)*) => {
        $crate::__pagination!(@with $crate::client::Pagination::cursor($parameter, $from); $($rest)*)
    };
    (link: $from:literal $($rest:tt)*) => {
        $crate::__pagination!(@with $crate::client::Pagination::link($from); $($rest)*)
    };
    (page: $parameter:literal = $first:literal in $items:literal $($rest:tt)*) => {
        $crate::__pagination!(
            @with $crate::client::Pagination::page($parameter, $first, $items); $($rest)*
        )
    };
    (offset: $parameter:literal in $items:literal $($rest:tt)*) => {
        $crate::__pagination!(
            @with $crate::client::Pagination::offset($parameter, $items); $($rest)*
        )
    };
}

/// What the feature `blocking` adds to a request whose answer is a page of a list.
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __pages_blocking {
    ($request:ident) => {
        impl $request {
            /// The pages, one after another, each of which is waited for. It needs no async
            /// runtime, and may be called inside of one, whose thread it then blocks.
            pub fn pages_blocking(self) -> $crate::client::PagesBlocking<Self> {
                $crate::client::PagesBlocking::new(self.0)
            }

            /// What all pages consist of, one after another: their pages are waited for. It needs
            /// no async runtime, and may be called inside of one, whose thread it then blocks.
            pub fn items_blocking(self) -> $crate::client::ItemsBlocking<Self> {
                $crate::client::ItemsBlocking::new(self.0)
            }
        }
    };
}

/// What the feature `blocking` adds to a request whose answer is a page of a list: it is off.
#[cfg(not(all(feature = "blocking", not(target_family = "wasm"))))]
#[doc(hidden)]
#[macro_export]
macro_rules! __pages_blocking {
    ($request:ident) => {};
}

//! Where a build script puts what it generates.

/// Includes what a build script generated with hookgen.
///
/// ```text
/// mod webhooks {
///     hookgen_runtime::include_webhooks!();
/// }
/// ```
#[macro_export]
macro_rules! include_webhooks {
    () => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/hookgen.rs"));
    };
}

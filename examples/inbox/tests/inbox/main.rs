//! The application as its provider and its operator know it: deliveries over TCP, a process that is
//! killed, and the database that it leaves.

mod application;
mod books;
mod hostile;
mod killed;
mod provider;
mod seen;
mod soak;

//! How an answer is read.

use std::convert::Infallible;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::Response;
use crate::DecodeError;

/// How an answer is read: [`Json`], [`Text`], [`Binary`] or [`Empty`] for any success, or an enum
/// with one variant a status, which [`responses!`](crate::responses!) was told of.
pub trait Reply {
    /// What is made of the answer.
    type Output;

    /// What the request says that it takes, in `Accept`.
    const ACCEPT: &'static str;

    /// Reads an answer; `None` if this does not read answers with this status.
    fn read(answer: &Response<Bytes>) -> Option<Result<Self::Output, DecodeError>>;
}

/// Any success (2xx), with JSON.
#[derive(Debug)]
pub struct Json<T>(PhantomData<fn() -> T>);

/// Any success (2xx), with text.
#[derive(Debug)]
pub enum Text {}

/// Any success (2xx), with any bytes.
#[derive(Debug)]
pub enum Binary {}

/// Any success (2xx). A body is not looked at.
#[derive(Debug)]
pub enum Empty {}

impl<T: DeserializeOwned> Reply for Json<T> {
    type Output = T;

    const ACCEPT: &'static str = "application/json";

    fn read(answer: &Response<Bytes>) -> Option<Result<T, DecodeError>> {
        answer.status().is_success().then(|| answer.json())
    }
}

impl Reply for Text {
    type Output = String;

    const ACCEPT: &'static str = "*/*";

    fn read(answer: &Response<Bytes>) -> Option<Result<String, DecodeError>> {
        answer.status().is_success().then(|| answer.text())
    }
}

impl Reply for Binary {
    type Output = Bytes;

    const ACCEPT: &'static str = "*/*";

    fn read(answer: &Response<Bytes>) -> Option<Result<Bytes, DecodeError>> {
        answer
            .status()
            .is_success()
            .then(|| Ok(answer.body().clone()))
    }
}

impl Reply for Empty {
    type Output = ();

    // There is none on success; an error's is JSON, as far as anyone describes it.
    const ACCEPT: &'static str = "application/json";

    fn read(answer: &Response<Bytes>) -> Option<Result<(), DecodeError>> {
        answer.status().is_success().then_some(Ok(()))
    }
}

/// Stands for the errors of an operation of which none are described.
impl Reply for Infallible {
    type Output = Self;

    const ACCEPT: &'static str = "*/*";

    fn read(_: &Response<Bytes>) -> Option<Result<Self, DecodeError>> {
        None
    }
}

//! Making deliveries.

use std::pin::pin;
use std::time::Duration;

use hookgen::Error;
use jiff::Timestamp;
use reqwest::redirect::Policy;
use reqwest::{Client, Url};

use super::answered::{self, Answered};
use super::arguments::Send;
use super::pause;
use super::plan::{Delivery, Plan};
use super::report::Report;
use super::signature;

/// Makes the deliveries one after the other, until someone interrupts.
pub(super) fn post(plan: &Plan, send: &Send, report: &mut Report) -> Result<(), Error> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::Usage(format!("nothing can be sent from here: {error}"))
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| failed(&error))?;
    let client = Client::builder()
        .redirect(Policy::none())
        .timeout(send.timeout.duration())
        .build()
        .map_err(|error| failed(&error))?;
    let sender = Sender { client, plan, send };
    runtime
        .block_on(async {
            let all = pin!(sender.all(report));
            tokio::select! {
                result = all => result.map(|()| false),
                () = interrupted() => Ok(true),
            }
        })
        .map(|is_interrupted| {
            if is_interrupted {
                report.interrupt();
            }
        })
}

/// Waits until someone interrupts.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Then nobody can.
        std::future::pending::<()>().await;
    }
}

struct Sender<'a> {
    client: Client,
    plan: &'a Plan,
    send: &'a Send,
}

impl Sender<'_> {
    async fn all(&self, report: &mut Report) -> Result<(), Error> {
        for delivery in &self.plan.deliveries {
            self.deliver(delivery, report).await?;
        }
        Ok(())
    }

    /// Tries until it is accepted, or often enough.
    async fn deliver(&self, delivery: &Delivery, report: &mut Report) -> Result<(), Error> {
        report.deliver(delivery);
        for attempt in 1..=self.send.retries.saturating_add(1) {
            report.attempt(Timestamp::now());
            let (answered, asked) = self.attempt(delivery, &self.plan.url).await?;
            let is_last = answered.is_accepted() || attempt > self.send.retries;
            if is_last {
                report.answered(answered, None);
                break;
            }
            let pause = asked.unwrap_or_else(|| self.send.pause.after(attempt));
            report.answered(answered, Timestamp::now().checked_add(pause).ok());
            tokio::time::sleep(pause).await;
        }
        Ok(())
    }

    /// What is answered, and how long to wait if it says so.
    async fn attempt(
        &self,
        delivery: &Delivery,
        url: &Url,
    ) -> Result<(Answered, Option<Duration>), Error> {
        let (headers, body) = signature::sign(self.plan, delivery)?;
        let request = self
            .client
            .request(delivery.method.clone(), url.clone())
            .headers(headers)
            .body(body);
        let mut response = match request.send().await {
            Ok(response) => response,
            Err(error) => {
                let timeout = format!("{:?}", self.send.timeout.duration());
                return Ok((Answered::Nothing(answered::reason(&error, &timeout)), None));
            }
        };
        let status = response.status();
        let asked = pause::retry_after(response.headers(), Timestamp::now());
        let body = answered::body(&mut response).await;
        let is_accepted = answered::is_accepted(status, &delivery.statuses);
        let answered = Answered::Status {
            status,
            is_accepted,
            body,
        };
        Ok((answered, asked))
    }
}

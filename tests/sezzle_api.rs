//! `spec/sezzle.yaml`, lowered: all of the api at a glance.

use std::path::Path;

use hookgen::api::{Api, Credential, Discriminator, EventNames, Media, Rule, Shape, Status, Type};
use hookgen::{Options, generate};

fn api() -> Api {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec/sezzle.yaml");
    let options = Options {
        name: "sezzle".to_owned(),
        shown_as: "spec/sezzle.yaml".to_owned(),
        command: "cargo regen".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    let module = generate(&path, &options).expect("nothing is wrong with it");
    assert_eq!(module.findings, []);
    module.api
}

fn media(api: &Api, media: Option<&Media>) -> String {
    match media {
        None => "nothing".to_owned(),
        Some(Media::Json { ty, .. }) => shown(api, ty),
        Some(other) => format!("{other:?}"),
    }
}

fn shown(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Named(id) => api.types[*id].name.root.clone(),
        Type::Array(element) => format!("[{}]", shown(api, element)),
        other => format!("{other:?}"),
    }
}

#[test]
fn its_operations_are_these() {
    let api = api();
    let operations: Vec<_> = api
        .operations
        .iter()
        .map(|operation| {
            let parameters = operation.parameters.iter().map(|one| one.name.as_str());
            let responses = operation.responses.iter().map(|one| {
                let status = match one.status {
                    Status::Code(code) => code.to_string(),
                    Status::Range(digit) => format!("{digit}XX"),
                    Status::Default => "default".to_owned(),
                };
                format!("{status} {}", media(&api, one.body.as_ref()))
            });
            format!(
                "{} = {} {} ({}) {} -> {}{}",
                operation.id,
                operation.method,
                operation.path,
                parameters.collect::<Vec<_>>().join(", "),
                media(&api, operation.body.as_ref().map(|body| &body.media)),
                responses.collect::<Vec<_>>().join(", "),
                if operation.security.is_empty() {
                    ", open"
                } else {
                    ""
                },
            )
        })
        .collect();
    let errors = "400 [ErrorDetail], 401 [ErrorDetail]";
    let expected = [
        "authenticate = POST /v2/authentication () AuthenticationInput -> 201 Authentication, 4XX [ErrorDetail], open".to_owned(),
        format!("listWebhooks = GET /v2/webhooks () nothing -> 200 [Webhook], {errors}"),
        format!("createWebhook = POST /v2/webhooks () WebhookInput -> 200 WebhookReference, {errors}, 422 [ErrorDetail]"),
        format!("testWebhook = POST /v2/webhooks/test () WebhookTestInput -> 201 nothing, 204 nothing, {errors}"),
        format!("deleteWebhook = DELETE /v2/webhooks/{{webhooks_uuid}} (webhooks_uuid) nothing -> 204 nothing, {errors}, 404 [ErrorDetail]"),
        "getWebhook = GET /v2/webhooks/{webhooks_uuid} (webhooks_uuid) nothing -> 200 Webhook, 401 [ErrorDetail], 404 [ErrorDetail]".to_owned(),
        format!("updateWebhook = PATCH /v2/webhooks/{{webhooks_uuid}} (webhooks_uuid) WebhookInput -> 200 WebhookReference, {errors}, 404 [ErrorDetail], 422 [ErrorDetail]"),
    ];
    assert_eq!(operations, expected);
}

#[test]
fn its_events_are_these() {
    let api = api();
    let webhooks = api.webhooks.as_ref().expect("it has some");
    let path = vec!["event".to_owned()];
    let rule = Rule::DistinctConstants;
    assert_eq!(webhooks.discriminator, Discriminator::Body { path, rule });
    let events: Vec<_> = webhooks
        .events
        .iter()
        .map(|event| format!("{} {}", event.name, shown(&api, &event.payload)))
        .collect();
    assert_eq!(
        events,
        [
            "customer.tokenized CustomerTokenized",
            "dispute.closed.customer_win DisputeClosedCustomerWin",
            "dispute.closed.merchant_win DisputeClosedMerchantWin",
            "dispute.closed.neutral DisputeClosedNeutral",
            "dispute.deadline_approaching DisputeDeadlineApproaching",
            "dispute.merchant_input_requested DisputeMerchantInputRequested",
            "order.authorized OrderAuthorized",
            "order.captured OrderCaptured",
            "order.refunded OrderRefunded",
        ]
    );
    assert!(webhooks.verification.is_some());
    let EventNames::Component(id) = webhooks.names else {
        panic!("its events are not listed");
    };
    assert_eq!(api.types[id].name.root, "EventType");
    let Shape::Enum(list) = &api.types[id].shape else {
        panic!("EventType is no list");
    };
    assert!(list.values.iter().all(|one| one.docs.summary.is_some()));
}

#[test]
fn its_types_are_these() {
    let api = api();
    let types: Vec<_> = api
        .types
        .iter()
        .map(|(_, definition)| {
            assert_eq!(definition.name.steps, []);
            definition.name.root.as_str()
        })
        .collect();
    assert_eq!(
        types,
        [
            "Amount",
            "Authentication",
            "AuthenticationInput",
            "Authorization",
            "AuthorizedOrder",
            "Capture",
            "CapturedOrder",
            "CustomerTokenized",
            "Delivery",
            "Dispute",
            "DisputeClosedCustomerWin",
            "DisputeClosedMerchantWin",
            "DisputeClosedNeutral",
            "DisputeDeadlineApproaching",
            "DisputeMerchantInputRequested",
            "ErrorDetail",
            "EventType",
            "Link",
            "LinkRelation",
            "OrderAuthorized",
            "OrderCaptured",
            "OrderRefunded",
            "Refund",
            "RefundSource",
            "RefundedOrder",
            "ReportedAmount",
            "Tokenization",
            "TokenizedCustomer",
            "Webhook",
            "WebhookInput",
            "WebhookReference",
            "WebhookTestInput",
        ]
    );
}

#[test]
fn its_servers_and_its_way_in_are_these() {
    let api = api();
    let servers: Vec<_> = api
        .servers
        .iter()
        .map(|server| (server.name.as_str(), server.url.as_str()))
        .collect();
    assert_eq!(
        servers,
        [
            ("Production", "https://gateway.sezzle.com"),
            ("Sandbox", "https://sandbox.gateway.sezzle.com"),
        ]
    );
    let [scheme] = &api.security[..] else {
        panic!("{:?} is not one", api.security);
    };
    assert_eq!(scheme.credential, Credential::Bearer);
    let token = scheme.token.as_ref().expect("authenticate has it");
    assert_eq!(token.operation, "authenticate");
    assert_eq!(shown(&api, &token.body), "AuthenticationInput");
    assert_eq!(token.token, "token");
    assert_eq!(token.expires.as_deref(), Some("expiration_date"));
}

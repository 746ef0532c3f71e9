//! Findings that are known and right as they are, each with its reason.

/// Words that a finding has, all of them, and why it is no mistake.
pub(crate) const EXPLAINED: [(&[&str], &str); 7] = [
    (
        &["NO-OPERATION POST /attachments/refresh-urls"],
        "Discord serves this call, its OpenAPI document does not list it",
    ),
    (&["op7: d: None should not"], "the typings say there is no `d`; Discord's documentation shows null"),
    (&["op11: d: None should not"], "the typings say there is no `d`; Discord sends null, as captures show"),
    (&["RESUMED: d: {'_trace'"], "the typings say there is no `d`; Discord sends the trace of its servers"),
    (
        &["GUILD_", ": d/role", "/flags: 1 was expected"],
        "a bit field: the typings list its one bit, and none may be set",
    ),
    (
        &["MESSAGE_CREATE: d/message_snapshots/*/message/", "is not of type 'object'"],
        "the schema made of the typings takes each field of a forwarded message for an object",
    ),
    (
        &["MESSAGE_CREATE: d/message_snapshots/*/message: 'sticker", "is a required property"],
        "Discord leaves out stickers where there are none; the typings want both lists",
    ),
];

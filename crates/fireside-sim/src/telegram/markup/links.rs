//! What the target of a link in markup means: a page, a person, an emoji.

use serde_json::json;

use crate::telegram::entities::Entity;

/// The entity of a link from `offset` on; none when the target is none.
pub(super) fn link(target: &str, offset: usize) -> Option<Entity> {
    if let Some(user) = parameter(target, "tg://user?", "id") {
        let user: i64 = user.parse().ok()?;
        return Some(Entity {
            user: Some(json!({ "id": user })),
            ..Entity::plain("text_mention", offset, 0)
        });
    }
    let target = target.trim();
    let known = ["http://", "https://", "tg://", "ton://", "tonsite://"];
    let has_scheme = known.iter().any(|scheme| target.len() > scheme.len() && starts_with(target, scheme));
    let is_bare = !target.contains("://") && target.contains('.') && !target.contains(char::is_whitespace);
    let url = match (has_scheme, is_bare) {
        (true, _) => target.to_owned(),
        (false, true) => format!("http://{target}"),
        (false, false) => return None,
    };
    Some(Entity { url: Some(with_path(url)), ..Entity::plain("text_link", offset, 0) })
}

/// The emoji that `tg://emoji?id=…` names.
pub(super) fn custom_emoji(target: &str) -> Option<String> {
    let id = parameter(target, "tg://emoji?", "id")?;
    id.parse::<u64>().is_ok().then(|| id.to_owned())
}

/// The moment and the format that `tg://time?unix=…&format=…` names.
pub(super) fn date_time(target: &str) -> Option<(i64, String)> {
    let moment = parameter(target, "tg://time?", "unix")?.parse().ok()?;
    Some((moment, parameter(target, "tg://time?", "format").unwrap_or_default().to_owned()))
}

fn parameter<'a>(target: &'a str, base: &str, name: &str) -> Option<&'a str> {
    let query = starts_with(target, base).then(|| &target[base.len()..])?;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Telegram ends a host without a path with a slash.
fn with_path(mut url: String) -> String {
    let after = url.find("://").map_or(0, |at| at + 3);
    let is_web = starts_with(&url, "http");
    if is_web && !url[after..].contains(['/', '?', '#']) {
        url.push('/');
    }
    url
}

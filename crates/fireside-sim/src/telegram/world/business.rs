//! Business accounts that let the bot read along.

use serde_json::json;

use super::World;
use crate::telegram::queue::UPDATE_TTL_MS;

impl World {
    /// A person connects the bot to their business account, or disconnects it;
    /// returns the connection's id.
    pub fn connect_business(&self, user: i64, enabled: bool) -> String {
        let id = format!("business-{user}");
        self.change(|state| {
            state.ensure_user(user);
            let body = json!({
                "id": id,
                "user": state.users.get(&user),
                "user_chat_id": user,
                "date": state.clock.now_secs(),
                "rights": { "can_reply": enabled },
                "is_enabled": enabled,
            });
            state.emit("business_connection", &body, UPDATE_TTL_MS);
        });
        id
    }

    /// A customer writes to a connected business account. The message is in the
    /// update and nowhere else.
    pub fn say_to_business(&self, connection: &str, customer: i64, message_id: i64, text: &str) {
        self.change(|state| {
            state.ensure_user(customer);
            let Some(user) = state.users.get(&customer) else { return };
            let body = json!({
                "business_connection_id": connection,
                "message_id": message_id,
                "from": user,
                "chat": { "id": customer, "type": "private", "first_name": user.first_name },
                "date": state.clock.now_secs(),
                "text": text,
            });
            state.emit("business_message", &body, UPDATE_TTL_MS);
        });
    }

    /// A customer or the business deletes messages from such a chat.
    pub fn delete_from_business(&self, connection: &str, customer: i64, message_ids: &[i64]) {
        self.change(|state| {
            state.ensure_user(customer);
            let Some(user) = state.users.get(&customer) else { return };
            let body = json!({
                "business_connection_id": connection,
                "chat": { "id": customer, "type": "private", "first_name": user.first_name },
                "message_ids": message_ids,
            });
            state.emit("deleted_business_messages", &body, UPDATE_TTL_MS);
        });
    }
}

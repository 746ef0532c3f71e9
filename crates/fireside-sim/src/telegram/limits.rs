//! How fast the bot may send, and how large files may be. Telegram states 1 a
//! second per chat, 20 a minute per group and about 30 a second over all, but
//! not how it counts, so the figures of speed are parameters and off by default.

use serde::{Deserialize, Serialize};

/// Caps on messages sent or edited by the bot, where `None` is no cap, and on
/// files, which are the documented ones by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Messages a second into one chat.
    pub chat_per_second: Option<u32>,
    /// Messages a minute into one group or supergroup.
    pub group_per_minute: Option<u32>,
    /// Messages a second over all chats.
    pub overall_per_second: Option<u32>,
    /// The largest upload in one call, in bytes: 50 MB.
    pub upload_len_max: usize,
    /// The largest upload sent as a photo, in bytes: 10 MB.
    pub photo_len_max: usize,
    /// The largest file that `getFile` gives a link to, in bytes: 20 MB.
    pub download_len_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MB: usize = 1024 * 1024;
        Self {
            chat_per_second: None,
            group_per_minute: None,
            overall_per_second: None,
            upload_len_max: 50 * MB,
            photo_len_max: 10 * MB,
            download_len_max: 20 * MB,
        }
    }
}

impl Limits {
    /// The figures of the Bot API's FAQ.
    pub fn documented() -> Self {
        Self {
            chat_per_second: Some(1),
            group_per_minute: Some(20),
            overall_per_second: Some(30),
            ..Self::default()
        }
    }
}

/// Counts in fixed windows of simulated time.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Window {
    starts_ms: u64,
    count: u32,
}

impl Window {
    /// Milliseconds until there is room again; `None` when there is room now.
    pub(crate) fn full_for_ms(&self, cap: Option<u32>, len_ms: u64, now_ms: u64) -> Option<u64> {
        let ends_ms = self.starts_ms + len_ms;
        (cap.is_some_and(|cap| self.count >= cap) && now_ms < ends_ms).then(|| ends_ms - now_ms)
    }

    /// Counts one message.
    pub(crate) fn count(&mut self, len_ms: u64, now_ms: u64) {
        if now_ms >= self.starts_ms + len_ms {
            *self = Self { starts_ms: now_ms, count: 0 };
        }
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_has_room_again_when_it_ends() {
        let mut window = Window::default();
        window.count(1_000, 5_000);
        assert_eq!(window.full_for_ms(Some(1), 1_000, 5_400), Some(600));
        assert_eq!(window.full_for_ms(Some(2), 1_000, 5_400), None);
        assert_eq!(window.full_for_ms(Some(1), 1_000, 6_000), None);
        assert_eq!(window.full_for_ms(None, 1_000, 5_400), None);
    }
}

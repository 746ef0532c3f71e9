//! What administrators may do, right by right, and what restricted members may.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::chat::ChatKind;

/// One administrator's right, named as the Bot API's field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Right {
    /// See hidden members and the log of events; every administrator has it.
    #[serde(rename = "can_manage_chat")]
    ManageChat,
    /// Delete what others said.
    #[serde(rename = "can_delete_messages")]
    DeleteMessages,
    /// Manage video chats.
    #[serde(rename = "can_manage_video_chats")]
    ManageVideoChats,
    /// Restrict, ban and unban members.
    #[serde(rename = "can_restrict_members")]
    RestrictMembers,
    /// Make administrators.
    #[serde(rename = "can_promote_members")]
    PromoteMembers,
    /// Change title, photo and description.
    #[serde(rename = "can_change_info")]
    ChangeInfo,
    /// Make invite links.
    #[serde(rename = "can_invite_users")]
    InviteUsers,
    /// Post stories.
    #[serde(rename = "can_post_stories")]
    PostStories,
    /// Edit stories.
    #[serde(rename = "can_edit_stories")]
    EditStories,
    /// Delete stories.
    #[serde(rename = "can_delete_stories")]
    DeleteStories,
    /// Post in a channel.
    #[serde(rename = "can_post_messages")]
    PostMessages,
    /// Edit and pin what others posted in a channel.
    #[serde(rename = "can_edit_messages")]
    EditMessages,
    /// Pin messages in a group.
    #[serde(rename = "can_pin_messages")]
    PinMessages,
    /// Create, rename, close, reopen and delete topics.
    #[serde(rename = "can_manage_topics")]
    ManageTopics,
}

impl Right {
    const ALL: [(Self, &'static str); 14] = [
        (Self::ManageChat, "can_manage_chat"),
        (Self::DeleteMessages, "can_delete_messages"),
        (Self::ManageVideoChats, "can_manage_video_chats"),
        (Self::RestrictMembers, "can_restrict_members"),
        (Self::PromoteMembers, "can_promote_members"),
        (Self::ChangeInfo, "can_change_info"),
        (Self::InviteUsers, "can_invite_users"),
        (Self::PostStories, "can_post_stories"),
        (Self::EditStories, "can_edit_stories"),
        (Self::DeleteStories, "can_delete_stories"),
        (Self::PostMessages, "can_post_messages"),
        (Self::EditMessages, "can_edit_messages"),
        (Self::PinMessages, "can_pin_messages"),
        (Self::ManageTopics, "can_manage_topics"),
    ];

    /// Whether the right means anything in such a chat.
    fn exists_in(self, kind: ChatKind) -> bool {
        match self {
            Self::PostMessages | Self::EditMessages => kind == ChatKind::Channel,
            Self::PinMessages => kind != ChatKind::Channel,
            Self::ManageTopics => kind == ChatKind::Supergroup,
            _ => true,
        }
    }
}

/// What one administrator may do, and how they appear.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights {
    held: BTreeSet<Right>,
    /// Their messages come from the group itself.
    pub is_anonymous: bool,
    /// The title that clients show beside their name.
    pub custom_title: Option<String>,
}

impl Rights {
    /// What an administrator is given unless somebody chooses: all but stories
    /// and making further administrators.
    pub fn usual() -> Self {
        let unusual = |right: Right| {
            matches!(
                right,
                Right::PromoteMembers | Right::PostStories | Right::EditStories | Right::DeleteStories
            )
        };
        Right::ALL.into_iter().map(|(right, _)| right).filter(|right| !unusual(*right)).collect()
    }

    /// Whether the right is held.
    pub fn has(&self, right: Right) -> bool {
        self.held.contains(&right)
    }

    /// These without one.
    #[must_use]
    pub fn without(mut self, right: Right) -> Self {
        self.held.remove(&right);
        self
    }

    /// Those whose flag is set; `flag` is asked by the Bot API's name.
    pub(crate) fn chosen(flag: impl Fn(&str) -> bool) -> Self {
        let chosen = Right::ALL.into_iter().filter(|(_, name)| flag(name));
        let mut rights: Self = chosen.map(|(right, _)| right).collect();
        rights.is_anonymous = flag("is_anonymous");
        if !rights.held.is_empty() {
            rights.held.insert(Right::ManageChat);
        }
        rights
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.held.is_empty() && !self.is_anonymous
    }

    /// Whether whoever holds these could give `others`.
    pub(crate) fn cover(&self, others: &Self) -> bool {
        others.held.is_subset(&self.held)
    }

    /// The flags of a `ChatMemberAdministrator` or `ChatAdministratorRights`.
    pub(crate) fn flags(&self, kind: ChatKind) -> Map<String, Value> {
        let there = Right::ALL.into_iter().filter(|(right, _)| right.exists_in(kind));
        let mut flags: Map<String, Value> =
            there.map(|(right, name)| (name.to_owned(), self.has(right).into())).collect();
        flags.insert("is_anonymous".to_owned(), self.is_anonymous.into());
        flags
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<T: IntoIterator<Item = Right>>(rights: T) -> Self {
        Self { held: rights.into_iter().collect(), ..Self::default() }
    }
}

/// What an ordinary or restricted member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Permission {
    SendMessages,
    PinMessages,
}

/// The fields of `ChatPermissions`, in the schema's order.
const PERMISSIONS: [&str; 16] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

/// `ChatPermissions`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Permissions(BTreeSet<&'static str>);

impl Default for Permissions {
    /// Members may talk and invite, and leave the rest to administrators.
    fn default() -> Self {
        let kept_back = ["can_change_info", "can_pin_messages", "can_manage_topics", "can_edit_tag"];
        Self(PERMISSIONS.into_iter().filter(|name| !kept_back.contains(name)).collect())
    }
}

impl Permissions {
    /// Those that a `ChatPermissions` object grants.
    pub(crate) fn granted(object: &Value) -> Self {
        let granted = |name: &&str| object.get(*name).and_then(Value::as_bool).unwrap_or(false);
        Self(PERMISSIONS.into_iter().filter(granted).collect())
    }

    pub(crate) fn has(&self, permission: Permission) -> bool {
        self.0.contains(match permission {
            Permission::SendMessages => "can_send_messages",
            Permission::PinMessages => "can_pin_messages",
        })
    }

    /// All flags, as `ChatPermissions` and `ChatMemberRestricted` carry them.
    pub(crate) fn flags(&self) -> Map<String, Value> {
        PERMISSIONS.into_iter().map(|name| (name.to_owned(), self.0.contains(name).into())).collect()
    }
}

//! What the places of the invented platforms show.

use fireside_core::{Account, Button, ButtonTarget, MessageId, MessageRef, Outgoing, Place};

use super::deciding::Script;

/// Something the bot said, as it stands.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) place: Place,
    pub(super) message: Option<MessageId>,
    pub(super) content: Outgoing,
    /// Who alone can see it.
    pub(super) only_for: Option<Account>,
    pub(super) deleted: bool,
}

impl Shown {
    pub(super) fn to_all(place: &Place, message: &str, content: Outgoing) -> Self {
        Self { place: place.clone(), message: Some(message.into()), content, only_for: None, deleted: false }
    }
}

/// Words as they are read: with their author's name before them, and the
/// names of the files that came with them after.
pub(super) fn read(content: &Outgoing) -> String {
    let names = content.files.iter().map(|file| file.attachment.name.as_deref().unwrap_or("file"));
    let words = names.fold(content.text.to_plain(), |words, name| format!("{words} [{name}]"));
    content.author.as_ref().map_or(words.clone(), |author| format!("{}: {words}", author.name))
}

impl Script {
    /// What everybody in a place reads of the bot, in order, edits done.
    pub fn said_in(&self, place: &Place) -> Vec<String> {
        let everybody = |shown: &&Shown| shown.place == *place && shown.only_for.is_none() && !shown.deleted;
        self.shown.iter().filter(everybody).map(|shown| read(&shown.content)).collect()
    }

    /// The message that the newest message with these words answers.
    pub fn answered_by(&self, words: &str) -> Option<MessageId> {
        let said = |shown: &&Shown| shown.content.text.to_plain() == words && !shown.deleted;
        match &self.shown.iter().rev().find(said)?.content.reply_to {
            Some(MessageRef::Known { id, .. }) => Some(id.clone()),
            _ => None,
        }
    }

    /// The id of the newest message with these words.
    pub fn shown_as(&self, words: &str) -> Option<MessageId> {
        let said = |shown: &&Shown| shown.content.text.to_plain() == words && !shown.deleted;
        self.shown.iter().rev().find(said)?.message.clone()
    }

    /// The id of the newest message in a place.
    pub fn last_id(&self, place: &Place) -> Option<MessageId> {
        let said = |shown: &&Shown| shown.place == *place && !shown.deleted;
        self.shown.iter().rev().filter(said).find_map(|shown| shown.message.clone())
    }

    /// The bot's reactions on a message, the first first.
    pub fn reactions_on(&self, place: &Place, message: &str) -> &[String] {
        self.reactions.get(&(place.clone(), message.into())).map_or(&[], Vec::as_slice)
    }

    /// The labels of the buttons below what was said last in a place.
    pub fn buttons_in(&self, place: &Place) -> Vec<String> {
        let last = self.shown.iter().rev().find(|shown| shown.place == *place && !shown.deleted);
        let buttons = last.into_iter().flat_map(|shown| shown.content.buttons.iter().flatten());
        buttons.map(|button| button.label.clone()).collect()
    }

    /// The rooms that were opened in a channel, in order.
    pub fn rooms_in(&self, channel: &Place) -> Vec<Place> {
        let mut rooms = Vec::new();
        for receipt in self.rows.iter().filter_map(|row| self.ended.get(&row.delivery.id)?.as_ref()) {
            rooms.extend(receipt.place.iter().filter(|place| place.parent() == *channel).cloned());
        }
        rooms
    }

    /// The tags of a room.
    pub fn tags_of(&self, room: &Place) -> &[String] {
        self.tags.get(room).map_or(&[], Vec::as_slice)
    }

    /// Whether the bot let an account into a room.
    pub fn is_member(&self, room: &Place, account: &Account) -> bool {
        self.members.contains(&(room.clone(), account.clone()))
    }

    /// Whether one can speak in a room.
    pub fn is_open(&self, room: &Place) -> bool {
        !self.closed_rooms.contains(room)
    }

    /// What a press of the newest button with this label sends, to press it
    /// when it is no longer shown.
    ///
    /// # Panics
    /// When no button an account can see in the place has the label.
    pub fn button(&self, place: &Place, account: &Account, label: &str) -> String {
        let seen = |shown: &&Shown| {
            let visible = shown.only_for.as_ref().is_none_or(|only| only == account);
            shown.place == *place && visible && !shown.deleted
        };
        let buttons =
            self.shown.iter().rev().filter(seen).flat_map(|shown| shown.content.buttons.iter().flatten());
        let mut labels = Vec::new();
        for Button { label: own, target } in buttons {
            match target {
                ButtonTarget::Press(data) | ButtonTarget::Private(data) if own == label => {
                    return data.clone();
                }
                _ => labels.push(own),
            }
        }
        panic!("no button `{label}` in {place}: there are {labels:?}")
    }

    /// What choosing this from the newest menu sends.
    ///
    /// # Panics
    /// When no menu an account can see in the place has the choice.
    pub fn choice(&self, place: &Place, account: &Account, label: &str) -> String {
        let seen = |shown: &&Shown| {
            let visible = shown.only_for.as_ref().is_none_or(|only| only == account);
            shown.place == *place && visible && !shown.deleted
        };
        let menus = self.shown.iter().rev().filter(seen).filter_map(|shown| shown.content.menu.as_ref());
        let mut choices = menus.flat_map(|menu| &menu.choices);
        match choices.find(|choice| choice.label == label) {
            Some(choice) => choice.data.clone(),
            None => panic!("no menu in {place} offers `{label}`"),
        }
    }

    pub(super) fn shown_at(&mut self, message: &MessageRef) -> Result<&mut Shown, String> {
        let MessageRef::Known { place, id } = message else { return Err("no such message".to_owned()) };
        let same = |shown: &&mut Shown| {
            shown.place == *place && shown.message.as_ref() == Some(id) && !shown.deleted
        };
        self.shown.iter_mut().find(same).ok_or_else(|| "the message is gone".to_owned())
    }
}

//! What an adapter says its platform can do, and what is done where it can't.

/// Something a platform can do, or can't.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Capability {
    /// An interaction can be answered with a form.
    Forms,
    /// An answer can be shown to one member of a group alone.
    PrivateAnswers,
    /// What could be given with a command is suggested while it is written.
    Suggestions,
    /// A command can be run from a message's or an account's menu.
    Menus,
    /// One thing of many can be chosen from a list that opens.
    Selects,
    /// A button can bring somebody into a private chat with the bot.
    PrivateLinks,
    /// A message can be changed after it was sent.
    Edits,
    /// The bot hears that a message was removed.
    HearsDeletes,
    /// The bot can put reactions on messages, and hears of those of others.
    Reactions,
    /// The bot can put several reactions on one message.
    ManyReactions,
    /// The bot can show that somebody is writing.
    Typing,
    /// The bot hears that somebody is writing.
    HearsTyping,
    /// Messages can be pinned.
    Pins,
    /// A question can be put to the vote, and the votes are heard.
    Polls,
    /// Several files stay together as one message.
    Albums,
    /// Words can be shown under another's name and picture.
    Personas,
    /// A card can be set apart from what is said around it.
    Cards,
    /// A room can be opened in a channel.
    Rooms,
    /// A room starts from a message that is already there.
    RoomsFromMessages,
    /// A room can be opened that only those in it see.
    PrivateRooms,
    /// The bot can put an account into a room.
    AddsMembers,
    /// A room carries tags that show its state.
    RoomTags,
    /// Sending the same delivery twice shows it once.
    SendsOnce,
}

impl Capability {
    /// Every one, as the table of capabilities lists them.
    pub const ALL: [Self; 23] = [
        Self::Forms,
        Self::PrivateAnswers,
        Self::Suggestions,
        Self::Menus,
        Self::Selects,
        Self::PrivateLinks,
        Self::Edits,
        Self::HearsDeletes,
        Self::Reactions,
        Self::ManyReactions,
        Self::Typing,
        Self::HearsTyping,
        Self::Pins,
        Self::Polls,
        Self::Albums,
        Self::Personas,
        Self::Cards,
        Self::Rooms,
        Self::RoomsFromMessages,
        Self::PrivateRooms,
        Self::AddsMembers,
        Self::RoomTags,
        Self::SendsOnce,
    ];

    /// What it is, in a line.
    pub fn meaning(self) -> &'static str {
        self.row().0
    }

    /// What is done where the platform can't.
    pub fn fallback(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        match self {
            Self::Forms => ("a command opens a form", "the form is walked through question by question"),
            Self::PrivateAnswers => (
                "in a group, an answer is shown to one member alone",
                "what others may read is said in the place; for the rest they are asked to write in private",
            ),
            Self::Suggestions => (
                "suggestions while a command is written",
                "nothing is suggested; the answer says what was wrong",
            ),
            Self::Menus => ("commands in a message's or account's menu", "the command is sent as a reply"),
            Self::Selects => ("a list that opens, to choose from", "a button for each choice"),
            Self::PrivateLinks => {
                ("a button into a private chat with the bot", "the button is pressed where it stands")
            }
            Self::Edits => ("a message is changed after it was sent", "it stays as it was"),
            Self::HearsDeletes => ("the bot hears that a message was removed", "it never does"),
            Self::Reactions => ("the bot reacts and hears reactions", "nothing is shown, and none is heard"),
            Self::ManyReactions => ("several reactions of the bot on one message", "the last one counts"),
            Self::Typing => ("the bot shows that somebody writes", "nothing is shown"),
            Self::HearsTyping => ("the bot hears that somebody writes", "it never does"),
            Self::Pins => ("messages are pinned", "they stand where they were said"),
            Self::Polls => ("a question is put to the vote", "its options are listed as words"),
            Self::Albums => ("several files stay together", "they come one after another"),
            Self::Personas => ("words under another's name and picture", "the name stands above the words"),
            Self::Cards => ("a card is set apart", "it is a message like any other"),
            Self::Rooms => ("rooms are opened in a channel", "everything is said in the channel"),
            Self::RoomsFromMessages => ("a room starts from a message", "it stands beside the message"),
            Self::PrivateRooms => {
                ("a room that only those in it see", "it is refused, and its feature is told")
            }
            Self::AddsMembers => ("the bot puts an account into a room", "they are given its link"),
            Self::RoomTags => ("a room's tags show its state", "its card shows it"),
            Self::SendsOnce => (
                "sending the same delivery twice shows it once",
                "an attempt without an answer is looked for, else counted and shown to staff",
            ),
        }
    }
}

/// What a platform can do. Core and the features ask this, never which platform it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// What it can do.
    pub able: &'static [Capability],
    /// The longest text of one message, in the platform's own units.
    pub text_len_max: usize,
    /// The most buttons of one message.
    pub buttons_max: usize,
    /// The most files of one message.
    pub files_max: usize,
    /// The longest file that can be sent, in bytes.
    pub upload_bytes_max: u64,
    /// The longest file that can be read, in bytes.
    pub download_bytes_max: u64,
}

impl Capabilities {
    /// The least a platform can do: it takes words and buttons.
    pub const LEAST: Self = Self {
        able: &[],
        text_len_max: 2_000,
        buttons_max: 5,
        files_max: 0,
        upload_bytes_max: 0,
        download_bytes_max: 0,
    };

    /// Whether it can do this.
    pub fn can(&self, capability: Capability) -> bool {
        self.able.contains(&capability)
    }
}

//! Feedback: one item that customers raised.

use std::fmt;

use fireside_core::key::KeyPath;
use fireside_core::ports::Document;
use fireside_core::record::Record;
use fireside_core::{Account, Attachment, LaneId, MessageId, PersonId, Place, Timestamp};
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::feature::NAME;
use crate::heat::Heat;
use crate::kind::Kind;
use crate::status::Status;

/// The ranks of an item in the search index.
pub(crate) mod rank {
    /// How many voices it has.
    pub(crate) const VOICES: usize = 0;
    /// When it was raised, in milliseconds since the Unix epoch.
    pub(crate) const RAISED: usize = 1;
    /// How much is said for it lately.
    pub(crate) const HEAT: usize = 2;
}

/// The number of an item, from 1, unique in its community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FeedbackNumber(u64);

impl FeedbackNumber {
    /// The number as people know it.
    pub fn new(number: u64) -> Self {
        Self(number)
    }

    /// The plain number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// The lane of what happens to the item by itself.
    pub(crate) fn lane(self) -> LaneId {
        LaneId::new(format!("{NAME}/{self}"))
    }

    /// The number in the data of a button or tag.
    pub(crate) fn parse(data: &str) -> Option<Self> {
        data.parse().ok().map(Self)
    }
}

impl fmt::Display for FeedbackNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl KeyPath for FeedbackNumber {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
    }
}

/// One item: what was said, who said it, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Its number.
    pub number: FeedbackNumber,
    /// What sort of feedback it is.
    pub kind: Kind,
    /// How far it is.
    pub status: Status,
    /// What it is about, in one visible line: at most 120 characters as a reader counts them.
    pub title: String,
    /// The rest of it, in its author's words: at most 2,000 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub details: String,
    /// The area of the product, in one line of at most 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Files that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
    /// Who raised it.
    pub author: Customer,
    /// Where it was said.
    pub origin: Origin,
    /// When it was raised.
    pub at: Timestamp,
    /// Who of the staff looks after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Member>,
    /// The staff's last public answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Said>,
    /// How many back it, as its card says.
    pub voices: u64,
    /// How many backed it when most did.
    #[serde(default)]
    pub voices_max: u64,
    /// How much is said for it lately.
    pub heat: Heat,
    /// Whether it stands for itself.
    #[serde(default)]
    pub standing: Standing,
    /// Its card, once that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
}

/// Whether an item stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It does.
    #[default]
    Live,
    /// Its author took it back.
    Withdrawn,
    /// It says the same as another, and its number leads there.
    Merged(FeedbackNumber),
}

/// A customer, as they were when they said something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Who they are.
    pub person: PersonId,
    /// The account they used.
    pub account: Account,
    /// Their name, in one visible line.
    pub name: String,
    /// Their language (a BCP 47 tag).
    pub locale: String,
}

/// Where an item was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The place.
    pub place: Place,
    /// Nobody but the bot could hear it.
    pub is_private: bool,
    /// The message it was captured from, or asked for with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// An address at which that message can be opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What was said around it, the earliest first: at most ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub around: Vec<Overheard>,
    /// Who captured it, where its author did not send it in: staff, or a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured_by: Option<Member>,
}

/// Something that was said around a captured message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overheard {
    /// Who said it: a name in one visible line.
    pub name: String,
    /// What they said: at most 300 characters.
    pub words: String,
}

/// One of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The account they used.
    pub account: Account,
    /// Their name, in one visible line.
    pub name: String,
}

/// Something staff said about an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub by: Member,
    /// What: at most 2,000 characters.
    pub words: String,
    /// When.
    pub at: Timestamp,
}

impl Record for Feedback {
    const COLLECTION: &'static str = "feedback";

    /// Found by its words; by `kind:`, `status:`, `area:`, `assignee:` and
    /// `author:` terms; live ones by `live:yes`, withdrawn ones by `withdrawn:yes`.
    fn document(&self) -> Option<Document> {
        let mut terms = vec![
            format!("kind:{}", self.kind.as_str()),
            format!("status:{}", self.status.as_str()),
            format!("author:{}", self.author.person),
        ];
        terms.extend(self.area.iter().map(|area| area_term(area)));
        terms.extend(self.assignee.iter().map(|member| format!("assignee:{}", member.account)));
        match self.standing {
            Standing::Live => terms.push("live:yes".to_owned()),
            Standing::Withdrawn => terms.push("withdrawn:yes".to_owned()),
            Standing::Merged(_) => {}
        }
        Some(Document {
            title: self.title.clone(),
            body: self.details.clone(),
            terms,
            ranks: [self.voices, self.at.as_millis(), self.heat.get()],
        })
    }
}

/// The term of an area: however its letters are written.
pub(crate) fn area_term(area: &str) -> String {
    format!("area:{}", area.to_lowercase())
}

//! What people do in a script.

use std::time::Duration;

use fireside_core::event::{Press, ReplyHandle, Submission};
use fireside_core::form::ShownForm;
use fireside_core::{
    Actor, Answer, Answers, Capability, Delivery, Effect, EventKind, Invocation, Message, Place, PlaceRef,
    Privacy,
};

use super::deciding::Script;
use super::showing::{Shown, read};

/// How long a platform waits for the first answer to an interaction.
const RESPOND_WITHIN: Duration = Duration::from_secs(3);
/// How long a platform takes answers to an interaction.
const ANSWER_WITHIN: Duration = Duration::from_mins(15);

/// What came of something somebody did.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// What they got at once, on a platform that answers directly.
    pub answer: Option<Answer>,
    /// What the turn wanted done, in order.
    pub deliveries: Vec<Delivery>,
    place: Option<Place>,
}

impl Reply {
    /// The words they read in answer: given at once, else said in their place.
    /// Empty where there were none.
    pub fn text(&self) -> String {
        if let Some(Answer::Say { content, .. }) = &self.answer {
            return read(content);
        }
        let said = self.deliveries.iter().filter_map(|delivery| match &delivery.effect {
            Effect::Send { to: PlaceRef::At(at), content } if Some(at) == self.place.as_ref() => {
                Some(read(content))
            }
            _ => None,
        });
        said.collect::<Vec<_>>().join("\n")
    }

    /// The form that opened.
    pub fn form(&self) -> Option<&ShownForm> {
        match &self.answer {
            Some(Answer::Open(form)) => Some(form),
            _ => None,
        }
    }

    /// Whether nobody else can see the answer.
    pub fn is_private(&self) -> bool {
        matches!(&self.answer, Some(Answer::Say { privacy: Privacy::Private, .. }))
    }

    /// Whether the bot did nothing.
    pub fn is_silent(&self) -> bool {
        self.answer.is_none() && self.deliveries.is_empty()
    }
}

impl Script {
    /// Somebody says something that is not addressed to the bot.
    pub fn say(&mut self, actor: &Actor, place: &Place, words: &str) -> Reply {
        self.post(actor, place, Message::of(words))
    }

    /// Somebody answers what the bot said last where they are, or mentions it.
    pub fn tell(&mut self, actor: &Actor, place: &Place, words: &str) -> Reply {
        let reply_to = self.last_id(place);
        self.post(actor, place, Message { addressed: true, reply_to, ..Message::of(words) })
    }

    /// Somebody posts a message.
    pub fn post(&mut self, actor: &Actor, place: &Place, message: Message) -> Reply {
        self.act(actor, place, EventKind::Message(message))
    }

    /// Somebody writes a command, with the words after it: the subcommand and
    /// the options are read from them.
    pub fn command(&mut self, actor: &Actor, place: &Place, name: &str, words: &str) -> Reply {
        self.run(actor, place, Invocation::written(name, words))
    }

    /// Somebody runs a command whose subcommand and options the platform knows.
    pub fn run(&mut self, actor: &Actor, place: &Place, invocation: Invocation) -> Reply {
        self.act(actor, place, EventKind::Command(invocation))
    }

    /// Somebody presses the newest button with this label that they can see.
    ///
    /// # Panics
    /// When there is none.
    pub fn press(&mut self, actor: &Actor, place: &Place, label: &str) -> Reply {
        let data = self.button(place, &actor.account, label);
        self.press_data(actor, place, &data)
    }

    /// Somebody presses a button that sends `data`, whether it is shown or not.
    pub fn press_data(&mut self, actor: &Actor, place: &Place, data: &str) -> Reply {
        let press = Press { data: data.to_owned(), message: None };
        self.act(actor, place, EventKind::Press(press))
    }

    /// Somebody sends a form in.
    pub fn submit(&mut self, actor: &Actor, place: &Place, form: &str, fields: &[(&str, &str)]) -> Reply {
        let mut answers = Answers::default();
        for (field, answer) in fields {
            answers.set(field, *answer);
        }
        self.act(actor, place, EventKind::Submit(Submission { token: form.to_owned(), answers }))
    }

    /// Somebody does something. A platform with private answers lets the bot
    /// answer commands, presses and forms directly.
    pub fn act(&mut self, actor: &Actor, place: &Place, kind: EventKind) -> Reply {
        let capabilities = self.engine.capabilities(&place.platform);
        let interaction = matches!(
            kind,
            EventKind::Command(_) | EventKind::Press(_) | EventKind::Submit(_) | EventKind::Suggest(_)
        );
        let sent_in = matches!(kind, EventKind::Submit(_));
        let mut event = self.event(actor, place, kind);
        if interaction && capabilities.can(Capability::PrivateAnswers) {
            event.reply = Some(ReplyHandle {
                respond_by: self.now + RESPOND_WITHIN,
                expires_at: self.now + ANSWER_WITHIN,
                opens_forms: capabilities.can(Capability::Forms) && !sent_in,
            });
        }
        let decided = self.take(&event);
        if let Some(Answer::Say { content, privacy }) = &decided.answer {
            let only_for = (*privacy == Privacy::Private).then(|| actor.account.clone());
            let (place, content) = (place.clone(), content.as_ref().clone());
            self.shown.push(Shown { place, message: None, content, only_for, deleted: false });
        }
        self.settle();
        Reply { answer: decided.answer, deliveries: decided.deliveries, place: Some(place.clone()) }
    }
}

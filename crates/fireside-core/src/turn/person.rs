//! The way to a person, below what the bot answers customers.

use super::{Interrupt, Turn};
use crate::action::{Action, PERSON};
use crate::feature::Outcome;
use crate::outgoing::{Answer, Button, ButtonTarget, Outgoing};

/// The rows of buttons that leave room for one more: a message takes five on
/// every platform.
const ROWS_MAX: usize = 4;
/// The most buttons of a row, on the platform that has the shortest.
const ROW_LEN_MAX: usize = 5;

impl Turn<'_> {
    /// Puts a button that calls a person below what a customer is answered,
    /// where there is one and room for it.
    pub(super) fn offer_person(&mut self) {
        let Some((feature, label)) = self.engine.person_button(self.community()) else { return };
        if !self.answers_customer() || self.is_said_by(feature.name()) {
            return;
        }
        let label = self.say(label, &[]);
        let buttons_max = self.capabilities(&self.event().place.platform).buttons_max;
        if let Some(Answer::Say { content, .. }) = &mut self.answer
            && has_room(content, buttons_max)
        {
            let target = ButtonTarget::Press(Action::button_data(PERSON));
            content.buttons.push(vec![Button { label, target }]);
        }
    }

    /// Calls a person for the actor, who said `words`; gives whether there is a
    /// feature that does. It answers the actor. A feature asks for it where it
    /// finds that a human is wanted.
    ///
    /// # Errors
    /// When a read has to be loaded.
    pub fn call_person(&mut self, words: &str) -> Result<bool, Interrupt> {
        let engine = self.engine;
        let Some((owner, _)) = engine.person_button(self.community()) else { return Ok(false) };
        let asking = std::mem::replace(&mut self.feature, owner.name());
        let called = owner.on_press(self, PERSON, words);
        self.feature = asking;
        Ok(called? == Outcome::Handled)
    }

    /// Whether the actor is a customer whom somebody could come to.
    fn answers_customer(&self) -> bool {
        let actor = &self.event().actor;
        let is_somebody = !actor.is_bot && !actor.is_anonymous;
        is_somebody && self.community().staff_home.is_some() && !self.in_staff_place() && !self.is_staff()
    }

    /// Whether it is the feature itself that answers, or has the actor's words
    /// here: who talks with a person needs no button for one.
    fn is_said_by(&self, feature: &str) -> bool {
        self.feature == feature || self.binding().is_some_and(|binding| binding.tag.feature == feature)
    }
}

/// Whether one more button goes below it. A question that waits for an answer
/// has its own ways out.
fn has_room(content: &Outgoing, buttons_max: usize) -> bool {
    let rows: usize = content.buttons.iter().map(|row| row.len().div_ceil(ROW_LEN_MAX)).sum();
    let count: usize = content.buttons.iter().map(Vec::len).sum();
    let asks = |button: &Button| matches!(&button.target, ButtonTarget::Press(data) if Action::token_in(data).is_none());
    !content.asks
        && content.poll.is_none()
        && rows + usize::from(content.menu.is_some()) <= ROWS_MAX
        && count < buttons_max
        && !content.buttons.iter().flatten().any(asks)
}

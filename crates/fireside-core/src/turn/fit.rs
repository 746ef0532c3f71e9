//! Fitting what is said to what its platform can show: the fallbacks of the
//! capabilities, so that no adapter is asked for what it said it can't do.

use std::mem;

use super::Turn;
use crate::capabilities::Capability;
use crate::ids::Platform;
use crate::outgoing::{Answer, Button, ButtonTarget, Outgoing};
use crate::poll::{OPTIONS_MAX, Poll};

impl Turn<'_> {
    /// Puts in the place of what `platform` can't show what stands for it.
    pub(super) fn fit(&self, content: &mut Outgoing, platform: &Platform) {
        let capabilities = self.capabilities(platform);
        if !capabilities.can(Capability::Selects)
            && let Some(menu) = content.menu.take()
        {
            let button = |(label, data)| vec![Button { label, target: ButtonTarget::Press(data) }];
            content
                .buttons
                .extend(menu.choices.into_iter().map(|choice| (choice.label, choice.data)).map(button));
        }
        if !capabilities.can(Capability::PrivateLinks) {
            for button in content.buttons.iter_mut().flatten() {
                if let ButtonTarget::Private(data) = &mut button.target {
                    button.target = ButtonTarget::Press(mem::take(data));
                }
            }
        }
        let can_vote =
            |poll: &mut Poll| capabilities.can(Capability::Polls) && poll.options.len() <= OPTIONS_MAX;
        if let Some(poll) = content.poll.take_if(|poll| !can_vote(poll)) {
            content.text = mem::take(&mut content.text).line(self.listed(&poll, self.locale()));
        }
        if capabilities.files_max == 0 {
            for file in mem::take(&mut content.files) {
                content.text = mem::take(&mut content.text).line(file.instead);
            }
        }
    }

    /// Fits the answer to the place of the one who asked.
    pub(super) fn fit_answer(&mut self) {
        let Some(Answer::Say { mut content, privacy }) =
            self.answer.take_if(|answer| matches!(answer, Answer::Say { .. }))
        else {
            return;
        };
        self.fit(&mut content, &self.event().place.platform);
        self.answer = Some(Answer::Say { content, privacy });
    }
}

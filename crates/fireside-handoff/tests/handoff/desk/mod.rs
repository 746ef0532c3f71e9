//! What staff do at their desk.

mod any_order;
mod audit;
mod authority;
mod blocks;
mod contacts;
mod filing;
mod joins;
mod merges;
mod queue;
mod reopening;
mod snippets;
mod transfers;
mod watching;

use fireside_core::command::{SuggestRequest, Target};
use fireside_core::{Actor, Answer, EventKind, Invocation, Message, OptionValue};
use fireside_testkit::script::{Reply, SOUTH, customer};

use crate::Scene;

impl Scene {
    /// Sam runs a command where staff work, and reads this in answer, which
    /// nobody else does.
    fn desk(&mut self, name: &str, words: &str) -> String {
        let reply = self.script.command(&self.sam, &self.home, name, words);
        // Where nothing is answered directly, the answer is what is said last.
        if self.home.platform.as_str() == SOUTH {
            return self.last_in(&self.home.clone());
        }
        assert!(reply.is_private(), "{name} {words}");
        reply.text()
    }

    /// Sam runs a command as an answer to something that `author` said in a group.
    fn answering(&mut self, author: &Actor, name: &str, words: &str) -> Reply {
        let target = Target::Message { author: author.clone(), message: Message::of("hm") };
        let invocation = Invocation { target: Some(Box::new(target)), ..Invocation::written(name, words) };
        self.script.run(&self.sam, &self.home, invocation)
    }

    /// Sam runs a command on an account that the platform knows.
    fn on_account(&mut self, actor: &Actor, name: &str, options: &[(&str, &str)]) -> Reply {
        let account = OptionValue::Account(actor.account.id.to_string());
        let mut invocation = Invocation::of(name).given("who", account);
        for (option, value) in options {
            invocation = invocation.given(option, OptionValue::Text((*value).to_owned()));
        }
        self.script.run(&self.sam, &self.home, invocation)
    }

    /// What is suggested to Sam, as value and label.
    fn suggested(&mut self, command: &str, part: Option<&str>, option: &str, typed: &str) -> Vec<String> {
        let request = SuggestRequest {
            command: command.to_owned(),
            subcommand: part.map(str::to_owned),
            option: option.to_owned(),
            typed: typed.to_owned(),
            options: Vec::new(),
        };
        let reply = self.script.act(&self.sam, &self.home, EventKind::Suggest(request));
        let Some(Answer::Suggest(suggestions)) = reply.answer else { return Vec::new() };
        suggestions.into_iter().map(|one| format!("{}: {}", one.value, one.label)).collect()
    }

    /// Somebody else calls a human in the same group.
    fn other_calls(&mut self, id: &str, name: &str) -> Actor {
        let other = customer(self.group.platform.as_str(), id, name);
        self.script.command(&other, &self.group, "human", "");
        other
    }
}

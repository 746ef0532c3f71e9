//! A feature that does, on demand, everything an adapter can do.

use std::time::Duration;

use fireside_core::{
    Account, Answers, Attachment, Author, Button, ButtonTarget, Command, Decision, Effect, Event, EventKind,
    Feature, Field, FirstReply, Form, Interrupt, Invocation, Menu, Message, MessageRef, OptionKind,
    OptionValue, Outcome, Outgoing, Place, Poll, RoomPlan, Span, Text, Turn, Voice,
    command::{SuggestRequest, Suggestion},
    outgoing::MenuChoice,
    turn::effects::Manner,
};

/// What can be shown, by the word given with the command.
pub(crate) const EXHIBITS: [&str; 9] =
    ["words", "long", "card", "menu", "poll", "marks", "typing", "persona", "room"];

const FORM: &str = "exhibit";
const PHRASES: &str = include_str!("exhibit.ftl");
const PHRASES_DE: &str = include_str!("exhibit.de.ftl");

/// The feature. What is said with files in one of its halls is carried to the other.
#[derive(Debug)]
pub(crate) struct Exhibit {
    /// Where customers talk on Telegram.
    pub(crate) group: Place,
    /// Where customers talk on Discord.
    pub(crate) lounge: Place,
    /// Where rooms are opened on Telegram: a forum group.
    pub(crate) topics: Place,
    /// Where rooms are opened on Discord: a forum channel.
    pub(crate) forum: Place,
}

/// The community bot with the exhibit.
pub(crate) fn engine(exhibit: Exhibit) -> anyhow::Result<fireside_core::Engine> {
    let engine = fireside_core::Engine::builder()
        .phrases("en", include_str!("../../../config/locales/en.ftl"))
        .phrases("en", PHRASES)
        .phrases("de", PHRASES_DE)
        .feature(fireside_handoff::Handoff)
        .feature(fireside_feedback::FeedbackFeature)
        .feature(exhibit);
    Ok(engine.build()?)
}

impl Feature for Exhibit {
    fn name(&self) -> &'static str {
        "exhibit"
    }

    fn commands(&self) -> Vec<Command> {
        let mut shown = Command::new("exhibit", "exhibit-command")
            .first_reply(FirstReply::Public)
            .option("what", "exhibit-command-what", OptionKind::Text, false)
            .suggests()
            .option("file", "exhibit-command-file", OptionKind::File, false);
        shown.message_menu = Some("exhibit-message-menu".to_owned());
        shown.account_menu = Some("exhibit-account-menu".to_owned());
        let form = Command::new("exhibit_form", "exhibit-command-form").first_reply(FirstReply::Form);
        vec![shown, form]
    }

    fn forms(&self) -> Vec<Form> {
        let kinds = [("lamp", "exhibit-form-lamp"), ("bulb", "exhibit-form-bulb")];
        let fields = vec![
            Field::text("title", "exhibit-form-words", 40),
            Field::long_text("words", "exhibit-form-words", 400).optional(),
            Field::select("kind", "exhibit-form-kind", &kinds),
            Field::file("files", "exhibit-form-files", 3),
        ];
        vec![Form { name: FORM, title: "exhibit-form-title", fields }]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        if invocation.name == "exhibit_form" {
            turn.open_form(FORM, &Answers::default())?;
            return Ok(Outcome::Handled);
        }
        turn.answer_public(format!("Exhibited: {}", invocation.text("what").unwrap_or("what is here")));
        if let Some((author, message)) = invocation.on_message() {
            self.carry(turn, &author.name, message);
        } else if let Some(account) = invocation.on_account() {
            greet(turn, account.clone());
        }
        for (_, value) in &invocation.options {
            if let OptionValue::File(file) = value {
                say(turn, with_files(turn, "A file", std::slice::from_ref(file)));
            }
        }
        self.show(turn, invocation.text("what").unwrap_or_default())?;
        Ok(Outcome::Handled)
    }

    fn suggest(&self, _: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let fits = EXHIBITS.into_iter().filter(|name| name.starts_with(&request.typed));
        Ok(fits.map(|name| Suggestion { label: name.to_owned(), value: name.to_owned() }).collect())
    }

    fn on_press(&self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        turn.answer_private(format!("Pressed: {action} {data}"));
        Ok(Outcome::Handled)
    }

    fn on_form(&self, turn: &mut Turn<'_>, _: &str, answers: &Answers) -> Decision {
        let words = with_files(turn, &format!("A {}", answers.get("kind")), answers.files("files"));
        say(turn, words);
        turn.answer_private("Filled in");
        Ok(Outcome::Handled)
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        let name = turn.event().actor.name.clone();
        self.carry(turn, &name, message);
        Ok(Outcome::Handled)
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        if let EventKind::Edited(message) = &event.kind {
            let name = event.actor.name.clone();
            self.carry(turn, &name, message);
        }
        Ok(Outcome::Handled)
    }
}

impl Exhibit {
    fn is_on_discord(&self, turn: &Turn<'_>) -> bool {
        turn.event().place.platform == self.lounge.platform
    }

    /// Says on the other platform what was said on this one.
    fn carry(&self, turn: &mut Turn<'_>, name: &str, message: &Message) {
        let other = if self.is_on_discord(turn) { &self.group } else { &self.lounge };
        if let Some(content) = turn.carry(message, "en") {
            turn.send(other.clone(), content.author(name), Manner::of(Voice::Customer));
        }
        if let Some(heard) = turn.message_ref(message.id.as_ref()) {
            turn.effect(Effect::React { message: heard, emoji: "👍".to_owned() }, Manner::of(Voice::Bot));
        }
    }

    fn show(&self, turn: &mut Turn<'_>, what: &str) -> Result<(), Interrupt> {
        match what {
            "words" => drop(say(turn, Outgoing::of(every_span(turn)))),
            "long" => drop(say(turn, "A sentence with an emoji 💡, again and again. ".repeat(200))),
            "card" => card(turn)?,
            "menu" => menu(turn)?,
            "poll" => poll(turn),
            "marks" => marks(turn),
            "typing" => drop(turn.effect(Effect::Type { to: here(turn).into() }, Manner::of(Voice::Bot))),
            "persona" => persona(turn),
            "room" => self.room(turn),
            _ => {}
        }
        Ok(())
    }

    /// Rooms of every kind, and all that is done with them.
    fn room(&self, turn: &mut Turn<'_>) {
        let within = if self.is_on_discord(turn) { &self.forum } else { &self.topics };
        let opening = Some(Box::new(Outgoing::of("The first words")));
        let tags = vec!["open".to_owned()];
        tend(turn, RoomPlan { opening, tags, ..RoomPlan::new(within.clone(), "An idea") });
        if self.is_on_discord(turn) {
            let place = here(turn);
            tend(turn, RoomPlan { is_private: true, ..RoomPlan::new(place.clone(), "In private") });
            let said = say(turn, "From here");
            tend(turn, RoomPlan::new(place, "From a message").from_message(Some(said)));
        }
    }
}

/// Opens a room and does everything in it that can be done with one.
fn tend(turn: &mut Turn<'_>, plan: RoomPlan) {
    let manner = || Manner::of(Voice::System);
    let within = plan.within.clone();
    let is_topic = plan.within.platform.as_str() == fireside_telegram::PLATFORM;
    let has_tags = !plan.tags.is_empty() && !is_topic;
    let delivery = turn.open_room(plan, manner());
    let room = fireside_core::PlaceRef::Opened { delivery, within };
    turn.send(room.clone(), "In the room", manner());
    if !is_topic {
        turn.add_member(room.clone(), turn.event().actor.account.clone(), manner());
    }
    if has_tags {
        turn.effect(Effect::TagRoom { room: room.clone(), tags: vec!["closed".to_owned()] }, manner());
    }
    turn.effect(Effect::RenameRoom { room: room.clone(), name: "Another name".to_owned() }, manner());
    turn.effect(Effect::SetRoomState { room: room.clone(), open: false }, manner());
    turn.effect(Effect::SetRoomState { room, open: true }, manner());
}

fn here(turn: &Turn<'_>) -> Place {
    turn.event().place.clone()
}

/// Says something where the turn's event happened.
fn say(turn: &mut Turn<'_>, content: impl Into<Outgoing>) -> MessageRef {
    let to = here(turn);
    let delivery = turn.send(to.clone(), content, Manner::of(Voice::System));
    MessageRef::Sent { delivery, to: to.into() }
}

fn greet(turn: &mut Turn<'_>, account: Account) {
    let mention = Text(vec![Span::Mention { account, name: "you".to_owned() }]);
    say(turn, Text::plain("For ").then(mention));
}

fn with_files(turn: &Turn<'_>, words: &str, files: &[Attachment]) -> Outgoing {
    Outgoing::of(words).files(files.iter().map(|file| turn.carried(file, "en")).collect())
}

fn every_span(turn: &Turn<'_>) -> Text {
    let account = turn.event().actor.account.clone();
    let platform = account.platform.clone();
    let spans = [
        Span::Plain("*plain* <b> @everyone\n".to_owned()),
        Span::Bold("bold".into()),
        Span::Italic("italic".into()),
        Span::Underline("underlined".into()),
        Span::Strike("struck".into()),
        Span::Spoiler("hidden".into()),
        Span::Code("code".to_owned()),
        Span::CodeBlock { language: Some("rust".to_owned()), code: "fn main() {}".to_owned() },
        Span::Quote("quoted".into()),
        Span::Link { url: "https://example.com/lamp".to_owned(), label: "a link".into() },
        Span::Mention { account, name: "somebody".to_owned() },
        Span::RoleMention { platform, role: "5".into(), name: "helpers".to_owned() },
    ];
    spans.into_iter().fold(Text::default(), |text, span| text.then(Text(vec![span])).then(" "))
}

fn buttons(turn: &mut Turn<'_>) -> Result<Vec<Button>, Interrupt> {
    let lane = turn.lane().clone();
    let link = ButtonTarget::Link("https://example.com/".to_owned());
    Ok(vec![
        turn.button("Press", "press", "1", Some(&lane), Duration::from_hours(1))?,
        Button { label: "Read".to_owned(), target: link },
        Button {
            label: "In private".to_owned(),
            target: ButtonTarget::Private("exhibit:private".to_owned()),
        },
    ])
}

fn card(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let title = Text::bold("Card").line("with words");
    let card = Outgoing::of(title).author("Mia").card().row(buttons(turn)?);
    let message = say(turn, card);
    let changed = Outgoing::of(Text::bold("Card").line("changed")).card().row(buttons(turn)?);
    turn.effect(Effect::Edit { message, content: changed }, Manner::of(Voice::System));
    Ok(())
}

fn menu(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let lane = turn.lane().clone();
    let mut choices = Vec::new();
    for label in ["Warm", "Cold"] {
        let button = turn.button(label, "choose", label, Some(&lane), Duration::from_hours(1))?;
        let ButtonTarget::Press(data) = button.target else { continue };
        let description = Some(format!("{label} light"));
        choices.push(MenuChoice { label: label.to_owned(), description, data });
    }
    let menu = Menu { prompt: "Choose".to_owned(), choices };
    say(turn, Outgoing { menu: Some(menu), ..Outgoing::of("Which light?") });
    Ok(())
}

fn poll(turn: &mut Turn<'_>) {
    let options = ["Warm", "Cold", "Neither"].map(str::to_owned).to_vec();
    let poll = |question: &str, is_multiple| Poll {
        question: question.to_owned(),
        options: options.clone(),
        is_multiple,
        lasts: is_multiple.then_some(Duration::from_hours(1)),
    };
    let asked = |poll| Outgoing { poll: Some(poll), ..Outgoing::of("A poll") };
    say(turn, asked(poll("Open?", true)));
    let message = say(turn, asked(poll("Closed?", false)));
    turn.effect(Effect::ClosePoll { message }, Manner::of(Voice::System));
}

/// Everything that is done to a message that is there.
fn marks(turn: &mut Turn<'_>) {
    let first = say(turn, "Marked");
    let answer = Outgoing::of("An answer").reply_to(Some(first.clone()));
    let second = say(turn, answer);
    let thumb = || "👍".to_owned();
    let effects = [
        Effect::React { message: first.clone(), emoji: thumb() },
        Effect::Unreact { message: first.clone(), emoji: thumb() },
        Effect::React { message: first.clone(), emoji: "❤".to_owned() },
        Effect::Pin { message: first.clone(), pinned: true },
        Effect::Pin { message: first.clone(), pinned: false },
        Effect::Edit { message: first, content: Outgoing::of("Marked, then edited") },
        Effect::Delete { message: second },
    ];
    for effect in effects {
        turn.effect(effect, Manner::of(Voice::System));
    }
}

fn persona(turn: &mut Turn<'_>) {
    let avatar_url = Some("https://example.com/mia.png".to_owned());
    let author = Author { name: "Mia".to_owned(), avatar_url };
    let to = here(turn);
    turn.send(to, Outgoing::of("Hello @everyone").author(author), Manner::of(Voice::Customer));
}

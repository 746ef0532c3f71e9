//! What it takes to look something up: similar items, and pages of lists.

use std::time::{Duration, Instant};

use anyhow::ensure;
use fireside_core::action::Action;
use fireside_core::ports::{Order, Query, Search};
use fireside_core::record::Record;
use fireside_core::{Answers, Clock, Invocation, OptionValue};
use fireside_feedback::{Feedback, FeedbackNumber, Status};
use fireside_runtime::SystemClock;
use serde_json::{Value, json};

use crate::bot::{Bot, Reply};
use crate::measured::{self, Times};
use crate::town;
use crate::writing::Writer;

const LOOKUPS: u64 = 1_000;
/// How many pages of each list are asked for.
const PAGES: usize = 300;
/// How many items are on a page.
const PAGE_LEN: usize = 8;
const PAGE_LIFETIME: Duration = Duration::from_hours(24);

/// The times of one kind of request: until it was answered, and without the
/// commit of what the answer's buttons stand for.
#[derive(Debug, Default)]
struct Answered {
    all: Times,
    deciding: Times,
}

impl Answered {
    fn add(&mut self, reply: &Reply) {
        self.all.add(reply.took);
        self.deciding.add(reply.took.saturating_sub(reply.committing));
    }

    fn print(&self, what: &str) {
        self.all.print(what);
        self.deciding.print("  without the disk");
    }
}

/// What is said of items that are there, in words a little different.
async fn reworded(bot: &Bot, writer: &mut Writer, items: u64) -> anyhow::Result<(String, String)> {
    let number = FeedbackNumber::new(1 + writer.number(items));
    let item: Feedback = bot.record(&number).await?;
    let mut words: Vec<&str> = item.title.split(' ').collect();
    words.reverse();
    Ok((format!("{} please", words.join(" ")).chars().take(120).collect(), item.details))
}

/// Similar items: the search alone, and a form that leads to an offer.
pub(crate) async fn similar(bot: &Bot, items: u64) -> anyhow::Result<()> {
    measured::heading("similar items");
    let mut writer = Writer::new(3);
    let open = Status::ALL.into_iter().filter(|status| status.is_open());
    let open: Vec<_> = open.map(|status| format!("status:{}", status.as_str())).collect();
    for (what, has_details) in
        [("the search, for a title", false), ("the search, for title and details", true)]
    {
        let mut times = Times::default();
        for _ in 0..LOOKUPS {
            let (title, details) = reworded(bot, &mut writer, items).await?;
            let words = if has_details { format!("{title} {details}") } else { title };
            let query = Query::new(Order::Like(words), 6).has("live:yes").has_one_of(open.clone());
            let began = Instant::now();
            bot.search.find(&bot.community, Feedback::COLLECTION, &query)?;
            times.add(began.elapsed());
        }
        times.print(what);
    }
    let (mut answered, mut offers) = (Answered::default(), 0);
    for index in 0..LOOKUPS {
        let (title, details) = reworded(bot, &mut writer, items).await?;
        let mut answers = Answers::default();
        for (field, answer) in [("title", title), ("details", details), ("kind", "idea".to_owned())] {
            answers.set(field, answer);
        }
        let reply = bot.submit(&town::newcomer(index), &town::place(index), answers).await?;
        // An offer has a button for each item and one for none of them.
        if reply.content.buttons.len() > 1 {
            offers += 1;
            answered.add(&reply);
        }
    }
    answered.print("a form that is sent in, until the offer is there");
    measured::said("forms that led to an offer", format_args!("{offers} of {LOOKUPS}"));
    Ok(())
}

/// Pages of lists: the first ones, and ones far down.
pub(crate) async fn pages(bot: &Bot, items: u64) -> anyhow::Result<()> {
    measured::heading("a page of a list");
    let filters: [(&str, &[(&str, &str)]); 5] = [
        ("rising", &[]),
        ("most voices, bugs", &[("sort", "voices"), ("kind", "bug")]),
        ("newest, planned, of one area", &[("sort", "newest"), ("status", "planned"), ("area", "Area 3")]),
        ("most voices of the last 30 days", &[("sort", "voices"), ("since", "30d")]),
        ("like some words", &[("text", "dark mode export crash")]),
    ];
    for (what, options) in filters {
        let mut answered = Answered::default();
        for _ in 0..PAGES {
            let mut list = Invocation::of("feedback").subcommand("list");
            for (option, value) in options {
                list = list.given(option, OptionValue::Text((*value).to_owned()));
            }
            let reply = bot.staff(list).await?;
            ensure!(!reply.content.buttons.is_empty(), "{what}: there is one page only");
            answered.add(&reply);
        }
        answered.print(what);
    }
    let items = usize::try_from(items)?;
    let (newest, bugs) = (json!({ "sort": "newest" }), json!({ "sort": "voices", "kind": "bug" }));
    deep(bot, "newest, one page after another", &newest, 0).await?;
    deep(bot, "most voices, bugs, far down", &bugs, items / 12).await?;
    deep(bot, "newest, half way down", &newest, items * 2 / 5).await
}

/// Pages behind the first, each by the press of a button.
async fn deep(bot: &Bot, what: &str, wanted: &Value, from: usize) -> anyhow::Result<()> {
    let mut answered = Answered::default();
    for page in 0..PAGES {
        let mut wanted = wanted.clone();
        wanted["offset"] = (from + page * PAGE_LEN).into();
        let token = format!("{what} {page}");
        let action = Action {
            feature: "feedback".to_owned(),
            name: "page".to_owned(),
            data: wanted.to_string(),
            lane: None,
            expires: SystemClock.now() + PAGE_LIFETIME,
        };
        bot.put(&token, &action).await?;
        let reply = bot.press(Action::button_data(&token)).await?;
        ensure!(reply.content.text.to_plain().lines().count() > 1, "{what}: page {page} is empty");
        answered.add(&reply);
    }
    answered.print(what);
    Ok(())
}

//! Transcripts: who gets one, where it comes, and what is in it.

use std::time::Duration;

use fireside_core::command::Target;
use fireside_core::{
    Account, Actor, Attachment, Effect, EventKind, FileKind, FileRef, Invocation, Message, Obstacle, Place,
    Timestamp,
};
use fireside_handoff::{CaseNumber, Line, Rating, Speaker, Transcript};
use fireside_testkit::script::{NORTH, Reply, SOUTH, chat, customer};

use crate::Scene;

/// What somebody could write to be run by a browser, or to break a page.
const HOSTILE: [&str; 5] = [
    "</p></li></ol></main><script>alert(1)</script>",
    "<img src=x onerror=\"alert(1)\"> & <style>*{display:none}</style>",
    "\" onmouseover='x' <!-- --> ]]> &lt;",
    "<a href=\"https://x.example\">x</a> <iframe srcdoc='x'>",
    "safe\u{202E}gnp.exe\u{2066} \u{0} \u{1B}[31m",
];

/// A file that came, and where.
struct Sent {
    to: Place,
    name: String,
    file: FileRef,
    text: String,
}

impl Scene {
    /// Somebody asks for a transcript and waits for what comes: files are looked
    /// into before they have arrived, since afterwards nobody keeps them.
    fn transcript(&mut self, actor: &Actor, place: &Place, words: &str) -> (Reply, Vec<Sent>) {
        self.script.hold_deliveries();
        let reply = self.script.command(actor, place, "transcript", words);
        self.script.advance(Duration::from_mins(1));
        let files = self.script.deliveries().iter().filter_map(|row| match &row.delivery.effect {
            Effect::Send { to, content } if !content.files.is_empty() => {
                Some((to.anchor().clone(), content.files[0].attachment.clone()))
            }
            _ => None,
        });
        let files: Vec<(Place, Attachment)> = files.collect();
        let sent = files.into_iter().filter_map(|(to, attachment)| {
            let bytes = self.script.stored_file(&attachment.file)?;
            let text = String::from_utf8(bytes).expect("it is text");
            Some(Sent { to, name: attachment.name.unwrap_or_default(), file: attachment.file, text })
        });
        let sent = sent.collect();
        self.script.deliver_all();
        (reply, sent)
    }

    /// Ana calls a human; gives the room.
    fn call_into_room(&mut self) -> Place {
        self.call("The lid is stuck");
        self.room()
    }

    /// A case with words of both sides, a note, files, and an end.
    fn told_story(&mut self) -> Place {
        let room = self.under_way();
        self.script.advance(Duration::from_secs(90));
        self.script.say(&self.sam, &room, "Turn it left.");
        self.script.advance(Duration::from_secs(1));
        self.script.say(&self.sam, &room, "// she is a VIP");
        let file =
            Attachment { name: Some("lid.jpg".to_owned()), ..Attachment::new(FileKind::Photo, SOUTH, "f1") };
        let thanks = Message { attachments: vec![file], ..Message::of("That did it") };
        self.script.advance(Duration::from_secs(90));
        self.script.post(&self.ana, &self.group, thanks);
        self.script.advance(Duration::from_secs(90));
        self.script.command(&self.sam, &room, "close", "no refund");
        room
    }
}

#[test]
fn staff_get_a_page_with_all_that_was_said() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.told_story();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (reply, sent) = scene.transcript(&sam, &home, "1");
    assert_eq!(reply.text(), "The transcript of case #1 comes here in a moment.");
    assert!(reply.is_private());
    assert_eq!((sent.len(), &sent[0].to, sent[0].name.as_str()), (1, &home, "case-1.html"));
    let page = &sent[0].text;
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
    for part in [
        "<h1 dir=\"auto\">Case #1: Ana</h1>",
        ">The lid is stuck</p>",
        ">Turn it left.</p>",
        "<li class=\"note\">",
        "she is a VIP",
        "<bdi>lid.jpg</bdi>",
        "no refund",
        "<dt>In charge</dt><dd><bdi>Sam</bdi></dd>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let order: Vec<_> = ["The lid", "Turn it", "VIP", "That did it"].map(|words| page.find(words)).into();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_customer_gets_their_own_without_what_is_internal() {
    for format in ["html", "jsonl"] {
        let mut scene = Scene::new(SOUTH, NORTH);
        scene.told_story();
        let ana = scene.ana.clone();
        let (_, sent) = scene.transcript(&ana, &chat(&ana), format);
        let text = &sent.first().expect("a file").text;
        assert_eq!(sent[0].to, chat(&ana));
        assert!(text.contains("Turn it left.") && text.contains("That did it"), "{text}");
        for secret in ["VIP", "no refund", "service", "note\"", "north:8", "\"8\""] {
            let body = text.split("</style>").last().expect("a body");
            assert!(!body.contains(secret), "{secret} in {body}");
        }
    }
}

/// No such words are in the transcript that Ana gets.
fn assert_unread(scene: &mut Scene, secrets: &[&str]) {
    let ana = scene.ana.clone();
    let (_, sent) = scene.transcript(&ana, &chat(&ana), "jsonl");
    let text = &sent.first().expect("a file").text;
    for secret in secrets {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

#[test]
fn words_that_become_internal_by_an_edit_are_not_told_to_the_customer() {
    for editor in ["8", "66"] {
        let mut scene = Scene::new(SOUTH, NORTH);
        let room = scene.under_way();
        scene.script.post(&scene.sam, &room, with_id("s1", "a moment"));
        let mut editor = customer(NORTH, editor, "Sam");
        editor.authority = scene.sam.authority.clone().filter(|_| editor.account == scene.sam.account);
        scene.script.act(&editor, &room, EventKind::Edited(with_id("s1", "// he is lying")));
        scene.script.post(&scene.sam, &room, with_id("s2", "// no idea"));
        scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s2", "// no clue")));
        assert_unread(&mut scene, &["lying", "no idea", "no clue"]);
        let (sam, home) = (scene.sam.clone(), scene.home.clone());
        let (_, sent) = scene.transcript(&sam, &home, "1");
        assert!(sent[0].text.contains("a moment") && sent[0].text.contains("no clue"));
    }
}

#[test]
fn what_is_taken_back_or_changed_while_it_waits_is_not_told_to_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    let room = scene.room();
    scene.script.fail(&chat, Obstacle::Unreachable, "they blocked the bot");
    scene.script.command(&scene.sam, &room, "reply", "secret one");
    scene.script.command(&scene.sam, &room, "reply", "secret two");
    let reply = scene.script.command(&scene.sam, &room, "delete", "");
    assert_eq!(reply.text(), "Taken back.");
    assert!(!scene.script.said_in(&room).iter().any(|said| said.ends_with("secret two")));
    let one = scene.script.shown_as("→ Ana: secret one").expect("it is shown");
    let target = Target::Message { author: scene.sam.clone(), message: with_id(one.as_str(), "") };
    let edit = Invocation { target: Some(Box::new(target)), ..Invocation::written("edit", "the first") };
    scene.script.run(&scene.sam, &room, edit);
    scene.script.mend(&chat);
    scene.script.say(&scene.ana, &chat, "here I am");
    assert_eq!(scene.last_in(&chat), "Sam · Acme: the first");
    assert_unread(&mut scene, &["secret"]);
}

#[test]
fn what_never_arrived_was_not_said_to_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    let room = scene.room();
    scene.script.refuse(&chat, "too rude");
    scene.script.post(&scene.sam, &room, with_id("s1", "refused words"));
    scene.script.fail(&chat, Obstacle::Unreachable, "they blocked the bot");
    scene.script.post(&scene.sam, &room, with_id("s2", "dropped words"));
    scene.script.command(&scene.sam, &room, "close", "");
    scene.script.mend(&chat);
    assert_unread(&mut scene, &["refused", "dropped"]);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    assert_eq!(sent[0].text.matches("🚫").count(), 2, "{}", sent[0].text);
}

#[test]
fn who_answered_in_the_brands_name_stays_among_staff() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.call_into_room();
    scene.script.command(&scene.sam, &room, "areply", "Turn it left.");
    let ana = scene.ana.clone();
    let (_, sent) = scene.transcript(&ana, &chat(&ana), "");
    assert!(sent[0].text.contains("Turn it left.") && !sent[0].text.contains("Sam"));
}

#[test]
fn a_rating_stands_in_the_summary() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.told_story();
    let mut case = scene.case(1);
    let words = Some("fast & <b>kind</b>".to_owned());
    case.rating = Some(Rating { stars: 4, words, at: scene.script.now(), told: Vec::new() });
    scene.script.put(&case.number, &case);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    let words = "4/5<br><bdi>fast &amp; &lt;b&gt;kind&lt;/b&gt;</bdi>";
    assert!(sent[0].text.contains(words), "{}", sent[0].text);
}

#[test]
fn nobody_gets_the_case_of_another() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.told_story();
    let ben = customer(SOUTH, "2", "Ben");
    let (reply, sent) = scene.transcript(&ben, &chat(&ben), "1");
    assert!(sent.is_empty());
    let other = scene.script.said_in(&chat(&ben));
    assert_eq!(other, ["There is no case of yours here. /human calls a person."], "{}", reply.text());
    let (_, sent) = scene.transcript(&ben, &chat(&ben), "99");
    assert!(sent.is_empty());
    let said = scene.script.said_in(&chat(&ben));
    assert_eq!(said[0], said[1], "whether there is such a case is not told");
}

#[test]
fn a_customer_gets_nothing_where_others_read() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.told_story();
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let (_, sent) = scene.transcript(&ana, &group, "");
    assert!(sent.is_empty());
    assert_eq!(scene.last_in(&group), "I can only tell you that in private: write to me there.");
}

#[test]
fn staff_who_ask_among_customers_get_it_where_only_staff_read() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.told_story();
    let (sam, group, home) = (scene.sam.clone(), scene.group.clone(), scene.home.clone());
    let (reply, sent) = scene.transcript(&sam, &group, "1");
    assert_eq!(reply.text(), "The transcript of case #1 comes to where only the team reads.");
    assert_eq!(sent[0].to, home);
}

#[test]
fn nothing_that_was_written_is_more_than_words_on_the_page() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for words in HOSTILE {
        let ana = Actor::human(Account::new(SOUTH, "1"), words);
        let file =
            Attachment { name: Some(words.to_owned()), ..Attachment::new(FileKind::Document, SOUTH, "f1") };
        let message = Message { attachments: vec![file], ..Message::of(words) };
        scene.script.post(&ana, &scene.group, message);
    }
    scene.script.command(&scene.sam, &room, "close", HOSTILE[0]);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    let page = &sent[0].text;
    for tag in ["<script", "<img", "<iframe", "<a ", "<!--", "\u{202E}", "\u{2066}", "\u{0}", "\u{1B}"] {
        assert!(!page.contains(tag), "{tag:?}");
    }
    assert_eq!(page.matches("<style>").count(), 1);
    for (opening, closing) in [("<li", "</li>"), ("<p", "</p>"), ("<ol", "</ol>"), ("<bdi", "</bdi>")] {
        assert_eq!(page.matches(opening).count(), page.matches(closing).count(), "{opening}");
    }
    assert!(!page.contains("src=") || page.contains("src=x onerror=&quot;"), "as words alone");
}

#[test]
fn as_json_lines_each_line_is_an_object() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.told_story();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "jsonl 1");
    assert_eq!(sent[0].name, "case-1.jsonl");
    let lines = serde_json::Deserializer::from_str(&sent[0].text).into_iter::<serde_json::Value>();
    let lines: Vec<_> = lines.collect::<Result<_, _>>().expect("each line is JSON");
    assert_eq!(sent[0].text.lines().count(), lines.len());
    assert_eq!((&lines[0]["type"], &lines[0]["case"]), (&"case".into(), &1.into()));
    assert_eq!((&lines[0]["customer"], &lines[0]["reason"]), (&"Ana".into(), &"no refund".into()));
    let speakers: Vec<_> = lines[1..].iter().map(|line| line["speaker"].as_str().expect("one")).collect();
    assert_eq!(speakers, ["customer", "service", "staff", "note", "customer", "service"]);
    assert_eq!(lines[5]["files"][0], "lid.jpg");
    assert_eq!(lines[1]["at"], "2025-06-15T15:06:40+00:00");
}

#[test]
fn times_are_told_in_the_communitys_zone() {
    let mut community = fireside_testkit::script::brand(NORTH);
    community.time_zone = "Asia/Tokyo".to_owned();
    let mut scene = Scene::in_community(NORTH, NORTH, community);
    scene.call("The lid is stuck");
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    assert!(sent[0].text.contains("<time datetime=\"2025-06-16T00:06:40+09:00\">00:06</time>"));
    assert!(sent[0].text.contains("<h2><time datetime=\"2025-06-16\">2025-06-16</time></h2>"));
}

#[test]
fn a_long_case_is_written_in_steps_and_kept_no_longer_than_it_takes() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.under_way();
    let case = CaseNumber::new(1);
    let begin = scene.script.now();
    for index in 0..600_u64 {
        let at = begin + Duration::from_millis(index);
        scene.put_line(case, at, &format!("word {index}."));
    }
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    assert_eq!(sent.len(), 1);
    assert!((0..600).all(|index| sent[0].text.contains(&format!("word {index}."))));
    assert_eq!(sent[0].text.matches("<h2>").count(), 1, "one day");
    assert_eq!(scene.script.stored_file(&sent[0].file), None, "it has arrived");
    assert_eq!(scene.script.record::<Transcript>(&1_u64), None);
}

#[test]
fn a_case_too_long_for_one_file_goes_on_in_another_that_is_whole() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.under_way();
    let begin = scene.script.now();
    for index in 0..110_u64 {
        let at = begin + Duration::from_millis(index);
        scene.put_line(CaseNumber::new(1), at, &"x".repeat(100_000));
    }
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    let names: Vec<_> = sent.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["case-1-1.html", "case-1-2.html"], "eleven megabytes where ten fit");
    for file in &sent {
        assert!(file.text.len() <= 10 << 20);
        assert!(file.text.starts_with("<!doctype html>") && file.text.ends_with("</html>\n"));
    }
}

#[test]
fn a_transcript_that_can_not_be_sent_is_told_and_not_kept() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.told_story();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.script.refuse(&home, "no files here");
    let (_, sent) = scene.transcript(&sam, &home, "1");
    assert_eq!(scene.script.stored_file(&sent[0].file), None);
    assert_eq!(scene.script.record::<Transcript>(&1_u64), None);
}

#[test]
fn what_was_removed_is_said_to_be() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.under_way();
    let message = Message { id: Some("77".into()), ..Message::of("my secret") };
    scene.script.post(&scene.ana, &scene.group, message);
    let deleted = fireside_core::event::EventKind::Deleted { message: "77".into() };
    scene.script.act(&scene.ana, &scene.group, deleted);
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let (_, sent) = scene.transcript(&sam, &home, "1");
    assert!(!sent[0].text.contains("my secret") && sent[0].text.contains("<i>removed</i>"));
}

impl Scene {
    fn put_line(&mut self, case: CaseNumber, at: Timestamp, words: &str) {
        let line = Line {
            case,
            at,
            mark: "x".to_owned(),
            speaker: Speaker::Customer,
            name: "Ana".to_owned(),
            words: words.to_owned(),
            files: Vec::new(),
            messages: Vec::new(),
            copies: Vec::new(),
            edited: false,
            removed: false,
            undelivered: false,
        };
        self.script.put(&line.path(), &line);
    }
}

//! The contract that every adapter keeps, tried over the platform's real protocol.
//!
//! An adapter's tests furnish a stage, a simulated platform with a customer on
//! it, and get a test for each sentence of the contract:
//!
//! ```ignore
//! struct Stage { /* the simulated platform, its customer, their place */ }
//!
//! #[async_trait::async_trait]
//! impl fireside_testkit::adapter::AdapterStage for Stage {
//!     /* words, buttons, rooms */
//! }
//!
//! #[async_trait::async_trait]
//! impl fireside_testkit::adapter::RichStage for Stage {
//!     /* all else that a conversation can hold */
//! }
//!
//! fireside_testkit::adapter_contract!(Stage::set());
//! ```
//!
//! A sentence about a [capability](fireside_core::Capability) holds the adapter
//! to its word either way. Declared: it is done. Not declared: the effect is
//! refused, nothing of the kind is told, or what the engine or adapter puts in
//! its place works. What the engine replaces is not asked of such an adapter, so
//! it isn't tried here. `Edits` and `Rooms` are taken for granted.

#![expect(clippy::expect_used, clippy::missing_panics_doc, reason = "a contract test fails by panicking")]

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::ports::Adapter;
use fireside_core::{Account, MessageId, Place};

mod acknowledging;
mod capable;
mod choosing;
mod clock;
mod doing;
mod failing;
mod files;
mod hearing;
mod inbox;
mod mentioning;
mod reaching;
mod rich_stage;
mod rooms;
mod running;
mod sending;
mod settings;
mod showing;
mod subcommands;

pub use acknowledging::*;
pub use capable::sentence;
pub use choosing::*;
pub use clock::StageClock;
pub use doing::*;
pub use failing::*;
pub use files::*;
pub use hearing::*;
pub use inbox::{Contents, FakeInbox};
pub use mentioning::*;
pub use reaching::*;
pub use rich_stage::{RichStage, SeenFile, SeenPoll, SentFile};
pub use rooms::*;
pub use running::delivery;
pub use sending::*;
pub use settings::*;
pub use showing::*;
pub use subcommands::*;

/// How long a test waits for what must come.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A simulated platform with one customer on it, the place they talk in, and a
/// desk at which rooms are opened. Rates are not limited.
#[async_trait]
pub trait AdapterStage: Send + Sync {
    /// The adapter that is tried.
    type Adapter: Adapter + fmt::Debug + 'static;

    /// The address at which the platform is.
    fn address(&self) -> &str;

    /// The token that the platform knows.
    fn token(&self) -> &str;

    /// The setting that holds the token, as a person knows it.
    fn token_setting(&self) -> &'static str;

    /// A new adapter that looks for the platform at `address`, and has done nothing yet.
    fn adapter(&self, address: &str, token: &str) -> Self::Adapter;

    /// Waits until the adapter that runs hears what is said.
    async fn heard(&self);

    /// The customer's account.
    fn customer(&self) -> Account;

    /// The customer's display name.
    fn customer_name(&self) -> &'static str;

    /// Where the customer talks with others. The bot hears all that is said there.
    fn place(&self) -> Place;

    /// Where the customer and the bot are alone, if the platform has that.
    fn private_place(&self) -> Option<Place>;

    /// Somebody in the customer's place who never said anything to the bot.
    fn stranger(&self) -> Account;

    /// Where rooms are opened.
    fn desk(&self) -> Place;

    /// The customer says something, perhaps in answer to a message.
    fn say(&self, place: &Place, words: &str, reply_to: Option<&MessageId>) -> MessageId;

    /// The customer says just this: the name of an account, mentioned.
    fn say_mention(&self, place: &Place, mentioned: &Account) -> MessageId;

    /// The message that the platform's client opens a link with.
    fn opened(&self, link: &str) -> Option<Seen>;

    /// The customer changes what they said.
    fn edit(&self, place: &Place, message: &MessageId, words: &str);

    /// The customer runs a command in their place.
    fn run_command(&self, name: &str, options: &[(&str, &str)]);

    /// The customer presses the button with this label.
    fn press(&self, place: &Place, message: &MessageId, label: &str);

    /// What everybody in a place or room sees, from the oldest to the newest.
    fn seen(&self, place: &Place) -> Vec<Seen>;

    /// Waits until the customer, and nobody else, sees `words` as an answer.
    /// `false`: they don't.
    async fn seen_alone(&self, words: &str) -> bool;

    /// Waits for the form that opens before the customer, and gives its title.
    async fn form_title(&self) -> Option<String>;

    /// The rooms of the desk.
    fn rooms(&self) -> Vec<Room>;

    /// Somebody closes a room on the platform.
    fn close_room(&self, room: &Place);

    /// Somebody removes a room from the platform.
    fn remove_room(&self, room: &Place);

    /// Words by which a person who knows the platform's markup would mention the customer.
    fn forged_mention(&self) -> String;

    /// The next call of this kind goes wrong.
    fn trouble(&self, call: Call, trouble: Trouble);

    /// Moves the platform's time on.
    fn advance(&self, by: Duration);
}

/// A message as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Seen {
    /// Its id.
    pub id: MessageId,
    /// The characters, with what is markup left out.
    pub text: String,
    /// Parts of it are shown in another way than plain.
    pub is_formatted: bool,
    /// Somebody is called by it.
    pub pings: bool,
    /// The bot said it.
    pub is_bots: bool,
    /// It was changed.
    pub is_edited: bool,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// What is written on its buttons.
    pub buttons: Vec<String>,
}

/// A room as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Where it is.
    pub place: Place,
    /// What it is called.
    pub name: String,
    /// One can write in it.
    pub is_open: bool,
    /// The accounts that were let in, where the platform lets accounts in.
    pub members: Vec<Account>,
}

/// A kind of call to the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// A message is sent.
    Send,
    /// A room is opened.
    OpenRoom,
}

/// What goes wrong with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A page of HTML says that the platform is down. Nothing takes effect.
    Down,
    /// It takes effect, and the answer does not come.
    AnswerLost,
    /// The platform asks to wait so long. Nothing takes effect.
    AsksToWait(Duration),
}

/// One test for each sentence of the adapter contract. The expression is a
/// future of a [`RichStage`] of its own for each test.
#[macro_export]
macro_rules! adapter_contract {
    ($stage:expr) => {
        $crate::adapter_tests! { $stage;
            what_a_customer_says_comes_in_once_with_its_author
            what_is_said_in_private_comes_in_as_private
            a_reply_names_the_message_it_answers
            a_reply_to_the_bot_is_addressed_to_it
            a_changed_message_comes_in_as_an_edit_of_it
            a_command_comes_in_with_its_options
            a_subcommand_comes_in_with_its_options
            the_first_subcommand_can_be_run_by_its_name
            a_command_with_subcommands_that_is_run_on_a_message_runs_the_first
            a_subcommand_for_staff_is_not_run_by_a_customer
            what_could_be_given_to_a_subcommand_is_suggested
            a_press_brings_back_the_buttons_data
            different_things_have_different_ids
            a_hundred_messages_come_in_order
            the_bots_own_words_are_no_customers
            nothing_is_acknowledged_before_it_is_durable
            what_is_durable_does_not_come_again
            what_could_not_be_stored_comes_again
            what_is_said_while_nobody_listens_comes_in
            an_adapter_without_work_stops_promptly
            an_adapter_with_open_events_stops_promptly
            a_send_is_shown_and_its_receipt_names_the_message
            a_send_to_a_private_place_is_shown_there
            an_accounts_private_place_reaches_it
            one_who_never_wrote_is_reached_or_can_not_be
            a_messages_link_opens_it
            an_answer_is_shown_as_a_reply
            whose_words_they_are_is_shown
            buttons_are_shown_with_their_labels
            an_edit_changes_the_message_it_names
            an_edit_can_be_repeated
            a_removed_message_is_not_shown_and_can_be_removed_again
            a_users_words_are_shown_as_they_are_and_ping_nobody
            a_users_words_ping_nobody_when_they_are_put_in_by_an_edit
            whom_the_bot_mentions_is_pinged
            whom_the_bot_mentions_elsewhere_is_a_name
            a_role_of_another_platform_is_a_name
            whom_a_user_mentions_is_a_name_when_it_is_passed_on
            long_words_arrive_whole_and_in_order
            what_is_counted_to_fit_is_one_message
            a_room_is_opened_with_its_name_and_can_be_written_in
            a_room_is_closed_and_opened_again
            a_room_that_somebody_closed_is_told_and_opens_for_words
            what_staff_need_in_a_room_is_done_there
            an_account_is_let_in_where_the_platform_allows_it
            a_room_whose_opening_got_no_answer_is_not_opened_twice
            words_for_a_room_that_is_gone_are_not_tried_again
            a_message_that_is_gone_is_not_edited_again
            a_platform_that_is_down_is_tried_again
            a_send_whose_answer_got_lost_is_not_taken_for_failed
            a_platform_that_asks_to_wait_is_obeyed
            every_destination_falls_under_a_limit
            a_wrong_token_stops_and_names_its_setting
            an_address_nobody_answers_at_is_named
            the_token_is_nowhere_to_be_read
            a_form_opens_where_the_capabilities_say_so
            a_private_answer_is_private_or_not_promised
            a_customers_file_comes_in_and_can_be_read
            each_kind_of_file_comes_in_as_what_it_is
            a_file_that_nobody_knows_is_gone
            a_file_is_brought_over_whole
            a_file_that_the_bot_made_is_sent_whole
            a_file_of_another_size_than_was_said_arrives_whole
            several_files_arrive_in_their_order
            files_sent_together_come_in_together
            a_covered_picture_stays_covered
            a_file_that_can_not_be_brought_is_said
            a_file_that_can_not_be_read_now_is_tried_again
            a_files_name_is_made_safe
            reactions_go_both_ways
            a_second_reaction_stands_beside_the_first_or_takes_its_place
            a_message_is_pinned_and_let_go
            it_is_shown_that_somebody_writes
            it_is_heard_that_somebody_writes_where_that_is_told
            a_removal_is_heard_where_that_is_told
            what_is_passed_on_comes_in_as_such
            a_poll_is_shown_voted_in_and_closed
            what_could_be_given_is_suggested_where_that_is_declared
            a_command_is_run_on_a_message
            what_is_picked_from_a_menu_comes_back_as_a_press
            a_button_into_a_private_chat_comes_back_from_there
            words_are_shown_under_their_authors_name_where_that_is_declared
            a_card_shows_its_words_and_buttons
            formatting_is_shown
            formatting_comes_in
            a_private_room_is_seen_by_those_in_it
            a_post_opens_with_its_words_and_tags
            a_room_is_given_another_name
            tags_are_refused_where_rooms_have_none
        }
    };
}

/// One test for each name of the contract's functions.
#[doc(hidden)]
#[macro_export]
macro_rules! adapter_tests {
    ($stage:expr; $($name:ident)*) => {
        $(
            #[tokio::test]
            async fn $name() {
                $crate::adapter::$name(&$stage.await).await;
            }
        )*

        #[test]
        fn every_capability_has_its_sentence() {
            let sentences = [$(stringify!($name)),*];
            for capability in fireside_core::Capability::ALL {
                let sentence = $crate::adapter::sentence(capability);
                assert!(sentences.contains(&sentence), "{capability:?}: `{sentence}` is not in the contract");
            }
        }
    };
}

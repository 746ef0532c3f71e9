//! Which sentence of the contract holds a capability to its word. The match is
//! exhaustive: a capability without a sentence does not compile.

use fireside_core::Capability;

/// The name of the sentence that tries a capability.
pub fn sentence(capability: Capability) -> &'static str {
    match capability {
        Capability::Forms => "a_form_opens_where_the_capabilities_say_so",
        Capability::PrivateAnswers => "a_private_answer_is_private_or_not_promised",
        Capability::Suggestions => "what_could_be_given_is_suggested_where_that_is_declared",
        Capability::Menus => "a_command_is_run_on_a_message",
        Capability::Selects => "what_is_picked_from_a_menu_comes_back_as_a_press",
        Capability::PrivateLinks => "a_button_into_a_private_chat_comes_back_from_there",
        Capability::Edits => "an_edit_changes_the_message_it_names",
        Capability::HearsDeletes => "a_removal_is_heard_where_that_is_told",
        Capability::Reactions => "reactions_go_both_ways",
        Capability::ManyReactions => "a_second_reaction_stands_beside_the_first_or_takes_its_place",
        Capability::Typing => "it_is_shown_that_somebody_writes",
        Capability::HearsTyping => "it_is_heard_that_somebody_writes_where_that_is_told",
        Capability::Pins => "a_message_is_pinned_and_let_go",
        Capability::Polls => "a_poll_is_shown_voted_in_and_closed",
        Capability::Albums => "several_files_arrive_in_their_order",
        Capability::Personas => "words_are_shown_under_their_authors_name_where_that_is_declared",
        Capability::Cards => "a_card_shows_its_words_and_buttons",
        Capability::Rooms => "a_room_is_opened_with_its_name_and_can_be_written_in",
        Capability::RoomsFromMessages => "a_room_whose_opening_got_no_answer_is_not_opened_twice",
        Capability::PrivateRooms => "a_private_room_is_seen_by_those_in_it",
        Capability::AddsMembers => "an_account_is_let_in_where_the_platform_allows_it",
        Capability::RoomTags => "a_post_opens_with_its_words_and_tags",
        Capability::SendsOnce => "a_send_whose_answer_got_lost_is_not_taken_for_failed",
    }
}

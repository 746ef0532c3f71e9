# Every sentence the features say, in English. Other languages are files beside
# this one; a sentence that is missing there is said in English.

## Handoff: commands

handoff-command-human = Talk to a person of our team.
handoff-command-human-text = What it is about.
handoff-command-case = The number of the case; left out, the one of this room.
handoff-command-join = Read a case along: the one of this room, else the one that waits longest.
handoff-command-claim = Take a case on: the one of this room, else the one that waits longest.
handoff-command-release = Give a case back, for somebody else to take on.
handoff-command-leave = Read a case along no more.
handoff-command-close = Close a case: the one of this room, or by its number.
handoff-command-close-reason = Why, for staff to read.

## Handoff: what customers read

handoff-called = I have called a person from { $brand }: this is case #{ $number }. What you write here from now on reaches them.
handoff-called-in-group = I have called a person from { $brand }: this is case #{ $number }. Reply to my messages here, and your words reach them.
handoff-open-waiting = Your case #{ $number } is open, and a person has been called. What you write here reaches them.
handoff-open-active = { $name } is with you in case #{ $number }. What you write here reaches them.
handoff-open-waiting-here = Your case #{ $number } is open, and a person has been called. From now on, what you write here reaches them too.
handoff-open-active-here = { $name } is with you in case #{ $number }. From now on, what you write here reaches them too.
handoff-usually = People here usually answer within { $span }.
handoff-blocked = { $brand } can't go on helping you here.
handoff-blocked-until = { $brand } can't go on helping you here. You are welcome again { $when }.
handoff-no-team = I can't call a person here: the team has not said yet where to reach them.
handoff-anonymous = I can't tell who you are here: please write under your own name, so that a person can answer you.
handoff-for-customers = This is where the team works: customers call a person where they are.
handoff-nobody-reads = Nobody from { $brand } reads this chat unless you call a person: /human, and what you write then reaches them.
handoff-not-called = I could not reach the team just now. Your case #{ $number } is kept, with what you write here: they get it as soon as I can reach them.
handoff-seen = { $name } from { $brand } has seen this.
handoff-joined = { $name } from { $brand } is with you now.
handoff-left = Somebody else from { $brand } will go on with you.
handoff-goes-on = Case #{ $number } goes on.
handoff-closed = Case #{ $number } is closed. If anything is left, call a person again.

## Handoff: where customers are answered

handoff-button-person = Talk to a person
handoff-button-here = Answer me here
handoff-button-private = Talk in private
handoff-here = You are answered here, in case #{ $number }.
handoff-for-caller = That is for the one who called a person. You can call one for yourself: /human.
handoff-private-here = Case #{ $number } goes on here, where nobody else reads. What you write here reaches a person.
handoff-private-opening = I'm opening a place where only you and the team read.
handoff-private-already = We talk in private already. { $link }
handoff-private-impossible = I can't write to you in private: write to me there first, and call a person from there. Until then you are answered here.
handoff-private-never = I can't talk with you in private: you are answered here.
handoff-button-share = Show them what we said before
handoff-shared = They can see what we said before.

## Handoff: how things stand

handoff-command-status = How things stand with the person you called.
handoff-status-waiting = Case #{ $number } waits for a person: you called { $span } ago.
handoff-status-active = { $name } is with you in case #{ $number }.
handoff-status-snoozed = Case #{ $number } is put aside for now. Write, and it goes on at once.
handoff-status-parked = I could not reach you about case #{ $number }. Write where we talked, and it goes on.
handoff-status-unanswered = You have waited { $span } for an answer.
handoff-status-closed = No case of yours is open. The last one, #{ $number }, was closed { $span } ago. /human calls a person.
handoff-status-none = No case of yours is open. /human calls a person.

## Handoff: accepted answers

handoff-command-accept = Accept a message as the answer to what it replies to: reply to it with this.
handoff-command-accept-question = What it answers, where I did not hear that.
handoff-menu-accept = Accept as answer
handoff-accept-which = Which answer? Choose this from the menu of its message, or write it as a reply to that.
handoff-accept-among-customers = Answers are accepted where customers talk among each other.
handoff-accept-no-words = There are no words of a person in that message.
handoff-accept-no-question = I did not hear what that answers. Say it with the command: /accept question.
handoff-accept-not-theirs = That is for the one who asked, and for staff.
handoff-accepted = Accepted. Whoever asks a person the same is shown what { $name } answered.
handoff-button-unaccept = Take it back
handoff-unaccepted = It is offered to nobody any more.
handoff-offer = This was asked before, and { $name } answered:
handoff-offer-link = See it where it was said
handoff-offer-helped = I'm glad that helped.
handoff-button-helps = That helps
handoff-button-call = Call a person

## Handoff: help here

handoff-command-help-here = Help whoever wrote a message, right there: reply to it with this.
handoff-menu-help = Help here
handoff-help-which = Whom do you want to help? Choose this from the menu of their message, or write it as a reply to that.
handoff-help-among-customers = Staff help each other here: this is for messages of customers.
handoff-help-nobody = Nobody can be helped there: a bot wrote that, or somebody without a name of their own.
handoff-help-staff = That was written by somebody of the team.
handoff-help-blocked = { $name } is blocked: /unblock comes first.
handoff-help-offered = { $brand } would like to help you with this: it is case #{ $number }. Reply here, and your words reach the team.

## Handoff: what staff read

handoff-card-title = Case #{ $number }: { $name }
handoff-card-from = From { $platform }
handoff-card-speaks = speaks { $language ->
    [de] German
    [en] English
    [es] Spanish
    [pt] Portuguese
    [ru] Russian
    [uk] Ukrainian
    [zh] Chinese
   *[other] { $language }
}
handoff-card-new-here = new here
handoff-card-here-for = here for { $span }
handoff-card-in-private = In a private chat
handoff-card-in-public = Among others
handoff-card-said-before = Said before:
handoff-card-other-cases = { $count ->
    [one] One other case:
   *[other] { $count } other cases:
}
handoff-card-other-open = #{ $number }, open
handoff-card-other-closed = #{ $number }, closed { $span } ago
handoff-card-room = Its room
handoff-card-unanswered = Without an answer for { $span }.
handoff-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
handoff-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
handoff-days = { $count ->
    [one] one day
   *[other] { $count } days
}
handoff-priority-low = Low priority
handoff-priority-normal = Normal priority
handoff-priority-high = High priority
handoff-priority-urgent = Urgent
handoff-tag-waiting = Waiting
handoff-tag-active = With staff
handoff-tag-snoozed = Put aside
handoff-tag-parked = Unreachable
handoff-tag-closed = Closed
handoff-card-waiting = Waiting for somebody to join.
handoff-card-active = { $name } is with the customer.
handoff-card-snoozed = Put aside.
handoff-card-snoozed-by = Put aside by { $name }.
handoff-card-parked = The customer can't be reached.
handoff-card-closed = Closed by { $name }.
handoff-card-closed-by-itself = Closed after a long silence.
handoff-button-join = Join
handoff-button-claim = Claim
handoff-button-release = Release
handoff-button-reply = Reply
handoff-button-snooze = Snooze
handoff-button-close = Close
handoff-button-reopen = Reopen
handoff-room-explicit = What you write here stays among staff. Answer a message of { $name }, or write /reply, and it reaches them.
handoff-room-all = What you write here reaches { $name }. What begins with // stays among staff, and so do your answers to each other.
handoff-author = { $name } · { $brand }
handoff-yours = Case #{ $number } is yours.
handoff-still-yours = Case #{ $number } is yours already.
handoff-you-joined = You read case #{ $number } along.
handoff-theirs = Case #{ $number } is taken: { $name } has it.
handoff-not-held = Nobody has case #{ $number }.
handoff-you-released = Case #{ $number } waits for somebody else.
handoff-you-left = You have left case #{ $number }.
handoff-not-closed = Case #{ $number } is not closed.
handoff-is-parked = The customer of case #{ $number } can't be reached.
handoff-as-it-was = Case #{ $number } is as it was.
handoff-room-link = The room:
handoff-room-opening = Its room is being opened.
handoff-room-lost = Case #{ $number } has no room: it could not be opened ({ $why }). What the customer writes is shown here, and I try again.
handoff-room-after-all = Case #{ $number } has its room now. { $link }
handoff-room-closed-by = { $name } had closed this room. It is open again: the case goes on, and /close ends it.
handoff-room-was-closed = This room had been closed. It is open again: the case goes on, and /close ends it.
handoff-room-stays-closed = The room of case #{ $number } is closed, and I can't open it ({ $why }). What the customer writes is shown here.
handoff-room-early = What { $names } wrote here before this room was ready went nowhere: please write it again.
handoff-room-removed = Case #{ $number } has lost its room: somebody removed it. Another opens when the customer writes again; /close ends it.
handoff-room-renewed = Case #{ $number } has a new room, since the old one is gone. { $link }
handoff-nobody-waits = Nobody is waiting.
handoff-no-such-case = There is no case #{ $number }.
handoff-which-case = Which case? Run this in the case's room, or give its number.
handoff-already-closed = Case #{ $number } is closed.
handoff-you-closed = You have closed case #{ $number }.
handoff-claimed = { $name } has taken this case on.
handoff-released = This case waits for somebody to take it on.
handoff-snoozed = This case is put aside. It comes back { $when }, or when the customer writes.
handoff-woken = This case is taken up again.
handoff-parked = The customer can't be reached: { $reason }. What you write waits until they can.
handoff-resumed = The customer can be reached again.
handoff-reopened = This case goes on.
handoff-closed-by-itself = This case is closed, after a long silence.
handoff-closed-by = { $name } has closed this case.
handoff-closed-because = { $name } has closed this case: { $reason }
handoff-not-confirmed = Not sent: I could not confirm in time that you are staff. Please send it again.
handoff-looks-like-command = Not sent: it begins like a command.
handoff-not-delivered = Not delivered to { $name }: { $why }. Please send it again in another form.
handoff-not-changed = A change of what { $name } or you wrote in case #{ $number } could not be brought over: { $why }
handoff-maybe-twice = { $name } may have received your last words twice: the platform did not say whether they had arrived.
handoff-not-shown = Something { $name } wrote in case #{ $number } could not be shown in its room: { $why }

## Handoff: time

handoff-moment =
    { $day ->
        [today] today at { $time }
        [tomorrow] tomorrow at { $time }
        [mon] on Monday at { $time }
        [tue] on Tuesday at { $time }
        [wed] on Wednesday at { $time }
        [thu] on Thursday at { $time }
        [fri] on Friday at { $time }
        [sat] on Saturday at { $time }
        [sun] on Sunday at { $time }
       *[date] on { $date } at { $time }
    }
handoff-away = Nobody from { $brand } is here right now. A person will be here { $when }.
handoff-when-unreadable = I can't read that as a time.
handoff-when-past = That time has passed.
handoff-when-too-far = That is too far ahead.
handoff-when-examples = Write it like 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 or 2026-12-01 9:00.
handoff-command-duty = Be called when a customer waits, or see who is.
handoff-command-duty-state = Whether you are on duty; left out, who is.
handoff-command-duty-until = Until when, like 18:00 or 4h; left out, for 12 hours.
handoff-duty-on = On
handoff-duty-off = Off
handoff-duty-begun = You are on duty: you are called when a customer waits. It ends { $when }.
handoff-duty-ended = You are off duty.
handoff-duty-was-off = You were not on duty.
handoff-duty-over = Your duty has ended. To go on, run /duty on.
handoff-duty-nobody = Nobody is on duty. Run /duty on to be called when a customer waits.
handoff-duty-list = On duty:
handoff-duty-line = { $name } (ends { $when })
handoff-duty-role = those on duty
handoff-staff-role = the team
handoff-call = Case #{ $number }: { $name } waits for a person.
handoff-reminder = Case #{ $number }: { $name } still waits for an answer ({ $length }).
handoff-command-snooze = Put a case aside until a time, or until the customer writes.
handoff-command-snooze-until = Until when: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Put the case aside
handoff-snooze-form-until = Until when? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = Case #{ $number } is put aside. It comes back { $when }.
handoff-command-close-in = After how long, like 2h, unless the customer writes before.
handoff-command-close-silently = Tell the customer nothing.
handoff-you-close-later = Case #{ $number } will be closed, unless the customer writes before.
handoff-closes = { $by } closes this case { $when }, unless { $name } writes before.
handoff-closes-not = { $name } has written: this case is not closed.
handoff-silence = We have not heard from you in case #{ $number }. If nothing is left to do, it closes { $when }. Write here, and it stays open.
handoff-rating = Did that help? 1: not at all, 5: very much.
handoff-button-rate = { $stars }
handoff-button-rate-why = Say why
handoff-rating-thanks = Thank you!
handoff-rating-given = You have said so already. Thank you!
handoff-rating-noted = Thank you, that is noted.
handoff-rating-not-yours = This question is for somebody else.
handoff-rating-form = How we helped you
handoff-rating-form-words = What could have been better, or was good?
handoff-rating-low = { $name } was not helped in case #{ $number }: { $stars } of 5.

## Handoff: the desk's commands

handoff-command-join-where = Which room: the case's, or the customer's own.
handoff-where-room = The case's room
handoff-where-customer = The customer's own room
handoff-command-transfer = Give a case to somebody else of the team.
handoff-command-transfer-who = Who gets it.
handoff-command-transfer-name = Or their name.
handoff-command-cases = The queue: who waits for somebody, the longest first.
handoff-command-cases-state = Only those that stand so.
handoff-command-cases-priority = Only those that press so much.
handoff-command-cases-mine = Only yours.
handoff-command-cases-waiting = Only those whose customers wait for an answer.
handoff-command-cases-tag = Only those with this tag.
handoff-command-case-closed = The number of the case.
handoff-command-case-of = Or the number of a case of theirs.
handoff-command-reopen = Go on with a closed case.
handoff-command-contact = Write to a customer first.
handoff-command-contact-text = What you say to them.
handoff-command-who = The customer.
handoff-command-snippet = Words that the team says often.
handoff-command-snippet-list = Show all snippets.
handoff-command-snippet-send = Say one to the customer, after a look at it.
handoff-command-snippet-add = Keep new words.
handoff-command-snippet-edit = Change the words of one.
handoff-command-snippet-remove = Forget one.
handoff-command-snippet-name = Its name, one word.
handoff-command-snippet-text = The words; {"{customer}"}, {"{staff}"}, {"{brand}"} and {"{case}"} are put in.
handoff-command-priority = Say how much a case presses.
handoff-command-priority-which = How much.
handoff-command-tag = What a case is about.
handoff-command-tag-list = Show the tags of a case.
handoff-command-tag-add = File a case under a tag.
handoff-command-tag-remove = Take a tag off a case.
handoff-command-tag-name = The tag.
handoff-command-merge = Make two cases of one person one.
handoff-command-merge-from = The case that ends.
handoff-command-merge-into = The case that goes on.
handoff-command-block = Don't have the team called for a customer, for a time.
handoff-command-block-time = How long, like 12h, 3d, 2w or forever.
handoff-command-block-reason = Why, for staff to read.
handoff-command-unblock = Have the team called for a customer again.
handoff-command-notify = Be pinged when the customer writes next.
handoff-command-subscribe = Be pinged whenever the customer writes.
handoff-command-audit = Who of the team did what lately.
handoff-command-audit-who = Only what they did.
handoff-command-audit-name = Or their name.
handoff-command-audit-case = Only what was done to this case.

## Handoff: the desk

handoff-state-waiting = waiting
handoff-state-active = in hand
handoff-state-snoozed = put aside
handoff-state-parked = parked
handoff-state-closed = closed
handoff-cases-head = Cases { $first } to { $last } of { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = waits for { $span }
handoff-no-cases = No such case.
handoff-button-previous = Back
handoff-button-next = More
handoff-button-older = Older
handoff-transfer-to-whom = To whom? Choose one of the team, write their name, or answer a message of theirs. Whoever has not been at work here lately is not known.
handoff-you-transferred = Case #{ $number } is { $name }'s now.
handoff-theirs-already = Case #{ $number } is { $name }'s already.
handoff-transferred-to-you = { $name } has given you this case.
handoff-goes-on-in = Case #{ $number } goes on in #{ $into }.
handoff-has-open-case = { $name } has an open case: #{ $number }.
handoff-is-blocked = { $name } is blocked: /unblock them first.
handoff-you-reopened = Case #{ $number } is open again, and waits for somebody.
handoff-you-reopened-for = Case #{ $number } is open again, with { $name }.
handoff-who = Whom? Choose them, answer a message of theirs, or name a case of theirs like case:7.
handoff-not-a-customer = That is somebody of the team.
handoff-contact-no-words = What shall I say to them? Write it behind the command.
handoff-contact-blocked = { $name } is blocked: /unblock them first.
handoff-contact-nowhere = { $name } can't be written to in private, and has not been seen in public.
handoff-contacted = Said to { $name } in private: this is case #{ $number }, and it is yours.
handoff-contacted-in-public = Said to { $name } where they last wrote, in public: this is case #{ $number }, and it is yours.
handoff-which-priority = Which priority? Write low, normal, high or urgent.
handoff-priority-set = Case #{ $number } has a new priority: { $name }.
handoff-no-tags = Case #{ $number } has no tags.
handoff-tags = Case #{ $number }: { $name }
handoff-which-tag = Which tag?
handoff-tag-too-long = That is too long for a tag: at most 30 characters.
handoff-tag-there = Case #{ $number } has that tag already.
handoff-too-many-tags = Case #{ $number } has five tags: take one off first.
handoff-tagged = Case #{ $number } is filed under { $name }.
handoff-untagged = Case #{ $number } is not filed under { $name } any more.
handoff-no-such-tag = Case #{ $number } has no such tag.
handoff-merged = Case #{ $from } goes on in #{ $into }.
handoff-merged-reason = It goes on in case #{ $into }.
handoff-merged-already = Case #{ $from } goes on in another already.
handoff-merge-itself = That is one case.
handoff-merge-two-people = Cases #{ $from } and #{ $into } are of two people, whose words must not mix. To keep them in sight together, give both the same tag: /tag add.
handoff-merge-into-closed = Case #{ $into } is closed: /reopen it first.
handoff-goes-on-elsewhere = This case goes on in #{ $reason }.
handoff-card-merged = Goes on in case #{ $number }.
handoff-took-in = Case #{ $from } goes on here.
handoff-block-how-long = How long? Write it like 12h, 3d, 2w or forever.
handoff-you-blocked = { $name } is blocked until somebody writes /unblock.
handoff-you-blocked-for = { $name } is blocked for { $span }.
handoff-you-unblocked = { $name } is not blocked any more.
handoff-not-blocked = { $name } is not blocked.
handoff-watched = I ping you whenever { $name } writes in case #{ $number }.
handoff-watched-once = I ping you when { $name } writes next in case #{ $number }.
handoff-watched-no-more = I don't ping you about case #{ $number } any more.
handoff-you-joined-customer = You are in { $name }'s room.
handoff-customer-in-public = { $name } writes in a public place: nobody has to be let in.
handoff-customer-in-chat = { $name } writes in a private chat with me, where nobody else can come in. Answer from the case's room.
handoff-customer-elsewhere = { $name } is on a platform where I can't let you in. Answer from the case's room.
handoff-no-snippets = No snippets yet: /snippet add keeps one.
handoff-snippets = Snippets:
handoff-snippet-no-name = A snippet's name is one word of at most 32 characters.
handoff-snippet-no-words = What does the snippet say? Write it behind its name.
handoff-snippet-too-long = That is too long for a snippet: at most 1500 characters.
handoff-snippet-unknown-placeholder = There is no { $unknown }. These are put in: { $known }.
handoff-snippet-there = There is a snippet { $name }: /snippet edit changes it.
handoff-no-such-snippet = There is no snippet { $name }.
handoff-too-many-snippets = There are too many snippets: remove one first.
handoff-snippet-added = Snippet { $name } is kept.
handoff-snippet-edited = Snippet { $name } is changed.
handoff-snippet-removed = Snippet { $name } is gone.
handoff-snippet-preview = { $name } would read:
handoff-snippet-sent = Said to { $name } in case #{ $number }.
handoff-snippet-theirs = That is { $name }'s to send. Look at it yourself: /snippet send
handoff-button-send-it = Send it
handoff-audit-head = What was done, the newest first:
handoff-audit-empty = Nothing was done.
handoff-audit-whom = I don't know anybody of the team by that name.
handoff-audit-entry = { $span } ago · { $name } · { $what } { $subject }
handoff-audit-refused = { $span } ago · { $name } · { $what } { $subject } · refused

## Handoff: what the desk says to customers

handoff-contact = { $brand } writes to you: this is case #{ $number }. What you write here from now on reaches the team.
handoff-contact-in-group = { $brand } writes to you: this is case #{ $number }. Reply to my messages here, and your words reach the team.
handoff-joined-here = { $name } from { $brand } has joined you here.

## Handoff: transcripts

handoff-command-transcript = Get what was said in a case, as a file.
handoff-command-transcript-format = As a page to read, or as lines for other software.
handoff-format-html = Page (HTML)
handoff-format-jsonl = JSON Lines
handoff-transcript-begun = The transcript of case #{ $number } comes here in a moment.
handoff-transcript-begun-elsewhere = The transcript of case #{ $number } comes to where only the team reads.
handoff-transcript-done = The transcript of case #{ $number }.
handoff-transcript-none = There is no case of yours here. /human calls a person.
handoff-page-title = Case #{ $number }: { $name }
handoff-page-customer = Customer
handoff-page-language = Language
handoff-page-owner = In charge
handoff-page-opened = Opened
handoff-page-first-answer = First answer
handoff-page-closed = Closed
handoff-page-reason = Why it was closed
handoff-page-tags = Filed under
handoff-page-rating = Rating
handoff-page-team = Team
handoff-page-note = Internal
handoff-page-service = Event
handoff-page-edited = edited
handoff-page-removed = removed
handoff-page-made = Written down at { $moment } ({ $zone }). All times are in this time zone.

## Handoff: the relay

handoff-command-reply = Say something to the customer: words, a file, or both.
handoff-command-areply = Say something to the customer in the name of the team alone.
handoff-command-reply-text = What to say; left out, you are asked for it.
handoff-command-reply-file = A file to send along.
handoff-command-note = Keep a note for staff: the customer never sees it.
handoff-command-note-text = What to note.
handoff-command-edit = Change what you said last to the customer, or the message you run this on.
handoff-command-edit-text = What it says from now on; left out, you are asked for it.
handoff-command-delete = Take back what you said last to the customer, or the message you run this on.
handoff-menu-edit = Change for the customer
handoff-menu-delete = Take back from the customer
handoff-form-reply = Reply to the customer
handoff-form-reply-text = What the customer reads
handoff-form-reply-file = Files to send along
handoff-form-edit = Change what you said
handoff-form-edit-text = What the customer reads from now on
handoff-said-to = → { $name }:
handoff-you-said = Sent to { $name }. What becomes of it is shown in the room of case #{ $number }.
handoff-nothing-said = There is nothing to read in that.
handoff-marked-internal = Not sent: it begins with //, which stays among staff.
handoff-note-of = 📝 { $name }:
handoff-noted = Noted in case #{ $number }.
handoff-you-changed = Changed for the customer.
handoff-you-took-back = Taken back.
handoff-as-it-was-said = It says so already.
handoff-no-such-words = I know of no such words of staff in case #{ $number }. Reply with the command to what was sent to the customer, or run it on that message.
handoff-now-says = → { $name }, changed:
handoff-edit-kept-inside = Not brought over: what you changed it to stays among staff. { $name } still reads what you sent; /delete takes it back.
handoff-never-sent = { $count ->
    [one] One message was never sent: { $name } could not be reached.
   *[other] { $count } messages were never sent: { $name } could not be reached.
}
handoff-watched-wrote = { $name } has written.
handoff-command-forget = Take back what you wrote to the team: reply with it to your message, or alone.
handoff-button-forget-me = Forget me
handoff-forget-explained = Reply with /forget to a message of yours that reached the team, and they can't read it any more.
handoff-forget-asks = Or have me forget you: your open case ends, what is on its way is stopped, and your name and words in all your cases are removed. That can't be undone.
handoff-forget-nothing = There is no case of yours that I know of.
handoff-forgot-message = The team can't read that any more. What stands here is yours to remove.
handoff-not-yours = I can take back only what you wrote yourself, and what reached the team.
handoff-forgot = You are forgotten: your name and words are being removed from all your cases.
handoff-forgotten-case = The customer wants to be forgotten: this case ends, and what they said is removed.
handoff-bot-removed = I was removed from where they write
handoff-bot-blocked = they have blocked me

## Handoff: figures

handoff-command-stats = What the last days came to: cases, waiting, answers, in words and as a picture.
handoff-command-stats-days = How many days, today among them; left out, a week.
handoff-stats-days = I can sum up 1 to { $max } days.
handoff-stats-here = The figures come here.
handoff-stats-elsewhere = The figures come to where only the team reads.
handoff-stats-title = { $days ->
    [one] Today
   *[other] The last { $days } days
}
handoff-stats-cases = { $opened } opened, { $closed } closed, { $reopened } opened again; { $open } open now.
handoff-stats-longest = Somebody waits for a person, since { $span }.
handoff-stats-waiting = Taken on after { $median }, nine of ten within { $ninth }.
handoff-stats-first-answer = First answered after { $median }, nine of ten within { $ninth }.
handoff-stats-resolution = Closed after { $median }, nine of ten within { $ninth }.
handoff-stats-rating = Rated { $stars } of 5, by { $count ->
    [one] one customer
   *[other] { $count } customers
}.
handoff-stats-staff = Per person
handoff-stats-member = { $name }: { $closed } closed, { $answered } first answered
handoff-stats-usually = after { $median }
handoff-stats-usually-taken = taken on after { $median }
handoff-stats-usually-closed = closed after { $median }
handoff-stats-rated = rated { $stars } of 5
handoff-stats-legend = 🟦 opened   🟧 closed   🟪 first answer, the median of a day

## Feedback: words for kinds and statuses

feedback-kind-bug = Bug
feedback-kind-idea = Idea
feedback-kind-praise = Praise
feedback-kind-question = Question
feedback-kind-complaint = Complaint
feedback-status-open = Open
feedback-status-under-review = Under review
feedback-status-planned = Planned
feedback-status-started = Started
feedback-status-shipped = Shipped
feedback-status-declined = Declined
feedback-status-duplicate = Duplicate
feedback-panel = Feedback #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = There is no feedback #{ $number }.

## Feedback: capture

feedback-command = Tell us what is broken, missing or good.
feedback-menu = Capture as feedback
feedback-command-new = Tell us what is broken, missing or good.
feedback-command-text = What it is about, in a line.
feedback-command-file = A picture or another file that shows it.
feedback-form = Your feedback
feedback-form-title = What is it about, in a line?
feedback-form-kind = What is it?
feedback-form-details = Anything else we should know?
feedback-form-area = Which part of the product?
feedback-form-file = A picture or file that shows it?
feedback-saved = Saved #{ $number }. Thank you! Others can find it and add their voice; /feedback mine shows what is yours.
feedback-no-such-area = There is no area “{ $area }”, so I left it out. There are: { $areas }.
feedback-anonymous = I can't tell who you are here: please write under your own name, so that the team can answer you.
feedback-not-yours = That is for the one who wrote it.
feedback-captured = Captured as #{ $number }, in the words of { $name }, who hears of it.
feedback-captured-unnamed = Captured: it counts for #{ $number } now.
feedback-capture-known = That was captured before: it is #{ $number }.
feedback-capture-taken-back = That was #{ $number }, which its author has taken back.
feedback-capture-bot = A bot said that. If you want it too, say it in your own words: /feedback.
feedback-capture-nobody = I can't tell who said that, so nobody could be answered. If you want it too, say it in your own words: /feedback.
feedback-capture-among-staff = What is said here stays among the team. To raise something yourself, write /feedback and your own words.
feedback-capture-private = What others say in private stays there. To raise something yourself, write /feedback and your own words.
feedback-capture-empty = There is nothing in that message that I could read. Say it in your own words: /feedback.
feedback-capture-enough = You have captured { $max } messages of others today. To raise something yourself, write /feedback and your own words.
feedback-captured-noted = { $name }, this is noted as feedback #{ $number } now, in your words, so that the team sees it. With /feedback mine you can change it or take it back.
feedback-captured-voice = { $name }, this counts as your voice for feedback #{ $number } now, so that you hear what becomes of it.
feedback-reaction-unheard = { $name }, I can't tell what was said in the message you reacted to. Reply to it with /feedback, or use its menu.
feedback-reaction-refused = { $name }, I left out the message you reacted to. { $why }
feedback-reaction-stays = { $name }, #{ $number } stays: a reaction can be taken back within a minute. Decline it, or merge it into another, where it was not meant.
feedback-reaction-backed = { $name }, #{ $number } stays: others back it already. Decline it, or merge it into another, where it was not meant.
feedback-reaction-alike = #{ $number } “{ $title }” was captured by a reaction. Does it say the same as one of these?

## Feedback: is it one of these?

feedback-similar = Is it one of these?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] one voice
   *[other] { $voices } voices
})
feedback-similar-that = #{ $number }: that's it, add my voice
feedback-similar-theirs = #{ $number }: that's it, add their voice
feedback-similar-none = No, it's new
feedback-similar-or = If you don't choose, I'll save it as new tomorrow.
feedback-similar-or-not = If you don't choose, nothing is saved.
feedback-similar-gone = #{ $number } was taken back meanwhile. Shall I save what you wrote as new?

## Feedback: what is mine

feedback-command-mine = See, correct or withdraw what you raised, and what you back.
feedback-mine = What you raised
feedback-mine-none = You have raised nothing yet.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] one voice
   *[other] { $voices } voices
})
feedback-mine-merged = #{ $number } { $title }: part of #{ $into } now
feedback-mine-withdrawn = #{ $number }: taken back
feedback-mine-backed = What you back
feedback-mine-backed-none = You back nothing that others raised.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] one voice
   *[other] { $voices } voices
}
feedback-mine-answer = { $name } answered:
feedback-button-newer = Newer
feedback-button-older = Older
feedback-button-raised = What I raised
feedback-button-backed = What I back
feedback-button-correct = Correct
feedback-button-withdraw = Withdraw
feedback-button-withdraw-yes = Yes, withdraw it
feedback-button-keep = No, keep it
feedback-corrected = Thank you, #{ $number } is corrected.
feedback-corrected-nothing = #{ $number } stays as it was.
feedback-withdraw = Withdraw #{ $number } “{ $title }”? Your words go, and nobody can back it any more.
feedback-withdraw-backed = Withdraw #{ $number } “{ $title }”? Others back it: that line stays for them, and everything else you said goes, with your name.
feedback-withdrawn = #{ $number } is withdrawn.
feedback-withdrawn-backed = Your words and your name are off #{ $number }. It lives on with the voices of others.
feedback-somebody = somebody

## Feedback: voices

feedback-command-voice = Add your voice to what somebody else said.
feedback-command-number = The number of the feedback.
feedback-command-why = Why, in your own words.
feedback-voice-which = Which one? Give its number: /voice 12.
feedback-voice-added = Your voice counts for #{ $number } now: { $title }
feedback-voice-already = Your voice counts for #{ $number }: { $title }
feedback-voice-theirs = The voice of { $name } counts for #{ $number } now.
feedback-voice-back = Your voice no longer counts for #{ $number }.
feedback-voice-none = You have no voice on #{ $number }.
feedback-voice-own = #{ $number } is yours: /feedback mine is where you can withdraw it.
feedback-form-voice = Your voice
feedback-form-why = What does it mean to you?
feedback-button-why = Say why
feedback-button-take-back = Take it back
feedback-button-take-back-of = Take back #{ $number }

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } voice
   *[other] { $count } voices
}
feedback-card-assignee = looked after by { $name }
feedback-card-answer = { $name } of the team
feedback-card-by = Raised by { $name }
feedback-card-captured = Said by { $name }, captured by { $member }
feedback-card-private = Raised by { $name }, in private
feedback-card-private-unnamed = Raised in private
feedback-card-origin = where it was said
feedback-card-withdrawn = #{ $number } was taken back.
feedback-card-merged = It is part of #{ $number } now.
feedback-card-files = What came with #{ $number }:
feedback-card-refused = The card of feedback #{ $number } can't be shown in the feedback room: { $why } Check what I may do there; I try again with its next change.
feedback-button-voice = Add my voice
feedback-button-details = Details
feedback-button-status = Status
feedback-details-card = its card
feedback-details-around = What was said around it
feedback-details-words = What others say

## Feedback: staff

feedback-led-on = #{ $from } is part of #{ $number } now.
feedback-words-blank = Please write something.
feedback-words-too-long = That is { $chars } characters, at most { $max } fit.
feedback-command-list = List feedback.
feedback-command-list-kind = Only this kind.
feedback-command-list-status = Only this status; what is open if left out.
feedback-command-list-sort = What comes first.
feedback-command-list-area = Only this area of the product.
feedback-command-list-since = Only what was raised since: a number of days, or a date like 2026-05-31.
feedback-command-list-mine = Only what I look after.
feedback-command-list-text = What it should be like.
feedback-sort-rising = Rising
feedback-sort-voices = Voices
feedback-sort-newest = Newest
feedback-list-head = Feedback { $first } to { $last } of { $total }
feedback-list-empty = No feedback like that.
feedback-list-partial = The search index is still being made: there may be more.
feedback-unknown-day = I can't read that date: write a number of days, or a date like 2026-05-31.
feedback-button-previous = Previous
feedback-button-next = Next
feedback-command-show = Show all there is about a piece of feedback.
feedback-command-status = Say how far it is; everybody who asked for it hears of it.
feedback-command-status-to = How far it is.
feedback-command-status-note = What customers should read with it.
feedback-unknown-status = Which status is it? { $statuses }
feedback-status-set = #{ $number } is set to: { $status }
feedback-status-already = #{ $number } is already set to: { $status }
feedback-status-choose = How far is #{ $number }?
feedback-command-answer = Answer it in public; everybody who asked for it hears of it.
feedback-command-answer-text = Your answer.
feedback-answered = Answered. It is on the card of #{ $number }, and everybody who asked for it hears of it.
feedback-command-note = Note something that only staff read.
feedback-command-note-text = Your note.
feedback-note-kept = Noted on #{ $number }, for staff alone.
feedback-command-edit = Change its title, details, kind or area.
feedback-edit = Edit feedback
feedback-edit-title = What is it about, in a line?
feedback-edit-kind = What is it?
feedback-edit-details = Details
feedback-edit-area = Area of the product
feedback-edit-same = Nothing changed on #{ $number }.
feedback-edit-done = #{ $number } is changed.
feedback-command-area = Say which area of the product it is about.
feedback-command-area-name = The area; left out, it has none.
feedback-area-set = #{ $number } is about: { $area }
feedback-area-removed = #{ $number } has no area.
feedback-unknown-area = There is no such area. There are: { $areas }
feedback-command-assign = Say who looks after it.
feedback-command-assign-who = Who; left out, you.
feedback-command-assign-nobody = Nobody looks after it any more.
feedback-assigned = { $name } looks after #{ $number }.
feedback-unassigned = Nobody looks after #{ $number }.
feedback-assign-by-reply = I don't know whose name { $name } is. Reply to a message of theirs with: /feedback assign { $number }
feedback-command-merge = Make it part of another that says the same.
feedback-command-merge-into = The number of the other.
feedback-command-unmerge = Let it stand for itself again.
feedback-button-merge-into = Merge into #{ $number }
feedback-merged = #{ $from } is part of #{ $number } now. Its voices count there.
feedback-merged-already = #{ $from } is part of #{ $number } already.
feedback-merge-under-way = #{ $from } and #{ $number } are still being brought together or apart. It goes on; look again in a moment.
feedback-merge-itself = #{ $number } can't be merged into itself.
feedback-merge-circle = #{ $number } is part of #{ $from } itself, so #{ $from } can't become part of it.
feedback-merge-busy = Something is still being merged into #{ $number } or taken out of it. Please try again in a moment.
feedback-unmerged = #{ $from } stands for itself again as soon as its voices are taken out of #{ $number }.
feedback-not-merged = #{ $number } is not part of another.
feedback-unmerge-outer-first = #{ $number } is part of another itself: /feedback unmerge { $number } first.
feedback-history-status = { $name } set the status: { $what }
feedback-history-status-note = { $name } set the status: { $what } ({ $note })
feedback-history-answered = { $name } answered: { $what }
feedback-history-noted = { $name } noted: { $what }
feedback-history-edited = { $name } changed it; it was called: { $what }
feedback-history-area = { $name } said it is about: { $what }
feedback-history-no-area = { $name } removed the area
feedback-history-assigned = { $name } asked { $what } to look after it
feedback-history-unassigned = { $name } said nobody looks after it
feedback-history-merged = { $name } merged it into #{ $what }
feedback-history-took-in = { $name } merged #{ $what } into it
feedback-history-unmerged = { $name } took it out of #{ $what }

## Feedback: closing the loop

feedback-told-open = #{ $number } “{ $title }” is open again.
feedback-told-under-review = We are looking into #{ $number } “{ $title }”.
feedback-told-planned = #{ $number } “{ $title }” is planned.
feedback-told-started = We have started on #{ $number } “{ $title }”.
feedback-told-shipped = 🎉 #{ $number } “{ $title }” has shipped.
feedback-told-declined = We won't do #{ $number } “{ $title }”.
feedback-told-duplicate = #{ $number } “{ $title }” says the same as another one, and is closed.
feedback-told-news = News about #{ $number } “{ $title }”:
feedback-told-thanks = { $count ->
    [one] Thank you for speaking up,
   *[other] Thank you all for speaking up:
}
feedback-told-thanks-all = { $count ->
    [one] Thank you to the one person here who spoke up.
   *[other] Thank you to the { $count } people here who spoke up.
}
feedback-told-others = { $count ->
    [one] and one other
   *[other] and { $count } others
}
feedback-told-open-card = Open #{ $number }
feedback-told-asked = You hear this because you asked for it in private. Rather not? /feedback mute
feedback-told-follows = You hear this because you follow it. Rather not? /feedback unfollow { $number }
feedback-verdict-question = Does it do what you hoped?
feedback-verdict-up = 👍 Yes
feedback-verdict-down = 👎 Not yet
feedback-verdict-not-asked = That question is for those who asked for #{ $number }, or follow it.
feedback-verdict-glad = Glad to hear it!
feedback-verdict-sorry = Thank you for being honest. What is missing?
feedback-verdict-word = Say a word
feedback-verdict-form = Does it do what you hoped?
feedback-verdict-form-words = What should the team know?
feedback-verdict-noted = Noted, thank you. The team reads it.
feedback-introduction-meet = Meet others who asked for this
feedback-introduction-question =
    Do you want to meet others who asked for #{ $number } “{ $title }”? If you say yes, up to three of them who say yes as well are shown your name ({ $name }) and your account on { $platform }, and you are shown theirs. Nobody else is. You can take it back.
feedback-introduction-yes = Yes, introduce me
feedback-introduction-no = Don't introduce me
feedback-introduction-waiting = You have said yes for #{ $number }. I'll write to you in private as soon as there is somebody to meet.
feedback-introduction-met = You both asked for #{ $number } “{ $title }”. Say hello to
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = That is for those who asked for #{ $number }. /voice { $number } adds your voice.
feedback-introduction-taken-back = I won't introduce you to anybody new for #{ $number }.
feedback-command-follow = Hear in private what becomes of a feedback.
feedback-command-unfollow = Hear no more of a feedback in private.
feedback-command-mute = No messages about feedback, and neither pings nor your name in news of it.
feedback-command-mute-state = On, if you leave it out.
feedback-mute-on = on
feedback-mute-off = off
feedback-followed = You follow #{ $number } “{ $title }” now: I'll write to you in private when something happens.
feedback-followed-muted = You follow #{ $number } “{ $title }” now, but hear nothing while you are muted: /feedback mute off
feedback-follow-reach = Let me write to you
feedback-unfollowed = You don't follow #{ $number } any more.
feedback-not-followed = You didn't follow #{ $number }.
feedback-muted = Muted: I don't write to you about feedback any more, and news of it neither pings nor names you. /feedback mute off ends that.
feedback-unmuted = You hear about your feedback again.
feedback-progress-going = Telling people: { $told } messages arrived, { $waiting } wait for another day, { $failed } failed.
feedback-progress-done = People were told: { $told } messages arrived, { $failed } failed.
feedback-progress-verdicts = Does what they hoped: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Get the feedback as a file.
feedback-command-export-format = The format of the file.
feedback-format-csv = CSV, for a spreadsheet
feedback-format-jsonl = JSON Lines, for a program
feedback-export-begun = Exporting. The file comes here in a moment.
feedback-export-begun-elsewhere = Exporting. The file comes to where only the team reads.
feedback-export-progress = Exporting… { $percent } %
feedback-export-empty = There is nothing to export: no feedback fits.
feedback-export-done =
    { $count ->
        [one] One item of feedback.
       *[other] { $count } items of feedback.
    }

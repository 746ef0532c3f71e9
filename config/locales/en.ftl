# Every sentence the features say, in English. Other languages are files beside
# this one; a sentence that is missing there is said in English.

## Handoff: commands

handoff-command-human = Talk to a person of our team.
handoff-command-human-text = What it is about.
handoff-command-join = Join a case: the one of this room, else the one that waits longest.
handoff-command-join-case = The number of the case.
handoff-command-close = Close a case: the one of this room, or by its number.
handoff-command-close-case = The number of the case.
handoff-command-close-reason = Why, for staff to read.

## Handoff: what customers read

handoff-called = I have called a person from { $brand }: this is case #{ $number }. What you write here from now on reaches them.
handoff-called-in-group = I have called a person from { $brand }: this is case #{ $number }. Reply to my messages here, and your words reach them.
handoff-open-waiting = Your case #{ $number } is open, and a person has been called. What you write where you opened it reaches them.
handoff-open-active = { $name } is with you in case #{ $number }. What you write where you opened it reaches them.
handoff-no-team = I can't call a person here: the team has not said yet where to reach them.
handoff-anonymous = I can't tell who you are here: please write under your own name, so that a person can answer you.
handoff-for-customers = This is where the team works: customers call a person where they are.
handoff-not-called = I could not reach the team just now. Your case #{ $number } is kept: please try again in a while.
handoff-joined = { $name } from { $brand } has joined.
handoff-closed = Case #{ $number } is closed. If anything is left, call a person again.

## Handoff: what staff read

handoff-card-title = Case #{ $number }: { $name }
handoff-card-from = From { $platform }
handoff-card-waiting = Waiting for somebody to join.
handoff-card-active = { $name } is with the customer.
handoff-card-closed = Closed by { $name }.
handoff-button-join = Join
handoff-button-close = Close
handoff-room-intro = Case #{ $number }: /join it, then what you write here reaches { $name }. A message that begins with // stays among staff, and /close ends it.
handoff-author = { $name } · { $brand }
handoff-yours = Case #{ $number } is yours.
handoff-still-yours = Case #{ $number } is yours already.
handoff-theirs = You are in case #{ $number }, which { $name } has taken on.
handoff-room-link = The room:
handoff-room-opening = Its room is being opened.
handoff-room-lost = Case #{ $number } has no room: it could not be opened ({ $why }). What the customer writes is shown here.
handoff-room-removed = Case #{ $number } has lost its room: somebody removed it. Another opens when the customer writes again; /close ends it.
handoff-room-renewed = Case #{ $number } has a new room, since the old one is gone. { $link }
handoff-nobody-waits = Nobody is waiting.
handoff-no-such-case = There is no case #{ $number }.
handoff-which-case = Which case? Run this in the case's room, or give its number.
handoff-already-closed = Case #{ $number } is closed.
handoff-you-closed = You have closed case #{ $number }.
handoff-closed-by = { $name } has closed this case.
handoff-closed-because = { $name } has closed this case: { $reason }
handoff-join-first = Not sent: /join case #{ $number } first, then what you write reaches the customer.
handoff-not-confirmed = Not sent: I could not confirm in time that you are staff. Please send it again.
handoff-looks-like-command = Not sent: it begins like a command.
handoff-not-delivered = Not delivered to { $name }: { $why }
handoff-not-changed = A change of what { $name } or you wrote in case #{ $number } could not be brought over: { $why }
handoff-maybe-twice = { $name } may have received your last words twice: the platform did not say whether they had arrived.
handoff-not-shown = Something { $name } wrote in case #{ $number } could not be shown in its room: { $why }

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
feedback-export-unsent = { $name } could not be sent from here.
feedback-export-failed = The export could not be sent: { $why }

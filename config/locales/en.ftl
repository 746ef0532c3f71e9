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

## Feedback

feedback-command = Tell us what is broken, missing or good.
feedback-command-text = What it is about, if you know it already.
feedback-form-title = Your feedback
feedback-form-about = What is your feedback about?
feedback-form-category = Which category fits best?
feedback-category-bug = Bug
feedback-category-idea = Idea
feedback-category-praise = Praise
feedback-category-question = Question
feedback-saved = Saved #{ $number }. Thank you! The team reads every note.
feedback-for-staff = Feedback #{ $number } ({ $category }) from { $name }
feedback-panel = Feedback #{ $number } ({ $category }): { $about }

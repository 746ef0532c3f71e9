# The engine's own sentences. A language file may replace any of them.
staff-only = That is for staff.
only-in-private = I can only tell you that in private: write to me there.
went-wrong = Something went wrong on our side. It is noted; please try again in a while.
no-longer-current = That is no longer current.
dialogue-cancelled = Cancelled. Nothing was saved.
dialogue-nothing-to-cancel = There is nothing to cancel.
dialogue-back = Back
dialogue-skip = Skip
dialogue-cancel = Cancel
form-try-again = Try again
form-error-empty = { $field }: please write something.
form-error-too-long = { $field }: that is { $chars } characters, at most { $max } fit.
form-error-not-a-choice = { $field }: please choose one of the answers offered.
dialogue-hint-cancel = Answer this message, or /cancel.
dialogue-hint-skip = Answer this message, or /skip it, or /cancel.

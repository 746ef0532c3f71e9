# Alle Sätze auf Deutsch: die der Funktionen, dann die des Kerns.
#
# Glossar (Ansprache: du, für Kundschaft und Team gleich)
#   case      Anfrage          staff, team   Team
#   join      beitreten        close         schließen
#   room      Raum             person        Mensch aus dem Team
#   voice     Stimme           card          Karte
#   shipped   umgesetzt        area          Bereich
#   merge     zusammenführen   unmerge       trennen
#   Befehle (/join, /close …) und Marken bleiben, wie sie sind.

## Handoff: commands

handoff-command-human = Mit einem Menschen aus unserem Team sprechen.
handoff-command-human-text = Worum es geht.
handoff-command-join = Einer Anfrage beitreten: der dieses Raums, sonst der, die am längsten wartet.
handoff-command-join-case = Die Nummer der Anfrage.
handoff-command-close = Eine Anfrage schließen: die dieses Raums oder die mit dieser Nummer.
handoff-command-close-case = Die Nummer der Anfrage.
handoff-command-close-reason = Warum – das liest nur das Team.

## Handoff: what customers read

handoff-called = Ich habe jemanden von { $brand } gerufen: Das ist Anfrage #{ $number }. Was du ab jetzt hier schreibst, kommt dort an.
handoff-called-in-group = Ich habe jemanden von { $brand } gerufen: Das ist Anfrage #{ $number }. Antworte hier auf meine Nachrichten, dann kommen deine Worte dort an.
handoff-open-waiting = Deine Anfrage #{ $number } ist offen, und jemand aus dem Team ist gerufen. Was du dort schreibst, wo du sie geöffnet hast, kommt an.
handoff-open-active = { $name } ist in Anfrage #{ $number } für dich da. Was du dort schreibst, wo du sie geöffnet hast, kommt an.
handoff-no-team = Hier kann ich niemanden rufen: Das Team hat noch nicht gesagt, wo es zu erreichen ist.
handoff-anonymous = Ich kann hier nicht erkennen, wer du bist. Schreib bitte unter deinem eigenen Namen, damit dir jemand antworten kann.
handoff-for-customers = Hier arbeitet das Team. Wer Hilfe sucht, ruft dort jemanden, wo die Frage aufkommt.
handoff-not-called = Ich konnte das Team gerade nicht erreichen. Deine Anfrage #{ $number } bleibt erhalten: Versuch es bitte in einer Weile noch einmal.
handoff-joined = { $name } von { $brand } ist jetzt dabei.
handoff-closed = Anfrage #{ $number } ist geschlossen. Falls noch etwas offen ist, ruf einfach wieder jemanden.

## Handoff: what staff read

handoff-card-title = Anfrage #{ $number }: { $name }
handoff-card-from = Von { $platform }
handoff-card-waiting = Wartet darauf, dass jemand beitritt.
handoff-card-active = { $name } kümmert sich darum.
handoff-card-closed = Geschlossen von { $name }.
handoff-button-join = Beitreten
handoff-button-close = Schließen
handoff-room-intro = Anfrage #{ $number }: Tritt ihr mit /join bei, dann kommt bei { $name } an, was du hier schreibst. Eine Nachricht, die mit // beginnt, bleibt im Team, und /close beendet die Anfrage.
handoff-author = { $name } · { $brand }
handoff-yours = Anfrage #{ $number } gehört dir.
handoff-still-yours = Anfrage #{ $number } gehört dir schon.
handoff-theirs = Du bist in Anfrage #{ $number } dabei; übernommen hat sie { $name }.
handoff-room-link = Der Raum:
handoff-room-opening = Der Raum wird gerade geöffnet.
handoff-room-lost = Anfrage #{ $number } hat keinen Raum: Er ließ sich nicht öffnen ({ $why }). Was geschrieben wird, steht hier.
handoff-room-removed = Anfrage #{ $number } hat ihren Raum verloren: Jemand hat ihn entfernt. Sobald wieder geschrieben wird, öffnet sich ein neuer; /close beendet die Anfrage.
handoff-room-renewed = Anfrage #{ $number } hat einen neuen Raum, weil es den alten nicht mehr gibt. { $link }
handoff-nobody-waits = Niemand wartet.
handoff-no-such-case = Eine Anfrage #{ $number } gibt es nicht.
handoff-which-case = Welche Anfrage? Gib den Befehl in ihrem Raum ein oder nenne ihre Nummer.
handoff-already-closed = Anfrage #{ $number } ist schon geschlossen.
handoff-you-closed = Du hast Anfrage #{ $number } geschlossen.
handoff-closed-by = { $name } hat diese Anfrage geschlossen.
handoff-closed-because = { $name } hat diese Anfrage geschlossen: { $reason }
handoff-join-first = Nicht gesendet: Tritt Anfrage #{ $number } erst mit /join bei, dann kommt an, was du schreibst.
handoff-not-confirmed = Nicht gesendet: Ich konnte nicht rechtzeitig prüfen, ob du zum Team gehörst. Bitte sende es noch einmal.
handoff-looks-like-command = Nicht gesendet: Es beginnt wie ein Befehl.
handoff-not-delivered = Nicht bei { $name } angekommen: { $why }
handoff-not-changed = Was { $name } oder du in Anfrage #{ $number } nachträglich geändert hat, ließ sich nicht übertragen: { $why }
handoff-maybe-twice = { $name } hat deine letzten Worte vielleicht doppelt bekommen: Die Plattform hat nicht gesagt, ob sie angekommen waren.
handoff-not-shown = Etwas, das { $name } in Anfrage #{ $number } geschrieben hat, ließ sich im Raum nicht zeigen: { $why }

## Feedback: words for kinds and statuses

feedback-kind-bug = Fehler
feedback-kind-idea = Idee
feedback-kind-praise = Lob
feedback-kind-question = Frage
feedback-kind-complaint = Kritik
feedback-status-open = Offen
feedback-status-under-review = In Prüfung
feedback-status-planned = Geplant
feedback-status-started = In Arbeit
feedback-status-shipped = Umgesetzt
feedback-status-declined = Abgelehnt
feedback-status-duplicate = Duplikat
feedback-panel = Feedback #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = Feedback #{ $number } gibt es nicht.

## Feedback: capture

feedback-command = Sag uns, was kaputt ist, fehlt oder gut ist.
feedback-menu = Als Feedback erfassen
feedback-command-new = Sag uns, was kaputt ist, fehlt oder gut ist.
feedback-command-text = Worum es geht, in einer Zeile.
feedback-command-file = Ein Bild oder eine andere Datei, die es zeigt.
feedback-form = Dein Feedback
feedback-form-title = Worum geht es, in einer Zeile?
feedback-form-kind = Was ist es?
feedback-form-details = Was sollen wir sonst noch wissen?
feedback-form-area = Um welchen Teil des Produkts geht es?
feedback-form-file = Ein Bild oder eine Datei, die es zeigt?
feedback-saved = Gespeichert als #{ $number }. Danke! Andere können es finden und ihre Stimme geben; /feedback mine zeigt, was von dir ist.
feedback-no-such-area = Den Bereich „{ $area }“ gibt es nicht, darum habe ich ihn weggelassen. Es gibt: { $areas }.
feedback-anonymous = Ich kann hier nicht erkennen, wer du bist. Schreib bitte unter deinem eigenen Namen, damit das Team dir antworten kann.
feedback-not-yours = Das ist für die Person, die es geschrieben hat.
feedback-captured = Erfasst als #{ $number }, in den Worten von { $name }; wer es gesagt hat, erfährt davon.
feedback-captured-unnamed = Erfasst: Das zählt jetzt für #{ $number }.
feedback-capture-known = Das wurde schon erfasst: Es ist #{ $number }.
feedback-capture-taken-back = Das war #{ $number }; es wurde zurückgezogen.
feedback-capture-bot = Das hat ein Bot gesagt. Wenn du es auch möchtest, sag es in eigenen Worten: /feedback.
feedback-capture-nobody = Ich kann nicht erkennen, wer das gesagt hat, und könnte niemandem antworten. Wenn du es auch möchtest, sag es in eigenen Worten: /feedback.
feedback-capture-among-staff = Was hier gesagt wird, bleibt im Team. Wenn du selbst etwas melden möchtest, schreib /feedback und deine eigenen Worte.
feedback-capture-private = Was andere privat sagen, bleibt dort. Wenn du selbst etwas melden möchtest, schreib /feedback und deine eigenen Worte.
feedback-capture-empty = In dieser Nachricht ist nichts, das ich lesen könnte. Sag es in eigenen Worten: /feedback.
feedback-capture-enough = Du hast heute schon { $max } Nachrichten anderer erfasst. Wenn du selbst etwas melden möchtest, schreib /feedback und deine eigenen Worte.
feedback-captured-noted = { $name }, das ist jetzt als Feedback #{ $number } notiert, in deinen Worten, damit das Team es sieht. Mit /feedback mine kannst du es ändern oder zurücknehmen.
feedback-captured-voice = { $name }, das zählt jetzt als deine Stimme für Feedback #{ $number }, damit du hörst, was daraus wird.
feedback-reaction-unheard = { $name }, ich weiß nicht, was in der Nachricht stand, auf die du reagiert hast. Antworte darauf mit /feedback oder nimm ihr Menü.
feedback-reaction-refused = { $name }, die Nachricht, auf die du reagiert hast, habe ich ausgelassen. { $why }
feedback-reaction-stays = { $name }, #{ $number } bleibt: Eine Reaktion lässt sich innerhalb einer Minute zurücknehmen. Lehne es ab oder führe es mit einem anderen zusammen, falls es nicht gemeint war.
feedback-reaction-backed = { $name }, #{ $number } bleibt: Andere unterstützen es schon. Lehne es ab oder führe es mit einem anderen zusammen, falls es nicht gemeint war.
feedback-reaction-alike = #{ $number } „{ $title }“ wurde durch eine Reaktion erfasst. Sagt es dasselbe wie eines davon?

## Feedback: is it one of these?

feedback-similar = Ist es eines davon?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] eine Stimme
   *[other] { $voices } Stimmen
})
feedback-similar-that = #{ $number }: genau das, meine Stimme dafür
feedback-similar-theirs = #{ $number }: genau das, Stimme hinzufügen
feedback-similar-none = Nein, es ist neu
feedback-similar-or = Wenn du nichts sagst, speichere ich es morgen als neu.
feedback-similar-or-not = Wenn du nichts sagst, wird nichts gespeichert.
feedback-similar-gone = #{ $number } wurde inzwischen zurückgezogen. Soll ich speichern, was du geschrieben hast, als neu?

## Feedback: what is mine

feedback-command-mine = Sehen, korrigieren oder zurückziehen, was du gemeldet hast, und was du unterstützt.
feedback-mine = Was du gemeldet hast
feedback-mine-none = Du hast noch nichts gemeldet.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] eine Stimme
   *[other] { $voices } Stimmen
})
feedback-mine-merged = #{ $number } { $title }: gehört jetzt zu #{ $into }
feedback-mine-withdrawn = #{ $number }: zurückgezogen
feedback-mine-backed = Was du unterstützt
feedback-mine-backed-none = Du unterstützt nichts, was andere gemeldet haben.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] eine Stimme
   *[other] { $voices } Stimmen
}
feedback-mine-answer = { $name } hat geantwortet:
feedback-button-newer = Neuere
feedback-button-older = Ältere
feedback-button-raised = Was ich gemeldet habe
feedback-button-backed = Was ich unterstütze
feedback-button-correct = Korrigieren
feedback-button-withdraw = Zurückziehen
feedback-button-withdraw-yes = Ja, zurückziehen
feedback-button-keep = Nein, behalten
feedback-corrected = Danke, #{ $number } ist korrigiert.
feedback-corrected-nothing = #{ $number } bleibt, wie es war.
feedback-withdraw = #{ $number } „{ $title }“ zurückziehen? Deine Worte verschwinden, und niemand kann es mehr unterstützen.
feedback-withdraw-backed = #{ $number } „{ $title }“ zurückziehen? Andere unterstützen es: Diese Zeile bleibt für sie, und alles andere von dir verschwindet, mit deinem Namen.
feedback-withdrawn = #{ $number } ist zurückgezogen.
feedback-withdrawn-backed = Deine Worte und dein Name stehen nicht mehr bei #{ $number }. Mit den Stimmen anderer lebt es weiter.
feedback-somebody = jemand

## Feedback: voices

feedback-command-voice = Gib dem deine Stimme, was jemand anders gesagt hat.
feedback-command-number = Die Nummer des Feedbacks.
feedback-command-why = Warum, in deinen eigenen Worten.
feedback-voice-which = Welches? Gib seine Nummer an: /voice 12.
feedback-voice-added = Deine Stimme zählt jetzt für #{ $number }: { $title }
feedback-voice-already = Deine Stimme zählt für #{ $number }: { $title }
feedback-voice-theirs = Die Stimme von { $name } zählt jetzt für #{ $number }.
feedback-voice-back = Deine Stimme zählt nicht mehr für #{ $number }.
feedback-voice-none = Du hast #{ $number } keine Stimme gegeben.
feedback-voice-own = #{ $number } ist von dir: Mit /feedback mine kannst du es zurückziehen.
feedback-form-voice = Deine Stimme
feedback-form-why = Was bedeutet es dir?
feedback-button-why = Sagen, warum
feedback-button-take-back = Zurücknehmen
feedback-button-take-back-of = #{ $number } zurücknehmen

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } Stimme
   *[other] { $count } Stimmen
}
feedback-card-assignee = betreut von { $name }
feedback-card-answer = { $name } aus dem Team
feedback-card-by = Gemeldet von { $name }
feedback-card-captured = Gesagt von { $name }, erfasst von { $member }
feedback-card-private = Privat gemeldet von { $name }
feedback-card-private-unnamed = Privat gemeldet
feedback-card-origin = wo es gesagt wurde
feedback-card-withdrawn = #{ $number } wurde zurückgezogen.
feedback-card-merged = Es gehört jetzt zu #{ $number }.
feedback-card-files = Was mit #{ $number } kam:
feedback-card-refused = Die Karte von Feedback #{ $number } lässt sich im Feedback-Raum nicht zeigen: { $why } Sieh bitte nach, was ich dort darf; bei der nächsten Änderung versuche ich es wieder.
feedback-button-voice = Meine Stimme geben
feedback-button-details = Details
feedback-button-status = Status
feedback-details-card = zur Karte
feedback-details-around = Was drum herum gesagt wurde
feedback-details-words = Was andere sagen

## Feedback: staff

feedback-led-on = #{ $from } gehört jetzt zu #{ $number }.
feedback-words-blank = Bitte schreib etwas.
feedback-words-too-long = Das sind { $chars } Zeichen, höchstens { $max } passen hinein.
feedback-command-list = Feedback auflisten.
feedback-command-list-kind = Nur diese Art.
feedback-command-list-status = Nur dieser Status; ohne Angabe alles, was offen ist.
feedback-command-list-sort = Was zuerst kommt.
feedback-command-list-area = Nur dieser Bereich des Produkts.
feedback-command-list-since = Nur Neueres: eine Anzahl Tage oder ein Datum wie 2026-05-31.
feedback-command-list-mine = Nur, was ich betreue.
feedback-command-list-text = Wem es ähnlich sein soll.
feedback-sort-rising = Im Kommen
feedback-sort-voices = Stimmen
feedback-sort-newest = Neueste
feedback-list-head = Feedback { $first } bis { $last } von { $total }
feedback-list-empty = Kein Feedback dieser Art.
feedback-list-partial = Der Suchindex wird noch aufgebaut: Es kann mehr geben.
feedback-unknown-day = Dieses Datum verstehe ich nicht: Schreib eine Anzahl Tage oder ein Datum wie 2026-05-31.
feedback-button-previous = Zurück
feedback-button-next = Weiter
feedback-command-show = Alles zu einem Feedback zeigen.
feedback-command-status = Sag, wie weit es ist; alle, die darum gebeten haben, erfahren es.
feedback-command-status-to = Wie weit es ist.
feedback-command-status-note = Was die Kundschaft dazu lesen soll.
feedback-unknown-status = Welcher Status ist es? { $statuses }
feedback-status-set = #{ $number } steht jetzt auf: { $status }
feedback-status-already = #{ $number } steht schon auf: { $status }
feedback-status-choose = Wie weit ist #{ $number }?
feedback-command-answer = Antworte öffentlich; alle, die darum gebeten haben, erfahren davon.
feedback-command-answer-text = Deine Antwort.
feedback-answered = Beantwortet. Es steht auf der Karte von #{ $number }, und alle, die darum gebeten haben, erfahren davon.
feedback-command-note = Notiere etwas, das nur das Team liest.
feedback-command-note-text = Deine Notiz.
feedback-note-kept = Bei #{ $number } notiert, nur für das Team.
feedback-command-edit = Titel, Details, Art oder Bereich ändern.
feedback-edit = Feedback bearbeiten
feedback-edit-title = Worum geht es, in einer Zeile?
feedback-edit-kind = Was ist es?
feedback-edit-details = Einzelheiten
feedback-edit-area = Bereich des Produkts
feedback-edit-same = An #{ $number } hat sich nichts geändert.
feedback-edit-done = #{ $number } ist geändert.
feedback-command-area = Sag, um welchen Bereich des Produkts es geht.
feedback-command-area-name = Der Bereich; ohne Angabe hat es keinen.
feedback-area-set = Bei #{ $number } geht es um: { $area }
feedback-area-removed = #{ $number } hat keinen Bereich.
feedback-unknown-area = Diesen Bereich gibt es nicht. Es gibt: { $areas }
feedback-command-assign = Sag, wer sich darum kümmert.
feedback-command-assign-who = Wer; ohne Angabe du.
feedback-command-assign-nobody = Niemand kümmert sich mehr darum.
feedback-assigned = { $name } kümmert sich um #{ $number }.
feedback-unassigned = Niemand kümmert sich um #{ $number }.
feedback-assign-by-reply = Ich weiß nicht, wer { $name } ist. Antworte auf eine Nachricht von dieser Person mit: /feedback assign { $number }
feedback-command-merge = Mit einem anderen zusammenführen, das dasselbe sagt.
feedback-command-merge-into = Die Nummer des anderen.
feedback-command-unmerge = Wieder für sich stehen lassen.
feedback-button-merge-into = Mit #{ $number } zusammenführen
feedback-merged = #{ $from } gehört jetzt zu #{ $number }. Seine Stimmen zählen dort.
feedback-merged-already = #{ $from } gehört schon zu #{ $number }.
feedback-merge-under-way = #{ $from } und #{ $number } werden gerade noch zusammengeführt oder getrennt. Es geht voran; sieh gleich noch einmal nach.
feedback-merge-itself = #{ $number } lässt sich nicht mit sich selbst zusammenführen.
feedback-merge-circle = #{ $number } gehört selbst zu #{ $from }, darum kann #{ $from } nicht dazugehören.
feedback-merge-busy = Mit #{ $number } wird gerade noch etwas zusammengeführt oder davon getrennt. Versuch es bitte gleich noch einmal.
feedback-unmerged = #{ $from } steht wieder für sich, sobald seine Stimmen aus #{ $number } herausgenommen sind.
feedback-not-merged = #{ $number } gehört zu keinem anderen.
feedback-unmerge-outer-first = #{ $number } gehört selbst zu etwas anderem: Gib zuerst /feedback unmerge { $number } ein.
feedback-history-status = { $name } hat den Status gesetzt: { $what }
feedback-history-status-note = { $name } hat den Status gesetzt: { $what } ({ $note })
feedback-history-answered = { $name } hat geantwortet: { $what }
feedback-history-noted = { $name } hat notiert: { $what }
feedback-history-edited = { $name } hat es geändert; vorher hieß es: { $what }
feedback-history-area = { $name } hat den Bereich gesetzt: { $what }
feedback-history-no-area = { $name } hat den Bereich entfernt
feedback-history-assigned = { $name } hat { $what } gebeten, sich zu kümmern
feedback-history-unassigned = { $name } hat gesagt, dass sich niemand darum kümmert
feedback-history-merged = { $name } hat es mit #{ $what } zusammengeführt
feedback-history-took-in = { $name } hat #{ $what } hierher übernommen
feedback-history-unmerged = { $name } hat es von #{ $what } getrennt

## Feedback: closing the loop

feedback-told-open = #{ $number } „{ $title }“ ist wieder offen.
feedback-told-under-review = Wir sehen uns #{ $number } „{ $title }“ an.
feedback-told-planned = #{ $number } „{ $title }“ ist geplant.
feedback-told-started = Wir arbeiten jetzt an #{ $number } „{ $title }“.
feedback-told-shipped = 🎉 #{ $number } „{ $title }“ ist da.
feedback-told-declined = #{ $number } „{ $title }“ werden wir nicht umsetzen.
feedback-told-duplicate = #{ $number } „{ $title }“ sagt dasselbe wie ein anderes Feedback und ist geschlossen.
feedback-told-news = Neues zu #{ $number } „{ $title }“:
feedback-told-thanks = { $count ->
    [one] Danke, dass du dich gemeldet hast,
   *[other] Danke euch allen, dass ihr euch gemeldet habt:
}
feedback-told-thanks-all = { $count ->
    [one] Danke an die eine Person, die sich hier gemeldet hat.
   *[other] Danke an die { $count } Leute, die sich hier gemeldet haben.
}
feedback-told-others = { $count ->
    [one] und eine weitere Person
   *[other] und { $count } weitere
}
feedback-told-open-card = #{ $number } öffnen
feedback-told-asked = Das hörst du, weil du privat darum gebeten hast. Lieber nicht? /feedback mute
feedback-told-follows = Das hörst du, weil du dem folgst. Lieber nicht? /feedback unfollow { $number }
feedback-verdict-question = Tut es, was du dir erhofft hast?
feedback-verdict-up = 👍 Ja
feedback-verdict-down = 👎 Noch nicht
feedback-verdict-not-asked = Diese Frage geht an die, die um #{ $number } gebeten haben oder dem folgen.
feedback-verdict-glad = Das freut uns!
feedback-verdict-sorry = Danke für deine Ehrlichkeit. Was fehlt?
feedback-verdict-word = Etwas dazu sagen
feedback-verdict-form = Tut es, was du dir erhofft hast?
feedback-verdict-form-words = Was soll das Team wissen?
feedback-verdict-noted = Notiert, danke. Das Team liest es.
feedback-introduction-meet = Andere kennenlernen, die das wollten
feedback-introduction-question = Möchtest du andere kennenlernen, die um #{ $number } „{ $title }“ gebeten haben? Wenn du Ja sagst, sehen bis zu drei von ihnen, die auch Ja sagen, deinen Namen ({ $name }) und dein Konto auf { $platform }, und du siehst ihre. Sonst niemand. Du kannst es zurücknehmen.
feedback-introduction-yes = Ja, stell mich vor
feedback-introduction-no = Nicht vorstellen
feedback-introduction-waiting = Du hast für #{ $number } Ja gesagt. Ich schreibe dir privat, sobald du jemanden kennenlernen kannst.
feedback-introduction-met = Ihr habt beide um #{ $number } „{ $title }“ gebeten. Sag hallo zu
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = Das ist für die, die um #{ $number } gebeten haben. Mit /voice { $number } gibst du deine Stimme.
feedback-introduction-taken-back = Ich stelle dich für #{ $number } niemandem mehr vor.
feedback-command-follow = Privat erfahren, was aus einem Feedback wird.
feedback-command-unfollow = Von einem Feedback privat nichts mehr erfahren.
feedback-command-mute = Keine Nachrichten wegen Feedback; Neuigkeiten pingen dich nicht an und nennen dich nicht.
feedback-command-mute-state = Ohne Angabe: an.
feedback-mute-on = an
feedback-mute-off = aus
feedback-followed = Du folgst jetzt #{ $number } „{ $title }“: Ich schreibe dir privat, wenn sich etwas tut.
feedback-followed-muted = Du folgst jetzt #{ $number } „{ $title }“, hörst aber nichts, solange du stumm gestellt hast: /feedback mute off
feedback-follow-reach = Schreib mir ruhig
feedback-unfollowed = Du folgst #{ $number } nicht mehr.
feedback-not-followed = Du bist #{ $number } nicht gefolgt.
feedback-muted = Stumm: Ich schreibe dir nicht mehr wegen Feedback, und Neuigkeiten dazu pingen dich nicht an und nennen dich nicht. /feedback mute off beendet das.
feedback-unmuted = Du hörst wieder von deinem Feedback.
feedback-progress-going = Die Leute werden benachrichtigt: { $told } Nachrichten angekommen, { $waiting } warten auf einen anderen Tag, { $failed } gescheitert.
feedback-progress-done = Die Leute sind benachrichtigt: { $told } Nachrichten angekommen, { $failed } gescheitert.
feedback-progress-verdicts = Tut, was sie sich erhofft haben: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Das Feedback als Datei bekommen.
feedback-command-export-format = Das Format der Datei.
feedback-format-csv = CSV, für eine Tabelle
feedback-format-jsonl = JSON Lines, für ein Programm
feedback-export-begun = Der Export läuft. Die Datei kommt gleich hierher.
feedback-export-begun-elsewhere = Der Export läuft. Die Datei kommt dorthin, wo nur das Team liest.
feedback-export-progress = Export läuft … { $percent } %
feedback-export-empty = Es gibt nichts zu exportieren: Kein Feedback passt.
feedback-export-done = { $count ->
    [one] Ein Feedback.
   *[other] { $count } Feedbacks.
}
feedback-export-unsent = { $name } ließ sich von hier nicht senden.
feedback-export-failed = Der Export ließ sich nicht senden: { $why }

## The engine's own sentences

staff-only = Das ist dem Team vorbehalten.
only-in-private = Das kann ich dir nur privat sagen: Schreib mir dort.
went-wrong = Bei uns ist etwas schiefgegangen. Wir haben es vermerkt; versuch es bitte in einer Weile noch einmal.
no-longer-current = Das ist nicht mehr aktuell.
dialogue-cancelled = Abgebrochen. Nichts wurde gespeichert.
dialogue-nothing-to-cancel = Es gibt nichts abzubrechen.
dialogue-back = Zurück
dialogue-skip = Überspringen
dialogue-cancel = Abbrechen
form-try-again = Noch einmal
form-now = Jetzt: { $value }
form-error-empty = { $field }: Bitte schreib etwas.
form-error-too-long = { $field }: Das { $chars ->
        [one] ist { $chars } Zeichen
       *[other] sind { $chars } Zeichen
    }, höchstens { $max } passen hinein.
form-error-not-a-choice = { $field }: Bitte wähl eine der angebotenen Antworten.
form-error-not-a-file = { $field }: Bitte sende eine Datei.
form-error-too-many-files = { $field }: Das { $chars ->
        [one] ist { $chars } Datei
       *[other] sind { $chars } Dateien
    }, höchstens { $max } gehen.
file-photo = Foto
file-video = Video
file-video-note = Videonachricht
file-animation = Animation
file-voice = Sprachnachricht
file-audio = Audiodatei
file-sticker = Sticker
file-document = Datei
carried-file = 📎 { $what }: Das ließ sich nicht übertragen.
carried-named-file = 📎 { $what } „{ $name }“: Das ließ sich nicht übertragen.
carried-location = 📍 { $title }: { $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }: { $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }:
carried-forward-unknown = ↪ weitergeleitet:
dialogue-hint-cancel = Antworte auf diese Nachricht, oder brich mit /cancel ab.
dialogue-hint-skip = Antworte auf diese Nachricht, überspring sie mit /skip, oder brich mit /cancel ab.

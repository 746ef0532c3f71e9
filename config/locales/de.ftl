# Alle Sätze auf Deutsch: die der Funktionen, dann die des Kerns.
#
# Glossar (Ansprache: du, für Kundschaft und Team gleich)
#   case      Anfrage          staff, team   Team
#   join      beitreten        close         schließen
#   claim     übernehmen       release       abgeben
#   snooze    zurückstellen    on duty       im Dienst
#   room      Raum             person        Mensch aus dem Team
#   customer  Kundschaft; eine einzelne: die Person
#   snippet   Textbaustein     tag           Schlagwort
#   block     sperren          transcript    Protokoll
#   voice     Stimme           card          Karte
#   shipped   umgesetzt        area          Bereich
#   merge     zusammenführen   unmerge       trennen
#   Zeitspannen stehen im Dativ: seit, vor, nach, innerhalb von { $span }.
#   Befehle (/join, /close …) und Marken bleiben, wie sie sind.

## Handoff: commands

handoff-command-human = Mit einem Menschen aus unserem Team sprechen.
handoff-command-human-text = Worum es geht.
handoff-command-case = Die Nummer der Anfrage; ohne Angabe die dieses Raums.
handoff-command-join = Eine Anfrage mitlesen: die dieses Raums, sonst die, die am längsten wartet.
handoff-command-claim = Eine Anfrage übernehmen: die dieses Raums, sonst die, die am längsten wartet.
handoff-command-release = Eine Anfrage abgeben, damit jemand anders sie übernimmt.
handoff-command-leave = Eine Anfrage nicht mehr mitlesen.
handoff-command-close = Eine Anfrage schließen: die dieses Raums oder die mit dieser Nummer.
handoff-command-close-reason = Warum – das liest nur das Team.

## Handoff: what customers read

handoff-called = Ich habe jemanden von { $brand } gerufen: Das ist Anfrage #{ $number }. Was du ab jetzt hier schreibst, kommt dort an.
handoff-called-in-group = Ich habe jemanden von { $brand } gerufen: Das ist Anfrage #{ $number }. Antworte hier auf meine Nachrichten, dann kommen deine Worte dort an.
handoff-open-waiting = Deine Anfrage #{ $number } ist offen, und jemand aus dem Team ist gerufen. Was du hier schreibst, kommt dort an.
handoff-open-active = { $name } ist in Anfrage #{ $number } für dich da. Was du hier schreibst, kommt dort an.
handoff-open-waiting-here = Deine Anfrage #{ $number } ist offen, und jemand aus dem Team ist gerufen. Ab jetzt kommt auch an, was du hier schreibst.
handoff-open-active-here = { $name } ist in Anfrage #{ $number } für dich da. Ab jetzt kommt auch an, was du hier schreibst.
handoff-usually = Meistens kommt innerhalb von { $span } eine Antwort.
handoff-blocked = { $brand } kann dir hier nicht weiterhelfen.
handoff-blocked-until = { $brand } kann dir hier nicht weiterhelfen. Du bist { $when } wieder willkommen.
handoff-no-team = Hier kann ich niemanden rufen: Das Team hat noch nicht gesagt, wo es zu erreichen ist.
handoff-anonymous = Ich kann hier nicht erkennen, wer du bist. Schreib bitte unter deinem eigenen Namen, damit dir jemand antworten kann.
handoff-for-customers = Hier arbeitet das Team. Wer Hilfe sucht, ruft dort jemanden, wo die Frage aufkommt.
handoff-nobody-reads = Diesen Chat liest bei { $brand } niemand mit, solange du keinen Menschen rufst: /human, und was du dann schreibst, kommt an.
handoff-not-called = Ich konnte das Team gerade nicht erreichen. Deine Anfrage #{ $number } bleibt erhalten, mit dem, was du hier schreibst: Sobald ich das Team erreiche, bekommt es alles.
handoff-seen = { $name } von { $brand } hat das gesehen.
handoff-joined = { $name } von { $brand } ist jetzt für dich da.
handoff-left = Jemand anders von { $brand } macht mit dir weiter.
handoff-goes-on = Anfrage #{ $number } geht weiter.
handoff-closed = Anfrage #{ $number } ist geschlossen. Falls noch etwas offen ist, ruf einfach wieder jemanden.

## Handoff: where customers are answered

handoff-button-person = Mit einem Menschen sprechen
handoff-button-here = Antwortet mir hier
handoff-button-private = Privat sprechen
handoff-here = Du bekommst die Antworten hier, in Anfrage #{ $number }.
handoff-for-caller = Das ist für die Person, die jemanden gerufen hat. Du kannst auch selbst jemanden rufen: /human.
handoff-private-here = Anfrage #{ $number } geht hier weiter, wo sonst niemand mitliest. Was du hier schreibst, kommt bei einem Menschen aus dem Team an.
handoff-private-opening = Ich öffne einen Ort, an dem nur du und das Team lesen.
handoff-private-already = Wir sprechen schon privat. { $link }
handoff-private-impossible = Ich kann dir nicht privat schreiben: Schreib mir dort zuerst und ruf von dort aus jemanden. Bis dahin bekommst du die Antworten hier.
handoff-private-never = Privat kann ich hier nicht mit dir reden: Du bekommst die Antworten hier.
handoff-button-share = Zeigen, was wir vorher gesagt haben
handoff-shared = Das Team kann jetzt sehen, was wir vorher gesagt haben.

## Handoff: how things stand

handoff-command-status = Wie es mit deiner Anfrage steht.
handoff-status-waiting = Anfrage #{ $number } wartet auf einen Menschen aus dem Team: Du hast vor { $span } gerufen.
handoff-status-active = { $name } ist in Anfrage #{ $number } für dich da.
handoff-status-snoozed = Anfrage #{ $number } ist gerade zurückgestellt. Schreib, dann geht sie sofort weiter.
handoff-status-parked = Ich konnte dich wegen Anfrage #{ $number } nicht erreichen. Schreib dort, wo wir gesprochen haben, dann geht sie weiter.
handoff-status-unanswered = Du wartest seit { $span } auf eine Antwort.
handoff-status-closed = Keine Anfrage von dir ist offen. Die letzte, #{ $number }, wurde vor { $span } geschlossen. Mit /human rufst du jemanden.
handoff-status-none = Keine Anfrage von dir ist offen. Mit /human rufst du jemanden.

## Handoff: accepted answers

handoff-command-accept = Eine Nachricht als Antwort auf die Frage davor annehmen: Antworte damit auf sie.
handoff-command-accept-question = Worauf sie antwortet, falls ich das nicht gehört habe.
handoff-menu-accept = Als Antwort annehmen
handoff-accept-which = Welche Antwort? Wähl das im Menü ihrer Nachricht oder schreib es als Antwort darauf.
handoff-accept-among-customers = Antworten werden dort angenommen, wo die Kundschaft miteinander spricht.
handoff-accept-no-words = In dieser Nachricht stehen keine Worte von einem Menschen.
handoff-accept-no-question = Ich habe nicht gehört, worauf das antwortet. Sag es mit dem Befehl: /accept und dann die Frage.
handoff-accept-not-theirs = Das ist für die Person, die gefragt hat, und für das Team.
handoff-accepted = Angenommen. Wer einen Menschen dasselbe fragt, bekommt gezeigt, was { $name } geantwortet hat.
handoff-button-unaccept = Zurücknehmen
handoff-unaccepted = Die Antwort wird niemandem mehr angeboten.
handoff-offer = Das wurde schon einmal gefragt, und { $name } hat geantwortet:
handoff-offer-link = Dort ansehen, wo es gesagt wurde
handoff-offer-helped = Schön, dass das geholfen hat.
handoff-button-helps = Das hilft
handoff-button-call = Jemanden rufen

## Handoff: help here

handoff-command-help-here = Jemandem gleich dort helfen, wo die Nachricht steht: Antworte damit auf sie.
handoff-menu-help = Hier helfen
handoff-help-which = Wem möchtest du helfen? Wähl das im Menü der Nachricht oder schreib es als Antwort darauf.
handoff-help-among-customers = Hier hilft sich das Team untereinander: Das ist für Nachrichten der Kundschaft.
handoff-help-nobody = Dort lässt sich niemandem helfen: Das hat ein Bot geschrieben oder jemand ohne eigenen Namen.
handoff-help-staff = Das hat jemand aus dem Team geschrieben.
handoff-help-blocked = { $name } ist gesperrt: Erst kommt /unblock.
handoff-help-offered = { $brand } möchte dir dabei helfen: Das ist Anfrage #{ $number }. Antworte hier, dann kommen deine Worte beim Team an.

## Handoff: what staff read

handoff-card-title = Anfrage #{ $number }: { $name }
handoff-card-from = Von { $platform }
handoff-card-speaks = spricht { $language ->
    [de] Deutsch
    [en] Englisch
    [es] Spanisch
    [pt] Portugiesisch
    [ru] Russisch
    [uk] Ukrainisch
    [zh] Chinesisch
   *[other] { $language }
}
handoff-card-new-here = neu hier
handoff-card-here-for = seit { $span } hier
handoff-card-in-private = In einem privaten Chat
handoff-card-in-public = Unter anderen
handoff-card-said-before = Vorher gesagt:
handoff-card-other-cases = { $count ->
    [one] Eine weitere Anfrage:
   *[other] { $count } weitere Anfragen:
}
handoff-card-other-open = #{ $number }, offen
handoff-card-other-closed = #{ $number }, vor { $span } geschlossen
handoff-card-room = Zum Raum
handoff-card-unanswered = Seit { $span } ohne Antwort.
handoff-minutes = { $count ->
    [one] einer Minute
   *[other] { $count } Minuten
}
handoff-hours = { $count ->
    [one] einer Stunde
   *[other] { $count } Stunden
}
handoff-days = { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
handoff-priority-low = Niedrige Priorität
handoff-priority-normal = Normale Priorität
handoff-priority-high = Hohe Priorität
handoff-priority-urgent = Dringend
handoff-tag-waiting = Wartet
handoff-tag-active = Beim Team
handoff-tag-snoozed = Zurückgestellt
handoff-tag-parked = Nicht erreichbar
handoff-tag-closed = Geschlossen
handoff-card-waiting = Wartet darauf, dass jemand beitritt.
handoff-card-active = { $name } kümmert sich darum.
handoff-card-snoozed = Zurückgestellt.
handoff-card-snoozed-by = Zurückgestellt von { $name }.
handoff-card-parked = Die Person ist nicht erreichbar.
handoff-card-closed = Geschlossen von { $name }.
handoff-card-closed-by-itself = Nach langer Stille geschlossen.
handoff-button-join = Beitreten
handoff-button-claim = Übernehmen
handoff-button-release = Abgeben
handoff-button-reply = Antworten
handoff-button-snooze = Zurückstellen
handoff-button-close = Schließen
handoff-button-reopen = Wieder öffnen
handoff-room-explicit = Was du hier schreibst, bleibt im Team. Antworte auf eine Nachricht von { $name } oder schreib /reply, dann kommt es dort an.
handoff-room-all = Was du hier schreibst, kommt bei { $name } an. Was mit // beginnt, bleibt im Team, und eure Antworten aufeinander auch.
handoff-author = { $name } · { $brand }
handoff-yours = Anfrage #{ $number } gehört dir.
handoff-still-yours = Anfrage #{ $number } gehört dir schon.
handoff-you-joined = Du liest Anfrage #{ $number } mit.
handoff-theirs = Anfrage #{ $number } ist vergeben: { $name } kümmert sich darum.
handoff-not-held = Niemand hat Anfrage #{ $number } übernommen.
handoff-you-released = Anfrage #{ $number } wartet auf jemand anders.
handoff-you-left = Du liest Anfrage #{ $number } nicht mehr mit.
handoff-not-closed = Anfrage #{ $number } ist nicht geschlossen.
handoff-is-parked = Die Person aus Anfrage #{ $number } ist nicht erreichbar.
handoff-as-it-was = An Anfrage #{ $number } hat sich nichts geändert.
handoff-room-link = Der Raum:
handoff-room-opening = Der Raum wird gerade geöffnet.
handoff-room-lost = Anfrage #{ $number } hat keinen Raum: Er ließ sich nicht öffnen ({ $why }). Was geschrieben wird, steht hier, und ich versuche es weiter.
handoff-room-after-all = Anfrage #{ $number } hat jetzt ihren Raum. { $link }
handoff-room-closed-by = { $name } hatte diesen Raum geschlossen. Er ist wieder offen: Die Anfrage geht weiter, und /close beendet sie.
handoff-room-was-closed = Dieser Raum war geschlossen. Er ist wieder offen: Die Anfrage geht weiter, und /close beendet sie.
handoff-room-stays-closed = Der Raum von Anfrage #{ $number } ist geschlossen, und ich kann ihn nicht öffnen ({ $why }). Was geschrieben wird, steht hier.
handoff-room-early = Was hier stand, bevor dieser Raum bereit war, ist nirgends angekommen. { $names }: Bitte schreibt es noch einmal.
handoff-room-removed = Anfrage #{ $number } hat ihren Raum verloren: Jemand hat ihn entfernt. Sobald wieder geschrieben wird, öffnet sich ein neuer; /close beendet die Anfrage.
handoff-room-renewed = Anfrage #{ $number } hat einen neuen Raum, weil es den alten nicht mehr gibt. { $link }
handoff-nobody-waits = Niemand wartet.
handoff-no-such-case = Eine Anfrage #{ $number } gibt es nicht.
handoff-which-case = Welche Anfrage? Gib den Befehl in ihrem Raum ein oder nenne ihre Nummer.
handoff-already-closed = Anfrage #{ $number } ist schon geschlossen.
handoff-you-closed = Du hast Anfrage #{ $number } geschlossen.
handoff-claimed = { $name } hat diese Anfrage übernommen.
handoff-released = Diese Anfrage wartet darauf, dass jemand sie übernimmt.
handoff-snoozed = Diese Anfrage ist zurückgestellt. Sie kommt { $when } wieder, oder sobald die Person schreibt.
handoff-woken = Diese Anfrage geht weiter.
handoff-parked = Die Person ist nicht erreichbar: { $reason }. Was du schreibst, wartet, bis sie es wieder ist.
handoff-resumed = Die Person ist wieder erreichbar.
handoff-reopened = Diese Anfrage ist wieder offen.
handoff-closed-by-itself = Diese Anfrage ist geschlossen, nach langer Stille.
handoff-closed-by = { $name } hat diese Anfrage geschlossen.
handoff-closed-because = { $name } hat diese Anfrage geschlossen: { $reason }
handoff-not-confirmed = Nicht gesendet: Ich konnte nicht rechtzeitig prüfen, ob du zum Team gehörst. Bitte sende es noch einmal.
handoff-looks-like-command = Nicht gesendet: Es beginnt wie ein Befehl.
handoff-not-delivered = Nicht bei { $name } angekommen: { $why }. Bitte sende es noch einmal in anderer Form.
handoff-not-changed = Was { $name } oder du in Anfrage #{ $number } nachträglich geändert hat, ließ sich nicht übertragen: { $why }
handoff-maybe-twice = { $name } hat deine letzten Worte vielleicht doppelt bekommen: Die Plattform hat nicht gesagt, ob sie angekommen waren.
handoff-not-shown = Etwas, das { $name } in Anfrage #{ $number } geschrieben hat, ließ sich im Raum nicht zeigen: { $why }

## Handoff: time

handoff-moment = { $day ->
    [today] heute um { $time }
    [tomorrow] morgen um { $time }
    [mon] am Montag um { $time }
    [tue] am Dienstag um { $time }
    [wed] am Mittwoch um { $time }
    [thu] am Donnerstag um { $time }
    [fri] am Freitag um { $time }
    [sat] am Samstag um { $time }
    [sun] am Sonntag um { $time }
   *[date] am { $date } um { $time }
}
handoff-away = Von { $brand } ist gerade niemand da. Ein Mensch ist { $when } wieder hier.
handoff-when-unreadable = Das kann ich nicht als Zeit lesen.
handoff-when-past = Diese Zeit ist schon vorbei.
handoff-when-too-far = Das liegt zu weit in der Zukunft.
handoff-when-examples = Schreib sie wie 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 oder 2026-12-01 9:00.
handoff-command-duty = Gerufen werden, wenn jemand wartet, oder sehen, wer im Dienst ist.
handoff-command-duty-state = Ob du im Dienst bist; ohne Angabe, wer es ist.
handoff-command-duty-until = Bis wann, etwa 18:00 oder 4h; ohne Angabe für 12 Stunden.
handoff-duty-on = An
handoff-duty-off = Aus
handoff-duty-begun = Du bist im Dienst: Ich rufe dich, wenn jemand wartet. Dein Dienst endet { $when }.
handoff-duty-ended = Du bist nicht mehr im Dienst.
handoff-duty-was-off = Du warst nicht im Dienst.
handoff-duty-over = Dein Dienst ist zu Ende. Weiter geht es mit /duty on.
handoff-duty-nobody = Niemand ist im Dienst. Mit /duty on wirst du gerufen, wenn jemand wartet.
handoff-duty-list = Im Dienst:
handoff-duty-line = { $name } (endet { $when })
handoff-duty-role = alle im Dienst
handoff-staff-role = das Team
handoff-call = Anfrage #{ $number }: { $name } wartet auf einen Menschen.
handoff-reminder = Anfrage #{ $number }: { $name } wartet noch auf eine Antwort (seit { $length }).
handoff-command-snooze = Eine Anfrage zurückstellen: bis zu einer Zeit, oder bis die Person schreibt.
handoff-command-snooze-until = Bis wann: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Die Anfrage zurückstellen
handoff-snooze-form-until = Bis wann? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = Anfrage #{ $number } ist zurückgestellt. Sie kommt { $when } wieder.
handoff-command-close-in = Nach welcher Zeit, etwa 2h, falls die Person nicht vorher schreibt.
handoff-command-close-silently = Der Person nichts davon sagen.
handoff-you-close-later = Anfrage #{ $number } wird geschlossen, falls die Person nicht vorher schreibt.
handoff-closes = { $by } schließt diese Anfrage { $when }, falls { $name } nicht vorher schreibt.
handoff-closes-not = { $name } hat geschrieben: Diese Anfrage wird nicht geschlossen.
handoff-silence = Wir haben in Anfrage #{ $number } nichts mehr von dir gehört. Wenn nichts mehr zu tun ist, wird sie { $when } geschlossen. Schreib hier, dann bleibt sie offen.
handoff-rating = Hat das geholfen? 1: gar nicht, 5: sehr.
handoff-button-rate = { $stars }
handoff-button-rate-why = Sagen, warum
handoff-rating-thanks = Danke!
handoff-rating-given = Das hast du schon gesagt. Danke!
handoff-rating-noted = Danke, das ist notiert.
handoff-rating-not-yours = Diese Frage ist für jemand anders.
handoff-rating-form = Wie wir dir geholfen haben
handoff-rating-form-words = Was war gut, was hätte besser sein können?
handoff-rating-low = { $name } wurde in Anfrage #{ $number } nicht geholfen: { $stars } von 5.

## Handoff: the desk's commands

handoff-command-join-where = Welcher Raum: der der Anfrage oder der eigene der Person.
handoff-where-room = Der Raum der Anfrage
handoff-where-customer = Der eigene Raum der Person
handoff-command-transfer = Eine Anfrage jemand anderem aus dem Team geben.
handoff-command-transfer-who = Wer sie bekommt.
handoff-command-transfer-name = Oder der Name.
handoff-command-cases = Die Warteschlange: wer auf jemanden wartet, am längsten zuerst.
handoff-command-cases-state = Nur die mit diesem Stand.
handoff-command-cases-priority = Nur die mit dieser Priorität.
handoff-command-cases-mine = Nur deine.
handoff-command-cases-waiting = Nur die, in denen auf eine Antwort gewartet wird.
handoff-command-cases-tag = Nur die mit diesem Schlagwort.
handoff-command-case-closed = Die Nummer der Anfrage.
handoff-command-case-of = Oder die Nummer einer Anfrage der Person.
handoff-command-reopen = Eine geschlossene Anfrage fortsetzen.
handoff-command-contact = Jemandem aus der Kundschaft zuerst schreiben.
handoff-command-contact-text = Was du sagen möchtest.
handoff-command-who = Wer aus der Kundschaft.
handoff-command-snippet = Worte, die das Team oft sagt.
handoff-command-snippet-list = Alle Textbausteine zeigen.
handoff-command-snippet-send = Der Person einen schicken, nach einem Blick darauf.
handoff-command-snippet-add = Neue Worte aufheben.
handoff-command-snippet-edit = Die Worte eines Textbausteins ändern.
handoff-command-snippet-remove = Einen vergessen.
handoff-command-snippet-name = Sein Name, ein Wort.
handoff-command-snippet-text = Die Worte; {"{customer}"}, {"{staff}"}, {"{brand}"} und {"{case}"} werden eingesetzt.
handoff-command-priority = Sagen, wie sehr eine Anfrage drängt.
handoff-command-priority-which = Wie sehr.
handoff-command-tag = Worum es in einer Anfrage geht.
handoff-command-tag-list = Die Schlagwörter einer Anfrage zeigen.
handoff-command-tag-add = Einer Anfrage ein Schlagwort geben.
handoff-command-tag-remove = Einer Anfrage ein Schlagwort nehmen.
handoff-command-tag-name = Das Schlagwort.
handoff-command-merge = Aus zwei Anfragen einer Person eine machen.
handoff-command-merge-from = Die Anfrage, die endet.
handoff-command-merge-into = Die Anfrage, die weitergeht.
handoff-command-block = Jemanden sperren: Das Team wird eine Zeit lang nicht gerufen.
handoff-command-block-time = Wie lange, etwa 12h, 3d, 2w oder forever.
handoff-command-block-reason = Warum – das liest nur das Team.
handoff-command-unblock = Eine Sperre aufheben: Das Team wird wieder gerufen.
handoff-command-notify = Einen Ping bekommen, wenn die Person das nächste Mal schreibt.
handoff-command-subscribe = Jedes Mal einen Ping bekommen, wenn die Person schreibt.
handoff-command-audit = Wer aus dem Team zuletzt was getan hat.
handoff-command-audit-who = Nur, was diese Person getan hat.
handoff-command-audit-name = Oder ihr Name.
handoff-command-audit-case = Nur, was mit dieser Anfrage geschehen ist.

## Handoff: the desk

handoff-state-waiting = wartet
handoff-state-active = in Arbeit
handoff-state-snoozed = zurückgestellt
handoff-state-parked = nicht erreichbar
handoff-state-closed = geschlossen
handoff-cases-head = Anfragen { $first } bis { $last } von { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = wartet seit { $span }
handoff-no-cases = Keine solche Anfrage.
handoff-button-previous = Zurück
handoff-button-next = Mehr
handoff-button-older = Ältere
handoff-transfer-to-whom = Wem? Wähl jemanden aus dem Team, schreib den Namen oder antworte auf eine Nachricht von dort. Wer hier länger nicht gearbeitet hat, ist mir nicht bekannt.
handoff-you-transferred = Anfrage #{ $number } gehört jetzt { $name }.
handoff-theirs-already = Anfrage #{ $number } gehört schon { $name }.
handoff-transferred-to-you = { $name } hat dir diese Anfrage gegeben.
handoff-goes-on-in = Anfrage #{ $number } geht in #{ $into } weiter.
handoff-has-open-case = { $name } hat eine offene Anfrage: #{ $number }.
handoff-is-blocked = { $name } ist gesperrt: Erst kommt /unblock.
handoff-you-reopened = Anfrage #{ $number } ist wieder offen und wartet auf jemanden.
handoff-you-reopened-for = Anfrage #{ $number } ist wieder offen, bei { $name }.
handoff-who = Wen? Wähl die Person aus, antworte auf eine Nachricht von ihr oder nenne eine Anfrage von ihr, etwa case:7.
handoff-not-a-customer = Das ist jemand aus dem Team.
handoff-contact-no-words = Was soll ich sagen? Schreib es hinter den Befehl.
handoff-contact-blocked = { $name } ist gesperrt: Erst kommt /unblock.
handoff-contact-nowhere = { $name } ist privat nicht zu erreichen und wurde öffentlich noch nicht gesehen.
handoff-contacted = Privat an { $name } geschrieben: Das ist Anfrage #{ $number }, und sie gehört dir.
handoff-contacted-in-public = Öffentlich an { $name } geschrieben, dort, wo die letzte Nachricht stand: Das ist Anfrage #{ $number }, und sie gehört dir.
handoff-which-priority = Welche Priorität? Schreib low, normal, high oder urgent.
handoff-priority-set = Anfrage #{ $number } hat eine neue Priorität: { $name }.
handoff-no-tags = Anfrage #{ $number } hat keine Schlagwörter.
handoff-tags = Anfrage #{ $number }: { $name }
handoff-which-tag = Welches Schlagwort?
handoff-tag-too-long = Das ist zu lang für ein Schlagwort: höchstens 30 Zeichen.
handoff-tag-there = Anfrage #{ $number } hat dieses Schlagwort schon.
handoff-too-many-tags = Anfrage #{ $number } hat fünf Schlagwörter: Nimm erst eines weg.
handoff-tagged = Anfrage #{ $number } hat jetzt das Schlagwort { $name }.
handoff-untagged = Anfrage #{ $number } hat das Schlagwort { $name } nicht mehr.
handoff-no-such-tag = Anfrage #{ $number } hat kein solches Schlagwort.
handoff-merged = Anfrage #{ $from } geht in #{ $into } weiter.
handoff-merged-reason = Es geht in Anfrage #{ $into } weiter.
handoff-merged-already = Anfrage #{ $from } geht schon in einer anderen weiter.
handoff-merge-itself = Das ist ein und dieselbe Anfrage.
handoff-merge-two-people = Die Anfragen #{ $from } und #{ $into } sind von zwei Leuten, deren Worte sich nicht mischen dürfen. Um sie zusammen im Blick zu behalten, gib beiden dasselbe Schlagwort: /tag add.
handoff-merge-into-closed = Anfrage #{ $into } ist geschlossen: Erst kommt /reopen.
handoff-goes-on-elsewhere = Diese Anfrage geht in #{ $reason } weiter.
handoff-card-merged = Geht in Anfrage #{ $number } weiter.
handoff-took-in = Anfrage #{ $from } geht hier weiter.
handoff-block-how-long = Wie lange? Schreib es wie 12h, 3d, 2w oder forever.
handoff-you-blocked = { $name } ist gesperrt, bis jemand /unblock schreibt.
handoff-you-blocked-for = { $name } ist gesperrt. Die Sperre endet nach { $span }.
handoff-you-unblocked = { $name } ist nicht mehr gesperrt.
handoff-not-blocked = { $name } ist nicht gesperrt.
handoff-watched = Du bekommst einen Ping, immer wenn { $name } in Anfrage #{ $number } schreibt.
handoff-watched-once = Du bekommst einen Ping, wenn { $name } das nächste Mal in Anfrage #{ $number } schreibt.
handoff-watched-no-more = Du bekommst wegen Anfrage #{ $number } keinen Ping mehr.
handoff-you-joined-customer = Du bist im Raum von { $name }.
handoff-customer-in-public = { $name } schreibt an einem öffentlichen Ort: Da muss niemand eingelassen werden.
handoff-customer-in-chat = { $name } schreibt in einem privaten Chat mit mir, in den sonst niemand hineinkommt. Antworte aus dem Raum der Anfrage.
handoff-customer-elsewhere = { $name } ist auf einer Plattform, auf der ich dich nicht einlassen kann. Antworte aus dem Raum der Anfrage.
handoff-no-snippets = Noch keine Textbausteine: /snippet add hebt einen auf.
handoff-snippets = Textbausteine:
handoff-snippet-no-name = Der Name eines Textbausteins ist ein Wort mit höchstens 32 Zeichen.
handoff-snippet-no-words = Was sagt der Textbaustein? Schreib es hinter seinen Namen.
handoff-snippet-too-long = Das ist zu lang für einen Textbaustein: höchstens 1500 Zeichen.
handoff-snippet-unknown-placeholder = { $unknown } gibt es nicht. Eingesetzt werden: { $known }.
handoff-snippet-there = Den Textbaustein { $name } gibt es schon: /snippet edit ändert ihn.
handoff-no-such-snippet = Den Textbaustein { $name } gibt es nicht.
handoff-too-many-snippets = Es gibt zu viele Textbausteine: Entferne erst einen.
handoff-snippet-added = Textbaustein { $name } ist aufgehoben.
handoff-snippet-edited = Textbaustein { $name } ist geändert.
handoff-snippet-removed = Textbaustein { $name } ist weg.
handoff-snippet-preview = { $name } würde das lesen:
handoff-snippet-sent = An { $name } in Anfrage #{ $number } geschickt.
handoff-snippet-theirs = { $name } muss das selbst senden. Schau es dir selbst an: /snippet send
handoff-button-send-it = Senden
handoff-audit-head = Was getan wurde, das Neueste zuerst:
handoff-audit-empty = Nichts wurde getan.
handoff-audit-whom = Ich kenne niemanden aus dem Team mit diesem Namen.
handoff-audit-entry = vor { $span } · { $name } · { $what } { $subject }
handoff-audit-refused = vor { $span } · { $name } · { $what } { $subject } · verweigert

## Handoff: what the desk says to customers

handoff-contact = { $brand } schreibt dir: Das ist Anfrage #{ $number }. Was du ab jetzt hier schreibst, kommt beim Team an.
handoff-contact-in-group = { $brand } schreibt dir: Das ist Anfrage #{ $number }. Antworte hier auf meine Nachrichten, dann kommen deine Worte beim Team an.
handoff-joined-here = { $name } von { $brand } ist jetzt hier bei dir.

## Handoff: transcripts

handoff-command-transcript = Was in einer Anfrage gesagt wurde, als Datei bekommen.
handoff-command-transcript-format = Als Seite zum Lesen oder als Zeilen für andere Software.
handoff-format-html = Seite (HTML)
handoff-format-jsonl = JSON Lines
handoff-transcript-begun = Das Protokoll von Anfrage #{ $number } kommt gleich hierher.
handoff-transcript-begun-elsewhere = Das Protokoll von Anfrage #{ $number } kommt dorthin, wo nur das Team liest.
handoff-transcript-done = Das Protokoll von Anfrage #{ $number }.
handoff-transcript-none = Hier gibt es keine Anfrage von dir. Mit /human rufst du jemanden.
handoff-page-title = Anfrage #{ $number }: { $name }
handoff-page-customer = Kundschaft
handoff-page-language = Sprache
handoff-page-owner = Zuständig
handoff-page-opened = Geöffnet
handoff-page-first-answer = Erste Antwort
handoff-page-closed = Geschlossen
handoff-page-reason = Warum sie geschlossen wurde
handoff-page-tags = Schlagwörter
handoff-page-rating = Bewertung
handoff-page-team = Team
handoff-page-note = Intern
handoff-page-service = Ereignis
handoff-page-edited = geändert
handoff-page-removed = entfernt
handoff-page-made = Aufgeschrieben am { $moment } ({ $zone }). Alle Zeiten sind in dieser Zeitzone.

## Handoff: the relay

handoff-command-reply = Der Person etwas sagen: Worte, eine Datei oder beides.
handoff-command-areply = Der Person etwas sagen, nur im Namen des Teams.
handoff-command-reply-text = Was du sagen möchtest; ohne Angabe frage ich danach.
handoff-command-reply-file = Eine Datei, die mitgeht.
handoff-command-note = Eine Notiz für das Team aufheben: Die Person sieht sie nie.
handoff-command-note-text = Was du notieren möchtest.
handoff-command-edit = Ändern, was du der Person zuletzt gesagt hast, oder die Nachricht, an der du das aufrufst.
handoff-command-edit-text = Was ab jetzt da steht; ohne Angabe frage ich danach.
handoff-command-delete = Zurücknehmen, was du der Person zuletzt gesagt hast, oder die Nachricht, an der das steht.
handoff-menu-edit = Für die Person ändern
handoff-menu-delete = Bei der Person zurücknehmen
handoff-form-reply = Der Person antworten
handoff-form-reply-text = Was die Person liest
handoff-form-reply-file = Dateien, die mitgehen
handoff-form-edit = Ändern, was du gesagt hast
handoff-form-edit-text = Was die Person ab jetzt liest
handoff-said-to = → { $name }:
handoff-you-said = An { $name } gesendet. Was daraus wird, siehst du im Raum von Anfrage #{ $number }.
handoff-nothing-said = Darin gibt es nichts zu lesen.
handoff-marked-internal = Nicht gesendet: Es beginnt mit //, und das bleibt im Team.
handoff-note-of = 📝 { $name }:
handoff-noted = In Anfrage #{ $number } notiert.
handoff-you-changed = Für die Person geändert.
handoff-you-took-back = Zurückgenommen.
handoff-as-it-was-said = Das steht schon so da.
handoff-no-such-words = In Anfrage #{ $number } kenne ich keine solchen Worte vom Team. Antworte mit dem Befehl auf das, was an die Person ging, oder ruf ihn an dieser Nachricht auf.
handoff-now-says = → { $name }, geändert:
handoff-edit-kept-inside = Nicht übertragen: Deine Änderung bleibt im Team. { $name } liest noch, was du gesendet hast; /delete nimmt es zurück.
handoff-never-sent = { $count ->
    [one] Eine Nachricht wurde nie gesendet: { $name } war nicht zu erreichen.
   *[other] { $count } Nachrichten wurden nie gesendet: { $name } war nicht zu erreichen.
}
handoff-watched-wrote = { $name } hat geschrieben.
handoff-command-forget = Zurücknehmen, was du dem Team geschrieben hast: als Antwort auf deine Nachricht oder allein.
handoff-button-forget-me = Vergiss mich
handoff-forget-explained = Antworte mit /forget auf eine deiner Nachrichten, die beim Team angekommen ist; dann kann das Team sie nicht mehr lesen.
handoff-forget-asks = Oder lass mich dich vergessen: Deine offene Anfrage endet, was unterwegs ist, wird angehalten, und dein Name und deine Worte verschwinden aus all deinen Anfragen. Das lässt sich nicht rückgängig machen.
handoff-forget-nothing = Ich kenne keine Anfrage von dir.
handoff-forgot-message = Das Team kann das nicht mehr lesen. Was hier steht, kannst nur du entfernen.
handoff-not-yours = Ich kann nur zurücknehmen, was du selbst geschrieben hast und was beim Team angekommen ist.
handoff-forgot = Du bist vergessen: Dein Name und deine Worte werden gerade aus all deinen Anfragen entfernt.
handoff-forgotten-case = Die Person möchte vergessen werden: Diese Anfrage endet, und was sie gesagt hat, wird entfernt.
handoff-bot-removed = Ich wurde dort entfernt, wo sie schreibt
handoff-bot-blocked = ich bin dort blockiert

## Handoff: figures

handoff-command-stats = Die letzten Tage in Zahlen: Anfragen, Wartezeiten, Antworten, in Worten und als Bild.
handoff-command-stats-days = Wie viele Tage, heute mitgezählt; ohne Angabe eine Woche.
handoff-stats-days = Ich kann 1 bis { $max } Tage zusammenfassen.
handoff-stats-here = Die Zahlen kommen hierher.
handoff-stats-elsewhere = Die Zahlen kommen dorthin, wo nur das Team liest.
handoff-stats-title = { $days ->
    [one] Heute
   *[other] Die letzten { $days } Tage
}
handoff-stats-cases = { $opened } geöffnet, { $closed } geschlossen, { $reopened } wieder geöffnet; { $open } jetzt offen.
handoff-stats-longest = Seit { $span } wartet jemand auf einen Menschen.
handoff-stats-waiting = Übernommen nach { $median }, neun von zehn innerhalb von { $ninth }.
handoff-stats-first-answer = Erste Antwort nach { $median }, bei neun von zehn innerhalb von { $ninth }.
handoff-stats-resolution = Geschlossen nach { $median }, neun von zehn innerhalb von { $ninth }.
handoff-stats-rating = Bewertet mit { $stars } von 5, von { $count ->
    [one] einer Person
   *[other] { $count } Leuten
}.
handoff-stats-staff = Je Person
handoff-stats-member = { $name }: { $closed } geschlossen, { $answered } zuerst beantwortet
handoff-stats-usually = nach { $median }
handoff-stats-usually-taken = übernommen nach { $median }
handoff-stats-usually-closed = geschlossen nach { $median }
handoff-stats-rated = bewertet mit { $stars } von 5
handoff-stats-legend = 🟦 geöffnet   🟧 geschlossen   🟪 erste Antwort, Median eines Tages

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
file-unsent = { $name } ließ sich von hier nicht senden.
file-failed = Der Export ließ sich nicht senden: { $why }
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

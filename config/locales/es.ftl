# Todas las frases en español: las de las funciones y, al final, las del motor.
#
# Glosario (trato: tú, tanto a clientes como al equipo; español neutro)
#   case      caso             staff, team   equipo
#   join      unirse           close         cerrar
#   room      sala             person        persona del equipo
#   feedback  comentario       card          tarjeta
#   voice     voz              shipped       lanzado
#   merge     unir             unmerge       separar
#   Los comandos (/join, /close …) y las marcas quedan como están.

## Handoff: commands

handoff-command-human = Habla con una persona de nuestro equipo.
handoff-command-human-text = De qué se trata.
handoff-command-join = Únete a un caso: el de esta sala o, si no, el que lleva más tiempo esperando.
handoff-command-join-case = El número del caso.
handoff-command-close = Cierra un caso: el de esta sala o el de este número.
handoff-command-close-case = El número del caso.
handoff-command-close-reason = Por qué; solo lo lee el equipo.

## Handoff: what customers read

handoff-called = He avisado a una persona de { $brand }: este es el caso #{ $number }. Lo que escribas aquí a partir de ahora le llega.
handoff-called-in-group = He avisado a una persona de { $brand }: este es el caso #{ $number }. Responde aquí a mis mensajes y le llegarán tus palabras.
handoff-open-waiting = Tu caso #{ $number } está abierto y ya avisamos a una persona. Lo que escribas donde lo abriste le llega.
handoff-open-active = { $name } está contigo en el caso #{ $number }. Lo que escribas donde lo abriste le llega.
handoff-no-team = Aquí no puedo avisar a nadie: el equipo aún no ha dicho dónde se le encuentra.
handoff-anonymous = Aquí no puedo saber quién eres: escribe con tu propio nombre para que alguien pueda responderte.
handoff-for-customers = Aquí trabaja el equipo: cada cliente pide ayuda en el lugar donde está.
handoff-not-called = Ahora mismo no pude contactar con el equipo. Tu caso #{ $number } queda guardado: inténtalo de nuevo en un rato.
handoff-joined = { $name }, de { $brand }, se ha unido.
handoff-closed = El caso #{ $number } está cerrado. Si queda algo pendiente, vuelve a pedir ayuda.

## Handoff: what staff read

handoff-card-title = Caso #{ $number }: { $name }
handoff-card-from = Desde { $platform }
handoff-card-waiting = Espera a que alguien se una.
handoff-card-active = { $name } está atendiendo este caso.
handoff-card-closed = Lo cerró { $name }.
handoff-button-join = Unirme
handoff-button-close = Cerrar
handoff-room-intro = Caso #{ $number }: únete con /join y lo que escribas aquí le llegará a { $name }. Un mensaje que empieza por // se queda en el equipo, y /close cierra el caso.
handoff-author = { $name } · { $brand }
handoff-yours = El caso #{ $number } es tuyo.
handoff-still-yours = El caso #{ $number } ya es tuyo.
handoff-theirs = Estás en el caso #{ $number }, del que se encarga { $name }.
handoff-room-link = La sala:
handoff-room-opening = Se está abriendo su sala.
handoff-room-lost = El caso #{ $number } no tiene sala: no se pudo abrir ({ $why }). Lo que escriba el cliente se muestra aquí.
handoff-room-removed = El caso #{ $number } ha perdido su sala: alguien la eliminó. Se abrirá otra cuando el cliente vuelva a escribir; /close cierra el caso.
handoff-room-renewed = El caso #{ $number } tiene una sala nueva, porque la anterior ya no existe. { $link }
handoff-nobody-waits = No hay nadie esperando.
handoff-no-such-case = No existe el caso #{ $number }.
handoff-which-case = ¿Qué caso? Usa el comando en su sala o indica su número.
handoff-already-closed = El caso #{ $number } ya está cerrado.
handoff-you-closed = Has cerrado el caso #{ $number }.
handoff-closed-by = { $name } ha cerrado este caso.
handoff-closed-because = { $name } ha cerrado este caso: { $reason }
handoff-join-first = No se envió: únete primero al caso #{ $number } con /join y lo que escribas llegará al cliente.
handoff-not-confirmed = No se envió: no pude confirmar a tiempo que eres del equipo. Envíalo de nuevo.
handoff-looks-like-command = No se envió: empieza como un comando.
handoff-not-delivered = No le llegó a { $name }: { $why }
handoff-not-changed = Un cambio en lo que { $name } o tú escribieron en el caso #{ $number } no se pudo trasladar: { $why }
handoff-maybe-twice = Puede que { $name } haya recibido dos veces tus últimas palabras: la plataforma no dijo si habían llegado.
handoff-not-shown = Algo que { $name } escribió en el caso #{ $number } no se pudo mostrar en su sala: { $why }

## Feedback: words for kinds and statuses

feedback-kind-bug = Error
feedback-kind-idea = Idea
feedback-kind-praise = Elogio
feedback-kind-question = Pregunta
feedback-kind-complaint = Queja
feedback-status-open = Abierto
feedback-status-under-review = En revisión
feedback-status-planned = Planificado
feedback-status-started = En curso
feedback-status-shipped = Lanzado
feedback-status-declined = Descartado
feedback-status-duplicate = Duplicado
feedback-panel = Comentario #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = No existe el comentario #{ $number }.

## Feedback: capture

feedback-command = Cuéntanos qué falla, qué falta o qué está bien.
feedback-menu = Guardar como comentario
feedback-command-new = Cuéntanos qué falla, qué falta o qué está bien.
feedback-command-text = De qué se trata, en una línea.
feedback-command-file = Una imagen u otro archivo que lo muestre.
feedback-form = Tu comentario
feedback-form-title = ¿De qué se trata, en una línea?
feedback-form-kind = ¿Qué es?
feedback-form-details = ¿Algo más que debamos saber?
feedback-form-area = ¿Qué parte del producto?
feedback-form-file = ¿Una imagen o un archivo que lo muestre?
feedback-saved = Guardado como #{ $number }. ¡Gracias! Otras personas pueden encontrarlo y sumar su voz; /feedback mine muestra lo tuyo.
feedback-no-such-area = No existe el área «{ $area }», así que la dejé fuera. Las que hay: { $areas }.
feedback-anonymous = Aquí no puedo saber quién eres: escribe con tu propio nombre para que el equipo pueda responderte.
feedback-not-yours = Eso es para quien lo escribió.
feedback-captured = Recogido como #{ $number }, con las palabras de { $name }, a quien le avisamos.
feedback-captured-unnamed = Recogido: ahora cuenta para #{ $number }.
feedback-capture-known = Eso ya se había recogido: es #{ $number }.
feedback-capture-taken-back = Eso era #{ $number }; quien lo propuso lo retiró.
feedback-capture-bot = Eso lo dijo un bot. Si tú también lo quieres, dilo con tus palabras: /feedback.
feedback-capture-nobody = No puedo saber quién lo dijo, así que no habría a quién responder. Si tú también lo quieres, dilo con tus palabras: /feedback.
feedback-capture-among-staff = Lo que se dice aquí se queda en el equipo. Para proponer algo tú, escribe /feedback y tus palabras.
feedback-capture-private = Lo que otras personas dicen en privado se queda allí. Para proponer algo tú, escribe /feedback y tus palabras.
feedback-capture-empty = En ese mensaje no hay nada que yo pueda leer. Dilo con tus palabras: /feedback.
feedback-capture-enough = Hoy ya has recogido { $max } mensajes de otras personas. Para proponer algo tú, escribe /feedback y tus palabras.
feedback-captured-noted = { $name }, esto queda anotado como comentario #{ $number }, con tus palabras, para que el equipo lo vea. Con /feedback mine puedes cambiarlo o retirarlo.
feedback-captured-voice = { $name }, esto cuenta ahora como tu voz para el comentario #{ $number }, y así te enterarás de lo que pase.
feedback-reaction-unheard = { $name }, no sé qué decía el mensaje al que reaccionaste. Respóndele con /feedback o usa su menú.
feedback-reaction-refused = { $name }, dejé fuera el mensaje al que reaccionaste. { $why }
feedback-reaction-stays = { $name }, #{ $number } se queda: una reacción se puede retirar durante un minuto. Si no era la intención, descártalo o únelo a otro.
feedback-reaction-backed = { $name }, #{ $number } se queda: otras personas ya lo apoyan. Si no era la intención, descártalo o únelo a otro.
feedback-reaction-alike = #{ $number } «{ $title }» se recogió con una reacción. ¿Dice lo mismo que alguno de estos?

## Feedback: is it one of these?

feedback-similar = ¿Es alguno de estos?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] una voz
   *[other] { $voices } voces
})
feedback-similar-that = #{ $number }: es ese, sumar mi voz
feedback-similar-theirs = #{ $number }: es ese, sumar su voz
feedback-similar-none = No, es nuevo
feedback-similar-or = Si no dices nada, mañana lo guardo como nuevo.
feedback-similar-or-not = Si no dices nada, no se guarda nada.
feedback-similar-gone = #{ $number } se retiró mientras tanto. ¿Guardo lo que escribiste como nuevo?

## Feedback: what is mine

feedback-command-mine = Ve, corrige o retira lo que propusiste, y lo que apoyas.
feedback-mine = Lo que propusiste
feedback-mine-none = Aún no has propuesto nada.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] una voz
   *[other] { $voices } voces
})
feedback-mine-merged = #{ $number } { $title }: ahora forma parte de #{ $into }
feedback-mine-withdrawn = #{ $number }: retirado
feedback-mine-backed = Lo que apoyas
feedback-mine-backed-none = No apoyas nada que hayan propuesto otras personas.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] una voz
   *[other] { $voices } voces
}
feedback-mine-answer = { $name } respondió:
feedback-button-newer = Más nuevos
feedback-button-older = Más antiguos
feedback-button-raised = Lo que propuse
feedback-button-backed = Lo que apoyo
feedback-button-correct = Corregir
feedback-button-withdraw = Retirar
feedback-button-withdraw-yes = Sí, retirarlo
feedback-button-keep = No, conservarlo
feedback-corrected = Gracias, #{ $number } está corregido.
feedback-corrected-nothing = #{ $number } queda como estaba.
feedback-withdraw = ¿Retirar #{ $number } «{ $title }»? Tus palabras se borran y nadie podrá apoyarlo más.
feedback-withdraw-backed = ¿Retirar #{ $number } «{ $title }»? Otras personas lo apoyan: esa línea se queda para ellas, y todo lo demás que dijiste se borra, con tu nombre.
feedback-withdrawn = #{ $number } se ha retirado.
feedback-withdrawn-backed = Tus palabras y tu nombre ya no están en #{ $number }. Sigue vivo con las voces de otras personas.
feedback-somebody = alguien

## Feedback: voices

feedback-command-voice = Suma tu voz a lo que dijo otra persona.
feedback-command-number = El número del comentario.
feedback-command-why = Por qué, con tus propias palabras.
feedback-voice-which = ¿Cuál? Indica su número: /voice 12.
feedback-voice-added = Tu voz ya cuenta para #{ $number }: { $title }
feedback-voice-already = Tu voz cuenta para #{ $number }: { $title }
feedback-voice-theirs = La voz de { $name } ya cuenta para #{ $number }.
feedback-voice-back = Tu voz ya no cuenta para #{ $number }.
feedback-voice-none = No has sumado tu voz a #{ $number }.
feedback-voice-own = #{ $number } es tuyo: con /feedback mine puedes retirarlo.
feedback-form-voice = Tu voz
feedback-form-why = ¿Qué significa para ti?
feedback-button-why = Decir por qué
feedback-button-take-back = Retirarla
feedback-button-take-back-of = Retirar mi voz de #{ $number }

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } voz
   *[other] { $count } voces
}
feedback-card-assignee = a cargo de { $name }
feedback-card-answer = { $name }, del equipo
feedback-card-by = Propuesto por { $name }
feedback-card-captured = Dicho por { $name }, recogido por { $member }
feedback-card-private = Propuesto por { $name }, en privado
feedback-card-private-unnamed = Propuesto en privado
feedback-card-origin = dónde se dijo
feedback-card-withdrawn = #{ $number } se retiró.
feedback-card-merged = Ahora forma parte de #{ $number }.
feedback-card-files = Lo que llegó con #{ $number }:
feedback-card-refused = La tarjeta del comentario #{ $number } no se puede mostrar en la sala de comentarios: { $why } Revisa qué permisos tengo allí; lo intentaré de nuevo con el próximo cambio.
feedback-button-voice = Sumar mi voz
feedback-button-details = Detalles
feedback-button-status = Estado
feedback-details-card = ver su tarjeta
feedback-details-around = Lo que se dijo alrededor
feedback-details-words = Lo que dicen otras personas

## Feedback: staff

feedback-led-on = #{ $from } ahora forma parte de #{ $number }.
feedback-words-blank = Escribe algo, por favor.
feedback-words-too-long = Son { $chars } caracteres y caben como máximo { $max }.
feedback-command-list = Lista los comentarios.
feedback-command-list-kind = Solo de este tipo.
feedback-command-list-status = Solo con este estado; si se omite, lo que está abierto.
feedback-command-list-sort = Qué va primero.
feedback-command-list-area = Solo de esta área del producto.
feedback-command-list-since = Solo lo propuesto desde entonces: un número de días o una fecha como 2026-05-31.
feedback-command-list-mine = Solo lo que está a mi cargo.
feedback-command-list-text = A qué debe parecerse.
feedback-sort-rising = En alza
feedback-sort-voices = Voces
feedback-sort-newest = Más recientes
feedback-list-head = Comentarios { $first } a { $last } de { $total }
feedback-list-empty = No hay comentarios así.
feedback-list-partial = El índice de búsqueda aún se está creando: puede haber más.
feedback-unknown-day = No entiendo esa fecha: escribe un número de días o una fecha como 2026-05-31.
feedback-button-previous = Anterior
feedback-button-next = Siguiente
feedback-command-show = Muestra todo lo que hay sobre un comentario.
feedback-command-status = Di cómo va; se enteran todas las personas que lo pidieron.
feedback-command-status-to = Cómo va.
feedback-command-status-note = Lo que los clientes deben leer con el cambio.
feedback-unknown-status = ¿Qué estado es? { $statuses }
feedback-status-set = #{ $number } pasa a: { $status }
feedback-status-already = #{ $number } ya está así: { $status }
feedback-status-choose = ¿Cómo va #{ $number }?
feedback-command-answer = Responde en público; se enteran todas las personas que lo pidieron.
feedback-command-answer-text = Tu respuesta.
feedback-answered = Respondido. Está en la tarjeta de #{ $number }, y se enteran todas las personas que lo pidieron.
feedback-command-note = Anota algo que solo lee el equipo.
feedback-command-note-text = Tu nota.
feedback-note-kept = Anotado en #{ $number }, solo para el equipo.
feedback-command-edit = Cambia su título, detalles, tipo o área.
feedback-edit = Editar comentario
feedback-edit-title = ¿De qué se trata, en una línea?
feedback-edit-kind = ¿Qué es?
feedback-edit-details = Detalles
feedback-edit-area = Área del producto
feedback-edit-same = No cambió nada en #{ $number }.
feedback-edit-done = #{ $number } se ha cambiado.
feedback-command-area = Di de qué área del producto se trata.
feedback-command-area-name = El área; si se omite, no tiene ninguna.
feedback-area-set = #{ $number } trata de: { $area }
feedback-area-removed = #{ $number } no tiene área.
feedback-unknown-area = No existe esa área. Las que hay: { $areas }
feedback-command-assign = Di quién se encarga.
feedback-command-assign-who = Quién; si se omite, tú.
feedback-command-assign-nobody = Ya no se encarga nadie.
feedback-assigned = { $name } se encarga de #{ $number }.
feedback-unassigned = Nadie se encarga de #{ $number }.
feedback-assign-by-reply = No sé de quién es el nombre { $name }. Responde a un mensaje de esa persona con: /feedback assign { $number }
feedback-command-merge = Únelo a otro que dice lo mismo.
feedback-command-merge-into = El número del otro.
feedback-command-unmerge = Haz que vuelva a ir por separado.
feedback-button-merge-into = Unir a #{ $number }
feedback-merged = #{ $from } ahora forma parte de #{ $number }. Sus voces cuentan allí.
feedback-merged-already = #{ $from } ya forma parte de #{ $number }.
feedback-merge-under-way = #{ $from } y #{ $number } todavía se están uniendo o separando. Sigue en marcha; vuelve a mirar en un momento.
feedback-merge-itself = #{ $number } no se puede unir consigo mismo.
feedback-merge-circle = #{ $number } ya forma parte de #{ $from }, así que #{ $from } no puede formar parte de él.
feedback-merge-busy = Algo todavía se está uniendo a #{ $number } o separando de él. Inténtalo de nuevo en un momento.
feedback-unmerged = #{ $from } vuelve a ir por separado en cuanto sus voces salgan de #{ $number }.
feedback-not-merged = #{ $number } no forma parte de otro.
feedback-unmerge-outer-first = #{ $number } forma parte de otro: usa primero /feedback unmerge { $number }.
feedback-history-status = { $name } cambió el estado: { $what }
feedback-history-status-note = { $name } cambió el estado: { $what } ({ $note })
feedback-history-answered = { $name } respondió: { $what }
feedback-history-noted = { $name } anotó: { $what }
feedback-history-edited = { $name } lo cambió; antes se llamaba: { $what }
feedback-history-area = { $name } dijo que trata de: { $what }
feedback-history-no-area = { $name } le quitó el área
feedback-history-assigned = { $name } pidió a { $what } que se encargue
feedback-history-unassigned = { $name } dijo que nadie se encarga
feedback-history-merged = { $name } lo unió a #{ $what }
feedback-history-took-in = { $name } le unió #{ $what }
feedback-history-unmerged = { $name } lo separó de #{ $what }

## Feedback: closing the loop

feedback-told-open = #{ $number } «{ $title }» vuelve a estar abierto.
feedback-told-under-review = Estamos revisando #{ $number } «{ $title }».
feedback-told-planned = #{ $number } «{ $title }» está planificado.
feedback-told-started = Hemos empezado con #{ $number } «{ $title }».
feedback-told-shipped = 🎉 #{ $number } «{ $title }» ya está disponible.
feedback-told-declined = No vamos a hacer #{ $number } «{ $title }».
feedback-told-duplicate = #{ $number } «{ $title }» dice lo mismo que otro y queda cerrado.
feedback-told-news = Novedades sobre #{ $number } «{ $title }»:
feedback-told-thanks = { $count ->
    [one] Gracias por decírnoslo,
   *[other] Gracias a quienes nos lo dijeron:
}
feedback-told-thanks-all = { $count ->
    [one] Gracias a la persona que lo dijo aquí.
   *[other] Gracias a las { $count } personas que lo dijeron aquí.
}
feedback-told-others = { $count ->
    [one] y otra persona
   *[other] y otras { $count } personas
}
feedback-told-open-card = Abrir #{ $number }
feedback-told-asked = Te llega esto porque lo pediste en privado. ¿Mejor no? /feedback mute
feedback-told-follows = Te llega esto porque lo sigues. ¿Mejor no? /feedback unfollow { $number }
feedback-verdict-question = ¿Hace lo que esperabas?
feedback-verdict-up = 👍 Sí
feedback-verdict-down = 👎 Todavía no
feedback-verdict-not-asked = Esa pregunta es para quienes pidieron #{ $number } o lo siguen.
feedback-verdict-glad = ¡Nos alegra saberlo!
feedback-verdict-sorry = Gracias por tu sinceridad. ¿Qué falta?
feedback-verdict-word = Decir algo más
feedback-verdict-form = ¿Hace lo que esperabas?
feedback-verdict-form-words = ¿Qué debería saber el equipo?
feedback-verdict-noted = Anotado, gracias. El equipo lo lee.
feedback-introduction-meet = Conocer a quienes también lo pidieron
feedback-introduction-question = ¿Quieres conocer a otras personas que pidieron #{ $number } «{ $title }»? Si dices que sí, hasta tres de ellas que también digan que sí verán tu nombre ({ $name }) y tu cuenta en { $platform }, y tú verás los suyos. Nadie más. Puedes retirarlo cuando quieras.
feedback-introduction-yes = Sí, preséntame
feedback-introduction-no = No me presentes
feedback-introduction-waiting = Has dicho que sí para #{ $number }. Te escribiré en privado en cuanto haya a quién conocer.
feedback-introduction-met = Comparten la misma petición: #{ $number } «{ $title }». Saluda a
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = Eso es para quienes pidieron #{ $number }. Con /voice { $number } sumas tu voz.
feedback-introduction-taken-back = No te presentaré a nadie más por #{ $number }.
feedback-command-follow = Entérate en privado de lo que pasa con un comentario.
feedback-command-unfollow = Deja de recibir noticias de un comentario en privado.
feedback-command-mute = Sin mensajes por los comentarios; sus novedades no te mencionan ni te nombran.
feedback-command-mute-state = Si se omite, activado.
feedback-mute-on = activado
feedback-mute-off = desactivado
feedback-followed = Ahora sigues #{ $number } «{ $title }»: te escribiré en privado cuando pase algo.
feedback-followed-muted = Ahora sigues #{ $number } «{ $title }», pero no te llegará nada mientras lo tengas silenciado: /feedback mute off
feedback-follow-reach = Puedes escribirme
feedback-unfollowed = Ya no sigues #{ $number }.
feedback-not-followed = No seguías #{ $number }.
feedback-muted = Silenciado: ya no te escribo por los comentarios, y sus novedades no te mencionan ni te nombran. /feedback mute off lo termina.
feedback-unmuted = Vuelves a tener noticias de tus comentarios.
feedback-progress-going = Avisando a la gente: llegaron { $told } mensajes, { $waiting } esperan a otro día, { $failed } fallaron.
feedback-progress-done = Gente avisada: llegaron { $told } mensajes, { $failed } fallaron.
feedback-progress-verdicts = Hace lo que esperaban: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Recibe los comentarios en un archivo.
feedback-command-export-format = El formato del archivo.
feedback-format-csv = CSV, para una hoja de cálculo
feedback-format-jsonl = JSON Lines, para un programa
feedback-export-begun = Exportando. El archivo llega aquí en un momento.
feedback-export-begun-elsewhere = Exportando. El archivo llega a donde solo lee el equipo.
feedback-export-progress = Exportando… { $percent } %
feedback-export-empty = No hay nada que exportar: ningún comentario encaja.
feedback-export-done = { $count ->
    [one] Un comentario.
   *[other] { $count } comentarios.
}
feedback-export-unsent = { $name } no se pudo enviar desde aquí.
feedback-export-failed = No se pudo enviar la exportación: { $why }

## The engine's own sentences

staff-only = Eso es solo para el equipo.
only-in-private = Eso solo puedo decírtelo en privado: escríbeme allí.
went-wrong = Algo falló de nuestro lado. Ya quedó registrado; inténtalo de nuevo en un rato.
no-longer-current = Eso ya no está vigente.
dialogue-cancelled = Cancelado. No se guardó nada.
dialogue-nothing-to-cancel = No hay nada que cancelar.
dialogue-back = Atrás
dialogue-skip = Omitir
dialogue-cancel = Cancelar
form-try-again = Intentar de nuevo
form-now = Ahora: { $value }
form-error-empty = { $field }: escribe algo, por favor.
form-error-too-long = { $field }: { $chars ->
        [one] es { $chars } carácter
       *[other] son { $chars } caracteres
    } y caben como máximo { $max }.
form-error-not-a-choice = { $field }: elige una de las respuestas ofrecidas, por favor.
form-error-not-a-file = { $field }: envía un archivo, por favor.
form-error-too-many-files = { $field }: { $chars ->
        [one] es { $chars } archivo
       *[other] son { $chars } archivos
    } y se admiten como máximo { $max }.
file-photo = foto
file-video = video
file-video-note = videomensaje
file-animation = animación
file-voice = mensaje de voz
file-audio = archivo de audio
file-sticker = sticker
file-document = archivo
carried-file = 📎 { $what }: no se pudo trasladar.
carried-named-file = 📎 { $what } «{ $name }»: no se pudo trasladar.
carried-location = 📍 { $title }: { $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }: { $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }:
carried-forward-unknown = ↪ reenviado:
dialogue-hint-cancel = Responde a este mensaje o usa /cancel.
dialogue-hint-skip = Responde a este mensaje, omítelo con /skip o usa /cancel.

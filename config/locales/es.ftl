# Todas las frases en español: las de las funciones y, al final, las del motor.
#
# Glosario (trato: tú, tanto a clientes como al equipo; español neutro)
#   case      caso             staff, team   equipo
#   join      unirse           close         cerrar
#   claim     encargarse       release       devolver
#   snooze    posponer         on duty       de guardia
#   room      sala             person        persona del equipo
#   snippet   respuesta rápida tag           etiqueta
#   block     bloquear         transcript    transcripción
#   feedback  comentario       card          tarjeta
#   voice     voz              shipped       lanzado
#   merge     unir             unmerge       separar
#   Los comandos (/join, /close …) y las marcas quedan como están.

## Handoff: commands

handoff-command-human = Habla con una persona de nuestro equipo.
handoff-command-human-text = De qué se trata.
handoff-command-case = El número del caso; si se omite, el de esta sala.
handoff-command-join = Únete a un caso para leerlo: el de esta sala o, si no, el que lleva más tiempo esperando.
handoff-command-claim = Encárgate de un caso: el de esta sala o, si no, el que lleva más tiempo esperando.
handoff-command-release = Devuelve un caso para que se encargue otra persona.
handoff-command-leave = Deja de seguir un caso.
handoff-command-close = Cierra un caso: el de esta sala o el de este número.
handoff-command-close-reason = Por qué; solo lo lee el equipo.

## Handoff: what customers read

handoff-called = He avisado a una persona de { $brand }: este es el caso #{ $number }. Lo que escribas aquí a partir de ahora le llega.
handoff-called-in-group = He avisado a una persona de { $brand }: este es el caso #{ $number }. Responde aquí a mis mensajes y le llegarán tus palabras.
handoff-open-waiting = Tu caso #{ $number } está abierto y ya avisamos a una persona. Lo que escribas aquí le llega.
handoff-open-active = { $name } está contigo en el caso #{ $number }. Lo que escribas aquí le llega.
handoff-open-waiting-here = Tu caso #{ $number } está abierto y ya avisamos a una persona. A partir de ahora le llega también lo que escribas aquí.
handoff-open-active-here = { $name } está contigo en el caso #{ $number }. A partir de ahora le llega también lo que escribas aquí.
handoff-usually = Aquí se suele responder en menos de { $span }.
handoff-blocked = { $brand } no puede seguir ayudándote aquí.
handoff-blocked-until = { $brand } no puede seguir ayudándote aquí. Puedes volver { $when }.
handoff-no-team = Aquí no puedo avisar a nadie: el equipo aún no ha dicho dónde se le encuentra.
handoff-anonymous = Aquí no puedo saber quién eres: escribe con tu propio nombre para que alguien pueda responderte.
handoff-for-customers = Aquí trabaja el equipo: cada cliente pide ayuda en el lugar donde está.
handoff-nobody-reads = En { $brand } nadie lee este chat si no llamas a una persona: /human, y lo que escribas entonces le llega.
handoff-not-called = Ahora mismo no pude contactar con el equipo. Tu caso #{ $number } queda guardado, con lo que escribas aquí: le llegará en cuanto pueda contactarlo.
handoff-seen = { $name }, de { $brand }, ya lo ha visto.
handoff-joined = { $name }, de { $brand }, está ahora contigo.
handoff-left = Otra persona de { $brand } seguirá contigo.
handoff-goes-on = El caso #{ $number } continúa.
handoff-closed = El caso #{ $number } está cerrado. Si queda algo pendiente, vuelve a pedir ayuda.

## Handoff: where customers are answered

handoff-button-person = Hablar con una persona
handoff-button-here = Respóndanme aquí
handoff-button-private = Hablar en privado
handoff-here = Te respondemos aquí, en el caso #{ $number }.
handoff-for-caller = Eso es para quien pidió ayuda. Tú también puedes llamar a una persona: /human.
handoff-private-here = El caso #{ $number } sigue aquí, donde no lee nadie más. Lo que escribas aquí le llega a una persona.
handoff-private-opening = Estoy abriendo un lugar donde solo leen tú y el equipo.
handoff-private-already = Ya hablamos en privado. { $link }
handoff-private-impossible = No puedo escribirte en privado: escríbeme tú primero allí y llama a una persona desde ahí. Hasta entonces te respondemos aquí.
handoff-private-never = No puedo hablar contigo en privado: te respondemos aquí.
handoff-button-share = Mostrar lo que hablamos antes
handoff-shared = El equipo ya puede ver lo que hablamos antes.

## Handoff: how things stand

handoff-command-status = Cómo va tu caso con la persona que llamaste.
handoff-status-waiting = El caso #{ $number } espera a una persona: la llamaste hace { $span }.
handoff-status-active = { $name } está contigo en el caso #{ $number }.
handoff-status-snoozed = El caso #{ $number } está pospuesto por ahora. Escribe y continuará enseguida.
handoff-status-parked = No pude contactarte por el caso #{ $number }. Escribe donde hablamos y continuará.
handoff-status-unanswered = Llevas { $span } esperando una respuesta.
handoff-status-closed = No tienes ningún caso abierto. El último, #{ $number }, se cerró hace { $span }. Con /human llamas a una persona.
handoff-status-none = No tienes ningún caso abierto. Con /human llamas a una persona.

## Handoff: accepted answers

handoff-command-accept = Acepta un mensaje como respuesta a aquel al que responde: respóndele con esto.
handoff-command-accept-question = A qué responde, si yo no lo oí.
handoff-menu-accept = Aceptar como respuesta
handoff-accept-which = ¿Qué respuesta? Elige esto en el menú de su mensaje o escríbelo como respuesta a él.
handoff-accept-among-customers = Las respuestas se aceptan donde los clientes hablan entre sí.
handoff-accept-no-words = En ese mensaje no hay palabras de una persona.
handoff-accept-no-question = No oí a qué responde eso. Dilo con el comando: /accept y la pregunta.
handoff-accept-not-theirs = Eso es para quien preguntó y para el equipo.
handoff-accepted = Aceptada. A quien pregunte lo mismo a una persona se le mostrará lo que respondió { $name }.
handoff-button-unaccept = Deshacer
handoff-unaccepted = Ya no se le ofrece a nadie.
handoff-offer = Esto ya se preguntó antes, y { $name } respondió:
handoff-offer-link = Verlo donde se dijo
handoff-offer-helped = Me alegra que haya servido.
handoff-button-helps = Eso me sirve
handoff-button-call = Llamar a una persona

## Handoff: help here

handoff-command-help-here = Ayuda ahí mismo a quien escribió un mensaje: respóndele con esto.
handoff-menu-help = Ayudar aquí
handoff-help-which = ¿A quién quieres ayudar? Elige esto en el menú de su mensaje o escríbelo como respuesta a él.
handoff-help-among-customers = Aquí el equipo se ayuda entre sí: esto es para mensajes de clientes.
handoff-help-nobody = Ahí no hay a quién ayudar: lo escribió un bot o alguien sin nombre propio.
handoff-help-staff = Eso lo escribió alguien del equipo.
handoff-help-blocked = Hay un bloqueo para { $name }: primero usa /unblock.
handoff-help-offered = { $brand } quiere ayudarte con esto: es el caso #{ $number }. Responde aquí y tus palabras le llegan al equipo.

## Handoff: what staff read

handoff-card-title = Caso #{ $number }: { $name }
handoff-card-from = Desde { $platform }
handoff-card-speaks = habla { $language ->
    [de] alemán
    [en] inglés
    [es] español
    [pt] portugués
    [ru] ruso
    [uk] ucraniano
    [zh] chino
   *[other] { $language }
}
handoff-card-new-here = acaba de llegar
handoff-card-here-for = aquí desde hace { $span }
handoff-card-in-private = En un chat privado
handoff-card-in-public = A la vista de otras personas
handoff-card-said-before = Se dijo antes:
handoff-card-other-cases = { $count ->
    [one] Otro caso:
   *[other] Otros { $count } casos:
}
handoff-card-other-open = #{ $number }, abierto
handoff-card-other-closed = #{ $number }, cerrado hace { $span }
handoff-card-room = Su sala
handoff-card-unanswered = Sin respuesta desde hace { $span }.
handoff-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
handoff-hours = { $count ->
    [one] una hora
   *[other] { $count } horas
}
handoff-days = { $count ->
    [one] un día
   *[other] { $count } días
}
handoff-priority-low = Prioridad baja
handoff-priority-normal = Prioridad normal
handoff-priority-high = Prioridad alta
handoff-priority-urgent = Urgente
handoff-tag-waiting = En espera
handoff-tag-active = Con el equipo
handoff-tag-snoozed = Pospuesto
handoff-tag-parked = Sin contacto
handoff-tag-closed = Cerrado
handoff-card-waiting = Espera a que alguien se una.
handoff-card-active = { $name } está atendiendo este caso.
handoff-card-snoozed = Pospuesto.
handoff-card-snoozed-by = Lo pospuso { $name }.
handoff-card-parked = No se puede contactar al cliente.
handoff-card-closed = Lo cerró { $name }.
handoff-card-closed-by-itself = Se cerró tras un largo silencio.
handoff-button-join = Unirme
handoff-button-claim = Encargarme
handoff-button-release = Devolver
handoff-button-reply = Responder
handoff-button-snooze = Posponer
handoff-button-close = Cerrar
handoff-button-reopen = Reabrir
handoff-room-explicit = Lo que escribas aquí se queda en el equipo. Responde a un mensaje de { $name } o usa /reply y le llegará.
handoff-room-all = Lo que escribas aquí le llega a { $name }. Lo que empieza por // se queda en el equipo, igual que las respuestas entre ustedes.
handoff-author = { $name } · { $brand }
handoff-yours = El caso #{ $number } es tuyo.
handoff-still-yours = El caso #{ $number } ya es tuyo.
handoff-you-joined = Ahora sigues el caso #{ $number }.
handoff-theirs = El caso #{ $number } ya tiene quien se encargue: { $name }.
handoff-not-held = Nadie se encarga del caso #{ $number }.
handoff-you-released = El caso #{ $number } espera a otra persona.
handoff-you-left = Ya no sigues el caso #{ $number }.
handoff-not-closed = El caso #{ $number } no está cerrado.
handoff-is-parked = No se puede contactar al cliente del caso #{ $number }.
handoff-as-it-was = El caso #{ $number } queda como estaba.
handoff-room-link = La sala:
handoff-room-opening = Se está abriendo su sala.
handoff-room-lost = El caso #{ $number } no tiene sala: no se pudo abrir ({ $why }). Lo que escriba el cliente se muestra aquí, y lo intentaré de nuevo.
handoff-room-after-all = El caso #{ $number } ya tiene su sala. { $link }
handoff-room-closed-by = { $name } había cerrado esta sala. Vuelve a estar abierta: el caso continúa, y /close lo cierra.
handoff-room-was-closed = Esta sala se había cerrado. Vuelve a estar abierta: el caso continúa, y /close lo cierra.
handoff-room-stays-closed = La sala del caso #{ $number } está cerrada y no puedo abrirla ({ $why }). Lo que escriba el cliente se muestra aquí.
handoff-room-early = Lo que se escribió aquí antes de que la sala estuviera lista no llegó a nadie. { $names }: escríbanlo de nuevo, por favor.
handoff-room-removed = El caso #{ $number } ha perdido su sala: alguien la eliminó. Se abrirá otra cuando el cliente vuelva a escribir; /close cierra el caso.
handoff-room-renewed = El caso #{ $number } tiene una sala nueva, porque la anterior ya no existe. { $link }
handoff-nobody-waits = No hay nadie esperando.
handoff-no-such-case = No existe el caso #{ $number }.
handoff-which-case = ¿Qué caso? Usa el comando en su sala o indica su número.
handoff-already-closed = El caso #{ $number } ya está cerrado.
handoff-you-closed = Has cerrado el caso #{ $number }.
handoff-claimed = { $name } se encarga de este caso.
handoff-released = Este caso espera a que alguien se encargue.
handoff-snoozed = Este caso está pospuesto. Vuelve { $when }, o cuando el cliente escriba.
handoff-woken = Este caso se retoma.
handoff-parked = No se puede contactar al cliente: { $reason }. Lo que escribas espera hasta que se pueda.
handoff-resumed = Ya se puede contactar otra vez al cliente.
handoff-reopened = Este caso continúa.
handoff-closed-by-itself = Este caso se cerró tras un largo silencio.
handoff-closed-by = { $name } ha cerrado este caso.
handoff-closed-because = { $name } ha cerrado este caso: { $reason }
handoff-not-confirmed = No se envió: no pude confirmar a tiempo que eres del equipo. Envíalo de nuevo.
handoff-looks-like-command = No se envió: empieza como un comando.
handoff-not-delivered = No le llegó a { $name }: { $why }. Envíalo de nuevo de otra forma, por favor.
handoff-not-changed = Un cambio en lo que { $name } o tú escribieron en el caso #{ $number } no se pudo trasladar: { $why }
handoff-maybe-twice = Puede que { $name } haya recibido dos veces tus últimas palabras: la plataforma no dijo si habían llegado.
handoff-not-shown = Algo que { $name } escribió en el caso #{ $number } no se pudo mostrar en su sala: { $why }

## Handoff: time

handoff-moment = { $day ->
    [today] hoy a las { $time }
    [tomorrow] mañana a las { $time }
    [mon] el lunes a las { $time }
    [tue] el martes a las { $time }
    [wed] el miércoles a las { $time }
    [thu] el jueves a las { $time }
    [fri] el viernes a las { $time }
    [sat] el sábado a las { $time }
    [sun] el domingo a las { $time }
   *[date] el { $date } a las { $time }
}
handoff-away = Ahora mismo no hay nadie de { $brand }. Habrá una persona aquí { $when }.
handoff-when-unreadable = No puedo leer eso como una hora.
handoff-when-past = Esa hora ya pasó.
handoff-when-too-far = Eso queda demasiado lejos.
handoff-when-examples = Escríbelo así: 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 o 2026-12-01 9:00.
handoff-command-duty = Recibe un aviso cuando un cliente espere, o mira quién está de guardia.
handoff-command-duty-state = Si estás de guardia; si se omite, quién lo está.
handoff-command-duty-until = Hasta cuándo, como 18:00 o 4h; si se omite, 12 horas.
handoff-duty-on = Sí
handoff-duty-off = No
handoff-duty-begun = Estás de guardia: te aviso cuando un cliente espere. Termina { $when }.
handoff-duty-ended = Ya no estás de guardia.
handoff-duty-was-off = No estabas de guardia.
handoff-duty-over = Tu guardia ha terminado. Para seguir, usa /duty on.
handoff-duty-nobody = No hay nadie de guardia. Usa /duty on para que te avise cuando un cliente espere.
handoff-duty-list = De guardia:
handoff-duty-line = { $name } (termina { $when })
handoff-duty-role = quienes están de guardia
handoff-staff-role = el equipo
handoff-call = Caso #{ $number }: { $name } espera a una persona.
handoff-reminder = Caso #{ $number }: { $name } sigue esperando una respuesta (desde hace { $length }).
handoff-command-snooze = Pospón un caso hasta cierta hora, o hasta que el cliente escriba.
handoff-command-snooze-until = Hasta cuándo: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Posponer el caso
handoff-snooze-form-until = ¿Hasta cuándo? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = El caso #{ $number } está pospuesto. Vuelve { $when }.
handoff-command-close-in = Después de cuánto, como 2h, salvo que el cliente escriba antes.
handoff-command-close-silently = No decirle nada al cliente.
handoff-you-close-later = El caso #{ $number } se cerrará, salvo que el cliente escriba antes.
handoff-closes = { $by } cierra este caso { $when }, salvo que { $name } escriba antes.
handoff-closes-not = { $name } ha escrito: este caso no se cierra.
handoff-silence = No hemos sabido más de ti en el caso #{ $number }. Si no queda nada por hacer, se cierra { $when }. Escribe aquí y seguirá abierto.
handoff-rating = ¿Te ayudó? 1: nada, 5: muchísimo.
handoff-button-rate = { $stars }
handoff-button-rate-why = Decir por qué
handoff-rating-thanks = ¡Gracias!
handoff-rating-given = Ya lo habías dicho. ¡Gracias!
handoff-rating-noted = Gracias, queda anotado.
handoff-rating-not-yours = Esta pregunta es para otra persona.
handoff-rating-form = Cómo te ayudamos
handoff-rating-form-words = ¿Qué estuvo bien o pudo haber sido mejor?
handoff-rating-low = No pudimos ayudar a { $name } en el caso #{ $number }: { $stars } de 5.

## Handoff: the desk's commands

handoff-command-join-where = Qué sala: la del caso o la propia del cliente.
handoff-where-room = La sala del caso
handoff-where-customer = La sala propia del cliente
handoff-command-transfer = Pasa un caso a otra persona del equipo.
handoff-command-transfer-who = Quién lo recibe.
handoff-command-transfer-name = O su nombre.
handoff-command-cases = La cola: quién espera a alguien, con la espera más larga primero.
handoff-command-cases-state = Solo los que están así.
handoff-command-cases-priority = Solo los de esta prioridad.
handoff-command-cases-mine = Solo los tuyos.
handoff-command-cases-waiting = Solo aquellos cuyo cliente espera una respuesta.
handoff-command-cases-tag = Solo los que llevan esta etiqueta.
handoff-command-case-closed = El número del caso.
handoff-command-case-of = O el número de un caso suyo.
handoff-command-reopen = Continúa un caso cerrado.
handoff-command-contact = Escríbele primero a un cliente.
handoff-command-contact-text = Lo que le dices.
handoff-command-who = El cliente.
handoff-command-snippet = Palabras que el equipo dice a menudo.
handoff-command-snippet-list = Muestra todas las respuestas rápidas.
handoff-command-snippet-send = Envía una al cliente, después de echarle un vistazo.
handoff-command-snippet-add = Guarda palabras nuevas.
handoff-command-snippet-edit = Cambia las palabras de una.
handoff-command-snippet-remove = Olvida una.
handoff-command-snippet-name = Su nombre, de una palabra.
handoff-command-snippet-text = Las palabras; {"{customer}"}, {"{staff}"}, {"{brand}"} y {"{case}"} se rellenan.
handoff-command-priority = Di cuánto urge un caso.
handoff-command-priority-which = Cuánto urge.
handoff-command-tag = De qué trata un caso.
handoff-command-tag-list = Muestra las etiquetas de un caso.
handoff-command-tag-add = Ponle una etiqueta a un caso.
handoff-command-tag-remove = Quítale una etiqueta a un caso.
handoff-command-tag-name = La etiqueta.
handoff-command-merge = Convierte dos casos de una persona en uno.
handoff-command-merge-from = El caso que termina.
handoff-command-merge-into = El caso que continúa.
handoff-command-block = Bloquea a un cliente: por un tiempo no se llama al equipo.
handoff-command-block-time = Cuánto tiempo, como 12h, 3d, 2w o forever.
handoff-command-block-reason = Por qué; solo lo lee el equipo.
handoff-command-unblock = Desbloquea a un cliente: se vuelve a llamar al equipo.
handoff-command-notify = Recibe un aviso la próxima vez que escriba el cliente.
handoff-command-subscribe = Recibe un aviso cada vez que escriba el cliente.
handoff-command-audit = Quién del equipo hizo qué últimamente.
handoff-command-audit-who = Solo lo que hizo esta persona.
handoff-command-audit-name = O su nombre.
handoff-command-audit-case = Solo lo que se hizo con este caso.

## Handoff: the desk

handoff-state-waiting = en espera
handoff-state-active = en curso
handoff-state-snoozed = pospuesto
handoff-state-parked = sin contacto
handoff-state-closed = cerrado
handoff-cases-head = Casos { $first } a { $last } de { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = espera desde hace { $span }
handoff-no-cases = No hay casos así.
handoff-button-previous = Atrás
handoff-button-next = Más
handoff-button-older = Más antiguos
handoff-transfer-to-whom = ¿A quién? Elige a alguien del equipo, escribe su nombre o responde a un mensaje suyo. No conozco a quien lleva tiempo sin trabajar aquí.
handoff-you-transferred = El caso #{ $number } es ahora de { $name }.
handoff-theirs-already = El caso #{ $number } ya es de { $name }.
handoff-transferred-to-you = { $name } te ha pasado este caso.
handoff-goes-on-in = El caso #{ $number } continúa en #{ $into }.
handoff-has-open-case = { $name } tiene un caso abierto: #{ $number }.
handoff-is-blocked = Hay un bloqueo para { $name }: primero usa /unblock.
handoff-you-reopened = El caso #{ $number } vuelve a estar abierto y espera a alguien.
handoff-you-reopened-for = El caso #{ $number } vuelve a estar abierto, con { $name }.
handoff-who = ¿A quién? Elige a la persona, responde a un mensaje suyo o indica un caso suyo, como case:7.
handoff-not-a-customer = Esa persona es del equipo.
handoff-contact-no-words = ¿Qué le digo? Escríbelo después del comando.
handoff-contact-blocked = Hay un bloqueo para { $name }: primero usa /unblock.
handoff-contact-nowhere = No se puede escribir a { $name } en privado, y no se le ha visto en público.
handoff-contacted = Enviado a { $name } en privado: es el caso #{ $number }, y es tuyo.
handoff-contacted-in-public = Enviado a { $name } donde escribió por última vez, en público: es el caso #{ $number }, y es tuyo.
handoff-which-priority = ¿Qué prioridad? Escribe low, normal, high o urgent.
handoff-priority-set = El caso #{ $number } tiene una prioridad nueva: { $name }.
handoff-no-tags = El caso #{ $number } no tiene etiquetas.
handoff-tags = Caso #{ $number }: { $name }
handoff-which-tag = ¿Qué etiqueta?
handoff-tag-too-long = Eso es demasiado largo para una etiqueta: como máximo 30 caracteres.
handoff-tag-there = El caso #{ $number } ya tiene esa etiqueta.
handoff-too-many-tags = El caso #{ $number } tiene cinco etiquetas: quita una primero.
handoff-tagged = El caso #{ $number } lleva ahora la etiqueta { $name }.
handoff-untagged = El caso #{ $number } ya no lleva la etiqueta { $name }.
handoff-no-such-tag = El caso #{ $number } no tiene esa etiqueta.
handoff-merged = El caso #{ $from } continúa en #{ $into }.
handoff-merged-reason = Continúa en el caso #{ $into }.
handoff-merged-already = El caso #{ $from } ya continúa en otro.
handoff-merge-itself = Es el mismo caso.
handoff-merge-two-people = Los casos #{ $from } y #{ $into } son de dos personas, y sus palabras no deben mezclarse. Para tenerlos juntos a la vista, ponles la misma etiqueta: /tag add.
handoff-merge-into-closed = El caso #{ $into } está cerrado: usa primero /reopen.
handoff-goes-on-elsewhere = Este caso continúa en #{ $reason }.
handoff-card-merged = Continúa en el caso #{ $number }.
handoff-took-in = El caso #{ $from } continúa aquí.
handoff-block-how-long = ¿Cuánto tiempo? Escríbelo así: 12h, 3d, 2w o forever.
handoff-you-blocked = Has bloqueado a { $name } hasta que alguien escriba /unblock.
handoff-you-blocked-for = Has bloqueado a { $name } durante { $span }.
handoff-you-unblocked = Ya no hay bloqueo para { $name }.
handoff-not-blocked = No hay ningún bloqueo para { $name }.
handoff-watched = Te aviso cada vez que { $name } escriba en el caso #{ $number }.
handoff-watched-once = Te aviso la próxima vez que { $name } escriba en el caso #{ $number }.
handoff-watched-no-more = Ya no te aviso del caso #{ $number }.
handoff-you-joined-customer = Estás en la sala de { $name }.
handoff-customer-in-public = { $name } escribe en un lugar público: no hace falta que nadie te deje entrar.
handoff-customer-in-chat = { $name } escribe en un chat privado conmigo, donde no puede entrar nadie más. Responde desde la sala del caso.
handoff-customer-elsewhere = { $name } está en una plataforma donde no puedo dejarte entrar. Responde desde la sala del caso.
handoff-no-snippets = Aún no hay respuestas rápidas: /snippet add guarda una.
handoff-snippets = Respuestas rápidas:
handoff-snippet-no-name = El nombre de una respuesta rápida es una palabra de 32 caracteres como máximo.
handoff-snippet-no-words = ¿Qué dice la respuesta rápida? Escríbelo después de su nombre.
handoff-snippet-too-long = Eso es demasiado largo para una respuesta rápida: como máximo 1500 caracteres.
handoff-snippet-unknown-placeholder = No existe { $unknown }. Se rellenan estos: { $known }.
handoff-snippet-there = Ya existe la respuesta rápida { $name }: /snippet edit la cambia.
handoff-no-such-snippet = No existe la respuesta rápida { $name }.
handoff-too-many-snippets = Hay demasiadas respuestas rápidas: quita una primero.
handoff-snippet-added = Respuesta rápida { $name } guardada.
handoff-snippet-edited = Respuesta rápida { $name } cambiada.
handoff-snippet-removed = Respuesta rápida { $name } eliminada.
handoff-snippet-preview = { $name } leería:
handoff-snippet-sent = Enviado a { $name } en el caso #{ $number }.
handoff-snippet-theirs = Eso solo puede enviarlo { $name }. Míralo tú: /snippet send
handoff-button-send-it = Enviar
handoff-audit-head = Lo que se hizo, lo más reciente primero:
handoff-audit-empty = No se hizo nada.
handoff-audit-whom = No conozco a nadie del equipo con ese nombre.
handoff-audit-entry = hace { $span } · { $name } · { $what } { $subject }
handoff-audit-refused = hace { $span } · { $name } · { $what } { $subject } · denegado

## Handoff: what the desk says to customers

handoff-contact = { $brand } te escribe: este es el caso #{ $number }. Lo que escribas aquí a partir de ahora le llega al equipo.
handoff-contact-in-group = { $brand } te escribe: este es el caso #{ $number }. Responde aquí a mis mensajes y tus palabras le llegan al equipo.
handoff-joined-here = { $name }, de { $brand }, está ahora aquí contigo.

## Handoff: transcripts

handoff-command-transcript = Recibe en un archivo lo que se dijo en un caso.
handoff-command-transcript-format = Como página para leer o como líneas para otros programas.
handoff-format-html = Página (HTML)
handoff-format-jsonl = JSON Lines
handoff-transcript-begun = La transcripción del caso #{ $number } llega aquí en un momento.
handoff-transcript-begun-elsewhere = La transcripción del caso #{ $number } llega a donde solo lee el equipo.
handoff-transcript-done = La transcripción del caso #{ $number }.
handoff-transcript-none = Aquí no tienes ningún caso. Con /human llamas a una persona.
handoff-page-title = Caso #{ $number }: { $name }
handoff-page-customer = Cliente
handoff-page-language = Idioma
handoff-page-owner = A cargo
handoff-page-opened = Abierto
handoff-page-first-answer = Primera respuesta
handoff-page-closed = Cerrado
handoff-page-reason = Por qué se cerró
handoff-page-tags = Etiquetas
handoff-page-rating = Valoración
handoff-page-team = Equipo
handoff-page-note = Interno
handoff-page-service = Evento
handoff-page-edited = editado
handoff-page-removed = eliminado
handoff-page-made = Escrito el { $moment } ({ $zone }). Todas las horas son de esta zona horaria.

## Handoff: the relay

handoff-command-reply = Dile algo al cliente: palabras, un archivo o ambas cosas.
handoff-command-areply = Dile algo al cliente solo en nombre del equipo.
handoff-command-reply-text = Qué decir; si se omite, te lo pregunto.
handoff-command-reply-file = Un archivo para enviar con ello.
handoff-command-note = Guarda una nota para el equipo: el cliente nunca la ve.
handoff-command-note-text = Qué anotar.
handoff-command-edit = Cambia lo último que dijiste al cliente, o el mensaje sobre el que uses esto.
handoff-command-edit-text = Lo que dirá a partir de ahora; si se omite, te lo pregunto.
handoff-command-delete = Retira lo último que dijiste al cliente, o el mensaje sobre el que uses esto.
handoff-menu-edit = Cambiar para el cliente
handoff-menu-delete = Retirar para el cliente
handoff-form-reply = Responder al cliente
handoff-form-reply-text = Lo que lee el cliente
handoff-form-reply-file = Archivos para enviar con ello
handoff-form-edit = Cambiar lo que dijiste
handoff-form-edit-text = Lo que lee el cliente a partir de ahora
handoff-said-to = → { $name }:
handoff-you-said = Enviado a { $name }. Lo que pase con ello se muestra en la sala del caso #{ $number }.
handoff-nothing-said = Ahí no hay nada que leer.
handoff-marked-internal = No se envió: empieza por //, que se queda en el equipo.
handoff-note-of = 📝 { $name }:
handoff-noted = Anotado en el caso #{ $number }.
handoff-you-changed = Cambiado para el cliente.
handoff-you-took-back = Retirado.
handoff-as-it-was-said = Ya dice eso.
handoff-no-such-words = No conozco esas palabras del equipo en el caso #{ $number }. Responde con el comando a lo que se envió al cliente, o úsalo sobre ese mensaje.
handoff-now-says = → { $name }, cambiado:
handoff-edit-kept-inside = No se trasladó: tu cambio se queda en el equipo. { $name } todavía lee lo que enviaste; /delete lo retira.
handoff-never-sent = { $count ->
    [one] Un mensaje nunca se envió: no se pudo contactar a { $name }.
   *[other] { $count } mensajes nunca se enviaron: no se pudo contactar a { $name }.
}
handoff-watched-wrote = { $name } ha escrito.
handoff-command-forget = Retira lo que escribiste al equipo: úsalo como respuesta a tu mensaje, o solo.
handoff-button-forget-me = Olvídame
handoff-forget-explained = Responde con /forget a un mensaje tuyo que le llegó al equipo, y ya no podrá leerlo.
handoff-forget-asks = O haz que te olvide: tu caso abierto termina, lo que está en camino se detiene, y tu nombre y tus palabras se borran de todos tus casos. Eso no se puede deshacer.
handoff-forget-nothing = No conozco ningún caso tuyo.
handoff-forgot-message = El equipo ya no puede leerlo. Lo que queda aquí te toca borrarlo a ti.
handoff-not-yours = Solo puedo retirar lo que escribiste tú y le llegó al equipo.
handoff-forgot = Te he olvidado: tu nombre y tus palabras se están borrando de todos tus casos.
handoff-forgotten-case = El cliente quiere que lo olvidemos: este caso termina, y lo que dijo se borra.
handoff-bot-removed = Me quitaron de donde escribe
handoff-bot-blocked = me ha bloqueado

## Handoff: figures

handoff-command-stats = El resumen de los últimos días: casos, espera y respuestas, en palabras y en imagen.
handoff-command-stats-days = Cuántos días, contando hoy; si se omite, una semana.
handoff-stats-days = Puedo resumir de 1 a { $max } días.
handoff-stats-here = Las cifras llegan aquí.
handoff-stats-elsewhere = Las cifras llegan a donde solo lee el equipo.
handoff-stats-title = { $days ->
    [one] Hoy
   *[other] Los últimos { $days } días
}
handoff-stats-cases = { $opened } abiertos, { $closed } cerrados, { $reopened } reabiertos; { $open } abiertos ahora.
handoff-stats-longest = Alguien espera a una persona desde hace { $span }.
handoff-stats-waiting = Alguien se encargó tras { $median }; en nueve de cada diez, en menos de { $ninth }.
handoff-stats-first-answer = Primera respuesta tras { $median }; en nueve de cada diez, en menos de { $ninth }.
handoff-stats-resolution = Cerrados tras { $median }; nueve de cada diez, en menos de { $ninth }.
handoff-stats-rating = Valorado con { $stars } de 5, por { $count ->
    [one] un cliente
   *[other] { $count } clientes
}.
handoff-stats-staff = Por persona
handoff-stats-member = { $name }: { $closed } cerrados, { $answered } primeras respuestas
handoff-stats-usually = tras { $median }
handoff-stats-usually-taken = se encarga tras { $median }
handoff-stats-usually-closed = cierra tras { $median }
handoff-stats-rated = valoración de { $stars } de 5
handoff-stats-legend = 🟦 abiertos   🟧 cerrados   🟪 primera respuesta, la mediana de un día

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
file-unsent = { $name } no se pudo enviar desde aquí.
file-failed = No se pudo enviar la exportación: { $why }
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

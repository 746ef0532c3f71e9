# Todas as frases em português do Brasil: as dos recursos e, no fim, as do motor.
#
# Glossário (tratamento: você, tanto para clientes quanto para a equipe)
#   case      caso             staff, team   equipe
#   join      entrar           close         encerrar
#   claim     assumir          release       devolver
#   snooze    adiar            on duty       de plantão
#   room      sala             person        pessoa da equipe
#   snippet   resposta rápida  tag           etiqueta
#   block     bloquear         transcript    transcrição
#   voice     voz              card          cartão
#   status    situação         shipped       lançado
#   merge     juntar           unmerge       separar
#   Comandos (/join, /close …) e marcas ficam como são.

## Handoff: commands

handoff-command-human = Fale com uma pessoa da nossa equipe.
handoff-command-human-text = Sobre o que é.
handoff-command-case = O número do caso; se omitido, o desta sala.
handoff-command-join = Entre em um caso para ler: o desta sala ou, se não houver, o que espera há mais tempo.
handoff-command-claim = Assuma um caso: o desta sala ou, se não houver, o que espera há mais tempo.
handoff-command-release = Devolva um caso, para outra pessoa assumir.
handoff-command-leave = Deixe de acompanhar um caso.
handoff-command-close = Encerre um caso: o desta sala ou o deste número.
handoff-command-close-reason = O motivo; só a equipe lê.

## Handoff: what customers read

handoff-called = Chamei uma pessoa da { $brand }: este é o caso #{ $number }. O que você escrever aqui a partir de agora chega até ela.
handoff-called-in-group = Chamei uma pessoa da { $brand }: este é o caso #{ $number }. Responda às minhas mensagens aqui, e suas palavras chegam até ela.
handoff-open-waiting = Seu caso #{ $number } está aberto, e já chamamos uma pessoa. O que você escrever aqui chega até ela.
handoff-open-active = { $name } está com você no caso #{ $number }. O que você escrever aqui chega até lá.
handoff-open-waiting-here = Seu caso #{ $number } está aberto, e já chamamos uma pessoa. A partir de agora, o que você escrever aqui também chega até ela.
handoff-open-active-here = { $name } está com você no caso #{ $number }. A partir de agora, o que você escrever aqui também chega até lá.
handoff-usually = A resposta por aqui costuma vir em até { $span }.
handoff-blocked = A { $brand } não pode continuar ajudando você aqui.
handoff-blocked-until = A { $brand } não pode continuar ajudando você aqui. Você pode voltar { $when }.
handoff-no-team = Não consigo chamar ninguém aqui: a equipe ainda não disse onde encontrá-la.
handoff-anonymous = Não consigo saber quem você é aqui: escreva com o seu próprio nome, para que alguém possa responder.
handoff-for-customers = Aqui é onde a equipe trabalha: cada cliente chama uma pessoa no lugar onde está.
handoff-nobody-reads = Ninguém da { $brand } lê este chat se você não chamar uma pessoa: /human, e o que você escrever depois chega até ela.
handoff-not-called = Não consegui falar com a equipe agora. Seu caso #{ $number } está guardado, com o que você escrever aqui: tudo chega a ela assim que eu conseguir.
handoff-seen = { $name }, da { $brand }, já viu isto.
handoff-joined = { $name }, da { $brand }, está com você agora.
handoff-left = Outra pessoa da { $brand } vai continuar com você.
handoff-goes-on = O caso #{ $number } continua.
handoff-closed = O caso #{ $number } foi encerrado. Se ainda faltar algo, é só chamar uma pessoa de novo.

## Handoff: where customers are answered

handoff-button-person = Falar com uma pessoa
handoff-button-here = Respondam aqui
handoff-button-private = Falar em particular
handoff-here = As respostas chegam aqui, no caso #{ $number }.
handoff-for-caller = Isso é para quem chamou uma pessoa. Você também pode chamar: /human.
handoff-private-here = O caso #{ $number } continua aqui, onde mais ninguém lê. O que você escrever aqui chega até uma pessoa.
handoff-private-opening = Estou abrindo um lugar onde só você e a equipe leem.
handoff-private-already = Já estamos conversando em particular. { $link }
handoff-private-impossible = Não consigo escrever para você em particular: escreva primeiro para mim lá e chame uma pessoa de lá. Até então, as respostas chegam aqui.
handoff-private-never = Não consigo falar com você em particular: as respostas chegam aqui.
handoff-button-share = Mostrar o que conversamos antes
handoff-shared = A equipe já pode ver o que conversamos antes.

## Handoff: how things stand

handoff-command-status = Como está o seu caso com a pessoa que você chamou.
handoff-status-waiting = O caso #{ $number } espera uma pessoa: você chamou há { $span }.
handoff-status-active = { $name } está com você no caso #{ $number }.
handoff-status-snoozed = O caso #{ $number } foi adiado por enquanto. Escreva, e ele continua na hora.
handoff-status-parked = Não consegui falar com você sobre o caso #{ $number }. Escreva onde conversamos, e ele continua.
handoff-status-unanswered = Você espera uma resposta há { $span }.
handoff-status-closed = Você não tem nenhum caso aberto. O último, #{ $number }, foi encerrado há { $span }. Com /human você chama uma pessoa.
handoff-status-none = Você não tem nenhum caso aberto. Com /human você chama uma pessoa.

## Handoff: accepted answers

handoff-command-accept = Aceite uma mensagem como resposta à que ela responde: responda a ela com isto.
handoff-command-accept-question = O que ela responde, se eu não ouvi.
handoff-menu-accept = Aceitar como resposta
handoff-accept-which = Qual resposta? Escolha isto no menu da mensagem ou escreva como resposta a ela.
handoff-accept-among-customers = Respostas são aceitas onde os clientes conversam entre si.
handoff-accept-no-words = Não há palavras de uma pessoa nessa mensagem.
handoff-accept-no-question = Não ouvi o que isso responde. Diga com o comando: /accept e a pergunta.
handoff-accept-not-theirs = Isso é para quem perguntou e para a equipe.
handoff-accepted = Aceita. Quem perguntar o mesmo a uma pessoa verá o que { $name } respondeu.
handoff-button-unaccept = Desfazer
handoff-unaccepted = Ela não é mais oferecida a ninguém.
handoff-offer = Isso já foi perguntado antes, e { $name } respondeu:
handoff-offer-link = Ver onde foi dito
handoff-offer-helped = Que bom que ajudou.
handoff-button-helps = Isso ajuda
handoff-button-call = Chamar uma pessoa

## Handoff: help here

handoff-command-help-here = Ajude ali mesmo quem escreveu uma mensagem: responda a ela com isto.
handoff-menu-help = Ajudar aqui
handoff-help-which = Quem você quer ajudar? Escolha isto no menu da mensagem da pessoa ou escreva como resposta a ela.
handoff-help-among-customers = Aqui a equipe se ajuda entre si: isto é para mensagens de clientes.
handoff-help-nobody = Não há quem ajudar ali: foi um bot que escreveu, ou alguém sem nome próprio.
handoff-help-staff = Foi alguém da equipe que escreveu isso.
handoff-help-blocked = Há um bloqueio para { $name }: use primeiro /unblock.
handoff-help-offered = A { $brand } quer ajudar você com isto: é o caso #{ $number }. Responda aqui, e suas palavras chegam à equipe.

## Handoff: what staff read

handoff-card-title = Caso #{ $number }: { $name }
handoff-card-from = Vindo de { $platform }
handoff-card-speaks = fala { $language ->
    [de] alemão
    [en] inglês
    [es] espanhol
    [pt] português
    [ru] russo
    [uk] ucraniano
    [zh] chinês
   *[other] { $language }
}
handoff-card-new-here = acabou de chegar
handoff-card-here-for = aqui há { $span }
handoff-card-in-private = Em uma conversa particular
handoff-card-in-public = Entre outras pessoas
handoff-card-said-before = Dito antes:
handoff-card-other-cases = { $count ->
    [one] Um outro caso:
   *[other] Outros { $count } casos:
}
handoff-card-other-open = #{ $number }, aberto
handoff-card-other-closed = #{ $number }, encerrado há { $span }
handoff-card-room = A sala
handoff-card-unanswered = Sem resposta há { $span }.
handoff-minutes = { $count ->
    [one] um minuto
   *[other] { $count } minutos
}
handoff-hours = { $count ->
    [one] uma hora
   *[other] { $count } horas
}
handoff-days = { $count ->
    [one] um dia
   *[other] { $count } dias
}
handoff-priority-low = Prioridade baixa
handoff-priority-normal = Prioridade normal
handoff-priority-high = Prioridade alta
handoff-priority-urgent = Urgente
handoff-tag-waiting = Em espera
handoff-tag-active = Com a equipe
handoff-tag-snoozed = Adiado
handoff-tag-parked = Sem contato
handoff-tag-closed = Encerrado
handoff-card-waiting = Esperando alguém entrar.
handoff-card-active = { $name } está atendendo este caso.
handoff-card-snoozed = Adiado.
handoff-card-snoozed-by = Adiado por { $name }.
handoff-card-parked = Não é possível falar com o cliente.
handoff-card-closed = Encerrado por { $name }.
handoff-card-closed-by-itself = Encerrado após um longo silêncio.
handoff-button-join = Entrar
handoff-button-claim = Assumir
handoff-button-release = Devolver
handoff-button-reply = Responder
handoff-button-snooze = Adiar
handoff-button-close = Encerrar
handoff-button-reopen = Reabrir
handoff-room-explicit = O que você escrever aqui fica na equipe. Responda a uma mensagem de { $name } ou use /reply, e chega até lá.
handoff-room-all = O que você escrever aqui chega a { $name }. O que começa com // fica na equipe, e as respostas entre vocês também.
handoff-author = { $name } · { $brand }
handoff-yours = O caso #{ $number } é seu.
handoff-still-yours = O caso #{ $number } já é seu.
handoff-you-joined = Você acompanha o caso #{ $number }.
handoff-theirs = O caso #{ $number } já foi assumido: está com { $name }.
handoff-not-held = Ninguém assumiu o caso #{ $number }.
handoff-you-released = O caso #{ $number } espera outra pessoa.
handoff-you-left = Você não acompanha mais o caso #{ $number }.
handoff-not-closed = O caso #{ $number } não está encerrado.
handoff-is-parked = Não é possível falar com o cliente do caso #{ $number }.
handoff-as-it-was = O caso #{ $number } fica como estava.
handoff-room-link = A sala:
handoff-room-opening = A sala está sendo aberta.
handoff-room-lost = O caso #{ $number } não tem sala: não foi possível abri-la ({ $why }). O que o cliente escrever aparece aqui, e eu tento de novo.
handoff-room-after-all = O caso #{ $number } agora tem a sua sala. { $link }
handoff-room-closed-by = { $name } tinha fechado esta sala. Ela está aberta de novo: o caso continua, e /close o encerra.
handoff-room-was-closed = Esta sala tinha sido fechada. Ela está aberta de novo: o caso continua, e /close o encerra.
handoff-room-stays-closed = A sala do caso #{ $number } está fechada, e não consigo abri-la ({ $why }). O que o cliente escrever aparece aqui.
handoff-room-early = O que foi escrito aqui antes de esta sala ficar pronta não chegou a ninguém. { $names }: escrevam de novo, por favor.
handoff-room-removed = O caso #{ $number } perdeu a sala: alguém a removeu. Outra se abre quando o cliente escrever de novo; /close encerra o caso.
handoff-room-renewed = O caso #{ $number } tem uma sala nova, porque a antiga não existe mais. { $link }
handoff-nobody-waits = Ninguém está esperando.
handoff-no-such-case = O caso #{ $number } não existe.
handoff-which-case = Qual caso? Use o comando na sala dele ou informe o número.
handoff-already-closed = O caso #{ $number } já está encerrado.
handoff-you-closed = Você encerrou o caso #{ $number }.
handoff-claimed = { $name } assumiu este caso.
handoff-released = Este caso espera alguém que o assuma.
handoff-snoozed = Este caso foi adiado. Ele volta { $when }, ou quando o cliente escrever.
handoff-woken = Este caso foi retomado.
handoff-parked = Não é possível falar com o cliente: { $reason }. O que você escrever espera até que seja.
handoff-resumed = Já é possível falar com o cliente de novo.
handoff-reopened = Este caso continua.
handoff-closed-by-itself = Este caso foi encerrado após um longo silêncio.
handoff-closed-by = { $name } encerrou este caso.
handoff-closed-because = { $name } encerrou este caso: { $reason }
handoff-not-confirmed = Não enviado: não consegui confirmar a tempo que você é da equipe. Envie de novo, por favor.
handoff-looks-like-command = Não enviado: começa como um comando.
handoff-not-delivered = Não chegou a { $name }: { $why }. Envie de novo de outra forma, por favor.
handoff-not-changed = Uma alteração no que { $name } ou você escreveu no caso #{ $number } não pôde ser levada: { $why }
handoff-maybe-twice = Talvez { $name } tenha recebido suas últimas palavras duas vezes: a plataforma não disse se elas tinham chegado.
handoff-not-shown = Algo que { $name } escreveu no caso #{ $number } não pôde ser mostrado na sala: { $why }

## Handoff: time

handoff-moment = { $day ->
    [today] hoje às { $time }
    [tomorrow] amanhã às { $time }
    [mon] na segunda-feira às { $time }
    [tue] na terça-feira às { $time }
    [wed] na quarta-feira às { $time }
    [thu] na quinta-feira às { $time }
    [fri] na sexta-feira às { $time }
    [sat] no sábado às { $time }
    [sun] no domingo às { $time }
   *[date] em { $date } às { $time }
}
handoff-away = Não há ninguém da { $brand } aqui agora. Uma pessoa vai estar aqui { $when }.
handoff-when-unreadable = Não consigo ler isso como um horário.
handoff-when-past = Esse horário já passou.
handoff-when-too-far = Isso está longe demais.
handoff-when-examples = Escreva assim: 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 ou 2026-12-01 9:00.
handoff-command-duty = Receba um aviso quando um cliente esperar, ou veja quem está de plantão.
handoff-command-duty-state = Se você está de plantão; se omitido, quem está.
handoff-command-duty-until = Até quando, como 18:00 ou 4h; se omitido, por 12 horas.
handoff-duty-on = Sim
handoff-duty-off = Não
handoff-duty-begun = Você está de plantão: aviso quando um cliente esperar. Termina { $when }.
handoff-duty-ended = Você não está mais de plantão.
handoff-duty-was-off = Você não estava de plantão.
handoff-duty-over = Seu plantão terminou. Para continuar, use /duty on.
handoff-duty-nobody = Ninguém está de plantão. Use /duty on para receber um aviso quando um cliente esperar.
handoff-duty-list = De plantão:
handoff-duty-line = { $name } (termina { $when })
handoff-duty-role = quem está de plantão
handoff-staff-role = a equipe
handoff-call = Caso #{ $number }: { $name } espera uma pessoa.
handoff-reminder = Caso #{ $number }: { $name } ainda espera uma resposta (há { $length }).
handoff-command-snooze = Adie um caso até certa hora, ou até o cliente escrever.
handoff-command-snooze-until = Até quando: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Adiar o caso
handoff-snooze-form-until = Até quando? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = O caso #{ $number } foi adiado. Ele volta { $when }.
handoff-command-close-in = Depois de quanto tempo, como 2h, a menos que o cliente escreva antes.
handoff-command-close-silently = Não dizer nada ao cliente.
handoff-you-close-later = O caso #{ $number } será encerrado, a menos que o cliente escreva antes.
handoff-closes = { $by } encerra este caso { $when }, a menos que { $name } escreva antes.
handoff-closes-not = { $name } escreveu: este caso não será encerrado.
handoff-silence = Não tivemos mais notícias suas no caso #{ $number }. Se não faltar nada, ele será encerrado { $when }. Escreva aqui, e ele continua aberto.
handoff-rating = Isso ajudou? 1: nada, 5: muito.
handoff-button-rate = { $stars }
handoff-button-rate-why = Dizer por quê
handoff-rating-thanks = Obrigado!
handoff-rating-given = Você já respondeu. Obrigado!
handoff-rating-noted = Obrigado, está anotado.
handoff-rating-not-yours = Esta pergunta é para outra pessoa.
handoff-rating-form = Como ajudamos você
handoff-rating-form-words = O que foi bom ou podia ter sido melhor?
handoff-rating-low = Não conseguimos ajudar { $name } no caso #{ $number }: { $stars } de 5.

## Handoff: the desk's commands

handoff-command-join-where = Qual sala: a do caso ou a do próprio cliente.
handoff-where-room = A sala do caso
handoff-where-customer = A sala do próprio cliente
handoff-command-transfer = Passe um caso para outra pessoa da equipe.
handoff-command-transfer-who = Quem recebe.
handoff-command-transfer-name = Ou o nome da pessoa.
handoff-command-cases = A fila: quem espera alguém, com a espera mais longa primeiro.
handoff-command-cases-state = Só os que estão assim.
handoff-command-cases-priority = Só os desta prioridade.
handoff-command-cases-mine = Só os seus.
handoff-command-cases-waiting = Só aqueles em que o cliente espera uma resposta.
handoff-command-cases-tag = Só os que têm esta etiqueta.
handoff-command-case-closed = O número do caso.
handoff-command-case-of = Ou o número de um caso da pessoa.
handoff-command-reopen = Continue um caso encerrado.
handoff-command-contact = Escreva primeiro para um cliente.
handoff-command-contact-text = O que você diz a ele.
handoff-command-who = O cliente.
handoff-command-snippet = Palavras que a equipe diz com frequência.
handoff-command-snippet-list = Mostre todas as respostas rápidas.
handoff-command-snippet-send = Envie uma ao cliente, depois de dar uma olhada.
handoff-command-snippet-add = Guarde palavras novas.
handoff-command-snippet-edit = Altere as palavras de uma.
handoff-command-snippet-remove = Esqueça uma.
handoff-command-snippet-name = O nome dela, uma palavra.
handoff-command-snippet-text = As palavras; {"{customer}"}, {"{staff}"}, {"{brand}"} e {"{case}"} são preenchidos.
handoff-command-priority = Diga quanto um caso é urgente.
handoff-command-priority-which = Quanto.
handoff-command-tag = Sobre o que é um caso.
handoff-command-tag-list = Mostre as etiquetas de um caso.
handoff-command-tag-add = Ponha uma etiqueta em um caso.
handoff-command-tag-remove = Tire uma etiqueta de um caso.
handoff-command-tag-name = A etiqueta.
handoff-command-merge = Transforme dois casos de uma pessoa em um.
handoff-command-merge-from = O caso que termina.
handoff-command-merge-into = O caso que continua.
handoff-command-block = Bloqueie um cliente: por um tempo, a equipe não é chamada.
handoff-command-block-time = Por quanto tempo, como 12h, 3d, 2w ou forever.
handoff-command-block-reason = O motivo; só a equipe lê.
handoff-command-unblock = Desbloqueie um cliente: a equipe volta a ser chamada.
handoff-command-notify = Receba um aviso na próxima vez que o cliente escrever.
handoff-command-subscribe = Receba um aviso sempre que o cliente escrever.
handoff-command-audit = Quem da equipe fez o quê ultimamente.
handoff-command-audit-who = Só o que esta pessoa fez.
handoff-command-audit-name = Ou o nome dela.
handoff-command-audit-case = Só o que foi feito neste caso.

## Handoff: the desk

handoff-state-waiting = em espera
handoff-state-active = em andamento
handoff-state-snoozed = adiado
handoff-state-parked = sem contato
handoff-state-closed = encerrado
handoff-cases-head = Casos { $first } a { $last } de { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = espera há { $span }
handoff-no-cases = Não há casos assim.
handoff-button-previous = Voltar
handoff-button-next = Mais
handoff-button-older = Mais antigos
handoff-transfer-to-whom = Para quem? Escolha alguém da equipe, escreva o nome ou responda a uma mensagem da pessoa. Não conheço quem não trabalhou aqui nos últimos tempos.
handoff-you-transferred = O caso #{ $number } agora é de { $name }.
handoff-theirs-already = O caso #{ $number } já é de { $name }.
handoff-transferred-to-you = { $name } passou este caso para você.
handoff-goes-on-in = O caso #{ $number } continua em #{ $into }.
handoff-has-open-case = { $name } tem um caso aberto: #{ $number }.
handoff-is-blocked = Há um bloqueio para { $name }: use primeiro /unblock.
handoff-you-reopened = O caso #{ $number } está aberto de novo e espera alguém.
handoff-you-reopened-for = O caso #{ $number } está aberto de novo, com { $name }.
handoff-who = Quem? Escolha a pessoa, responda a uma mensagem dela ou informe um caso dela, como case:7.
handoff-not-a-customer = Essa pessoa é da equipe.
handoff-contact-no-words = O que devo dizer? Escreva depois do comando.
handoff-contact-blocked = Há um bloqueio para { $name }: use primeiro /unblock.
handoff-contact-nowhere = Não dá para escrever para { $name } em particular, e ninguém viu essa pessoa em público.
handoff-contacted = Enviado a { $name } em particular: é o caso #{ $number }, e ele é seu.
handoff-contacted-in-public = Enviado a { $name } onde escreveu por último, em público: é o caso #{ $number }, e ele é seu.
handoff-which-priority = Qual prioridade? Escreva low, normal, high ou urgent.
handoff-priority-set = O caso #{ $number } tem uma nova prioridade: { $name }.
handoff-no-tags = O caso #{ $number } não tem etiquetas.
handoff-tags = Caso #{ $number }: { $name }
handoff-which-tag = Qual etiqueta?
handoff-tag-too-long = Isso é longo demais para uma etiqueta: no máximo 30 caracteres.
handoff-tag-there = O caso #{ $number } já tem essa etiqueta.
handoff-too-many-tags = O caso #{ $number } tem cinco etiquetas: tire uma primeiro.
handoff-tagged = O caso #{ $number } agora tem a etiqueta { $name }.
handoff-untagged = O caso #{ $number } não tem mais a etiqueta { $name }.
handoff-no-such-tag = O caso #{ $number } não tem essa etiqueta.
handoff-merged = O caso #{ $from } continua em #{ $into }.
handoff-merged-reason = Continua no caso #{ $into }.
handoff-merged-already = O caso #{ $from } já continua em outro.
handoff-merge-itself = É o mesmo caso.
handoff-merge-two-people = Os casos #{ $from } e #{ $into } são de duas pessoas, e as palavras delas não podem se misturar. Para ver os dois juntos, ponha a mesma etiqueta em ambos: /tag add.
handoff-merge-into-closed = O caso #{ $into } está encerrado: use primeiro /reopen.
handoff-goes-on-elsewhere = Este caso continua em #{ $reason }.
handoff-card-merged = Continua no caso #{ $number }.
handoff-took-in = O caso #{ $from } continua aqui.
handoff-block-how-long = Por quanto tempo? Escreva assim: 12h, 3d, 2w ou forever.
handoff-you-blocked = Você bloqueou { $name } até alguém escrever /unblock.
handoff-you-blocked-for = Você bloqueou { $name } por { $span }.
handoff-you-unblocked = Não há mais bloqueio para { $name }.
handoff-not-blocked = Não há nenhum bloqueio para { $name }.
handoff-watched = Aviso você sempre que { $name } escrever no caso #{ $number }.
handoff-watched-once = Aviso você na próxima vez que { $name } escrever no caso #{ $number }.
handoff-watched-no-more = Não aviso mais você sobre o caso #{ $number }.
handoff-you-joined-customer = Você está na sala de { $name }.
handoff-customer-in-public = { $name } escreve em um lugar público: ninguém precisa de permissão para entrar.
handoff-customer-in-chat = { $name } escreve em uma conversa particular comigo, onde mais ninguém pode entrar. Responda da sala do caso.
handoff-customer-elsewhere = { $name } está em uma plataforma em que não consigo deixar você entrar. Responda da sala do caso.
handoff-no-snippets = Ainda não há respostas rápidas: /snippet add guarda uma.
handoff-snippets = Respostas rápidas:
handoff-snippet-no-name = O nome de uma resposta rápida é uma palavra de no máximo 32 caracteres.
handoff-snippet-no-words = O que diz a resposta rápida? Escreva depois do nome dela.
handoff-snippet-too-long = Isso é longo demais para uma resposta rápida: no máximo 1500 caracteres.
handoff-snippet-unknown-placeholder = { $unknown } não existe. São preenchidos: { $known }.
handoff-snippet-there = A resposta rápida { $name } já existe: /snippet edit a altera.
handoff-no-such-snippet = A resposta rápida { $name } não existe.
handoff-too-many-snippets = Há respostas rápidas demais: remova uma primeiro.
handoff-snippet-added = Resposta rápida { $name } guardada.
handoff-snippet-edited = Resposta rápida { $name } alterada.
handoff-snippet-removed = Resposta rápida { $name } removida.
handoff-snippet-preview = { $name } leria:
handoff-snippet-sent = Enviado a { $name } no caso #{ $number }.
handoff-snippet-theirs = Só { $name } pode enviar isso. Veja você mesmo: /snippet send
handoff-button-send-it = Enviar
handoff-audit-head = O que foi feito, o mais recente primeiro:
handoff-audit-empty = Nada foi feito.
handoff-audit-whom = Não conheço ninguém da equipe com esse nome.
handoff-audit-entry = há { $span } · { $name } · { $what } { $subject }
handoff-audit-refused = há { $span } · { $name } · { $what } { $subject } · negado

## Handoff: what the desk says to customers

handoff-contact = A { $brand } está escrevendo para você: este é o caso #{ $number }. O que você escrever aqui a partir de agora chega à equipe.
handoff-contact-in-group = A { $brand } está escrevendo para você: este é o caso #{ $number }. Responda às minhas mensagens aqui, e suas palavras chegam à equipe.
handoff-joined-here = { $name }, da { $brand }, está aqui com você.

## Handoff: transcripts

handoff-command-transcript = Receba em um arquivo o que foi dito em um caso.
handoff-command-transcript-format = Como página para ler ou como linhas para outros programas.
handoff-format-html = Página (HTML)
handoff-format-jsonl = JSON Lines
handoff-transcript-begun = A transcrição do caso #{ $number } chega aqui em instantes.
handoff-transcript-begun-elsewhere = A transcrição do caso #{ $number } chega onde só a equipe lê.
handoff-transcript-done = A transcrição do caso #{ $number }.
handoff-transcript-none = Você não tem nenhum caso aqui. Com /human você chama uma pessoa.
handoff-page-title = Caso #{ $number }: { $name }
handoff-page-customer = Cliente
handoff-page-language = Idioma
handoff-page-owner = Responsável
handoff-page-opened = Aberto
handoff-page-first-answer = Primeira resposta
handoff-page-closed = Encerrado
handoff-page-reason = Por que foi encerrado
handoff-page-tags = Etiquetas
handoff-page-rating = Avaliação
handoff-page-team = Equipe
handoff-page-note = Interno
handoff-page-service = Evento
handoff-page-edited = editado
handoff-page-removed = removido
handoff-page-made = Registrado em { $moment } ({ $zone }). Todos os horários são deste fuso.

## Handoff: the relay

handoff-command-reply = Diga algo ao cliente: palavras, um arquivo ou os dois.
handoff-command-areply = Diga algo ao cliente só em nome da equipe.
handoff-command-reply-text = O que dizer; se omitido, eu pergunto.
handoff-command-reply-file = Um arquivo para enviar junto.
handoff-command-note = Guarde uma nota para a equipe: o cliente nunca a vê.
handoff-command-note-text = O que anotar.
handoff-command-edit = Altere o que você disse por último ao cliente, ou a mensagem em que você usar isto.
handoff-command-edit-text = O que ela diz a partir de agora; se omitido, eu pergunto.
handoff-command-delete = Retire o que você disse por último ao cliente, ou a mensagem em que você usar isto.
handoff-menu-edit = Alterar para o cliente
handoff-menu-delete = Retirar para o cliente
handoff-form-reply = Responder ao cliente
handoff-form-reply-text = O que o cliente lê
handoff-form-reply-file = Arquivos para enviar junto
handoff-form-edit = Alterar o que você disse
handoff-form-edit-text = O que o cliente lê a partir de agora
handoff-said-to = → { $name }:
handoff-you-said = Enviado a { $name }. O que acontecer com isso aparece na sala do caso #{ $number }.
handoff-nothing-said = Não há nada para ler nisso.
handoff-marked-internal = Não enviado: começa com //, que fica só na equipe.
handoff-note-of = 📝 { $name }:
handoff-noted = Anotado no caso #{ $number }.
handoff-you-changed = Alterado para o cliente.
handoff-you-took-back = Retirado.
handoff-as-it-was-said = Já diz isso.
handoff-no-such-words = Não conheço essas palavras da equipe no caso #{ $number }. Responda com o comando ao que foi enviado ao cliente, ou use-o nessa mensagem.
handoff-now-says = → { $name }, alterado:
handoff-edit-kept-inside = Não foi levado: a sua alteração fica na equipe. { $name } ainda lê o que você enviou; /delete retira isso.
handoff-never-sent = { $count ->
    [one] Uma mensagem nunca foi enviada: não foi possível falar com { $name }.
   *[other] { $count } mensagens nunca foram enviadas: não foi possível falar com { $name }.
}
handoff-watched-wrote = { $name } escreveu.
handoff-command-forget = Retire o que você escreveu à equipe: responda com isto à sua mensagem, ou use sozinho.
handoff-button-forget-me = Esqueça de mim
handoff-forget-explained = Responda com /forget a uma mensagem sua que chegou à equipe, e ela não poderá mais lê-la.
handoff-forget-asks = Ou peça que eu esqueça você: seu caso aberto termina, o que está a caminho é interrompido, e seu nome e suas palavras são removidos de todos os seus casos. Isso não pode ser desfeito.
handoff-forget-nothing = Não conheço nenhum caso seu.
handoff-forgot-message = A equipe não consegue mais ler isso. O que está aqui, só você pode remover.
handoff-not-yours = Só posso retirar o que veio de você e chegou à equipe.
handoff-forgot = Esqueci você: seu nome e suas palavras estão sendo removidos de todos os seus casos.
handoff-forgotten-case = O cliente quer ser esquecido: este caso termina, e o que ele disse é removido.
handoff-bot-removed = Fui removido de onde ele escreve
handoff-bot-blocked = fui bloqueado

## Handoff: figures

handoff-command-stats = O resumo dos últimos dias: casos, espera e respostas, em palavras e em imagem.
handoff-command-stats-days = Quantos dias, contando hoje; se omitido, uma semana.
handoff-stats-days = Posso resumir de 1 a { $max } dias.
handoff-stats-here = Os números chegam aqui.
handoff-stats-elsewhere = Os números chegam onde só a equipe lê.
handoff-stats-title = { $days ->
    [one] Hoje
   *[other] Os últimos { $days } dias
}
handoff-stats-cases = { $opened } abertos, { $closed } encerrados, { $reopened } reabertos; { $open } abertos agora.
handoff-stats-longest = Alguém espera uma pessoa há { $span }.
handoff-stats-waiting = Assumidos após { $median }; nove em cada dez, em até { $ninth }.
handoff-stats-first-answer = Primeira resposta após { $median }; em nove de cada dez, em até { $ninth }.
handoff-stats-resolution = Encerrados após { $median }; nove em cada dez, em até { $ninth }.
handoff-stats-rating = Avaliação de { $stars } de 5, por { $count ->
    [one] um cliente
   *[other] { $count } clientes
}.
handoff-stats-staff = Por pessoa
handoff-stats-member = { $name }: { $closed } encerrados, { $answered } primeiras respostas
handoff-stats-usually = após { $median }
handoff-stats-usually-taken = assume após { $median }
handoff-stats-usually-closed = encerra após { $median }
handoff-stats-rated = avaliação de { $stars } de 5
handoff-stats-legend = 🟦 abertos   🟧 encerrados   🟪 primeira resposta, a mediana de um dia

## Feedback: words for kinds and statuses

feedback-kind-bug = Erro
feedback-kind-idea = Ideia
feedback-kind-praise = Elogio
feedback-kind-question = Pergunta
feedback-kind-complaint = Reclamação
feedback-status-open = Aberto
feedback-status-under-review = Em análise
feedback-status-planned = Planejado
feedback-status-started = Em andamento
feedback-status-shipped = Lançado
feedback-status-declined = Recusado
feedback-status-duplicate = Duplicado
feedback-panel = Feedback #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = O feedback #{ $number } não existe.

## Feedback: capture

feedback-command = Conte para a gente o que está quebrado, faltando ou bom.
feedback-menu = Registrar como feedback
feedback-command-new = Conte para a gente o que está quebrado, faltando ou bom.
feedback-command-text = Sobre o que é, em uma linha.
feedback-command-file = Uma imagem ou outro arquivo que mostre isso.
feedback-form = Seu feedback
feedback-form-title = Sobre o que é, em uma linha?
feedback-form-kind = O que é?
feedback-form-details = Mais alguma coisa que devemos saber?
feedback-form-area = Qual parte do produto?
feedback-form-file = Uma imagem ou um arquivo que mostre isso?
feedback-saved = Salvo como #{ $number }. Obrigado! Outras pessoas podem encontrar e somar a voz delas; /feedback mine mostra o que é seu.
feedback-no-such-area = A área “{ $area }” não existe, então a deixei de fora. As que existem: { $areas }.
feedback-anonymous = Não consigo saber quem você é aqui: escreva com o seu próprio nome, para que a equipe possa responder.
feedback-not-yours = Isso é para quem escreveu.
feedback-captured = Registrado como #{ $number }, com as palavras de { $name }, que fica sabendo.
feedback-captured-unnamed = Registrado: agora conta para #{ $number }.
feedback-capture-known = Isso já tinha sido registrado: é #{ $number }.
feedback-capture-taken-back = Isso era #{ $number }, retirado por quem o enviou.
feedback-capture-bot = Foi um bot que disse isso. Se você também quer, diga com as suas palavras: /feedback.
feedback-capture-nobody = Não consigo saber quem disse isso, então não haveria a quem responder. Se você também quer, diga com as suas palavras: /feedback.
feedback-capture-among-staff = O que se diz aqui fica na equipe. Para enviar algo seu, escreva /feedback e as suas palavras.
feedback-capture-private = O que outras pessoas dizem em particular fica lá. Para enviar algo seu, escreva /feedback e as suas palavras.
feedback-capture-empty = Não há nada nessa mensagem que eu consiga ler. Diga com as suas palavras: /feedback.
feedback-capture-enough = Você já registrou { $max } mensagens de outras pessoas hoje. Para enviar algo seu, escreva /feedback e as suas palavras.
feedback-captured-noted = { $name }, isto agora está anotado como feedback #{ $number }, com as suas palavras, para a equipe ver. Com /feedback mine você pode alterar ou retirar.
feedback-captured-voice = { $name }, isto agora conta como a sua voz para o feedback #{ $number }, e assim você fica sabendo o que acontece.
feedback-reaction-unheard = { $name }, não sei o que dizia a mensagem à qual você reagiu. Responda a ela com /feedback ou use o menu dela.
feedback-reaction-refused = { $name }, deixei de fora a mensagem à qual você reagiu. { $why }
feedback-reaction-stays = { $name }, #{ $number } fica: uma reação pode ser desfeita em até um minuto. Se não era essa a intenção, recuse ou junte a outro.
feedback-reaction-backed = { $name }, #{ $number } fica: outras pessoas já apoiam. Se não era essa a intenção, recuse ou junte a outro.
feedback-reaction-alike = #{ $number } “{ $title }” foi registrado por uma reação. Diz a mesma coisa que algum destes?

## Feedback: is it one of these?

feedback-similar = É algum destes?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] uma voz
   *[other] { $voices } vozes
})
feedback-similar-that = #{ $number }: é esse, somar minha voz
feedback-similar-theirs = #{ $number }: é esse, somar a voz da pessoa
feedback-similar-none = Não, é novo
feedback-similar-or = Se você não disser nada, salvo como novo amanhã.
feedback-similar-or-not = Se você não disser nada, nada é salvo.
feedback-similar-gone = #{ $number } foi retirado nesse meio-tempo. Salvo o que você escreveu como novo?

## Feedback: what is mine

feedback-command-mine = Veja, corrija ou retire o que você enviou, e o que você apoia.
feedback-mine = O que você enviou
feedback-mine-none = Você ainda não enviou nada.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] uma voz
   *[other] { $voices } vozes
})
feedback-mine-merged = #{ $number } { $title }: agora faz parte de #{ $into }
feedback-mine-withdrawn = #{ $number }: retirado
feedback-mine-backed = O que você apoia
feedback-mine-backed-none = Você não apoia nada que outras pessoas enviaram.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] uma voz
   *[other] { $voices } vozes
}
feedback-mine-answer = { $name } respondeu:
feedback-button-newer = Mais novos
feedback-button-older = Mais antigos
feedback-button-raised = O que enviei
feedback-button-backed = O que apoio
feedback-button-correct = Corrigir
feedback-button-withdraw = Retirar
feedback-button-withdraw-yes = Sim, retirar
feedback-button-keep = Não, manter
feedback-corrected = Obrigado, #{ $number } está corrigido.
feedback-corrected-nothing = #{ $number } fica como estava.
feedback-withdraw = Retirar #{ $number } “{ $title }”? Suas palavras somem, e ninguém mais pode apoiar.
feedback-withdraw-backed = Retirar #{ $number } “{ $title }”? Outras pessoas apoiam: essa linha fica para elas, e todo o resto que você disse some, com o seu nome.
feedback-withdrawn = #{ $number } foi retirado.
feedback-withdrawn-backed = Suas palavras e seu nome saíram de #{ $number }. Ele continua com as vozes de outras pessoas.
feedback-somebody = alguém

## Feedback: voices

feedback-command-voice = Some sua voz ao que outra pessoa disse.
feedback-command-number = O número do feedback.
feedback-command-why = Por quê, com as suas palavras.
feedback-voice-which = Qual? Informe o número: /voice 12.
feedback-voice-added = Sua voz agora conta para #{ $number }: { $title }
feedback-voice-already = Sua voz conta para #{ $number }: { $title }
feedback-voice-theirs = A voz de { $name } agora conta para #{ $number }.
feedback-voice-back = Sua voz não conta mais para #{ $number }.
feedback-voice-none = Você não somou sua voz a #{ $number }.
feedback-voice-own = #{ $number } é seu: com /feedback mine você pode retirá-lo.
feedback-form-voice = Sua voz
feedback-form-why = O que isso significa para você?
feedback-button-why = Dizer por quê
feedback-button-take-back = Retirar minha voz
feedback-button-take-back-of = Retirar minha voz de #{ $number }

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } voz
   *[other] { $count } vozes
}
feedback-card-assignee = aos cuidados de { $name }
feedback-card-answer = { $name }, da equipe
feedback-card-by = Enviado por { $name }
feedback-card-captured = Dito por { $name }, registrado por { $member }
feedback-card-private = Enviado por { $name }, em particular
feedback-card-private-unnamed = Enviado em particular
feedback-card-origin = onde foi dito
feedback-card-withdrawn = #{ $number } foi retirado.
feedback-card-merged = Agora faz parte de #{ $number }.
feedback-card-files = O que veio com #{ $number }:
feedback-card-refused = O cartão do feedback #{ $number } não pode ser mostrado na sala de feedback: { $why } Verifique o que posso fazer lá; tento de novo na próxima alteração.
feedback-button-voice = Somar minha voz
feedback-button-details = Detalhes
feedback-button-status = Situação
feedback-details-card = ver o cartão
feedback-details-around = O que foi dito em volta
feedback-details-words = O que outras pessoas dizem

## Feedback: staff

feedback-led-on = #{ $from } agora faz parte de #{ $number }.
feedback-words-blank = Escreva algo, por favor.
feedback-words-too-long = São { $chars } caracteres, e cabem no máximo { $max }.
feedback-command-list = Liste os feedbacks.
feedback-command-list-kind = Só deste tipo.
feedback-command-list-status = Só com esta situação; se omitida, o que está aberto.
feedback-command-list-sort = O que vem primeiro.
feedback-command-list-area = Só desta área do produto.
feedback-command-list-since = Só o que foi enviado desde então: um número de dias ou uma data como 2026-05-31.
feedback-command-list-mine = Só o que está comigo.
feedback-command-list-text = Com o que deve se parecer.
feedback-sort-rising = Em alta
feedback-sort-voices = Vozes
feedback-sort-newest = Mais recentes
feedback-list-head = Feedbacks { $first } a { $last } de { $total }
feedback-list-empty = Não há feedback assim.
feedback-list-partial = O índice de busca ainda está sendo criado: pode haver mais.
feedback-unknown-day = Não entendo essa data: escreva um número de dias ou uma data como 2026-05-31.
feedback-button-previous = Anterior
feedback-button-next = Próxima
feedback-command-show = Mostre tudo o que há sobre um feedback.
feedback-command-status = Diga em que pé está; todo mundo que pediu fica sabendo.
feedback-command-status-to = Em que pé está.
feedback-command-status-note = O que os clientes devem ler junto.
feedback-unknown-status = Qual situação é? { $statuses }
feedback-status-set = #{ $number } passa para: { $status }
feedback-status-already = #{ $number } já está assim: { $status }
feedback-status-choose = Em que pé está #{ $number }?
feedback-command-answer = Responda em público; todo mundo que pediu fica sabendo.
feedback-command-answer-text = Sua resposta.
feedback-answered = Respondido. Está no cartão de #{ $number }, e todo mundo que pediu fica sabendo.
feedback-command-note = Anote algo que só a equipe lê.
feedback-command-note-text = Sua nota.
feedback-note-kept = Anotado em #{ $number }, só para a equipe.
feedback-command-edit = Altere o título, os detalhes, o tipo ou a área.
feedback-edit = Editar feedback
feedback-edit-title = Sobre o que é, em uma linha?
feedback-edit-kind = O que é?
feedback-edit-details = Detalhes
feedback-edit-area = Área do produto
feedback-edit-same = Nada mudou em #{ $number }.
feedback-edit-done = #{ $number } foi alterado.
feedback-command-area = Diga de qual área do produto se trata.
feedback-command-area-name = A área; se omitida, não tem nenhuma.
feedback-area-set = #{ $number } é sobre: { $area }
feedback-area-removed = #{ $number } não tem área.
feedback-unknown-area = Essa área não existe. As que existem: { $areas }
feedback-command-assign = Diga quem cuida disso.
feedback-command-assign-who = Quem; se omitido, você.
feedback-command-assign-nobody = Ninguém mais cuida disso.
feedback-assigned = { $name } cuida de #{ $number }.
feedback-unassigned = Ninguém cuida de #{ $number }.
feedback-assign-by-reply = Não sei de quem é o nome { $name }. Responda a uma mensagem dessa pessoa com: /feedback assign { $number }
feedback-command-merge = Junte a outro que diz a mesma coisa.
feedback-command-merge-into = O número do outro.
feedback-command-unmerge = Deixe separado de novo.
feedback-button-merge-into = Juntar a #{ $number }
feedback-merged = #{ $from } agora faz parte de #{ $number }. As vozes dele contam lá.
feedback-merged-already = #{ $from } já faz parte de #{ $number }.
feedback-merge-under-way = #{ $from } e #{ $number } ainda estão sendo juntados ou separados. Está em andamento; veja de novo daqui a pouco.
feedback-merge-itself = #{ $number } não pode ser juntado a ele mesmo.
feedback-merge-circle = #{ $number } já faz parte de #{ $from }, então #{ $from } não pode fazer parte dele.
feedback-merge-busy = Algo ainda está sendo juntado a #{ $number } ou separado dele. Tente de novo daqui a pouco.
feedback-unmerged = #{ $from } fica separado de novo assim que as vozes dele saírem de #{ $number }.
feedback-not-merged = #{ $number } não faz parte de outro.
feedback-unmerge-outer-first = #{ $number } também faz parte de outro: use primeiro /feedback unmerge { $number }.
feedback-history-status = { $name } mudou a situação: { $what }
feedback-history-status-note = { $name } mudou a situação: { $what } ({ $note })
feedback-history-answered = { $name } respondeu: { $what }
feedback-history-noted = { $name } anotou: { $what }
feedback-history-edited = { $name } alterou; antes se chamava: { $what }
feedback-history-area = { $name } disse que é sobre: { $what }
feedback-history-no-area = { $name } tirou a área
feedback-history-assigned = { $name } pediu a { $what } que cuide disso
feedback-history-unassigned = { $name } disse que ninguém cuida disso
feedback-history-merged = { $name } juntou a #{ $what }
feedback-history-took-in = { $name } juntou #{ $what } a este
feedback-history-unmerged = { $name } separou de #{ $what }

## Feedback: closing the loop

feedback-told-open = #{ $number } “{ $title }” está aberto de novo.
feedback-told-under-review = Estamos analisando #{ $number } “{ $title }”.
feedback-told-planned = #{ $number } “{ $title }” está planejado.
feedback-told-started = Começamos a trabalhar em #{ $number } “{ $title }”.
feedback-told-shipped = 🎉 #{ $number } “{ $title }” já está disponível.
feedback-told-declined = Não vamos fazer #{ $number } “{ $title }”.
feedback-told-duplicate = #{ $number } “{ $title }” diz o mesmo que outro e foi fechado.
feedback-told-news = Novidades sobre #{ $number } “{ $title }”:
feedback-told-thanks = { $count ->
    [one] Obrigado por falar com a gente,
   *[other] Obrigado a quem falou com a gente:
}
feedback-told-thanks-all = { $count ->
    [one] Obrigado à pessoa que falou sobre isso aqui.
   *[other] Obrigado às { $count } pessoas que falaram sobre isso aqui.
}
feedback-told-others = { $count ->
    [one] e mais uma pessoa
   *[other] e mais { $count } pessoas
}
feedback-told-open-card = Abrir #{ $number }
feedback-told-asked = Você recebe isto porque pediu em particular. Prefere não receber? /feedback mute
feedback-told-follows = Você recebe isto porque está seguindo. Prefere não receber? /feedback unfollow { $number }
feedback-verdict-question = Faz o que você esperava?
feedback-verdict-up = 👍 Sim
feedback-verdict-down = 👎 Ainda não
feedback-verdict-not-asked = Essa pergunta é para quem pediu ou segue #{ $number }.
feedback-verdict-glad = Que bom saber!
feedback-verdict-sorry = Agradecemos a sinceridade. O que falta?
feedback-verdict-word = Dizer mais
feedback-verdict-form = Faz o que você esperava?
feedback-verdict-form-words = O que a equipe deveria saber?
feedback-verdict-noted = Anotado, agradecemos. A equipe lê.
feedback-introduction-meet = Conhecer quem também pediu
feedback-introduction-question = Quer conhecer outras pessoas que pediram #{ $number } “{ $title }”? Se você disser sim, até três delas que também digam sim verão seu nome ({ $name }) e sua conta em { $platform }, e você verá os delas. Mais ninguém. Você pode voltar atrás.
feedback-introduction-yes = Sim, pode me apresentar
feedback-introduction-no = Não me apresente
feedback-introduction-waiting = Você disse sim para #{ $number }. Escrevo para você em particular assim que houver alguém para conhecer.
feedback-introduction-met = Vocês pediram a mesma coisa: #{ $number } “{ $title }”. Diga oi para
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = Isso é para quem pediu #{ $number }. Com /voice { $number } você soma sua voz.
feedback-introduction-taken-back = Não vou apresentar você a mais ninguém por #{ $number }.
feedback-command-follow = Saiba em particular o que acontece com um feedback.
feedback-command-unfollow = Não receba mais notícias de um feedback em particular.
feedback-command-mute = Sem mensagens sobre feedback; as novidades não mencionam nem citam você.
feedback-command-mute-state = Se omitido, ligado.
feedback-mute-on = ligado
feedback-mute-off = desligado
feedback-followed = Agora você segue #{ $number } “{ $title }”: escrevo em particular quando algo acontecer.
feedback-followed-muted = Agora você segue #{ $number } “{ $title }”, mas não recebe nada enquanto estiver silenciado: /feedback mute off
feedback-follow-reach = Pode escrever para mim
feedback-unfollowed = Você não segue mais #{ $number }.
feedback-not-followed = Você não seguia #{ $number }.
feedback-muted = Silenciado: não escrevo mais para você sobre feedback, e as novidades não mencionam nem citam você. /feedback mute off encerra isso.
feedback-unmuted = Você volta a receber notícias do seu feedback.
feedback-progress-going = Avisando as pessoas: { $told } mensagens chegaram, { $waiting } esperam outro dia, { $failed } falharam.
feedback-progress-done = Pessoas avisadas: { $told } mensagens chegaram, { $failed } falharam.
feedback-progress-verdicts = Faz o que esperavam: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Receba os feedbacks em um arquivo.
feedback-command-export-format = O formato do arquivo.
feedback-format-csv = CSV, para uma planilha
feedback-format-jsonl = JSON Lines, para um programa
feedback-export-begun = Exportando. O arquivo chega aqui em instantes.
feedback-export-begun-elsewhere = Exportando. O arquivo chega onde só a equipe lê.
feedback-export-progress = Exportando… { $percent }%
feedback-export-empty = Não há nada para exportar: nenhum feedback se encaixa.
feedback-export-done = { $count ->
    [one] Um feedback.
   *[other] { $count } feedbacks.
}

## The engine's own sentences

staff-only = Isso é só para a equipe.
only-in-private = Isso eu só posso dizer em particular: escreva para mim lá.
went-wrong = Algo deu errado do nosso lado. Já está registrado; tente de novo daqui a pouco.
no-longer-current = Isso não é mais atual.
dialogue-cancelled = Cancelado. Nada foi salvo.
dialogue-nothing-to-cancel = Não há nada para cancelar.
dialogue-back = Voltar
dialogue-skip = Pular
dialogue-cancel = Cancelar
form-try-again = Tentar de novo
form-now = Agora: { $value }
form-error-empty = { $field }: escreva algo, por favor.
form-error-too-long = { $field }: { $chars ->
        [one] é { $chars } caractere
       *[other] são { $chars } caracteres
    }, e cabem no máximo { $max }.
form-error-not-a-choice = { $field }: escolha uma das respostas oferecidas, por favor.
form-error-not-a-file = { $field }: envie um arquivo, por favor.
form-error-too-many-files = { $field }: { $chars ->
        [one] é { $chars } arquivo
       *[other] são { $chars } arquivos
    }, e são aceitos no máximo { $max }.
file-photo = foto
file-video = vídeo
file-video-note = mensagem de vídeo
file-animation = animação
file-voice = mensagem de voz
file-audio = áudio
file-sticker = figurinha
file-document = arquivo
file-unsent = Não foi possível enviar { $name } daqui.
file-failed = Não foi possível enviar a exportação: { $why }
carried-file = 📎 { $what }: não foi possível trazer.
carried-named-file = 📎 { $what } “{ $name }”: não foi possível trazer.
carried-location = 📍 { $title }: { $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }: { $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }:
carried-forward-unknown = ↪ encaminhado:
dialogue-hint-cancel = Responda a esta mensagem ou use /cancel.
dialogue-hint-skip = Responda a esta mensagem, pule com /skip ou use /cancel.

# Todas as frases em português do Brasil: as dos recursos e, no fim, as do motor.
#
# Glossário (tratamento: você, tanto para clientes quanto para a equipe)
#   case      caso             staff, team   equipe
#   join      entrar           close         encerrar
#   room      sala             person        pessoa da equipe
#   voice     voz              card          cartão
#   status    situação         shipped       lançado
#   merge     juntar           unmerge       separar
#   Comandos (/join, /close …) e marcas ficam como são.

## Handoff: commands

handoff-command-human = Fale com uma pessoa da nossa equipe.
handoff-command-human-text = Sobre o que é.
handoff-command-join = Entre em um caso: o desta sala ou, se não houver, o que espera há mais tempo.
handoff-command-join-case = O número do caso.
handoff-command-close = Encerre um caso: o desta sala ou o deste número.
handoff-command-close-case = O número do caso.
handoff-command-close-reason = O motivo; só a equipe lê.

## Handoff: what customers read

handoff-called = Chamei uma pessoa da { $brand }: este é o caso #{ $number }. O que você escrever aqui a partir de agora chega até ela.
handoff-called-in-group = Chamei uma pessoa da { $brand }: este é o caso #{ $number }. Responda às minhas mensagens aqui, e suas palavras chegam até ela.
handoff-open-waiting = Seu caso #{ $number } está aberto, e já chamamos uma pessoa. O que você escrever onde o abriu chega até ela.
handoff-open-active = { $name } está com você no caso #{ $number }. O que você escrever onde o abriu chega até lá.
handoff-no-team = Não consigo chamar ninguém aqui: a equipe ainda não disse onde encontrá-la.
handoff-anonymous = Não consigo saber quem você é aqui: escreva com o seu próprio nome, para que alguém possa responder.
handoff-for-customers = Aqui é onde a equipe trabalha: cada cliente chama uma pessoa no lugar onde está.
handoff-not-called = Não consegui falar com a equipe agora. Seu caso #{ $number } está guardado: tente de novo daqui a pouco.
handoff-joined = { $name }, da { $brand }, entrou na conversa.
handoff-closed = O caso #{ $number } foi encerrado. Se ainda faltar algo, é só chamar uma pessoa de novo.

## Handoff: what staff read

handoff-card-title = Caso #{ $number }: { $name }
handoff-card-from = Vindo de { $platform }
handoff-card-waiting = Esperando alguém entrar.
handoff-card-active = { $name } está atendendo este caso.
handoff-card-closed = Encerrado por { $name }.
handoff-button-join = Entrar
handoff-button-close = Encerrar
handoff-room-intro = Caso #{ $number }: entre com /join, e o que você escrever aqui chega a { $name }. Uma mensagem que começa com // fica só na equipe, e /close encerra o caso.
handoff-author = { $name } · { $brand }
handoff-yours = O caso #{ $number } é seu.
handoff-still-yours = O caso #{ $number } já é seu.
handoff-theirs = Você está no caso #{ $number }, que está com { $name }.
handoff-room-link = A sala:
handoff-room-opening = A sala está sendo aberta.
handoff-room-lost = O caso #{ $number } não tem sala: não foi possível abri-la ({ $why }). O que o cliente escrever aparece aqui.
handoff-room-removed = O caso #{ $number } perdeu a sala: alguém a removeu. Outra se abre quando o cliente escrever de novo; /close encerra o caso.
handoff-room-renewed = O caso #{ $number } tem uma sala nova, porque a antiga não existe mais. { $link }
handoff-nobody-waits = Ninguém está esperando.
handoff-no-such-case = O caso #{ $number } não existe.
handoff-which-case = Qual caso? Use o comando na sala dele ou informe o número.
handoff-already-closed = O caso #{ $number } já está encerrado.
handoff-you-closed = Você encerrou o caso #{ $number }.
handoff-closed-by = { $name } encerrou este caso.
handoff-closed-because = { $name } encerrou este caso: { $reason }
handoff-join-first = Não enviado: entre primeiro no caso #{ $number } com /join, e o que você escrever chega ao cliente.
handoff-not-confirmed = Não enviado: não consegui confirmar a tempo que você é da equipe. Envie de novo, por favor.
handoff-looks-like-command = Não enviado: começa como um comando.
handoff-not-delivered = Não chegou a { $name }: { $why }
handoff-not-changed = Uma alteração no que { $name } ou você escreveu no caso #{ $number } não pôde ser levada: { $why }
handoff-maybe-twice = Talvez { $name } tenha recebido suas últimas palavras duas vezes: a plataforma não disse se elas tinham chegado.
handoff-not-shown = Algo que { $name } escreveu no caso #{ $number } não pôde ser mostrado na sala: { $why }

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
feedback-export-unsent = Não foi possível enviar { $name } daqui.
feedback-export-failed = Não foi possível enviar a exportação: { $why }

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

# Все фразы по-русски: сначала фразы функций, затем фразы движка.
#
# Глоссарий (обращение: вы, со строчной; имена — без глаголов прошедшего времени,
# чтобы не угадывать род)
#   case      обращение        staff, team   команда
#   join      присоединиться   close         закрыть
#   room      комната          person        человек из команды
#   feedback  отзыв            card          карточка
#   voice     голос            area          раздел
#   merge     объединить       unmerge       отделить
#   claim     взять            release       отдать
#   snooze    отложить         duty          дежурство
#   tag       метка            snippet       заготовка
#   Промежутки времени (5 минут, 1 час) стоят в винительном падеже: за, через, … назад.
#   Команды (/join, /close …) и названия брендов не переводятся.

## Handoff: commands

handoff-command-human = Поговорить с человеком из нашей команды.
handoff-command-human-text = О чём речь.
handoff-command-case = Номер обращения; если не указать, обращение этой комнаты.
handoff-command-join = Присоединиться и читать обращение: из этой комнаты, иначе то, что ждёт дольше всех.
handoff-command-claim = Взять обращение: из этой комнаты, иначе то, что ждёт дольше всех.
handoff-command-release = Отдать обращение, чтобы его взял кто-то другой.
handoff-command-leave = Больше не читать обращение.
handoff-command-close = Закрыть обращение: из этой комнаты или по номеру.
handoff-command-close-reason = Почему — это прочтёт только команда.

## Handoff: what customers read

handoff-called = Я зову человека из { $brand }: это обращение #{ $number }. Всё, что вы теперь напишете здесь, дойдёт до команды.
handoff-called-in-group = Я зову человека из { $brand }: это обращение #{ $number }. Отвечайте здесь на мои сообщения, и ваши слова дойдут до команды.
handoff-open-waiting = Ваше обращение #{ $number } открыто, команда уже знает. Всё, что вы напишете здесь, дойдёт до неё.
handoff-open-active = С вами { $name }, обращение #{ $number }. Всё, что вы напишете здесь, дойдёт по адресу.
handoff-open-waiting-here = Ваше обращение #{ $number } открыто, команда уже знает. Теперь и то, что вы напишете здесь, дойдёт до неё.
handoff-open-active-here = С вами { $name }, обращение #{ $number }. Теперь и то, что вы напишете здесь, дойдёт по адресу.
handoff-usually = Обычно люди здесь отвечают за { $span }.
handoff-blocked = { $brand } больше не может помогать вам здесь.
handoff-blocked-until = { $brand } сейчас не может помогать вам здесь. Снова ждём вас { $when }.
handoff-no-team = Здесь я никого не могу позвать: команда ещё не сказала, где её искать.
handoff-anonymous = Здесь я не вижу, кто вы: напишите, пожалуйста, под своим именем, чтобы вам могли ответить.
handoff-for-customers = Здесь работает команда: клиенты зовут человека там, где они сами.
handoff-nobody-reads = Этот чат никто из { $brand } не читает, пока вы не позовёте человека: /human — и то, что вы напишете дальше, дойдёт до него.
handoff-not-called = Сейчас не получилось связаться с командой. Ваше обращение #{ $number } сохранено вместе с тем, что вы пишете здесь: команда получит всё, как только появится связь.
handoff-seen = { $name } из { $brand } уже видит это.
handoff-joined = Теперь с вами { $name } из { $brand }.
handoff-left = Дальше с вами продолжит кто-то другой из { $brand }.
handoff-goes-on = Обращение #{ $number } продолжается.
handoff-closed = Обращение #{ $number } закрыто. Если что-то осталось, позовите человека снова.

## Handoff: where customers are answered

handoff-button-person = Поговорить с человеком
handoff-button-here = Ответьте мне здесь
handoff-button-private = Поговорить лично
handoff-here = Вам ответят здесь, в обращении #{ $number }.
handoff-for-caller = Это для того, кто звал человека. Вы тоже можете позвать: /human.
handoff-private-here = Обращение #{ $number } продолжается здесь, где больше никто не читает. Всё, что вы напишете здесь, дойдёт до человека.
handoff-private-opening = Открываю место, где читаете только вы и команда.
handoff-private-already = Мы уже говорим лично. { $link }
handoff-private-impossible = Я не могу написать вам лично: сначала напишите мне там сами и позовите человека оттуда. До тех пор вам ответят здесь.
handoff-private-never = Я не могу говорить с вами лично: вам ответят здесь.
handoff-button-share = Показать, о чём мы говорили раньше
handoff-shared = Команда видит, о чём мы говорили раньше.

## Handoff: how things stand

handoff-command-status = Узнать, как продвигается ваше обращение.
handoff-status-waiting = Обращение #{ $number } ждёт человека: вы позвали { $span } назад.
handoff-status-active = С вами { $name }, обращение #{ $number }.
handoff-status-snoozed = Обращение #{ $number } пока отложено. Напишите, и оно сразу продолжится.
handoff-status-parked = Связаться с вами по обращению #{ $number } не получилось. Напишите там, где мы говорили, и оно продолжится.
handoff-status-unanswered = Вы ждёте ответа уже { $span }.
handoff-status-closed = Открытых обращений у вас нет. Последнее, #{ $number }, закрыто { $span } назад. Позвать человека: /human.
handoff-status-none = Открытых обращений у вас нет. Позвать человека: /human.

## Handoff: accepted answers

handoff-command-accept = Принять сообщение как ответ на то, к чему оно написано: ответьте на него этой командой.
handoff-command-accept-question = На что это ответ, если мне это неизвестно.
handoff-menu-accept = Принять как ответ
handoff-accept-which = Какой ответ? Выберите это в меню его сообщения или ответьте на него этой командой.
handoff-accept-among-customers = Ответы принимают там, где клиенты общаются между собой.
handoff-accept-no-words = В этом сообщении нет слов человека.
handoff-accept-no-question = Мне неизвестно, на что это ответ. Скажите вместе с командой: /accept и вопрос.
handoff-accept-not-theirs = Это для того, кто спрашивал, и для команды.
handoff-accepted = Принято. Кто позовёт человека с тем же вопросом, сначала увидит этот ответ (автор: { $name }).
handoff-button-unaccept = Отменить
handoff-unaccepted = Этот ответ больше никому не предлагается.
handoff-offer = Об этом уже спрашивали. Отвечает { $name }:
handoff-offer-link = Посмотреть там, где это сказано
handoff-offer-helped = Хорошо, что это помогло.
handoff-button-helps = Это помогло
handoff-button-call = Позвать человека

## Handoff: help here

handoff-command-help-here = Помочь автору сообщения прямо на месте: ответьте на него этой командой.
handoff-menu-help = Помочь здесь
handoff-help-which = Кому вы хотите помочь? Выберите это в меню сообщения или ответьте на него этой командой.
handoff-help-among-customers = Здесь в команде помогают друг другу: это для сообщений клиентов.
handoff-help-nobody = Помогать там некому: это написал бот или кто-то без собственного имени.
handoff-help-staff = Это написал кто-то из команды.
handoff-help-blocked = { $name }: доступ закрыт, сначала /unblock.
handoff-help-offered = { $brand } хочет помочь вам с этим: это обращение #{ $number }. Отвечайте здесь, и ваши слова дойдут до команды.

## Handoff: what staff read

handoff-card-title = Обращение #{ $number }: { $name }
handoff-card-from = Откуда: { $platform }
handoff-card-speaks = язык: { $language ->
    [de] немецкий
    [en] английский
    [es] испанский
    [pt] португальский
    [ru] русский
    [uk] украинский
    [zh] китайский
   *[other] { $language }
}
handoff-card-new-here = здесь впервые
handoff-card-here-for = здесь уже { $span }
handoff-card-in-private = В личном чате
handoff-card-in-public = Среди других
handoff-card-said-before = Что было до этого:
handoff-card-other-cases = { $count ->
    [one] Ещё { $count } обращение:
    [few] Ещё { $count } обращения:
   *[many] Ещё { $count } обращений:
}
handoff-card-other-open = #{ $number }, открыто
handoff-card-other-closed = #{ $number }, закрыто { $span } назад
handoff-card-room = Комната
handoff-card-unanswered = Без ответа уже { $span }.
handoff-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[many] { $count } минут
}
handoff-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
handoff-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
handoff-priority-low = Низкий приоритет
handoff-priority-normal = Обычный приоритет
handoff-priority-high = Высокий приоритет
handoff-priority-urgent = Срочно
handoff-tag-waiting = Ждёт
handoff-tag-active = У команды
handoff-tag-snoozed = Отложено
handoff-tag-parked = Нет связи
handoff-tag-closed = Закрыто
handoff-card-waiting = Ждёт, пока кто-нибудь присоединится.
handoff-card-active = С клиентом { $name }.
handoff-card-snoozed = Отложено.
handoff-card-snoozed-by = Отложено: { $name }.
handoff-card-parked = С клиентом нет связи.
handoff-card-closed = Закрыто: { $name }.
handoff-card-closed-by-itself = Закрыто после долгого молчания.
handoff-button-join = Присоединиться
handoff-button-claim = Взять
handoff-button-release = Отдать
handoff-button-reply = Ответить
handoff-button-snooze = Отложить
handoff-button-close = Закрыть
handoff-button-reopen = Открыть снова
handoff-room-explicit = Всё, что вы пишете здесь, остаётся внутри команды. Ответьте на сообщение клиента ({ $name }) или напишите /reply, и ваши слова дойдут.
handoff-room-all = Всё, что вы пишете здесь, дойдёт до адресата: { $name }. То, что начинается с //, и ваши ответы друг другу останутся внутри команды.
handoff-author = { $name } · { $brand }
handoff-yours = Обращение #{ $number } теперь ваше.
handoff-still-yours = Обращение #{ $number } уже ваше.
handoff-you-joined = Теперь вы читаете обращение #{ $number }.
handoff-theirs = Обращение #{ $number } занято: его ведёт { $name }.
handoff-not-held = Обращение #{ $number } никто не ведёт.
handoff-you-released = Обращение #{ $number } ждёт кого-то другого.
handoff-you-left = Вы больше не читаете обращение #{ $number }.
handoff-not-closed = Обращение #{ $number } не закрыто.
handoff-is-parked = С клиентом обращения #{ $number } нет связи.
handoff-as-it-was = Обращение #{ $number } остаётся как было.
handoff-room-link = Комната:
handoff-room-opening = Комната открывается.
handoff-room-lost = У обращения #{ $number } нет комнаты: открыть её не удалось ({ $why }). То, что пишет клиент, видно здесь, а я попробую снова.
handoff-room-after-all = У обращения #{ $number } теперь есть комната. { $link }
handoff-room-closed-by = Эту комнату закрыли ({ $name }). Она снова открыта: обращение продолжается, а /close закроет его.
handoff-room-was-closed = Эту комнату закрыли. Она снова открыта: обращение продолжается, а /close закроет его.
handoff-room-stays-closed = Комната обращения #{ $number } закрыта, и открыть её я не могу ({ $why }). То, что пишет клиент, видно здесь.
handoff-room-early = То, что написано здесь раньше, чем комната была готова, никуда не дошло ({ $names }): напишите, пожалуйста, ещё раз.
handoff-room-removed = Обращение #{ $number } лишилось комнаты: её кто-то удалил. Новая откроется, когда клиент снова напишет; /close закроет обращение.
handoff-room-renewed = У обращения #{ $number } новая комната, потому что старой больше нет. { $link }
handoff-nobody-waits = Никто не ждёт.
handoff-no-such-case = Обращения #{ $number } нет.
handoff-which-case = Какое обращение? Введите команду в его комнате или укажите номер.
handoff-already-closed = Обращение #{ $number } уже закрыто.
handoff-you-closed = Обращение #{ $number } закрыто вами.
handoff-claimed = Это обращение теперь ведёт { $name }.
handoff-released = Это обращение ждёт, пока его кто-нибудь возьмёт.
handoff-snoozed = Это обращение отложено. Оно вернётся { $when } или когда клиент напишет.
handoff-woken = Это обращение снова в работе.
handoff-parked = С клиентом нет связи: { $reason }. То, что вы пишете, подождёт, пока она не появится.
handoff-resumed = С клиентом снова есть связь.
handoff-reopened = Это обращение продолжается.
handoff-closed-by-itself = Это обращение закрыто после долгого молчания.
handoff-closed-by = Обращение закрыто: { $name }.
handoff-closed-because = Обращение закрыто ({ $name }): { $reason }
handoff-not-confirmed = Не отправлено: не удалось вовремя подтвердить, что вы из команды. Отправьте, пожалуйста, ещё раз.
handoff-looks-like-command = Не отправлено: начинается как команда.
handoff-not-delivered = Не доставлено ({ $name }): { $why }. Отправьте, пожалуйста, ещё раз в другом виде.
handoff-not-changed = Не удалось перенести правку в обращении #{ $number } (вашу или от { $name }): { $why }
handoff-maybe-twice = Возможно, ваши последние слова пришли дважды ({ $name }): платформа не сообщила, дошли ли они.
handoff-not-shown = Часть того, что пишет { $name } в обращении #{ $number }, не удалось показать в комнате: { $why }

## Handoff: time

handoff-moment =
    { $day ->
        [today] сегодня в { $time }
        [tomorrow] завтра в { $time }
        [mon] в понедельник в { $time }
        [tue] во вторник в { $time }
        [wed] в среду в { $time }
        [thu] в четверг в { $time }
        [fri] в пятницу в { $time }
        [sat] в субботу в { $time }
        [sun] в воскресенье в { $time }
       *[date] { $date } в { $time }
    }
handoff-away = Сейчас здесь нет никого из { $brand }. Человек будет здесь { $when }.
handoff-when-unreadable = Не понимаю, какое это время.
handoff-when-past = Это время уже прошло.
handoff-when-too-far = Это слишком далеко.
handoff-when-examples = Напишите так: 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 или 2026-12-01 9:00.
handoff-command-duty = Получать вызов, когда ждёт клиент, или посмотреть, кого зовут сейчас.
handoff-command-duty-state = Дежурите ли вы; если не указать, кто дежурит.
handoff-command-duty-until = До какого времени, например 18:00 или 4h; если не указать, 12 часов.
handoff-duty-on = Дежурю
handoff-duty-off = Не дежурю
handoff-duty-begun = Вы дежурите: вас позовут, когда клиент будет ждать. Дежурство закончится { $when }.
handoff-duty-ended = Вы больше не дежурите.
handoff-duty-was-off = Вы и не дежурили.
handoff-duty-over = Ваше дежурство закончилось. Чтобы продолжить: /duty on.
handoff-duty-nobody = Никто не дежурит. Чтобы вас звали, когда ждёт клиент: /duty on.
handoff-duty-list = Дежурят:
handoff-duty-line = { $name } (закончит { $when })
handoff-duty-role = дежурные
handoff-staff-role = команда
handoff-call = Обращение #{ $number }: { $name } ждёт человека.
handoff-reminder = Обращение #{ $number }: { $name } всё ещё ждёт ответа ({ $length }).
handoff-command-snooze = Отложить обращение на время или пока клиент не напишет.
handoff-command-snooze-until = До какого времени: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Отложить обращение
handoff-snooze-form-until = До когда? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = Обращение #{ $number } отложено. Оно вернётся { $when }.
handoff-command-close-in = Через сколько, например 2h, если клиент до этого не напишет.
handoff-command-close-silently = Ничего не говорить клиенту.
handoff-you-close-later = Обращение #{ $number } закроется, если клиент до этого не напишет.
handoff-closes = { $by } закроет это обращение { $when }, если до этого не напишет { $name }.
handoff-closes-not = Пришло сообщение ({ $name }): это обращение не закроется.
handoff-silence = От вас давно не было вестей в обращении #{ $number }. Если больше ничего не нужно, оно закроется { $when }. Напишите здесь, и оно останется открытым.
handoff-rating = Это помогло? 1 — совсем нет, 5 — очень.
handoff-button-rate = { $stars }
handoff-button-rate-why = Сказать почему
handoff-rating-thanks = Спасибо!
handoff-rating-given = Вы это уже говорили. Спасибо!
handoff-rating-noted = Спасибо, записано.
handoff-rating-not-yours = Этот вопрос не вам.
handoff-rating-form = Как мы вам помогли
handoff-rating-form-words = Что было хорошо или могло быть лучше?
handoff-rating-low = Обращение #{ $number }: помочь не получилось ({ $name }), оценка { $stars } из 5.

## Handoff: the desk's commands

handoff-command-join-where = Какая комната: обращения или самого клиента.
handoff-where-room = Комната обращения
handoff-where-customer = Комната самого клиента
handoff-command-transfer = Передать обращение кому-то другому из команды.
handoff-command-transfer-who = Кому передать.
handoff-command-transfer-name = Или имя этого человека.
handoff-command-cases = Очередь: кто кого-то ждёт; сначала те, кто ждёт дольше всех.
handoff-command-cases-state = Только в этом состоянии.
handoff-command-cases-priority = Только с этим приоритетом.
handoff-command-cases-mine = Только ваши.
handoff-command-cases-waiting = Только те, где клиент ждёт ответа.
handoff-command-cases-tag = Только с этой меткой.
handoff-command-case-closed = Номер обращения.
handoff-command-case-of = Или номер обращения этого клиента.
handoff-command-reopen = Продолжить закрытое обращение.
handoff-command-contact = Начать разговор с клиентом.
handoff-command-contact-text = Что вы ему скажете.
handoff-command-who = Клиент.
handoff-command-snippet = Слова, которые команда говорит часто.
handoff-command-snippet-list = Показать все заготовки.
handoff-command-snippet-send = Сказать заготовку клиенту, сначала взглянув на неё.
handoff-command-snippet-add = Сохранить новые слова.
handoff-command-snippet-edit = Изменить слова заготовки.
handoff-command-snippet-remove = Забыть заготовку.
handoff-command-snippet-name = Название, одним словом.
handoff-command-snippet-text = Слова; вместо {"{customer}"}, {"{staff}"}, {"{brand}"} и {"{case}"} встанет нужное.
handoff-command-priority = Сказать, насколько обращение срочное.
handoff-command-priority-which = Насколько.
handoff-command-tag = О чём обращение.
handoff-command-tag-list = Показать метки обращения.
handoff-command-tag-add = Поставить обращению метку.
handoff-command-tag-remove = Снять метку с обращения.
handoff-command-tag-name = Метка.
handoff-command-merge = Объединить два обращения одного человека.
handoff-command-merge-from = Обращение, которое закончится.
handoff-command-merge-into = Обращение, которое продолжится.
handoff-command-block = Какое-то время не звать команду к клиенту.
handoff-command-block-time = На сколько: 12h, 3d, 2w или forever.
handoff-command-block-reason = Почему — это прочтёт только команда.
handoff-command-unblock = Снова звать команду к клиенту.
handoff-command-notify = Упомянуть вас, когда клиент напишет в следующий раз.
handoff-command-subscribe = Упоминать вас каждый раз, когда клиент пишет.
handoff-command-audit = Кто из команды что делал в последнее время.
handoff-command-audit-who = Только то, что делал этот человек.
handoff-command-audit-name = Или имя этого человека.
handoff-command-audit-case = Только то, что делали с этим обращением.

## Handoff: the desk

handoff-state-waiting = ждёт
handoff-state-active = в работе
handoff-state-snoozed = отложено
handoff-state-parked = нет связи
handoff-state-closed = закрыто
handoff-cases-head = Обращения с { $first } по { $last } из { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = ждёт { $span }
handoff-no-cases = Таких обращений нет.
handoff-button-previous = Назад
handoff-button-next = Дальше
handoff-button-older = Старее
handoff-transfer-to-whom = Кому? Выберите кого-нибудь из команды, напишите имя или ответьте на сообщение этого человека. Тех, кто давно здесь не работал, я не знаю.
handoff-you-transferred = Обращение #{ $number } теперь ведёт { $name }.
handoff-theirs-already = Обращение #{ $number } уже ведёт { $name }.
handoff-transferred-to-you = { $name } передаёт вам это обращение.
handoff-goes-on-in = Обращение #{ $number } продолжается в #{ $into }.
handoff-has-open-case = { $name }: уже есть открытое обращение, #{ $number }.
handoff-is-blocked = { $name }: доступ закрыт, сначала /unblock.
handoff-you-reopened = Обращение #{ $number } снова открыто и ждёт кого-нибудь.
handoff-you-reopened-for = Обращение #{ $number } снова открыто, его ведёт { $name }.
handoff-who = Кто? Выберите клиента, ответьте на его сообщение или назовите его обращение, например case:7.
handoff-not-a-customer = Это кто-то из команды.
handoff-contact-no-words = Что сказать клиенту? Напишите это после команды.
handoff-contact-blocked = { $name }: доступ закрыт, сначала /unblock.
handoff-contact-nowhere = Написать лично нельзя ({ $name }), а в общих местах этого человека ещё не видели.
handoff-contacted = Сказано лично ({ $name }): это обращение #{ $number }, и оно ваше.
handoff-contacted-in-public = Сказано там, где клиент ({ $name }) писал в последний раз, при всех: это обращение #{ $number }, и оно ваше.
handoff-which-priority = Какой приоритет? Напишите low, normal, high или urgent.
handoff-priority-set = Теперь у обращения #{ $number } так: { $name }.
handoff-no-tags = У обращения #{ $number } нет меток.
handoff-tags = Обращение #{ $number }: { $name }
handoff-which-tag = Какая метка?
handoff-tag-too-long = Для метки это слишком длинно: не больше 30 символов.
handoff-tag-there = У обращения #{ $number } уже есть эта метка.
handoff-too-many-tags = У обращения #{ $number } пять меток: сначала снимите одну.
handoff-tagged = У обращения #{ $number } теперь метка { $name }.
handoff-untagged = У обращения #{ $number } больше нет метки { $name }.
handoff-no-such-tag = У обращения #{ $number } нет такой метки.
handoff-merged = Обращение #{ $from } продолжается в #{ $into }.
handoff-merged-reason = Оно продолжается в обращении #{ $into }.
handoff-merged-already = Обращение #{ $from } уже продолжается в другом.
handoff-merge-itself = Это одно и то же обращение.
handoff-merge-two-people = Обращения #{ $from } и #{ $into } — от двух разных людей, и их слова нельзя смешивать. Чтобы держать их рядом, дайте обоим одну метку: /tag add.
handoff-merge-into-closed = Обращение #{ $into } закрыто: сначала /reopen.
handoff-goes-on-elsewhere = Это обращение продолжается в #{ $reason }.
handoff-card-merged = Продолжается в обращении #{ $number }.
handoff-took-in = Обращение #{ $from } продолжается здесь.
handoff-block-how-long = На сколько? Напишите так: 12h, 3d, 2w или forever.
handoff-you-blocked = { $name }: доступ закрыт, пока кто-нибудь не напишет /unblock.
handoff-you-blocked-for = { $name }: доступ закрыт на { $span }.
handoff-you-unblocked = { $name }: доступ снова открыт.
handoff-not-blocked = { $name }: доступ и так открыт.
handoff-watched = Я буду упоминать вас каждый раз, когда { $name } пишет в обращении #{ $number }.
handoff-watched-once = Я упомяну вас, когда { $name } в следующий раз напишет в обращении #{ $number }.
handoff-watched-no-more = Я больше не упоминаю вас из-за обращения #{ $number }.
handoff-you-joined-customer = Вы в комнате клиента ({ $name }).
handoff-customer-in-public = { $name } пишет в открытом месте: впускать никого не нужно.
handoff-customer-in-chat = { $name } пишет в личном чате со мной, куда больше никто не может войти. Отвечайте из комнаты обращения.
handoff-customer-elsewhere = { $name } на платформе, куда я не могу вас впустить. Отвечайте из комнаты обращения.
handoff-no-snippets = Заготовок пока нет: /snippet add сохранит первую.
handoff-snippets = Заготовки:
handoff-snippet-no-name = Название заготовки — одно слово, не больше 32 символов.
handoff-snippet-no-words = Что говорит заготовка? Напишите это после названия.
handoff-snippet-too-long = Для заготовки это слишком длинно: не больше 1500 символов.
handoff-snippet-unknown-placeholder = { $unknown } мне неизвестно. Подставить можно: { $known }.
handoff-snippet-there = Заготовка { $name } уже есть: изменить её можно через /snippet edit.
handoff-no-such-snippet = Заготовки { $name } нет.
handoff-too-many-snippets = Заготовок слишком много: сначала уберите одну.
handoff-snippet-added = Заготовка { $name } сохранена.
handoff-snippet-edited = Заготовка { $name } изменена.
handoff-snippet-removed = Заготовки { $name } больше нет.
handoff-snippet-preview = { $name } прочтёт:
handoff-snippet-sent = Сказано в обращении #{ $number } ({ $name }).
handoff-snippet-theirs = Отправить это может только { $name }. Посмотрите сами: /snippet send
handoff-button-send-it = Отправить
handoff-audit-head = Что делала команда, сначала новое:
handoff-audit-empty = Ничего не найдено.
handoff-audit-whom = Я не знаю в команде никого с таким именем.
handoff-audit-entry = { $span } назад · { $name } · { $what } { $subject }
handoff-audit-refused = { $span } назад · { $name } · { $what } { $subject } · отказано

## Handoff: what the desk says to customers

handoff-contact = Вам пишет { $brand }: это обращение #{ $number }. Всё, что вы теперь напишете здесь, дойдёт до команды.
handoff-contact-in-group = Вам пишет { $brand }: это обращение #{ $number }. Отвечайте здесь на мои сообщения, и ваши слова дойдут до команды.
handoff-joined-here = К вам сюда присоединяется { $name } из { $brand }.

## Handoff: transcripts

handoff-command-transcript = Получить файлом всё, что сказано в обращении.
handoff-command-transcript-format = Страницей для чтения или строками для других программ.
handoff-format-html = Страница (HTML)
handoff-format-jsonl = Строки JSON Lines
handoff-transcript-begun = Переписка по обращению #{ $number } скоро появится здесь.
handoff-transcript-begun-elsewhere = Переписка по обращению #{ $number } появится там, где читает только команда.
handoff-transcript-done = Переписка по обращению #{ $number }.
handoff-transcript-none = Ваших обращений здесь нет. Позвать человека: /human.
handoff-page-title = Обращение #{ $number }: { $name }
handoff-page-customer = Клиент
handoff-page-language = Язык
handoff-page-owner = Кто ведёт
handoff-page-opened = Открыто
handoff-page-first-answer = Первый ответ
handoff-page-closed = Закрыто
handoff-page-reason = Почему закрыто
handoff-page-tags = Метки
handoff-page-rating = Оценка
handoff-page-team = Команда
handoff-page-note = Для команды
handoff-page-service = Событие
handoff-page-edited = изменено
handoff-page-removed = удалено
handoff-page-made = Записано: { $moment } ({ $zone }). Время везде указано в этом часовом поясе.

## Handoff: the relay

handoff-command-reply = Сказать что-то клиенту: слова, файл или и то и другое.
handoff-command-areply = Сказать что-то клиенту только от имени команды.
handoff-command-reply-text = Что сказать; если не указать, я спрошу.
handoff-command-reply-file = Файл, который нужно приложить.
handoff-command-note = Записать заметку для команды: клиент её никогда не увидит.
handoff-command-note-text = Что записать.
handoff-command-edit = Изменить последнее, что вы сказали клиенту, или сообщение, на котором вызвана команда.
handoff-command-edit-text = Как должно быть; если не указать, я спрошу.
handoff-command-delete = Забрать последнее, что вы сказали клиенту, или сообщение, на котором вызвана команда.
handoff-menu-edit = Изменить для клиента
handoff-menu-delete = Забрать у клиента
handoff-form-reply = Ответ клиенту
handoff-form-reply-text = Что прочтёт клиент
handoff-form-reply-file = Файлы, которые нужно приложить
handoff-form-edit = Изменить сказанное
handoff-form-edit-text = Что теперь прочтёт клиент
handoff-said-to = → { $name }:
handoff-you-said = Отправлено ({ $name }). Что с этим будет, видно в комнате обращения #{ $number }.
handoff-nothing-said = Здесь нечего прочесть.
handoff-marked-internal = Не отправлено: начинается с //, такое остаётся внутри команды.
handoff-note-of = 📝 { $name }:
handoff-noted = Записано в обращении #{ $number }.
handoff-you-changed = Для клиента изменено.
handoff-you-took-back = Клиент этого больше не видит.
handoff-as-it-was-said = Там уже так и написано.
handoff-no-such-words = Таких слов команды в обращении #{ $number } я не знаю. Ответьте командой на то, что отправлено клиенту, или вызовите её на том сообщении.
handoff-now-says = → { $name }, изменено:
handoff-edit-kept-inside = Не перенесено: новые слова остаются внутри команды. { $name } по-прежнему читает то, что отправлено; забрать это можно через /delete.
handoff-never-sent = { $count ->
    [one] { $count } сообщение так и не ушло: связаться с клиентом ({ $name }) не получилось.
    [few] { $count } сообщения так и не ушли: связаться с клиентом ({ $name }) не получилось.
   *[many] { $count } сообщений так и не ушли: связаться с клиентом ({ $name }) не получилось.
}
handoff-watched-wrote = Пишет { $name }.
handoff-command-forget = Забрать то, что вы написали команде: ответом на своё сообщение или просто так.
handoff-button-forget-me = Забыть меня
handoff-forget-explained = Ответьте командой /forget на своё сообщение, которое дошло до команды, и она больше не сможет его прочесть.
handoff-forget-asks = Или я забуду вас целиком: открытое обращение закончится, то, что ещё в пути, остановится, а ваше имя и слова исчезнут из всех ваших обращений. Вернуть это нельзя.
handoff-forget-nothing = Ваших обращений я не знаю.
handoff-forgot-message = Команда больше не может это прочесть. То, что написано здесь, удалить можете вы сами.
handoff-not-yours = Я могу забрать только то, что вы написали сами и что дошло до команды.
handoff-forgot = Вы забыты: ваше имя и слова удаляются из всех ваших обращений.
handoff-forgotten-case = Клиент хочет, чтобы его забыли: обращение закончено, его слова удаляются.
handoff-bot-removed = Меня удалили оттуда, где пишет клиент
handoff-bot-blocked = меня заблокировали

## Handoff: figures

handoff-command-stats = Итоги последних дней: обращения, ожидание, ответы, словами и картинкой.
handoff-command-stats-days = Сколько дней, считая сегодня; если не указать, неделя.
handoff-stats-days = Я могу подвести итоги за период от 1 до { $max } дней.
handoff-stats-here = Цифры появятся здесь.
handoff-stats-elsewhere = Цифры появятся там, где читает только команда.
handoff-stats-title = { $days ->
    [1] Сегодня
    [one] Последний { $days } день
    [few] Последние { $days } дня
   *[many] Последние { $days } дней
}
handoff-stats-cases = Открыто: { $opened }, закрыто: { $closed }, открыто снова: { $reopened }; сейчас открыто: { $open }.
handoff-stats-longest = Кто-то ждёт человека уже { $span }.
handoff-stats-waiting = Берут через { $median }, девять из десяти — за { $ninth }.
handoff-stats-first-answer = Первый ответ через { $median }, девять из десяти — за { $ninth }.
handoff-stats-resolution = Закрывают через { $median }, девять из десяти — за { $ninth }.
handoff-stats-rating = Оценка { $stars } из 5: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
}.
handoff-stats-staff = По участникам команды
handoff-stats-member = { $name }: закрыто { $closed }, первых ответов { $answered }
handoff-stats-usually = через { $median }
handoff-stats-usually-taken = берёт через { $median }
handoff-stats-usually-closed = закрывает через { $median }
handoff-stats-rated = оценка { $stars } из 5
handoff-stats-legend = 🟦 открыто   🟧 закрыто   🟪 первый ответ, медиана за день

## Feedback: words for kinds and statuses

feedback-kind-bug = Ошибка
feedback-kind-idea = Идея
feedback-kind-praise = Похвала
feedback-kind-question = Вопрос
feedback-kind-complaint = Жалоба
feedback-status-open = Открыто
feedback-status-under-review = На рассмотрении
feedback-status-planned = Запланировано
feedback-status-started = В работе
feedback-status-shipped = Выпущено
feedback-status-declined = Отклонено
feedback-status-duplicate = Дубликат
feedback-panel = Отзыв #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = Отзыва #{ $number } нет.

## Feedback: capture

feedback-command = Расскажите, что сломано, чего не хватает или что хорошо.
feedback-menu = Сохранить как отзыв
feedback-command-new = Расскажите, что сломано, чего не хватает или что хорошо.
feedback-command-text = О чём речь, одной строкой.
feedback-command-file = Картинка или другой файл, где это видно.
feedback-form = Ваш отзыв
feedback-form-title = О чём речь, одной строкой?
feedback-form-kind = Что это?
feedback-form-details = Что ещё нам стоит знать?
feedback-form-area = О какой части продукта речь?
feedback-form-file = Картинка или файл, где это видно?
feedback-saved = Сохранено под номером #{ $number }. Спасибо! Другие смогут найти отзыв и отдать свой голос; /feedback mine покажет ваши отзывы.
feedback-no-such-area = Раздела «{ $area }» нет, поэтому я его не указываю. Есть: { $areas }.
feedback-anonymous = Здесь я не вижу, кто вы: напишите, пожалуйста, под своим именем, чтобы команда могла вам ответить.
feedback-not-yours = Это для того, кто это написал.
feedback-captured = Сохранено как #{ $number }, словами автора: { $name }. Автор об этом узнает.
feedback-captured-unnamed = Сохранено: теперь это учтено в #{ $number }.
feedback-capture-known = Это уже сохранено: #{ $number }.
feedback-capture-taken-back = Это был #{ $number }, отозванный автором.
feedback-capture-bot = Это сказал бот. Если вы хотите того же, скажите своими словами: /feedback.
feedback-capture-nobody = Не видно, кто это сказал, и отвечать было бы некому. Если вы хотите того же, скажите своими словами: /feedback.
feedback-capture-among-staff = Сказанное здесь остаётся внутри команды. Чтобы оставить свой отзыв, напишите /feedback и свои слова.
feedback-capture-private = Сказанное лично остаётся личным. Чтобы оставить свой отзыв, напишите /feedback и свои слова.
feedback-capture-empty = В этом сообщении нечего прочесть. Скажите своими словами: /feedback.
feedback-capture-enough = Сообщений других людей за сегодня сохранено: { $max }, больше нельзя. Чтобы оставить свой отзыв, напишите /feedback и свои слова.
feedback-captured-noted = { $name }, теперь это отзыв #{ $number }, вашими словами, чтобы его увидела команда. Изменить или отозвать его можно через /feedback mine.
feedback-captured-voice = { $name }, теперь это ваш голос за отзыв #{ $number }, и вы узнаете, что с ним будет.
feedback-reaction-unheard = { $name }, мне неизвестно, что было в сообщении, на которое вы отреагировали. Ответьте на него командой /feedback или откройте его меню.
feedback-reaction-refused = { $name }, сообщение, на которое вы отреагировали, не сохранено. { $why }
feedback-reaction-stays = { $name }, #{ $number } остаётся: реакцию можно снять в течение минуты. Если это вышло случайно, отклоните отзыв или объедините его с другим.
feedback-reaction-backed = { $name }, #{ $number } остаётся: его уже поддержали другие. Если это вышло случайно, отклоните отзыв или объедините его с другим.
feedback-reaction-alike = #{ $number } «{ $title }» сохранён по реакции. Может, это то же, что один из этих отзывов?

## Feedback: is it one of these?

feedback-similar = Может, это одно из этих?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоса
   *[many] { $voices } голосов
})
feedback-similar-that = #{ $number }: это оно, отдать мой голос
feedback-similar-theirs = #{ $number }: это оно, отдать голос автора
feedback-similar-none = Нет, это новое
feedback-similar-or = Если не ответите, завтра я сохраню это как новое.
feedback-similar-or-not = Если не ответите, ничего не сохранится.
feedback-similar-gone = #{ $number } тем временем отозван. Сохранить то, что вы написали, как новое?

## Feedback: what is mine

feedback-command-mine = Посмотреть, исправить или отозвать свои отзывы и увидеть, что вы поддержали.
feedback-mine = Ваши отзывы
feedback-mine-none = У вас ещё нет отзывов.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоса
   *[many] { $voices } голосов
})
feedback-mine-merged = #{ $number } { $title }: теперь часть #{ $into }
feedback-mine-withdrawn = #{ $number }: отозван
feedback-mine-backed = Что вы поддержали
feedback-mine-backed-none = Вы пока не поддержали ни одного чужого отзыва.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоса
   *[many] { $voices } голосов
}
feedback-mine-answer = Отвечает { $name }:
feedback-button-newer = Новее
feedback-button-older = Старее
feedback-button-raised = Мои отзывы
feedback-button-backed = Что я поддерживаю
feedback-button-correct = Исправить
feedback-button-withdraw = Отозвать
feedback-button-withdraw-yes = Да, отозвать
feedback-button-keep = Нет, оставить
feedback-corrected = Спасибо, #{ $number } исправлено.
feedback-corrected-nothing = #{ $number } остаётся как есть.
feedback-withdraw = Отозвать #{ $number } «{ $title }»? Ваши слова исчезнут, и поддержать отзыв больше никто не сможет.
feedback-withdraw-backed = Отозвать #{ $number } «{ $title }»? Его поддерживают другие: эта строка останется для них, а всё остальное, что вы сказали, исчезнет вместе с вашим именем.
feedback-withdrawn = Отзыв #{ $number } отозван.
feedback-withdrawn-backed = Ваших слов и вашего имени в #{ $number } больше нет. Он живёт дальше голосами других.
feedback-somebody = кто-то

## Feedback: voices

feedback-command-voice = Отдать голос за то, что уже сказал кто-то другой.
feedback-command-number = Номер отзыва.
feedback-command-why = Почему, своими словами.
feedback-voice-which = За какой отзыв? Укажите номер: /voice 12.
feedback-voice-added = Теперь ваш голос учтён в #{ $number }: { $title }
feedback-voice-already = Ваш голос учтён в #{ $number }: { $title }
feedback-voice-theirs = Голос автора ({ $name }) теперь учтён в #{ $number }.
feedback-voice-back = Ваш голос больше не учитывается в #{ $number }.
feedback-voice-none = Вашего голоса в #{ $number } нет.
feedback-voice-own = #{ $number } — ваш отзыв: отозвать его можно через /feedback mine.
feedback-form-voice = Ваш голос
feedback-form-why = Почему это важно для вас?
feedback-button-why = Сказать почему
feedback-button-take-back = Забрать голос
feedback-button-take-back-of = Забрать голос: #{ $number }

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
feedback-card-assignee = занимается { $name }
feedback-card-answer = { $name } из команды
feedback-card-by = Автор: { $name }
feedback-card-captured = Автор: { $name }, в отзывы добавляет { $member }
feedback-card-private = Автор: { $name }, лично
feedback-card-private-unnamed = Прислано лично
feedback-card-origin = где это сказано
feedback-card-withdrawn = Отзыв #{ $number } отозван.
feedback-card-merged = Теперь это часть #{ $number }.
feedback-card-files = Что пришло вместе с #{ $number }:
feedback-card-refused = Карточку отзыва #{ $number } не получается показать в комнате отзывов: { $why } Проверьте, что мне там разрешено; я попробую снова при следующем изменении.
feedback-button-voice = Отдать свой голос
feedback-button-details = Подробнее
feedback-button-status = Статус
feedback-details-card = открыть карточку
feedback-details-around = Что говорили вокруг
feedback-details-words = Что говорят другие

## Feedback: staff

feedback-led-on = #{ $from } теперь часть #{ $number }.
feedback-words-blank = Напишите, пожалуйста, что-нибудь.
feedback-words-too-long = Символов здесь { $chars }, а помещается не больше { $max }.
feedback-command-list = Список отзывов.
feedback-command-list-kind = Только этот вид.
feedback-command-list-status = Только этот статус; если не указать, всё открытое.
feedback-command-list-sort = Что идёт первым.
feedback-command-list-area = Только этот раздел продукта.
feedback-command-list-since = Только то, что новее: число дней или дата вида 2026-05-31.
feedback-command-list-mine = Только то, чем занимаюсь я.
feedback-command-list-text = На что это должно быть похоже.
feedback-sort-rising = Набирают голоса
feedback-sort-voices = По голосам
feedback-sort-newest = Сначала новые
feedback-list-head = Отзывы с { $first } по { $last } из { $total }
feedback-list-empty = Таких отзывов нет.
feedback-list-partial = Поисковый индекс ещё строится: может найтись больше.
feedback-unknown-day = Не понимаю эту дату: напишите число дней или дату вида 2026-05-31.
feedback-button-previous = Назад
feedback-button-next = Дальше
feedback-command-show = Показать всё об одном отзыве.
feedback-command-status = Сказать, как идут дела; об этом узнают все, кто просил.
feedback-command-status-to = Как идут дела.
feedback-command-status-note = Что при этом прочтут клиенты.
feedback-unknown-status = Какой это статус? { $statuses }
feedback-status-set = #{ $number } переходит в статус: { $status }
feedback-status-already = У #{ $number } уже такой статус: { $status }
feedback-status-choose = Как дела с #{ $number }?
feedback-command-answer = Ответить публично; узнают все, кто об этом просил.
feedback-command-answer-text = Ваш ответ.
feedback-answered = Ответ дан. Он на карточке #{ $number }, и о нём узнают все, кто об этом просил.
feedback-command-note = Записать то, что прочтёт только команда.
feedback-command-note-text = Ваша заметка.
feedback-note-kept = Записано в #{ $number }, только для команды.
feedback-command-edit = Изменить заголовок, подробности, вид или раздел.
feedback-edit = Изменить отзыв
feedback-edit-title = О чём речь, одной строкой?
feedback-edit-kind = Что это?
feedback-edit-details = Подробности
feedback-edit-area = Раздел продукта
feedback-edit-same = В #{ $number } ничего не изменилось.
feedback-edit-done = Отзыв #{ $number } изменён.
feedback-command-area = Указать раздел продукта.
feedback-command-area-name = Раздел; если не указать, раздела не будет.
feedback-area-set = #{ $number } относится к разделу: { $area }
feedback-area-removed = У #{ $number } нет раздела.
feedback-unknown-area = Такого раздела нет. Есть: { $areas }
feedback-command-assign = Сказать, кто этим занимается.
feedback-command-assign-who = Кто; если не указать, вы.
feedback-command-assign-nobody = Этим больше никто не занимается.
feedback-assigned = Отзывом #{ $number } занимается { $name }.
feedback-unassigned = Отзывом #{ $number } никто не занимается.
feedback-assign-by-reply = Неизвестно, чьё это имя: { $name }. Ответьте на сообщение этого человека командой: /feedback assign { $number }
feedback-command-merge = Объединить с другим отзывом о том же.
feedback-command-merge-into = Номер другого отзыва.
feedback-command-unmerge = Снова сделать отдельным.
feedback-button-merge-into = Объединить с #{ $number }
feedback-merged = #{ $from } теперь часть #{ $number }. Голоса учитываются там.
feedback-merged-already = #{ $from } уже часть #{ $number }.
feedback-merge-under-way = #{ $from } и #{ $number } ещё объединяются или разделяются. Работа идёт; загляните чуть позже.
feedback-merge-itself = Отзыв #{ $number } нельзя объединить с самим собой.
feedback-merge-circle = #{ $number } сам часть #{ $from }, поэтому #{ $from } не может стать его частью.
feedback-merge-busy = С #{ $number } ещё что-то объединяется или от него отделяется. Попробуйте, пожалуйста, чуть позже.
feedback-unmerged = #{ $from } снова станет отдельным, как только его голоса выйдут из #{ $number }.
feedback-not-merged = #{ $number } ни с чем не объединён.
feedback-unmerge-outer-first = #{ $number } тоже часть другого: сначала /feedback unmerge { $number }.
feedback-history-status = { $name }: статус — { $what }
feedback-history-status-note = { $name }: статус — { $what } ({ $note })
feedback-history-answered = { $name }: ответ — { $what }
feedback-history-noted = { $name }: заметка — { $what }
feedback-history-edited = { $name }: правка; раньше называлось: { $what }
feedback-history-area = { $name }: раздел — { $what }
feedback-history-no-area = { $name }: раздел снят
feedback-history-assigned = { $name }: этим займётся { $what }
feedback-history-unassigned = { $name }: этим никто не занимается
feedback-history-merged = { $name }: объединено с #{ $what }
feedback-history-took-in = { $name }: присоединён #{ $what }
feedback-history-unmerged = { $name }: отделено от #{ $what }

## Feedback: closing the loop

feedback-told-open = #{ $number } «{ $title }» снова открыт.
feedback-told-under-review = Мы рассматриваем #{ $number } «{ $title }».
feedback-told-planned = #{ $number } «{ $title }» теперь в планах.
feedback-told-started = Мы взялись за #{ $number } «{ $title }».
feedback-told-shipped = 🎉 #{ $number } «{ $title }» уже доступно.
feedback-told-declined = Мы не будем делать #{ $number } «{ $title }».
feedback-told-duplicate = #{ $number } «{ $title }» говорит о том же, что и другой отзыв, и закрыт.
feedback-told-news = Новости о #{ $number } «{ $title }»:
feedback-told-thanks = { $count ->
    [1] Спасибо, что не промолчали,
   *[other] Спасибо всем, кто не промолчал:
}
feedback-told-thanks-all = { $count ->
    [1] Спасибо тому, кто здесь не промолчал.
    [one] Спасибо всем, кто здесь не промолчал: это { $count } человек.
    [few] Спасибо всем, кто здесь не промолчал: это { $count } человека.
   *[many] Спасибо всем, кто здесь не промолчал: это { $count } человек.
}
feedback-told-others = { $count ->
    [one] и ещё { $count } человек
    [few] и ещё { $count } человека
   *[many] и ещё { $count } человек
}
feedback-told-open-card = Открыть #{ $number }
feedback-told-asked = Вы получили это, потому что просили об этом лично. Больше не нужно? /feedback mute
feedback-told-follows = Вы получили это, потому что следите за отзывом. Больше не нужно? /feedback unfollow { $number }
feedback-verdict-question = Получилось так, как вы надеялись?
feedback-verdict-up = 👍 Да
feedback-verdict-down = 👎 Пока нет
feedback-verdict-not-asked = Этот вопрос для тех, кто просил #{ $number } или следит за ним.
feedback-verdict-glad = Рады это слышать!
feedback-verdict-sorry = Спасибо за честность. Чего не хватает?
feedback-verdict-word = Добавить пару слов
feedback-verdict-form = Получилось так, как вы надеялись?
feedback-verdict-form-words = Что стоит знать команде?
feedback-verdict-noted = Записано, спасибо. Команда прочтёт.
feedback-introduction-meet = Познакомиться с теми, кто просил о том же
feedback-introduction-question = Хотите познакомиться с другими, кто просил #{ $number } «{ $title }»? Если вы согласитесь, то до трёх человек, которые тоже согласятся, увидят ваше имя ({ $name }) и вашу учётную запись на { $platform }, а вы — их. Больше никто. Согласие можно забрать.
feedback-introduction-yes = Да, познакомьте меня
feedback-introduction-no = Не знакомить меня
feedback-introduction-waiting = Вы согласились для #{ $number }. Я напишу вам лично, как только будет с кем познакомиться.
feedback-introduction-met = Вы просили об одном и том же: #{ $number } «{ $title }». Поздоровайтесь:
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = Это для тех, кто просил #{ $number }. Отдать голос: /voice { $number }.
feedback-introduction-taken-back = Из-за #{ $number } я вас больше ни с кем не познакомлю.
feedback-command-follow = Узнавать лично, что происходит с отзывом.
feedback-command-unfollow = Больше не получать личных новостей об отзыве.
feedback-command-mute = Не писать вам об отзывах, не упоминать и не называть вас в новостях о них.
feedback-command-mute-state = Если не указать, включено.
feedback-mute-on = включено
feedback-mute-off = выключено
feedback-followed = Теперь вы следите за #{ $number } «{ $title }»: я напишу вам лично, когда что-то произойдёт.
feedback-followed-muted = Теперь вы следите за #{ $number } «{ $title }», но ничего не услышите, пока включена тишина: /feedback mute off
feedback-follow-reach = Можно мне писать
feedback-unfollowed = Вы больше не следите за #{ $number }.
feedback-not-followed = Вы не следили за #{ $number }.
feedback-muted = Тишина: я больше не пишу вам об отзывах, а в новостях о них не упоминаю и не называю вас. /feedback mute off вернёт всё обратно.
feedback-unmuted = Вы снова получаете новости о своих отзывах.
feedback-progress-going = Рассказываем людям. Дошло: { $told }, ждёт другого дня: { $waiting }, не удалось: { $failed }.
feedback-progress-done = Людям рассказали. Дошло: { $told }, не удалось: { $failed }.
feedback-progress-verdicts = Получилось, как надеялись: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Получить отзывы файлом.
feedback-command-export-format = Формат файла.
feedback-format-csv = CSV, для таблицы
feedback-format-jsonl = JSON Lines, для программы
feedback-export-begun = Выгрузка идёт. Файл скоро появится здесь.
feedback-export-begun-elsewhere = Выгрузка идёт. Файл появится там, где читает только команда.
feedback-export-progress = Выгрузка идёт… { $percent } %
feedback-export-empty = Выгружать нечего: подходящих отзывов нет.
feedback-export-done = { $count ->
    [one] Готово: { $count } отзыв.
    [few] Готово: { $count } отзыва.
   *[many] Готово: { $count } отзывов.
}

## The engine's own sentences

staff-only = Это только для команды.
only-in-private = Об этом я могу сказать только лично: напишите мне в личные сообщения.
went-wrong = У нас что-то пошло не так. Мы это записали; попробуйте, пожалуйста, чуть позже.
no-longer-current = Это уже не актуально.
dialogue-cancelled = Отменено. Ничего не сохранено.
dialogue-nothing-to-cancel = Отменять нечего.
dialogue-back = Назад
dialogue-skip = Пропустить
dialogue-cancel = Отменить
form-try-again = Ещё раз
form-now = Сейчас: { $value }
form-error-empty = { $field }: напишите, пожалуйста, что-нибудь.
form-error-too-long = { $field }: здесь { $chars ->
        [one] { $chars } символ
        [few] { $chars } символа
       *[many] { $chars } символов
    }, а помещается не больше { $max }.
form-error-not-a-choice = { $field }: выберите, пожалуйста, один из предложенных ответов.
form-error-not-a-file = { $field }: отправьте, пожалуйста, файл.
form-error-too-many-files = { $field }: здесь { $chars ->
        [one] { $chars } файл
        [few] { $chars } файла
       *[many] { $chars } файлов
    }, а можно не больше { $max }.
file-photo = фото
file-video = видео
file-video-note = видеосообщение
file-animation = анимация
file-voice = голосовое сообщение
file-audio = аудио
file-sticker = стикер
file-document = файл
file-unsent = Не удалось отправить отсюда: { $name }.
file-failed = Не удалось отправить выгрузку: { $why }
carried-file = 📎 { $what }: перенести не удалось.
carried-named-file = 📎 { $what } «{ $name }»: перенести не удалось.
carried-location = 📍 { $title }: { $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }: { $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }:
carried-forward-unknown = ↪ переслано:
dialogue-hint-cancel = Ответьте на это сообщение или отмените: /cancel.
dialogue-hint-skip = Ответьте на это сообщение, пропустите вопрос: /skip, или отмените: /cancel.

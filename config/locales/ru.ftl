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
#   Команды (/join, /close …) и названия брендов не переводятся.

## Handoff: commands

handoff-command-human = Поговорить с человеком из нашей команды.
handoff-command-human-text = О чём речь.
handoff-command-join = Присоединиться к обращению: из этой комнаты, иначе к тому, что ждёт дольше всех.
handoff-command-join-case = Номер обращения.
handoff-command-close = Закрыть обращение: из этой комнаты или по номеру.
handoff-command-close-case = Номер обращения.
handoff-command-close-reason = Почему — это прочтёт только команда.

## Handoff: what customers read

handoff-called = Я зову человека из { $brand }: это обращение #{ $number }. Всё, что вы теперь напишете здесь, дойдёт до команды.
handoff-called-in-group = Я зову человека из { $brand }: это обращение #{ $number }. Отвечайте здесь на мои сообщения, и ваши слова дойдут до команды.
handoff-open-waiting = Ваше обращение #{ $number } открыто, команда уже знает. Всё, что вы напишете там, где его открыли, дойдёт до неё.
handoff-open-active = С вами { $name }, обращение #{ $number }. Всё, что вы напишете там, где его открыли, дойдёт по адресу.
handoff-no-team = Здесь я никого не могу позвать: команда ещё не сказала, где её искать.
handoff-anonymous = Здесь я не вижу, кто вы: напишите, пожалуйста, под своим именем, чтобы вам могли ответить.
handoff-for-customers = Здесь работает команда: клиенты зовут человека там, где они сами.
handoff-not-called = Сейчас не получилось связаться с командой. Ваше обращение #{ $number } сохранено: попробуйте, пожалуйста, чуть позже.
handoff-joined = К вам подключается { $name } из { $brand }.
handoff-closed = Обращение #{ $number } закрыто. Если что-то осталось, позовите человека снова.

## Handoff: what staff read

handoff-card-title = Обращение #{ $number }: { $name }
handoff-card-from = Откуда: { $platform }
handoff-card-waiting = Ждёт, пока кто-нибудь присоединится.
handoff-card-active = С клиентом { $name }.
handoff-card-closed = Закрыто: { $name }.
handoff-button-join = Присоединиться
handoff-button-close = Закрыть
handoff-room-intro = Обращение #{ $number }: присоединитесь через /join, и всё, что вы напишете здесь, дойдёт до адресата: { $name }. Сообщение, которое начинается с //, останется внутри команды, а /close закроет обращение.
handoff-author = { $name } · { $brand }
handoff-yours = Обращение #{ $number } теперь ваше.
handoff-still-yours = Обращение #{ $number } уже ваше.
handoff-theirs = Вы в обращении #{ $number }, его ведёт { $name }.
handoff-room-link = Комната:
handoff-room-opening = Комната открывается.
handoff-room-lost = У обращения #{ $number } нет комнаты: открыть её не удалось ({ $why }). То, что пишет клиент, видно здесь.
handoff-room-removed = Обращение #{ $number } лишилось комнаты: её кто-то удалил. Новая откроется, когда клиент снова напишет; /close закроет обращение.
handoff-room-renewed = У обращения #{ $number } новая комната, потому что старой больше нет. { $link }
handoff-nobody-waits = Никто не ждёт.
handoff-no-such-case = Обращения #{ $number } нет.
handoff-which-case = Какое обращение? Введите команду в его комнате или укажите номер.
handoff-already-closed = Обращение #{ $number } уже закрыто.
handoff-you-closed = Обращение #{ $number } закрыто вами.
handoff-closed-by = Обращение закрыто: { $name }.
handoff-closed-because = Обращение закрыто ({ $name }): { $reason }
handoff-join-first = Не отправлено: сначала присоединитесь к обращению #{ $number } через /join, и ваши слова дойдут до клиента.
handoff-not-confirmed = Не отправлено: не удалось вовремя подтвердить, что вы из команды. Отправьте, пожалуйста, ещё раз.
handoff-looks-like-command = Не отправлено: начинается как команда.
handoff-not-delivered = Не доставлено ({ $name }): { $why }
handoff-not-changed = Не удалось перенести правку в обращении #{ $number } (вашу или от { $name }): { $why }
handoff-maybe-twice = Возможно, ваши последние слова пришли дважды ({ $name }): платформа не сообщила, дошли ли они.
handoff-not-shown = Часть того, что пишет { $name } в обращении #{ $number }, не удалось показать в комнате: { $why }

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
feedback-export-unsent = Не удалось отправить отсюда: { $name }.
feedback-export-failed = Не удалось отправить выгрузку: { $why }

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

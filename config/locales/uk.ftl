# Усі фрази українською: спершу фрази функцій, далі фрази рушія.
#
# Глосарій (звертання: ви, з малої; біля імен — без дієслів минулого часу,
# щоб не вгадувати рід)
#   case      звернення        staff, team   команда
#   join      долучитися       close         закрити
#   room      кімната          person        людина з команди
#   feedback  відгук           card          картка
#   voice     голос            area          розділ
#   merge     об'єднати        unmerge       відокремити
#   claim     взяти            release       віддати
#   snooze    відкласти        duty          чергування
#   tag       мітка            snippet       заготовка
#   Проміжки часу (5 хвилин, 1 годину) стоять у знахідному відмінку: за, через, … тому.
#   Команди (/join, /close …) і назви брендів не перекладаються.

## Handoff: commands

handoff-command-human = Поговорити з людиною з нашої команди.
handoff-command-human-text = Про що йдеться.
handoff-command-case = Номер звернення; якщо не вказати, звернення цієї кімнати.
handoff-command-join = Долучитися й читати звернення: з цієї кімнати, інакше те, що чекає найдовше.
handoff-command-claim = Взяти звернення: з цієї кімнати, інакше те, що чекає найдовше.
handoff-command-release = Віддати звернення, щоб його взяв хтось інший.
handoff-command-leave = Більше не читати звернення.
handoff-command-close = Закрити звернення: з цієї кімнати або за номером.
handoff-command-close-reason = Чому — це прочитає лише команда.

## Handoff: what customers read

handoff-called = Я кличу людину з { $brand }: це звернення #{ $number }. Усе, що ви тепер напишете тут, дійде до команди.
handoff-called-in-group = Я кличу людину з { $brand }: це звернення #{ $number }. Відповідайте тут на мої повідомлення, і ваші слова дійдуть до команди.
handoff-open-waiting = Ваше звернення #{ $number } відкрите, команда вже знає. Усе, що ви напишете тут, дійде до неї.
handoff-open-active = З вами { $name }, звернення #{ $number }. Усе, що ви напишете тут, дійде за адресою.
handoff-open-waiting-here = Ваше звернення #{ $number } відкрите, команда вже знає. Тепер і те, що ви напишете тут, дійде до неї.
handoff-open-active-here = З вами { $name }, звернення #{ $number }. Тепер і те, що ви напишете тут, дійде за адресою.
handoff-usually = Зазвичай люди тут відповідають за { $span }.
handoff-blocked = { $brand } більше не може допомагати вам тут.
handoff-blocked-until = { $brand } зараз не може допомагати вам тут. Знову чекаємо на вас { $when }.
handoff-no-team = Тут я нікого не можу покликати: команда ще не сказала, де її шукати.
handoff-anonymous = Тут я не бачу, хто ви: напишіть, будь ласка, під своїм ім'ям, щоб вам могли відповісти.
handoff-for-customers = Тут працює команда: клієнти кличуть людину там, де вони самі.
handoff-nobody-reads = Цей чат ніхто з { $brand } не читає, доки ви не покличете людину: /human — і те, що ви напишете далі, дійде до неї.
handoff-not-called = Зараз не вдалося зв'язатися з командою. Ваше звернення #{ $number } збережено разом із тим, що ви пишете тут: команда отримає все, щойно з'явиться зв'язок.
handoff-seen = { $name } з { $brand } вже бачить це.
handoff-joined = Тепер з вами { $name } з { $brand }.
handoff-left = Далі з вами продовжить хтось інший із { $brand }.
handoff-goes-on = Звернення #{ $number } триває.
handoff-closed = Звернення #{ $number } закрите. Якщо щось лишилося, покличте людину знову.

## Handoff: where customers are answered

handoff-button-person = Поговорити з людиною
handoff-button-here = Дайте мені відповідь тут
handoff-button-private = Поговорити особисто
handoff-here = Вам дадуть відповідь тут, у зверненні #{ $number }.
handoff-for-caller = Це для того, хто кликав людину. Ви теж можете покликати: /human.
handoff-private-here = Звернення #{ $number } триває тут, де більше ніхто не читає. Усе, що ви напишете тут, дійде до людини.
handoff-private-opening = Відкриваю місце, де читаєте лише ви й команда.
handoff-private-already = Ми вже говоримо особисто. { $link }
handoff-private-impossible = Я не можу написати вам особисто: спершу напишіть мені там самі й покличте людину звідти. Доти вам дадуть відповідь тут.
handoff-private-never = Я не можу говорити з вами особисто: вам дадуть відповідь тут.
handoff-button-share = Показати, про що ми говорили раніше
handoff-shared = Команда бачить, про що ми говорили раніше.

## Handoff: how things stand

handoff-command-status = Дізнатися, як просувається ваше звернення.
handoff-status-waiting = Звернення #{ $number } чекає на людину: ви покликали { $span } тому.
handoff-status-active = З вами { $name }, звернення #{ $number }.
handoff-status-snoozed = Звернення #{ $number } поки відкладене. Напишіть, і воно одразу продовжиться.
handoff-status-parked = Зв'язатися з вами щодо звернення #{ $number } не вдалося. Напишіть там, де ми говорили, і воно продовжиться.
handoff-status-unanswered = Ви чекаєте на відповідь уже { $span }.
handoff-status-closed = Відкритих звернень у вас немає. Останнє, #{ $number }, закрите { $span } тому. Покликати людину: /human.
handoff-status-none = Відкритих звернень у вас немає. Покликати людину: /human.

## Handoff: accepted answers

handoff-command-accept = Прийняти повідомлення як відповідь: дайте на нього відповідь цією командою.
handoff-command-accept-question = На що це відповідь, якщо мені це невідомо.
handoff-menu-accept = Прийняти як відповідь
handoff-accept-which = Яка відповідь? Виберіть це в меню її повідомлення або дайте на нього відповідь цією командою.
handoff-accept-among-customers = Відповіді приймають там, де клієнти спілкуються між собою.
handoff-accept-no-words = У цьому повідомленні немає слів людини.
handoff-accept-no-question = Мені невідомо, на що це відповідь. Скажіть разом із командою: /accept і запитання.
handoff-accept-not-theirs = Це для того, хто запитував, і для команди.
handoff-accepted = Прийнято. Хто покличе людину з таким самим запитанням, спершу побачить цю відповідь (автор: { $name }).
handoff-button-unaccept = Скасувати
handoff-unaccepted = Цю відповідь більше нікому не пропонуватимуть.
handoff-offer = Про це вже запитували. Відповідає { $name }:
handoff-offer-link = Подивитися там, де це сказано
handoff-offer-helped = Добре, що це допомогло.
handoff-button-helps = Це допомогло
handoff-button-call = Покликати людину

## Handoff: help here

handoff-command-help-here = Допомогти авторові повідомлення просто на місці: дайте на нього відповідь цією командою.
handoff-menu-help = Допомогти тут
handoff-help-which = Кому ви хочете допомогти? Виберіть це в меню повідомлення або дайте на нього відповідь цією командою.
handoff-help-among-customers = Тут у команді допомагають одне одному: це для повідомлень клієнтів.
handoff-help-nobody = Допомагати там нікому: це написав бот або хтось без власного імені.
handoff-help-staff = Це написав хтось із команди.
handoff-help-blocked = { $name }: доступ закрито, спершу /unblock.
handoff-help-offered = { $brand } хоче допомогти вам із цим: це звернення #{ $number }. Відповідайте тут, і ваші слова дійдуть до команди.

## Handoff: what staff read

handoff-card-title = Звернення #{ $number }: { $name }
handoff-card-from = Звідки: { $platform }
handoff-card-speaks = мова: { $language ->
    [de] німецька
    [en] англійська
    [es] іспанська
    [pt] португальська
    [ru] російська
    [uk] українська
    [zh] китайська
   *[other] { $language }
}
handoff-card-new-here = тут уперше
handoff-card-here-for = тут уже { $span }
handoff-card-in-private = В особистому чаті
handoff-card-in-public = Серед інших
handoff-card-said-before = Що було до цього:
handoff-card-other-cases = { $count ->
    [one] Ще { $count } звернення:
    [few] Ще { $count } звернення:
   *[many] Ще { $count } звернень:
}
handoff-card-other-open = #{ $number }, відкрите
handoff-card-other-closed = #{ $number }, закрите { $span } тому
handoff-card-room = Кімната
handoff-card-unanswered = Без відповіді вже { $span }.
handoff-minutes = { $count ->
    [one] { $count } хвилину
    [few] { $count } хвилини
   *[many] { $count } хвилин
}
handoff-hours = { $count ->
    [one] { $count } годину
    [few] { $count } години
   *[many] { $count } годин
}
handoff-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[many] { $count } днів
}
handoff-priority-low = Низький пріоритет
handoff-priority-normal = Звичайний пріоритет
handoff-priority-high = Високий пріоритет
handoff-priority-urgent = Терміново
handoff-tag-waiting = Чекає
handoff-tag-active = У команди
handoff-tag-snoozed = Відкладено
handoff-tag-parked = Немає зв'язку
handoff-tag-closed = Закрито
handoff-card-waiting = Чекає, доки хтось долучиться.
handoff-card-active = З клієнтом { $name }.
handoff-card-snoozed = Відкладено.
handoff-card-snoozed-by = Відкладено: { $name }.
handoff-card-parked = З клієнтом немає зв'язку.
handoff-card-closed = Закрито: { $name }.
handoff-card-closed-by-itself = Закрито після довгого мовчання.
handoff-button-join = Долучитися
handoff-button-claim = Взяти
handoff-button-release = Віддати
handoff-button-reply = Відповісти
handoff-button-snooze = Відкласти
handoff-button-close = Закрити
handoff-button-reopen = Відкрити знову
handoff-room-explicit = Усе, що ви пишете тут, лишається всередині команди. Дайте відповідь на повідомлення клієнта ({ $name }) або напишіть /reply, і ваші слова дійдуть.
handoff-room-all = Усе, що ви пишете тут, дійде до адресата: { $name }. Те, що починається з //, і ваші відповіді одне одному лишаться всередині команди.
handoff-author = { $name } · { $brand }
handoff-yours = Звернення #{ $number } тепер ваше.
handoff-still-yours = Звернення #{ $number } вже ваше.
handoff-you-joined = Тепер ви читаєте звернення #{ $number }.
handoff-theirs = Звернення #{ $number } зайняте: його веде { $name }.
handoff-not-held = Звернення #{ $number } ніхто не веде.
handoff-you-released = Звернення #{ $number } чекає на когось іншого.
handoff-you-left = Ви більше не читаєте звернення #{ $number }.
handoff-not-closed = Звернення #{ $number } не закрите.
handoff-is-parked = З клієнтом звернення #{ $number } немає зв'язку.
handoff-as-it-was = Звернення #{ $number } лишається як було.
handoff-room-link = Кімната:
handoff-room-opening = Кімната відкривається.
handoff-room-lost = Звернення #{ $number } не має кімнати: відкрити її не вдалося ({ $why }). Те, що пише клієнт, видно тут, а я спробую знову.
handoff-room-after-all = Звернення #{ $number } тепер має кімнату. { $link }
handoff-room-closed-by = Цю кімнату закрили ({ $name }). Вона знову відкрита: звернення триває, а /close закриє його.
handoff-room-was-closed = Цю кімнату закрили. Вона знову відкрита: звернення триває, а /close закриє його.
handoff-room-stays-closed = Кімната звернення #{ $number } закрита, і відкрити її я не можу ({ $why }). Те, що пише клієнт, видно тут.
handoff-room-early = Те, що написано тут раніше, ніж кімната була готова, нікуди не дійшло ({ $names }): напишіть, будь ласка, ще раз.
handoff-room-removed = Звернення #{ $number } втратило кімнату: її хтось видалив. Нова відкриється, коли клієнт знову напише; /close закриє звернення.
handoff-room-renewed = Звернення #{ $number } має нову кімнату, бо старої більше немає. { $link }
handoff-nobody-waits = Ніхто не чекає.
handoff-no-such-case = Звернення #{ $number } немає.
handoff-which-case = Яке звернення? Введіть команду в його кімнаті або вкажіть номер.
handoff-already-closed = Звернення #{ $number } вже закрите.
handoff-you-closed = Звернення #{ $number } закрите вами.
handoff-claimed = Це звернення тепер веде { $name }.
handoff-released = Це звернення чекає, доки його хтось візьме.
handoff-snoozed = Це звернення відкладене. Воно повернеться { $when } або коли клієнт напише.
handoff-woken = Це звернення знову в роботі.
handoff-parked = З клієнтом немає зв'язку: { $reason }. Те, що ви пишете, зачекає, доки він не з'явиться.
handoff-resumed = З клієнтом знову є зв'язок.
handoff-reopened = Це звернення триває.
handoff-closed-by-itself = Це звернення закрите після довгого мовчання.
handoff-closed-by = Звернення закрито: { $name }.
handoff-closed-because = Звернення закрито ({ $name }): { $reason }
handoff-not-confirmed = Не надіслано: не вдалося вчасно підтвердити, що ви з команди. Надішліть, будь ласка, ще раз.
handoff-looks-like-command = Не надіслано: починається як команда.
handoff-not-delivered = Не доставлено ({ $name }): { $why }. Надішліть, будь ласка, ще раз в іншому вигляді.
handoff-not-changed = Не вдалося перенести правку у зверненні #{ $number } (вашу або від { $name }): { $why }
handoff-maybe-twice = Можливо, ваші останні слова надійшли двічі ({ $name }): платформа не повідомила, чи вони дійшли.
handoff-not-shown = Частину того, що пише { $name } у зверненні #{ $number }, не вдалося показати в кімнаті: { $why }

## Handoff: time

handoff-moment =
    { $day ->
        [today] сьогодні о { $time }
        [tomorrow] завтра о { $time }
        [mon] у понеділок о { $time }
        [tue] у вівторок о { $time }
        [wed] у середу о { $time }
        [thu] у четвер о { $time }
        [fri] у п'ятницю о { $time }
        [sat] у суботу о { $time }
        [sun] у неділю о { $time }
       *[date] { $date } о { $time }
    }
handoff-away = Зараз тут немає нікого з { $brand }. Людина буде тут { $when }.
handoff-when-unreadable = Не розумію, який це час.
handoff-when-past = Цей час уже минув.
handoff-when-too-far = Це надто далеко.
handoff-when-examples = Напишіть так: 2h, 90m, 3d, tomorrow, tomorrow 9:00, mon 9:00 або 2026-12-01 9:00.
handoff-command-duty = Отримувати виклик, коли чекає клієнт, або подивитися, кого кличуть зараз.
handoff-command-duty-state = Чи ви чергуєте; якщо не вказати, хто чергує.
handoff-command-duty-until = До якого часу, наприклад 18:00 або 4h; якщо не вказати, 12 годин.
handoff-duty-on = Чергую
handoff-duty-off = Не чергую
handoff-duty-begun = Ви чергуєте: вас покличуть, коли клієнт чекатиме. Чергування закінчиться { $when }.
handoff-duty-ended = Ви більше не чергуєте.
handoff-duty-was-off = Ви й не чергували.
handoff-duty-over = Ваше чергування закінчилося. Щоб продовжити: /duty on.
handoff-duty-nobody = Ніхто не чергує. Щоб вас кликали, коли чекає клієнт: /duty on.
handoff-duty-list = Чергують:
handoff-duty-line = { $name } (закінчить { $when })
handoff-duty-role = чергові
handoff-staff-role = команда
handoff-call = Звернення #{ $number }: { $name } чекає на людину.
handoff-reminder = Звернення #{ $number }: { $name } досі чекає на відповідь ({ $length }).
handoff-command-snooze = Відкласти звернення на певний час або доки клієнт не напише.
handoff-command-snooze-until = До якого часу: 2h, tomorrow 9:00, mon 9:00, 2026-12-01 9:00.
handoff-snooze-form = Відкласти звернення
handoff-snooze-form-until = До коли? 2h, tomorrow 9:00, mon 9:00
handoff-you-snoozed = Звернення #{ $number } відкладене. Воно повернеться { $when }.
handoff-command-close-in = Через скільки, наприклад 2h, якщо клієнт до того не напише.
handoff-command-close-silently = Нічого не казати клієнтові.
handoff-you-close-later = Звернення #{ $number } закриється, якщо клієнт до того не напише.
handoff-closes = { $by } закриє це звернення { $when }, якщо до того не напише { $name }.
handoff-closes-not = Надійшло повідомлення ({ $name }): це звернення не закриється.
handoff-silence = Від вас давно не було вістей у зверненні #{ $number }. Якщо більше нічого не потрібно, воно закриється { $when }. Напишіть тут, і воно лишиться відкритим.
handoff-rating = Це допомогло? 1 — зовсім ні, 5 — дуже.
handoff-button-rate = { $stars }
handoff-button-rate-why = Сказати чому
handoff-rating-thanks = Дякуємо!
handoff-rating-given = Ви це вже казали. Дякуємо!
handoff-rating-noted = Дякуємо, записано.
handoff-rating-not-yours = Це запитання не до вас.
handoff-rating-form = Як ми вам допомогли
handoff-rating-form-words = Що було добре або могло бути краще?
handoff-rating-low = Звернення #{ $number }: допомогти не вдалося ({ $name }), оцінка { $stars } з 5.

## Handoff: the desk's commands

handoff-command-join-where = Яка кімната: звернення чи самого клієнта.
handoff-where-room = Кімната звернення
handoff-where-customer = Кімната самого клієнта
handoff-command-transfer = Передати звернення комусь іншому з команди.
handoff-command-transfer-who = Кому передати.
handoff-command-transfer-name = Або ім'я цієї людини.
handoff-command-cases = Черга: хто на когось чекає; спершу ті, хто чекає найдовше.
handoff-command-cases-state = Лише в цьому стані.
handoff-command-cases-priority = Лише з цим пріоритетом.
handoff-command-cases-mine = Лише ваші.
handoff-command-cases-waiting = Лише ті, де клієнт чекає на відповідь.
handoff-command-cases-tag = Лише з цією міткою.
handoff-command-case-closed = Номер звернення.
handoff-command-case-of = Або номер звернення цього клієнта.
handoff-command-reopen = Продовжити закрите звернення.
handoff-command-contact = Почати розмову з клієнтом.
handoff-command-contact-text = Що ви йому скажете.
handoff-command-who = Клієнт.
handoff-command-snippet = Слова, які команда каже часто.
handoff-command-snippet-list = Показати всі заготовки.
handoff-command-snippet-send = Сказати заготовку клієнтові, спершу глянувши на неї.
handoff-command-snippet-add = Зберегти нові слова.
handoff-command-snippet-edit = Змінити слова заготовки.
handoff-command-snippet-remove = Забути заготовку.
handoff-command-snippet-name = Назва, одним словом.
handoff-command-snippet-text = Слова; замість {"{customer}"}, {"{staff}"}, {"{brand}"} і {"{case}"} стане потрібне.
handoff-command-priority = Сказати, наскільки звернення термінове.
handoff-command-priority-which = Наскільки.
handoff-command-tag = Про що звернення.
handoff-command-tag-list = Показати мітки звернення.
handoff-command-tag-add = Поставити зверненню мітку.
handoff-command-tag-remove = Зняти мітку зі звернення.
handoff-command-tag-name = Мітка.
handoff-command-merge = Об'єднати два звернення однієї людини.
handoff-command-merge-from = Звернення, яке закінчиться.
handoff-command-merge-into = Звернення, яке продовжиться.
handoff-command-block = Певний час не кликати команду до клієнта.
handoff-command-block-time = На скільки: 12h, 3d, 2w або forever.
handoff-command-block-reason = Чому — це прочитає лише команда.
handoff-command-unblock = Знову кликати команду до клієнта.
handoff-command-notify = Згадати вас, коли клієнт напише наступного разу.
handoff-command-subscribe = Згадувати вас щоразу, коли клієнт пише.
handoff-command-audit = Хто з команди що робив останнім часом.
handoff-command-audit-who = Лише те, що робила ця людина.
handoff-command-audit-name = Або ім'я цієї людини.
handoff-command-audit-case = Лише те, що робили з цим зверненням.

## Handoff: the desk

handoff-state-waiting = чекає
handoff-state-active = у роботі
handoff-state-snoozed = відкладене
handoff-state-parked = немає зв'язку
handoff-state-closed = закрите
handoff-cases-head = Звернення з { $first } по { $last } із { $total }
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = чекає { $span }
handoff-no-cases = Таких звернень немає.
handoff-button-previous = Назад
handoff-button-next = Далі
handoff-button-older = Старіші
handoff-transfer-to-whom = Кому? Виберіть когось із команди, напишіть ім'я або дайте відповідь на повідомлення цієї людини. Тих, хто давно тут не працював, я не знаю.
handoff-you-transferred = Звернення #{ $number } тепер веде { $name }.
handoff-theirs-already = Звернення #{ $number } вже веде { $name }.
handoff-transferred-to-you = { $name } передає вам це звернення.
handoff-goes-on-in = Звернення #{ $number } триває в #{ $into }.
handoff-has-open-case = { $name }: уже є відкрите звернення, #{ $number }.
handoff-is-blocked = { $name }: доступ закрито, спершу /unblock.
handoff-you-reopened = Звернення #{ $number } знову відкрите й чекає на когось.
handoff-you-reopened-for = Звернення #{ $number } знову відкрите, його веде { $name }.
handoff-who = Хто? Виберіть клієнта, дайте відповідь на його повідомлення або назвіть його звернення, наприклад case:7.
handoff-not-a-customer = Це хтось із команди.
handoff-contact-no-words = Що сказати клієнтові? Напишіть це після команди.
handoff-contact-blocked = { $name }: доступ закрито, спершу /unblock.
handoff-contact-nowhere = Написати особисто не можна ({ $name }), а в загальних місцях цієї людини ще не бачили.
handoff-contacted = Сказано особисто ({ $name }): це звернення #{ $number }, і воно ваше.
handoff-contacted-in-public = Сказано там, де клієнт ({ $name }) писав востаннє, при всіх: це звернення #{ $number }, і воно ваше.
handoff-which-priority = Який пріоритет? Напишіть low, normal, high або urgent.
handoff-priority-set = Тепер у звернення #{ $number } так: { $name }.
handoff-no-tags = Звернення #{ $number } не має міток.
handoff-tags = Звернення #{ $number }: { $name }
handoff-which-tag = Яка мітка?
handoff-tag-too-long = Для мітки це надто довго: не більше ніж 30 символів.
handoff-tag-there = Звернення #{ $number } вже має цю мітку.
handoff-too-many-tags = Звернення #{ $number } має п'ять міток: спершу зніміть одну.
handoff-tagged = Звернення #{ $number } тепер має мітку { $name }.
handoff-untagged = Звернення #{ $number } більше не має мітки { $name }.
handoff-no-such-tag = Звернення #{ $number } не має такої мітки.
handoff-merged = Звернення #{ $from } триває в #{ $into }.
handoff-merged-reason = Воно триває у зверненні #{ $into }.
handoff-merged-already = Звернення #{ $from } вже триває в іншому.
handoff-merge-itself = Це одне й те саме звернення.
handoff-merge-two-people = Звернення #{ $from } і #{ $into } — від двох різних людей, і їхні слова не можна змішувати. Щоб тримати їх поруч, дайте обом одну мітку: /tag add.
handoff-merge-into-closed = Звернення #{ $into } закрите: спершу /reopen.
handoff-goes-on-elsewhere = Це звернення триває в #{ $reason }.
handoff-card-merged = Триває у зверненні #{ $number }.
handoff-took-in = Звернення #{ $from } триває тут.
handoff-block-how-long = На скільки? Напишіть так: 12h, 3d, 2w або forever.
handoff-you-blocked = { $name }: доступ закрито, доки хтось не напише /unblock.
handoff-you-blocked-for = { $name }: доступ закрито на { $span }.
handoff-you-unblocked = { $name }: доступ знову відкрито.
handoff-not-blocked = { $name }: доступ і так відкритий.
handoff-watched = Я згадуватиму вас щоразу, коли { $name } пише у зверненні #{ $number }.
handoff-watched-once = Я згадаю вас, коли { $name } наступного разу напише у зверненні #{ $number }.
handoff-watched-no-more = Я більше не згадую вас через звернення #{ $number }.
handoff-you-joined-customer = Ви в кімнаті клієнта ({ $name }).
handoff-customer-in-public = { $name } пише у відкритому місці: впускати нікого не треба.
handoff-customer-in-chat = { $name } пише в особистому чаті зі мною, куди більше ніхто не може увійти. Відповідайте з кімнати звернення.
handoff-customer-elsewhere = { $name } на платформі, куди я не можу вас впустити. Відповідайте з кімнати звернення.
handoff-no-snippets = Заготовок поки немає: /snippet add збереже першу.
handoff-snippets = Заготовки:
handoff-snippet-no-name = Назва заготовки — одне слово, не більше ніж 32 символи.
handoff-snippet-no-words = Що каже заготовка? Напишіть це після назви.
handoff-snippet-too-long = Для заготовки це надто довго: не більше ніж 1500 символів.
handoff-snippet-unknown-placeholder = { $unknown } мені невідоме. Підставити можна: { $known }.
handoff-snippet-there = Заготовка { $name } вже є: змінити її можна через /snippet edit.
handoff-no-such-snippet = Заготовки { $name } немає.
handoff-too-many-snippets = Заготовок забагато: спершу приберіть одну.
handoff-snippet-added = Заготовку { $name } збережено.
handoff-snippet-edited = Заготовку { $name } змінено.
handoff-snippet-removed = Заготовки { $name } більше немає.
handoff-snippet-preview = { $name } прочитає:
handoff-snippet-sent = Сказано у зверненні #{ $number } ({ $name }).
handoff-snippet-theirs = Надіслати це може лише { $name }. Подивіться самі: /snippet send
handoff-button-send-it = Надіслати
handoff-audit-head = Що робила команда, спершу нове:
handoff-audit-empty = Нічого не знайдено.
handoff-audit-whom = Я не знаю в команді нікого з таким ім'ям.
handoff-audit-entry = { $span } тому · { $name } · { $what } { $subject }
handoff-audit-refused = { $span } тому · { $name } · { $what } { $subject } · відмовлено

## Handoff: what the desk says to customers

handoff-contact = Вам пише { $brand }: це звернення #{ $number }. Усе, що ви тепер напишете тут, дійде до команди.
handoff-contact-in-group = Вам пише { $brand }: це звернення #{ $number }. Відповідайте тут на мої повідомлення, і ваші слова дійдуть до команди.
handoff-joined-here = До вас сюди долучається { $name } з { $brand }.

## Handoff: transcripts

handoff-command-transcript = Отримати файлом усе, що сказано у зверненні.
handoff-command-transcript-format = Сторінкою для читання або рядками для інших програм.
handoff-format-html = Сторінка (HTML)
handoff-format-jsonl = Рядки JSON Lines
handoff-transcript-begun = Листування за зверненням #{ $number } скоро з'явиться тут.
handoff-transcript-begun-elsewhere = Листування за зверненням #{ $number } з'явиться там, де читає лише команда.
handoff-transcript-done = Листування за зверненням #{ $number }.
handoff-transcript-none = Ваших звернень тут немає. Покликати людину: /human.
handoff-page-title = Звернення #{ $number }: { $name }
handoff-page-customer = Клієнт
handoff-page-language = Мова
handoff-page-owner = Хто веде
handoff-page-opened = Відкрито
handoff-page-first-answer = Перша відповідь
handoff-page-closed = Закрито
handoff-page-reason = Чому закрито
handoff-page-tags = Мітки
handoff-page-rating = Оцінка
handoff-page-team = Команда
handoff-page-note = Для команди
handoff-page-service = Подія
handoff-page-edited = змінено
handoff-page-removed = видалено
handoff-page-made = Записано: { $moment } ({ $zone }). Час скрізь указано в цьому часовому поясі.

## Handoff: the relay

handoff-command-reply = Сказати щось клієнтові: слова, файл або і те, і те.
handoff-command-areply = Сказати щось клієнтові лише від імені команди.
handoff-command-reply-text = Що сказати; якщо не вказати, я запитаю.
handoff-command-reply-file = Файл, який треба додати.
handoff-command-note = Записати нотатку для команди: клієнт її ніколи не побачить.
handoff-command-note-text = Що записати.
handoff-command-edit = Змінити останнє, що ви сказали клієнтові, або повідомлення, на якому викликано команду.
handoff-command-edit-text = Як має бути; якщо не вказати, я запитаю.
handoff-command-delete = Забрати останнє, що ви сказали клієнтові, або повідомлення, на якому викликано команду.
handoff-menu-edit = Змінити для клієнта
handoff-menu-delete = Забрати в клієнта
handoff-form-reply = Відповідь клієнтові
handoff-form-reply-text = Що прочитає клієнт
handoff-form-reply-file = Файли, які треба додати
handoff-form-edit = Змінити сказане
handoff-form-edit-text = Що тепер прочитає клієнт
handoff-said-to = → { $name }:
handoff-you-said = Надіслано ({ $name }). Що з цим буде, видно в кімнаті звернення #{ $number }.
handoff-nothing-said = Тут нічого прочитати.
handoff-marked-internal = Не надіслано: починається з //, таке лишається всередині команди.
handoff-note-of = 📝 { $name }:
handoff-noted = Записано у зверненні #{ $number }.
handoff-you-changed = Для клієнта змінено.
handoff-you-took-back = Клієнт цього більше не бачить.
handoff-as-it-was-said = Там уже так і написано.
handoff-no-such-words = Таких слів команди у зверненні #{ $number } я не знаю. Дайте відповідь командою на те, що надіслано клієнтові, або викличте її на тому повідомленні.
handoff-now-says = → { $name }, змінено:
handoff-edit-kept-inside = Не перенесено: нові слова лишаються всередині команди. { $name } і далі читає те, що надіслано; забрати це можна через /delete.
handoff-never-sent = { $count ->
    [one] { $count } повідомлення так і не надіслано: зв'язатися з клієнтом ({ $name }) не вдалося.
    [few] { $count } повідомлення так і не надіслано: зв'язатися з клієнтом ({ $name }) не вдалося.
   *[many] { $count } повідомлень так і не надіслано: зв'язатися з клієнтом ({ $name }) не вдалося.
}
handoff-watched-wrote = Пише { $name }.
handoff-command-forget = Забрати те, що ви написали команді: відповіддю на своє повідомлення або просто так.
handoff-button-forget-me = Забути мене
handoff-forget-explained = Дайте відповідь командою /forget на своє повідомлення, яке дійшло до команди, і вона більше не зможе його прочитати.
handoff-forget-asks = Або я забуду вас цілком: відкрите звернення закінчиться, те, що ще в дорозі, зупиниться, а ваше ім'я і слова зникнуть з усіх ваших звернень. Повернути це не можна.
handoff-forget-nothing = Ваших звернень я не знаю.
handoff-forgot-message = Команда більше не може це прочитати. Те, що написано тут, видалити можете ви самі.
handoff-not-yours = Я можу забрати лише те, що ви написали самі й що дійшло до команди.
handoff-forgot = Вас забуто: ваше ім'я і слова видаляються з усіх ваших звернень.
handoff-forgotten-case = Клієнт хоче, щоб його забули: звернення закінчено, його слова видаляються.
handoff-bot-removed = Мене видалили звідти, де пише клієнт
handoff-bot-blocked = мене заблоковано

## Handoff: figures

handoff-command-stats = Підсумки останніх днів: звернення, очікування, відповіді, словами й картинкою.
handoff-command-stats-days = Скільки днів, рахуючи сьогодні; якщо не вказати, тиждень.
handoff-stats-days = Я можу підбити підсумки за період від 1 до { $max } днів.
handoff-stats-here = Цифри з'являться тут.
handoff-stats-elsewhere = Цифри з'являться там, де читає лише команда.
handoff-stats-title = { $days ->
    [1] Сьогодні
    [one] Останній { $days } день
    [few] Останні { $days } дні
   *[many] Останні { $days } днів
}
handoff-stats-cases = Відкрито: { $opened }, закрито: { $closed }, відкрито знову: { $reopened }; зараз відкриті: { $open }.
handoff-stats-longest = Хтось чекає на людину вже { $span }.
handoff-stats-waiting = Беруть через { $median }, дев'ять із десяти — за { $ninth }.
handoff-stats-first-answer = Перша відповідь через { $median }, дев'ять із десяти — за { $ninth }.
handoff-stats-resolution = Закривають через { $median }, дев'ять із десяти — за { $ninth }.
handoff-stats-rating = Оцінка { $stars } з 5: { $count ->
    [one] { $count } клієнт
    [few] { $count } клієнти
   *[many] { $count } клієнтів
}.
handoff-stats-staff = За учасниками команди
handoff-stats-member = { $name }: закрито { $closed }, перших відповідей { $answered }
handoff-stats-usually = через { $median }
handoff-stats-usually-taken = бере через { $median }
handoff-stats-usually-closed = закриває через { $median }
handoff-stats-rated = оцінка { $stars } з 5
handoff-stats-legend = 🟦 відкрито   🟧 закрито   🟪 перша відповідь, медіана за день

## Feedback: words for kinds and statuses

feedback-kind-bug = Помилка
feedback-kind-idea = Ідея
feedback-kind-praise = Похвала
feedback-kind-question = Запитання
feedback-kind-complaint = Скарга
feedback-status-open = Відкрито
feedback-status-under-review = На розгляді
feedback-status-planned = Заплановано
feedback-status-started = У роботі
feedback-status-shipped = Випущено
feedback-status-declined = Відхилено
feedback-status-duplicate = Дублікат
feedback-panel = Відгук #{ $number } ({ $kind }, { $status }): { $title }
feedback-no-such-item = Відгуку #{ $number } немає.

## Feedback: capture

feedback-command = Розкажіть, що зламано, чого бракує або що добре.
feedback-menu = Зберегти як відгук
feedback-command-new = Розкажіть, що зламано, чого бракує або що добре.
feedback-command-text = Про що йдеться, одним рядком.
feedback-command-file = Картинка або інший файл, де це видно.
feedback-form = Ваш відгук
feedback-form-title = Про що йдеться, одним рядком?
feedback-form-kind = Що це?
feedback-form-details = Що ще нам варто знати?
feedback-form-area = Про яку частину продукту йдеться?
feedback-form-file = Картинка або файл, де це видно?
feedback-saved = Збережено під номером #{ $number }. Дякуємо! Інші зможуть знайти відгук і віддати свій голос; /feedback mine покаже ваші відгуки.
feedback-no-such-area = Розділу «{ $area }» немає, тому я його не вказую. Є: { $areas }.
feedback-anonymous = Тут я не бачу, хто ви: напишіть, будь ласка, під своїм ім'ям, щоб команда могла вам відповісти.
feedback-not-yours = Це для того, хто це написав.
feedback-captured = Збережено як #{ $number }, словами автора: { $name }. Автор про це дізнається.
feedback-captured-unnamed = Збережено: тепер це враховано в #{ $number }.
feedback-capture-known = Це вже збережено: #{ $number }.
feedback-capture-taken-back = Це був #{ $number }, відкликаний автором.
feedback-capture-bot = Це сказав бот. Якщо ви хочете того самого, скажіть своїми словами: /feedback.
feedback-capture-nobody = Не видно, хто це сказав, і відповідати було б нікому. Якщо ви хочете того самого, скажіть своїми словами: /feedback.
feedback-capture-among-staff = Сказане тут лишається всередині команди. Щоб залишити свій відгук, напишіть /feedback і свої слова.
feedback-capture-private = Сказане особисто лишається особистим. Щоб залишити свій відгук, напишіть /feedback і свої слова.
feedback-capture-empty = У цьому повідомленні нічого прочитати. Скажіть своїми словами: /feedback.
feedback-capture-enough = Повідомлень інших людей за сьогодні збережено: { $max }, більше не можна. Щоб залишити свій відгук, напишіть /feedback і свої слова.
feedback-captured-noted = { $name }, тепер це відгук #{ $number }, вашими словами, щоб його побачила команда. Змінити або відкликати його можна через /feedback mine.
feedback-captured-voice = { $name }, тепер це ваш голос за відгук #{ $number }, і ви дізнаєтеся, що з ним буде.
feedback-reaction-unheard = { $name }, мені невідомо, що було в повідомленні, на яке ви відреагували. Дайте на нього відповідь командою /feedback або відкрийте його меню.
feedback-reaction-refused = { $name }, повідомлення, на яке ви відреагували, не збережено. { $why }
feedback-reaction-stays = { $name }, #{ $number } лишається: реакцію можна зняти протягом хвилини. Якщо це вийшло випадково, відхиліть відгук або об'єднайте його з іншим.
feedback-reaction-backed = { $name }, #{ $number } лишається: його вже підтримали інші. Якщо це вийшло випадково, відхиліть відгук або об'єднайте його з іншим.
feedback-reaction-alike = #{ $number } «{ $title }» збережено за реакцією. Може, це те саме, що один із цих відгуків?

## Feedback: is it one of these?

feedback-similar = Може, це одне з цих?
feedback-similar-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоси
   *[many] { $voices } голосів
})
feedback-similar-that = #{ $number }: це воно, віддати мій голос
feedback-similar-theirs = #{ $number }: це воно, віддати голос автора
feedback-similar-none = Ні, це нове
feedback-similar-or = Якщо не відповісте, завтра я збережу це як нове.
feedback-similar-or-not = Якщо не відповісте, нічого не збережеться.
feedback-similar-gone = #{ $number } тим часом відкликано. Зберегти те, що ви написали, як нове?

## Feedback: what is mine

feedback-command-mine = Переглянути, виправити або відкликати свої відгуки й побачити, що ви підтримали.
feedback-mine = Ваші відгуки
feedback-mine-none = У вас ще немає відгуків.
feedback-mine-item = #{ $number } { $title } ({ $status }, { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоси
   *[many] { $voices } голосів
})
feedback-mine-merged = #{ $number } { $title }: тепер частина #{ $into }
feedback-mine-withdrawn = #{ $number }: відкликано
feedback-mine-backed = Що ви підтримали
feedback-mine-backed-none = Ви поки не підтримали жодного чужого відгуку.
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices ->
    [one] { $voices } голос
    [few] { $voices } голоси
   *[many] { $voices } голосів
}
feedback-mine-answer = Відповідає { $name }:
feedback-button-newer = Новіші
feedback-button-older = Старіші
feedback-button-raised = Мої відгуки
feedback-button-backed = Що я підтримую
feedback-button-correct = Виправити
feedback-button-withdraw = Відкликати
feedback-button-withdraw-yes = Так, відкликати
feedback-button-keep = Ні, залишити
feedback-corrected = Дякую, #{ $number } виправлено.
feedback-corrected-nothing = #{ $number } лишається як було.
feedback-withdraw = Відкликати #{ $number } «{ $title }»? Ваші слова зникнуть, і підтримати відгук більше ніхто не зможе.
feedback-withdraw-backed = Відкликати #{ $number } «{ $title }»? Його підтримують інші: цей рядок лишиться для них, а все інше, що ви сказали, зникне разом із вашим ім'ям.
feedback-withdrawn = Відгук #{ $number } відкликано.
feedback-withdrawn-backed = Ваших слів і вашого імені в #{ $number } більше немає. Він живе далі голосами інших.
feedback-somebody = хтось

## Feedback: voices

feedback-command-voice = Віддати голос за те, що вже сказав хтось інший.
feedback-command-number = Номер відгуку.
feedback-command-why = Чому, своїми словами.
feedback-voice-which = За який відгук? Вкажіть номер: /voice 12.
feedback-voice-added = Тепер ваш голос враховано в #{ $number }: { $title }
feedback-voice-already = Ваш голос враховано в #{ $number }: { $title }
feedback-voice-theirs = Голос автора ({ $name }) тепер враховано в #{ $number }.
feedback-voice-back = Ваш голос більше не враховується в #{ $number }.
feedback-voice-none = Вашого голосу в #{ $number } немає.
feedback-voice-own = #{ $number } — ваш відгук: відкликати його можна через /feedback mine.
feedback-form-voice = Ваш голос
feedback-form-why = Чому це важливо для вас?
feedback-button-why = Сказати чому
feedback-button-take-back = Забрати голос
feedback-button-take-back-of = Забрати голос: #{ $number }

## Feedback: the card

feedback-voices = { $count ->
    [one] { $count } голос
    [few] { $count } голоси
   *[many] { $count } голосів
}
feedback-card-assignee = займається { $name }
feedback-card-answer = { $name } з команди
feedback-card-by = Автор: { $name }
feedback-card-captured = Автор: { $name }, до відгуків додає { $member }
feedback-card-private = Автор: { $name }, особисто
feedback-card-private-unnamed = Надіслано особисто
feedback-card-origin = де це сказано
feedback-card-withdrawn = Відгук #{ $number } відкликано.
feedback-card-merged = Тепер це частина #{ $number }.
feedback-card-files = Що надійшло разом з #{ $number }:
feedback-card-refused = Картку відгуку #{ $number } не вдається показати в кімнаті відгуків: { $why } Перевірте, що мені там дозволено; я спробую знову за наступної зміни.
feedback-button-voice = Віддати свій голос
feedback-button-details = Докладніше
feedback-button-status = Статус
feedback-details-card = відкрити картку
feedback-details-around = Що казали довкола
feedback-details-words = Що кажуть інші

## Feedback: staff

feedback-led-on = #{ $from } тепер частина #{ $number }.
feedback-words-blank = Напишіть, будь ласка, що-небудь.
feedback-words-too-long = Символів тут { $chars }, а вміщується не більше ніж { $max }.
feedback-command-list = Список відгуків.
feedback-command-list-kind = Лише цей вид.
feedback-command-list-status = Лише цей статус; якщо не вказати, усе відкрите.
feedback-command-list-sort = Що йде першим.
feedback-command-list-area = Лише цей розділ продукту.
feedback-command-list-since = Лише новіше: кількість днів або дата на зразок 2026-05-31.
feedback-command-list-mine = Лише те, чим займаюся я.
feedback-command-list-text = На що це має бути схоже.
feedback-sort-rising = Набирають голоси
feedback-sort-voices = За голосами
feedback-sort-newest = Спершу нові
feedback-list-head = Відгуки з { $first } по { $last } із { $total }
feedback-list-empty = Таких відгуків немає.
feedback-list-partial = Пошуковий індекс ще будується: може знайтися більше.
feedback-unknown-day = Не розумію цієї дати: напишіть кількість днів або дату на зразок 2026-05-31.
feedback-button-previous = Назад
feedback-button-next = Далі
feedback-command-show = Показати все про один відгук.
feedback-command-status = Сказати, як ідуть справи; про це дізнаються всі, хто просив.
feedback-command-status-to = Як ідуть справи.
feedback-command-status-note = Що при цьому прочитають клієнти.
feedback-unknown-status = Який це статус? { $statuses }
feedback-status-set = #{ $number } переходить у статус: { $status }
feedback-status-already = #{ $number } уже має такий статус: { $status }
feedback-status-choose = Як справи з #{ $number }?
feedback-command-answer = Відповісти публічно; дізнаються всі, хто про це просив.
feedback-command-answer-text = Ваша відповідь.
feedback-answered = Відповідь надано. Вона на картці #{ $number }, і про неї дізнаються всі, хто про це просив.
feedback-command-note = Записати те, що прочитає лише команда.
feedback-command-note-text = Ваша нотатка.
feedback-note-kept = Записано в #{ $number }, лише для команди.
feedback-command-edit = Змінити заголовок, подробиці, вид або розділ.
feedback-edit = Змінити відгук
feedback-edit-title = Про що йдеться, одним рядком?
feedback-edit-kind = Що це?
feedback-edit-details = Подробиці
feedback-edit-area = Розділ продукту
feedback-edit-same = У #{ $number } нічого не змінилося.
feedback-edit-done = Відгук #{ $number } змінено.
feedback-command-area = Вказати розділ продукту.
feedback-command-area-name = Розділ; якщо не вказати, розділу не буде.
feedback-area-set = #{ $number } стосується розділу: { $area }
feedback-area-removed = #{ $number } не має розділу.
feedback-unknown-area = Такого розділу немає. Є: { $areas }
feedback-command-assign = Сказати, хто цим займається.
feedback-command-assign-who = Хто; якщо не вказати, ви.
feedback-command-assign-nobody = Цим більше ніхто не займається.
feedback-assigned = Відгуком #{ $number } займається { $name }.
feedback-unassigned = Відгуком #{ $number } ніхто не займається.
feedback-assign-by-reply = Невідомо, чиє це ім'я: { $name }. Дайте відповідь на повідомлення цієї людини командою: /feedback assign { $number }
feedback-command-merge = Об'єднати з іншим відгуком про те саме.
feedback-command-merge-into = Номер іншого відгуку.
feedback-command-unmerge = Знову зробити окремим.
feedback-button-merge-into = Об'єднати з #{ $number }
feedback-merged = #{ $from } тепер частина #{ $number }. Голоси враховуються там.
feedback-merged-already = #{ $from } уже частина #{ $number }.
feedback-merge-under-way = #{ $from } і #{ $number } ще об'єднуються або розділяються. Робота триває; зазирніть трохи згодом.
feedback-merge-itself = Відгук #{ $number } не можна об'єднати із самим собою.
feedback-merge-circle = #{ $number } сам частина #{ $from }, тому #{ $from } не може стати його частиною.
feedback-merge-busy = З #{ $number } ще щось об'єднується або від нього відокремлюється. Спробуйте, будь ласка, трохи згодом.
feedback-unmerged = #{ $from } знову стане окремим, щойно його голоси вийдуть із #{ $number }.
feedback-not-merged = #{ $number } ні з чим не об'єднано.
feedback-unmerge-outer-first = #{ $number } теж частина іншого: спершу /feedback unmerge { $number }.
feedback-history-status = { $name }: статус — { $what }
feedback-history-status-note = { $name }: статус — { $what } ({ $note })
feedback-history-answered = { $name }: відповідь — { $what }
feedback-history-noted = { $name }: нотатка — { $what }
feedback-history-edited = { $name }: правка; раніше називалося: { $what }
feedback-history-area = { $name }: розділ — { $what }
feedback-history-no-area = { $name }: розділ знято
feedback-history-assigned = { $name }: цим займеться { $what }
feedback-history-unassigned = { $name }: цим ніхто не займається
feedback-history-merged = { $name }: об'єднано з #{ $what }
feedback-history-took-in = { $name }: приєднано #{ $what }
feedback-history-unmerged = { $name }: відокремлено від #{ $what }

## Feedback: closing the loop

feedback-told-open = #{ $number } «{ $title }» знову відкрито.
feedback-told-under-review = Ми розглядаємо #{ $number } «{ $title }».
feedback-told-planned = #{ $number } «{ $title }» тепер у планах.
feedback-told-started = Ми взялися за #{ $number } «{ $title }».
feedback-told-shipped = 🎉 #{ $number } «{ $title }» уже доступно.
feedback-told-declined = Ми не робитимемо #{ $number } «{ $title }».
feedback-told-duplicate = #{ $number } «{ $title }» каже про те саме, що й інший відгук, і його закрито.
feedback-told-news = Новини про #{ $number } «{ $title }»:
feedback-told-thanks = { $count ->
    [1] Дякуємо, що не промовчали,
   *[other] Дякуємо всім, хто не промовчав:
}
feedback-told-thanks-all = { $count ->
    [1] Дякуємо тому, хто тут не промовчав.
    [one] Дякуємо всім, хто тут не промовчав: це { $count } людина.
    [few] Дякуємо всім, хто тут не промовчав: це { $count } людини.
   *[many] Дякуємо всім, хто тут не промовчав: це { $count } людей.
}
feedback-told-others = { $count ->
    [one] і ще { $count } людина
    [few] і ще { $count } людини
   *[many] і ще { $count } людей
}
feedback-told-open-card = Відкрити #{ $number }
feedback-told-asked = Ви отримали це, бо просили про це особисто. Більше не потрібно? /feedback mute
feedback-told-follows = Ви отримали це, бо стежите за відгуком. Більше не потрібно? /feedback unfollow { $number }
feedback-verdict-question = Вийшло так, як ви сподівалися?
feedback-verdict-up = 👍 Так
feedback-verdict-down = 👎 Поки ні
feedback-verdict-not-asked = Це запитання до тих, хто просив #{ $number } або стежить за ним.
feedback-verdict-glad = Раді це чути!
feedback-verdict-sorry = Дякуємо за щирість. Чого бракує?
feedback-verdict-word = Додати кілька слів
feedback-verdict-form = Вийшло так, як ви сподівалися?
feedback-verdict-form-words = Що варто знати команді?
feedback-verdict-noted = Записано, дякуємо. Команда прочитає.
feedback-introduction-meet = Познайомитися з тими, хто просив про те саме
feedback-introduction-question = Хочете познайомитися з іншими, хто просив #{ $number } «{ $title }»? Якщо ви погодитеся, до трьох людей, які теж погодяться, побачать ваше ім'я ({ $name }) і ваш обліковий запис на { $platform }, а ви — їхні. Більше ніхто. Згоду можна забрати.
feedback-introduction-yes = Так, познайомте мене
feedback-introduction-no = Не знайомити мене
feedback-introduction-waiting = Ви погодилися для #{ $number }. Я напишу вам особисто, щойно буде з ким познайомитися.
feedback-introduction-met = Ви просили про те саме: #{ $number } «{ $title }». Привітайтеся:
feedback-introduction-elsewhere = { $name } ({ $platform })
feedback-introduction-not-asked = Це для тих, хто просив #{ $number }. Віддати голос: /voice { $number }.
feedback-introduction-taken-back = Через #{ $number } я вас більше ні з ким не познайомлю.
feedback-command-follow = Дізнаватися особисто, що відбувається з відгуком.
feedback-command-unfollow = Більше не отримувати особистих новин про відгук.
feedback-command-mute = Не писати вам про відгуки, не згадувати й не називати вас у новинах про них.
feedback-command-mute-state = Якщо не вказати, увімкнено.
feedback-mute-on = увімкнено
feedback-mute-off = вимкнено
feedback-followed = Тепер ви стежите за #{ $number } «{ $title }»: я напишу вам особисто, коли щось станеться.
feedback-followed-muted = Тепер ви стежите за #{ $number } «{ $title }», але нічого не почуєте, доки ввімкнено тишу: /feedback mute off
feedback-follow-reach = Можна мені писати
feedback-unfollowed = Ви більше не стежите за #{ $number }.
feedback-not-followed = Ви не стежили за #{ $number }.
feedback-muted = Тиша: я більше не пишу вам про відгуки, а в новинах про них не згадую й не називаю вас. /feedback mute off поверне все назад.
feedback-unmuted = Ви знову отримуєте новини про свої відгуки.
feedback-progress-going = Розповідаємо людям. Дійшло: { $told }, чекає іншого дня: { $waiting }, не вдалося: { $failed }.
feedback-progress-done = Людям розповіли. Дійшло: { $told }, не вдалося: { $failed }.
feedback-progress-verdicts = Вийшло, як сподівалися: 👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = Отримати відгуки файлом.
feedback-command-export-format = Формат файлу.
feedback-format-csv = CSV, для таблиці
feedback-format-jsonl = JSON Lines, для програми
feedback-export-begun = Вивантаження триває. Файл скоро з'явиться тут.
feedback-export-begun-elsewhere = Вивантаження триває. Файл з'явиться там, де читає лише команда.
feedback-export-progress = Вивантаження триває… { $percent } %
feedback-export-empty = Вивантажувати нічого: відповідних відгуків немає.
feedback-export-done = { $count ->
    [one] Готово: { $count } відгук.
    [few] Готово: { $count } відгуки.
   *[many] Готово: { $count } відгуків.
}

## The engine's own sentences

staff-only = Це лише для команди.
only-in-private = Про це я можу сказати лише особисто: напишіть мені в особисті повідомлення.
went-wrong = У нас щось пішло не так. Ми це записали; спробуйте, будь ласка, трохи згодом.
no-longer-current = Це вже не актуально.
dialogue-cancelled = Скасовано. Нічого не збережено.
dialogue-nothing-to-cancel = Скасовувати нічого.
dialogue-back = Назад
dialogue-skip = Пропустити
dialogue-cancel = Скасувати
form-try-again = Ще раз
form-now = Зараз: { $value }
form-error-empty = { $field }: напишіть, будь ласка, що-небудь.
form-error-too-long = { $field }: тут { $chars ->
        [one] { $chars } символ
        [few] { $chars } символи
       *[many] { $chars } символів
    }, а вміщується не більше ніж { $max }.
form-error-not-a-choice = { $field }: виберіть, будь ласка, одну із запропонованих відповідей.
form-error-not-a-file = { $field }: надішліть, будь ласка, файл.
form-error-too-many-files = { $field }: тут { $chars ->
        [one] { $chars } файл
        [few] { $chars } файли
       *[many] { $chars } файлів
    }, а можна не більше ніж { $max }.
file-photo = фото
file-video = відео
file-video-note = відеоповідомлення
file-animation = анімація
file-voice = голосове повідомлення
file-audio = аудіо
file-sticker = стікер
file-document = файл
file-unsent = Не вдалося надіслати звідси: { $name }.
file-failed = Не вдалося надіслати вивантаження: { $why }
carried-file = 📎 { $what }: перенести не вдалося.
carried-named-file = 📎 { $what } «{ $name }»: перенести не вдалося.
carried-location = 📍 { $title }: { $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }: { $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }:
carried-forward-unknown = ↪ переслано:
dialogue-hint-cancel = Дайте відповідь на це повідомлення або скасуйте: /cancel.
dialogue-hint-skip = Дайте відповідь на це повідомлення, пропустіть запитання: /skip, або скасуйте: /cancel.

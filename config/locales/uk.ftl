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
#   Команди (/join, /close …) і назви брендів не перекладаються.

## Handoff: commands

handoff-command-human = Поговорити з людиною з нашої команди.
handoff-command-human-text = Про що йдеться.
handoff-command-join = Долучитися до звернення: з цієї кімнати, інакше до того, що чекає найдовше.
handoff-command-join-case = Номер звернення.
handoff-command-close = Закрити звернення: з цієї кімнати або за номером.
handoff-command-close-case = Номер звернення.
handoff-command-close-reason = Чому — це прочитає лише команда.

## Handoff: what customers read

handoff-called = Я кличу людину з { $brand }: це звернення #{ $number }. Усе, що ви тепер напишете тут, дійде до команди.
handoff-called-in-group = Я кличу людину з { $brand }: це звернення #{ $number }. Відповідайте тут на мої повідомлення, і ваші слова дійдуть до команди.
handoff-open-waiting = Ваше звернення #{ $number } відкрите, команда вже знає. Усе, що ви напишете там, де його відкрили, дійде до неї.
handoff-open-active = З вами { $name }, звернення #{ $number }. Усе, що ви напишете там, де його відкрили, дійде за адресою.
handoff-no-team = Тут я нікого не можу покликати: команда ще не сказала, де її шукати.
handoff-anonymous = Тут я не бачу, хто ви: напишіть, будь ласка, під своїм ім'ям, щоб вам могли відповісти.
handoff-for-customers = Тут працює команда: клієнти кличуть людину там, де вони самі.
handoff-not-called = Зараз не вдалося зв'язатися з командою. Ваше звернення #{ $number } збережено: спробуйте, будь ласка, трохи згодом.
handoff-joined = До вас долучається { $name } з { $brand }.
handoff-closed = Звернення #{ $number } закрите. Якщо щось лишилося, покличте людину знову.

## Handoff: what staff read

handoff-card-title = Звернення #{ $number }: { $name }
handoff-card-from = Звідки: { $platform }
handoff-card-waiting = Чекає, доки хтось долучиться.
handoff-card-active = З клієнтом { $name }.
handoff-card-closed = Закрито: { $name }.
handoff-button-join = Долучитися
handoff-button-close = Закрити
handoff-room-intro = Звернення #{ $number }: долучіться через /join, і все, що ви напишете тут, дійде до адресата: { $name }. Повідомлення, яке починається з //, лишиться всередині команди, а /close закриє звернення.
handoff-author = { $name } · { $brand }
handoff-yours = Звернення #{ $number } тепер ваше.
handoff-still-yours = Звернення #{ $number } вже ваше.
handoff-theirs = Ви у зверненні #{ $number }, його веде { $name }.
handoff-room-link = Кімната:
handoff-room-opening = Кімната відкривається.
handoff-room-lost = Звернення #{ $number } не має кімнати: відкрити її не вдалося ({ $why }). Те, що пише клієнт, видно тут.
handoff-room-removed = Звернення #{ $number } втратило кімнату: її хтось видалив. Нова відкриється, коли клієнт знову напише; /close закриє звернення.
handoff-room-renewed = Звернення #{ $number } має нову кімнату, бо старої більше немає. { $link }
handoff-nobody-waits = Ніхто не чекає.
handoff-no-such-case = Звернення #{ $number } немає.
handoff-which-case = Яке звернення? Введіть команду в його кімнаті або вкажіть номер.
handoff-already-closed = Звернення #{ $number } вже закрите.
handoff-you-closed = Звернення #{ $number } закрите вами.
handoff-closed-by = Звернення закрито: { $name }.
handoff-closed-because = Звернення закрито ({ $name }): { $reason }
handoff-join-first = Не надіслано: спершу долучіться до звернення #{ $number } через /join, і ваші слова дійдуть до клієнта.
handoff-not-confirmed = Не надіслано: не вдалося вчасно підтвердити, що ви з команди. Надішліть, будь ласка, ще раз.
handoff-looks-like-command = Не надіслано: починається як команда.
handoff-not-delivered = Не доставлено ({ $name }): { $why }
handoff-not-changed = Не вдалося перенести правку у зверненні #{ $number } (вашу або від { $name }): { $why }
handoff-maybe-twice = Можливо, ваші останні слова надійшли двічі ({ $name }): платформа не повідомила, чи вони дійшли.
handoff-not-shown = Частину того, що пише { $name } у зверненні #{ $number }, не вдалося показати в кімнаті: { $why }

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
feedback-export-unsent = Не вдалося надіслати звідси: { $name }.
feedback-export-failed = Не вдалося надіслати вивантаження: { $why }

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

# 简体中文的全部语句：先是各项功能的，最后是引擎自己的。
#
# 术语表（称呼一律用“你”）
#   case      工单             staff, team   团队
#   join      加入             close         关闭
#   room      房间             person        团队成员、真人
#   feedback  反馈             card          卡片
#   voice     支持             area          模块
#   merge     并入             unmerge       拆分
#   命令（/join、/close 等）和品牌名保持原样。

## Handoff: commands

handoff-command-human = 与我们团队的真人对话。
handoff-command-human-text = 想聊什么。
handoff-command-join = 加入工单：本房间的工单，否则是等待最久的那个。
handoff-command-join-case = 工单编号。
handoff-command-close = 关闭工单：本房间的工单，或指定编号的工单。
handoff-command-close-case = 工单编号。
handoff-command-close-reason = 原因，只有团队能看到。

## Handoff: what customers read

handoff-called = 我已经呼叫了 { $brand } 的团队成员：这是工单 #{ $number }。从现在起，你在这里写的内容都会送达对方。
handoff-called-in-group = 我已经呼叫了 { $brand } 的团队成员：这是工单 #{ $number }。在这里回复我的消息，你的话就会送达对方。
handoff-open-waiting = 你的工单 #{ $number } 已打开，也已呼叫团队成员。在你打开工单的地方写的内容会送达对方。
handoff-open-active = { $name } 正在工单 #{ $number } 中为你服务。在你打开工单的地方写的内容会送达对方。
handoff-no-team = 我在这里无法呼叫任何人：团队还没有说明在哪里可以联系到他们。
handoff-anonymous = 我在这里看不出你是谁：请用你自己的名字发言，这样才有人能回复你。
handoff-for-customers = 这里是团队工作的地方：客户在自己所在的地方呼叫真人。
handoff-not-called = 刚才没能联系上团队。你的工单 #{ $number } 已保留，请过一会儿再试。
handoff-joined = { $brand } 的 { $name } 已加入。
handoff-closed = 工单 #{ $number } 已关闭。如果还有问题，请再次呼叫真人。

## Handoff: what staff read

handoff-card-title = 工单 #{ $number }：{ $name }
handoff-card-from = 来自 { $platform }
handoff-card-waiting = 正在等人加入。
handoff-card-active = { $name } 正在接待客户。
handoff-card-closed = 由 { $name } 关闭。
handoff-button-join = 加入
handoff-button-close = 关闭
handoff-room-intro = 工单 #{ $number }：用 /join 加入后，你在这里写的内容会送达 { $name }。以 // 开头的消息只留在团队内部，/close 结束工单。
handoff-author = { $name } · { $brand }
handoff-yours = 工单 #{ $number } 由你负责。
handoff-still-yours = 工单 #{ $number } 已经由你负责。
handoff-theirs = 你已在工单 #{ $number } 中，负责人是 { $name }。
handoff-room-link = 房间：
handoff-room-opening = 正在打开房间。
handoff-room-lost = 工单 #{ $number } 没有房间：无法打开（{ $why }）。客户写的内容会显示在这里。
handoff-room-removed = 工单 #{ $number } 的房间没有了：有人把它删除了。客户再次发言时会打开新的房间；/close 结束工单。
handoff-room-renewed = 工单 #{ $number } 有了新房间，因为原来的已经不在了。{ $link }
handoff-nobody-waits = 没有人在等待。
handoff-no-such-case = 没有工单 #{ $number }。
handoff-which-case = 哪个工单？请在它的房间里使用命令，或给出编号。
handoff-already-closed = 工单 #{ $number } 已经关闭。
handoff-you-closed = 你已关闭工单 #{ $number }。
handoff-closed-by = { $name } 关闭了这个工单。
handoff-closed-because = { $name } 关闭了这个工单：{ $reason }
handoff-join-first = 未发送：请先用 /join 加入工单 #{ $number }，之后你写的内容才会送达客户。
handoff-not-confirmed = 未发送：我没能及时确认你是团队成员。请再发一次。
handoff-looks-like-command = 未发送：开头像是一条命令。
handoff-not-delivered = 未送达 { $name }：{ $why }
handoff-not-changed = { $name } 或你在工单 #{ $number } 中的修改未能同步：{ $why }
handoff-maybe-twice = { $name } 可能收到了两遍你刚才的话：平台没有说明是否已送达。
handoff-not-shown = { $name } 在工单 #{ $number } 中写的部分内容无法显示在房间里：{ $why }

## Feedback: words for kinds and statuses

feedback-kind-bug = 故障
feedback-kind-idea = 想法
feedback-kind-praise = 好评
feedback-kind-question = 提问
feedback-kind-complaint = 投诉
feedback-status-open = 待处理
feedback-status-under-review = 评估中
feedback-status-planned = 已计划
feedback-status-started = 进行中
feedback-status-shipped = 已上线
feedback-status-declined = 未采纳
feedback-status-duplicate = 重复
feedback-panel = 反馈 #{ $number }（{ $kind }，{ $status }）：{ $title }
feedback-no-such-item = 没有反馈 #{ $number }。

## Feedback: capture

feedback-command = 告诉我们哪里坏了、缺了什么，或者哪里做得好。
feedback-menu = 记录为反馈
feedback-command-new = 告诉我们哪里坏了、缺了什么，或者哪里做得好。
feedback-command-text = 用一句话说说是什么事。
feedback-command-file = 能说明问题的图片或其他文件。
feedback-form = 你的反馈
feedback-form-title = 用一句话说说是什么事？
feedback-form-kind = 这属于哪一类？
feedback-form-details = 还有什么想让我们知道的？
feedback-form-area = 产品的哪个部分？
feedback-form-file = 有能说明问题的图片或文件吗？
feedback-saved = 已保存为 #{ $number }。谢谢！其他人可以找到并支持它；用 /feedback mine 查看你自己的。
feedback-no-such-area = 没有“{ $area }”这个模块，所以我没有填。现有模块：{ $areas }。
feedback-anonymous = 我在这里看不出你是谁：请用你自己的名字发言，这样团队才能回复你。
feedback-not-yours = 这是给写下它的人的。
feedback-captured = 已按 { $name } 的原话记录为 #{ $number }，对方会收到通知。
feedback-captured-unnamed = 已记录：现已计入 #{ $number }。
feedback-capture-known = 这条之前已经记录过：是 #{ $number }。
feedback-capture-taken-back = 这条原是 #{ $number }，提出者已撤回。
feedback-capture-bot = 这是机器人说的。如果你也想要，请用自己的话说：/feedback。
feedback-capture-nobody = 我看不出这是谁说的，也就没法答复任何人。如果你也想要，请用自己的话说：/feedback。
feedback-capture-among-staff = 这里说的话只留在团队内部。想自己提出什么，请写 /feedback 加上你自己的话。
feedback-capture-private = 别人私下说的话就留在那里。想自己提出什么，请写 /feedback 加上你自己的话。
feedback-capture-empty = 这条消息里没有我能读的内容。请用自己的话说：/feedback。
feedback-capture-enough = 你今天已经记录了别人的 { $max } 条消息。想自己提出什么，请写 /feedback 加上你自己的话。
feedback-captured-noted = { $name }，这已按你的原话记为反馈 #{ $number }，好让团队看到。用 /feedback mine 可以修改或撤回。
feedback-captured-voice = { $name }，这已算作你对反馈 #{ $number } 的支持，后续进展你都会知道。
feedback-reaction-unheard = { $name }，我不知道你回应的那条消息说了什么。请用 /feedback 回复它，或使用它的菜单。
feedback-reaction-refused = { $name }，你回应的那条消息没有记录。{ $why }
feedback-reaction-stays = { $name }，#{ $number } 会保留：回应只能在一分钟内撤回。如果不是本意，请设为未采纳，或并入另一条。
feedback-reaction-backed = { $name }，#{ $number } 会保留：已有其他人支持。如果不是本意，请设为未采纳，或并入另一条。
feedback-reaction-alike = #{ $number }“{ $title }”是通过回应记录的。它和下面的某一条说的是同一件事吗？

## Feedback: is it one of these?

feedback-similar = 是其中的一条吗？
feedback-similar-item = #{ $number } { $title }（{ $status }，{ $voices } 人支持）
feedback-similar-that = #{ $number }：就是它，我也支持
feedback-similar-theirs = #{ $number }：就是它，算作对方的支持
feedback-similar-none = 不，是新的
feedback-similar-or = 如果你不回答，我明天会把它存为新的反馈。
feedback-similar-or-not = 如果你不回答，就什么都不保存。
feedback-similar-gone = #{ $number } 在此期间被撤回了。要把你写的存为新的反馈吗？

## Feedback: what is mine

feedback-command-mine = 查看、更正或撤回你提出的反馈，以及你支持的反馈。
feedback-mine = 你提出的反馈
feedback-mine-none = 你还没有提出过反馈。
feedback-mine-item = #{ $number } { $title }（{ $status }，{ $voices } 人支持）
feedback-mine-merged = #{ $number } { $title }：现在并入了 #{ $into }
feedback-mine-withdrawn = #{ $number }：已撤回
feedback-mine-backed = 你支持的反馈
feedback-mine-backed-none = 你还没有支持过别人提出的反馈。
feedback-mine-about = #{ $number } · { $kind } · { $status } · { $voices } 人支持
feedback-mine-answer = { $name } 答复：
feedback-button-newer = 较新的
feedback-button-older = 较早的
feedback-button-raised = 我提出的
feedback-button-backed = 我支持的
feedback-button-correct = 更正
feedback-button-withdraw = 撤回
feedback-button-withdraw-yes = 是，撤回
feedback-button-keep = 不，保留
feedback-corrected = 谢谢，#{ $number } 已更正。
feedback-corrected-nothing = #{ $number } 保持原样。
feedback-withdraw = 要撤回 #{ $number }“{ $title }”吗？你的话会被删除，也没有人能再支持它。
feedback-withdraw-backed = 要撤回 #{ $number }“{ $title }”吗？还有别人支持它：这一行会为他们保留，你说的其他内容连同你的名字都会被删除。
feedback-withdrawn = #{ $number } 已撤回。
feedback-withdrawn-backed = 你的话和名字已从 #{ $number } 中移除。它会带着别人的支持继续存在。
feedback-somebody = 某人

## Feedback: voices

feedback-command-voice = 支持别人说过的一条反馈。
feedback-command-number = 反馈的编号。
feedback-command-why = 用你自己的话说说为什么。
feedback-voice-which = 哪一条？请给出编号：/voice 12。
feedback-voice-added = 你对 #{ $number } 的支持已计入：{ $title }
feedback-voice-already = 你支持 #{ $number }：{ $title }
feedback-voice-theirs = { $name } 对 #{ $number } 的支持已计入。
feedback-voice-back = 你对 #{ $number } 的支持已取消。
feedback-voice-none = 你没有支持 #{ $number }。
feedback-voice-own = #{ $number } 是你提出的：用 /feedback mine 可以撤回。
feedback-form-voice = 你的支持
feedback-form-why = 它对你意味着什么？
feedback-button-why = 说说为什么
feedback-button-take-back = 取消支持
feedback-button-take-back-of = 取消支持 #{ $number }

## Feedback: the card

feedback-voices = { $count } 人支持
feedback-card-assignee = 由 { $name } 负责
feedback-card-answer = 团队成员 { $name }
feedback-card-by = 由 { $name } 提出
feedback-card-captured = { $name } 所说，由 { $member } 记录
feedback-card-private = 由 { $name } 私下提出
feedback-card-private-unnamed = 私下提出
feedback-card-origin = 原话出处
feedback-card-withdrawn = #{ $number } 已被撤回。
feedback-card-merged = 它现在并入了 #{ $number }。
feedback-card-files = 随 #{ $number } 一起发来的：
feedback-card-refused = 反馈 #{ $number } 的卡片无法显示在反馈房间里：{ $why } 请检查我在那里的权限；下次有变动时我会再试。
feedback-button-voice = 我也支持
feedback-button-details = 详情
feedback-button-status = 状态
feedback-details-card = 查看卡片
feedback-details-around = 前后的对话
feedback-details-words = 其他人怎么说

## Feedback: staff

feedback-led-on = #{ $from } 现在并入了 #{ $number }。
feedback-words-blank = 请写点内容。
feedback-words-too-long = 有 { $chars } 个字符，最多只能写 { $max } 个。
feedback-command-list = 列出反馈。
feedback-command-list-kind = 只看这一类。
feedback-command-list-status = 只看这个状态；不填则看未结束的。
feedback-command-list-sort = 按什么排序。
feedback-command-list-area = 只看产品的这个模块。
feedback-command-list-since = 只看此后提出的：填天数，或 2026-05-31 这样的日期。
feedback-command-list-mine = 只看由我负责的。
feedback-command-list-text = 与什么内容相似。
feedback-sort-rising = 上升最快
feedback-sort-voices = 支持最多
feedback-sort-newest = 最新
feedback-list-head = 反馈第 { $first } 至 { $last } 条，共 { $total } 条
feedback-list-empty = 没有这样的反馈。
feedback-list-partial = 搜索索引还在建立中：可能还有更多。
feedback-unknown-day = 我看不懂这个日期：请填天数，或 2026-05-31 这样的日期。
feedback-button-previous = 上一页
feedback-button-next = 下一页
feedback-command-show = 查看一条反馈的全部内容。
feedback-command-status = 说明进展；所有提过的人都会知道。
feedback-command-status-to = 进展到哪一步。
feedback-command-status-note = 想让客户一并看到的话。
feedback-unknown-status = 是哪个状态？{ $statuses }
feedback-status-set = #{ $number } 的状态改为：{ $status }
feedback-status-already = #{ $number } 已经是这个状态：{ $status }
feedback-status-choose = #{ $number } 进展到哪一步了？
feedback-command-answer = 公开答复；所有提过它的人都会收到。
feedback-command-answer-text = 你的答复。
feedback-answered = 已答复。答复写在 #{ $number } 的卡片上，所有提过它的人都会收到。
feedback-command-note = 写一条只有团队能看到的备注。
feedback-command-note-text = 你的备注。
feedback-note-kept = 已在 #{ $number } 上记下备注，仅团队可见。
feedback-command-edit = 修改标题、详情、类别或模块。
feedback-edit = 编辑反馈
feedback-edit-title = 用一句话说说是什么事？
feedback-edit-kind = 这属于哪一类？
feedback-edit-details = 详情
feedback-edit-area = 产品模块
feedback-edit-same = #{ $number } 没有任何改动。
feedback-edit-done = #{ $number } 已修改。
feedback-command-area = 说明它属于产品的哪个模块。
feedback-command-area-name = 模块名；不填则不归入任何模块。
feedback-area-set = #{ $number } 所属模块：{ $area }
feedback-area-removed = #{ $number } 不属于任何模块。
feedback-unknown-area = 没有这个模块。现有模块：{ $areas }
feedback-command-assign = 说明由谁负责。
feedback-command-assign-who = 由谁负责；不填则由你负责。
feedback-command-assign-nobody = 不再由任何人负责。
feedback-assigned = { $name } 负责 #{ $number }。
feedback-unassigned = #{ $number } 目前无人负责。
feedback-assign-by-reply = 我不知道 { $name } 是谁的名字。请回复那个人的一条消息，写上：/feedback assign { $number }
feedback-command-merge = 并入另一条内容相同的反馈。
feedback-command-merge-into = 另一条反馈的编号。
feedback-command-unmerge = 让它重新独立出来。
feedback-button-merge-into = 并入 #{ $number }
feedback-merged = #{ $from } 现在并入了 #{ $number }，它的支持也计入那里。
feedback-merged-already = #{ $from } 早已并入 #{ $number }。
feedback-merge-under-way = #{ $from } 与 #{ $number } 还在合并或拆分中。正在进行，请稍后再看。
feedback-merge-itself = #{ $number } 不能并入它自己。
feedback-merge-circle = #{ $number } 本身已并入 #{ $from }，所以 #{ $from } 不能再并入它。
feedback-merge-busy = 还有内容正在并入 #{ $number } 或从中拆分。请稍后再试。
feedback-unmerged = 等支持从 #{ $number } 中移出后，#{ $from } 就会重新独立。
feedback-not-merged = #{ $number } 没有并入其他反馈。
feedback-unmerge-outer-first = #{ $number } 本身也并入了另一条：请先使用 /feedback unmerge { $number }。
feedback-history-status = { $name } 设置了状态：{ $what }
feedback-history-status-note = { $name } 设置了状态：{ $what }（{ $note }）
feedback-history-answered = { $name } 答复：{ $what }
feedback-history-noted = { $name } 备注：{ $what }
feedback-history-edited = { $name } 做了修改，原标题：{ $what }
feedback-history-area = { $name } 设置了模块：{ $what }
feedback-history-no-area = { $name } 移除了模块
feedback-history-assigned = { $name } 请 { $what } 负责
feedback-history-unassigned = { $name } 取消了负责人
feedback-history-merged = { $name } 把它并入了 #{ $what }
feedback-history-took-in = { $name } 把 #{ $what } 并入了这里
feedback-history-unmerged = { $name } 把它从 #{ $what } 中拆出

## Feedback: closing the loop

feedback-told-open = #{ $number }“{ $title }”重新打开了。
feedback-told-under-review = 我们正在评估 #{ $number }“{ $title }”。
feedback-told-planned = #{ $number }“{ $title }”已列入计划。
feedback-told-started = 我们已经开始做 #{ $number }“{ $title }”。
feedback-told-shipped = 🎉 #{ $number }“{ $title }”已经上线。
feedback-told-declined = 我们不会做 #{ $number }“{ $title }”。
feedback-told-duplicate = #{ $number }“{ $title }”与另一条内容相同，已关闭。
feedback-told-news = #{ $number }“{ $title }”有新消息：
feedback-told-thanks = { $count ->
    [1] 感谢你的反馈，
   *[other] 感谢各位的反馈：
}
feedback-told-thanks-all = 感谢在这里提出反馈的 { $count } 位朋友。
feedback-told-others = 以及另外 { $count } 人
feedback-told-open-card = 打开 #{ $number }
feedback-told-asked = 你收到这条消息，是因为你私下提过。不想再收到？/feedback mute
feedback-told-follows = 你收到这条消息，是因为你关注了它。不想再收到？/feedback unfollow { $number }
feedback-verdict-question = 它符合你的期望吗？
feedback-verdict-up = 👍 符合
feedback-verdict-down = 👎 还不够
feedback-verdict-not-asked = 这个问题是问提过或关注 #{ $number } 的人的。
feedback-verdict-glad = 很高兴听到这个消息！
feedback-verdict-sorry = 谢谢你的坦诚。还缺什么？
feedback-verdict-word = 说两句
feedback-verdict-form = 它符合你的期望吗？
feedback-verdict-form-words = 想让团队知道什么？
feedback-verdict-noted = 已记下，谢谢。团队会看到。
feedback-introduction-meet = 认识同样提过的人
feedback-introduction-question = 想认识其他提过 #{ $number }“{ $title }”的人吗？如果你同意，最多三位同样同意的人会看到你的名字（{ $name }）和你在 { $platform } 上的账号，你也会看到他们的。其他人都看不到。你随时可以收回。
feedback-introduction-yes = 好，介绍我认识
feedback-introduction-no = 不要介绍我
feedback-introduction-waiting = 你已同意因 #{ $number } 认识他人。一有可以认识的人，我就私信告诉你。
feedback-introduction-met = 你们都提过 #{ $number }“{ $title }”。打个招呼吧：
feedback-introduction-elsewhere = { $name }（{ $platform }）
feedback-introduction-not-asked = 这是给提过 #{ $number } 的人准备的。用 /voice { $number } 表示支持。
feedback-introduction-taken-back = 我不会再因 #{ $number } 介绍你认识新的人。
feedback-command-follow = 私下了解一条反馈的后续。
feedback-command-unfollow = 不再私下收到一条反馈的消息。
feedback-command-mute = 不再就反馈发消息，进展消息也不提醒、不点名。
feedback-command-mute-state = 不填则为开启。
feedback-mute-on = 开启
feedback-mute-off = 关闭
feedback-followed = 你已关注 #{ $number }“{ $title }”：有进展时我会私下告诉你。
feedback-followed-muted = 你已关注 #{ $number }“{ $title }”，但静音期间收不到任何消息：/feedback mute off
feedback-follow-reach = 可以给我发消息
feedback-unfollowed = 你不再关注 #{ $number }。
feedback-not-followed = 你并没有关注 #{ $number }。
feedback-muted = 已静音：我不再就反馈给你发消息，相关的进展消息也不会提醒你或点你的名。用 /feedback mute off 取消。
feedback-unmuted = 你会重新收到自己反馈的消息。
feedback-progress-going = 正在通知大家：{ $told } 条消息已送达，{ $waiting } 条改天再发，{ $failed } 条失败。
feedback-progress-done = 已通知大家：{ $told } 条消息已送达，{ $failed } 条失败。
feedback-progress-verdicts = 符合期望：👍 { $up } · 👎 { $down }

## Feedback: export

feedback-command-export = 以文件形式获取反馈。
feedback-command-export-format = 文件格式。
feedback-format-csv = CSV，用于电子表格
feedback-format-jsonl = JSON Lines，用于程序
feedback-export-begun = 正在导出。文件马上会发到这里。
feedback-export-begun-elsewhere = 正在导出。文件会发到只有团队能看到的地方。
feedback-export-progress = 正在导出……{ $percent }%
feedback-export-empty = 没有可导出的内容：没有符合条件的反馈。
feedback-export-done = 共 { $count } 条反馈。
feedback-export-unsent = 无法从这里发送 { $name }。
feedback-export-failed = 无法发送导出文件：{ $why }

## The engine's own sentences

staff-only = 这仅供团队使用。
only-in-private = 这件事我只能私下告诉你：请在私聊中给我写信。
went-wrong = 我们这边出了点问题，已经记录下来；请过一会儿再试。
no-longer-current = 这已经不是最新的了。
dialogue-cancelled = 已取消，什么都没有保存。
dialogue-nothing-to-cancel = 没有可以取消的内容。
dialogue-back = 返回
dialogue-skip = 跳过
dialogue-cancel = 取消
form-try-again = 重试
form-now = 现在：{ $value }
form-error-empty = { $field }：请写点内容。
form-error-too-long = { $field }：有 { $chars } 个字符，最多只能写 { $max } 个。
form-error-not-a-choice = { $field }：请从给出的答案中选择一个。
form-error-not-a-file = { $field }：请发送一个文件。
form-error-too-many-files = { $field }：有 { $chars } 个文件，最多只能发 { $max } 个。
file-photo = 照片
file-video = 视频
file-video-note = 视频消息
file-animation = 动图
file-voice = 语音消息
file-audio = 音频
file-sticker = 贴纸
file-document = 文件
carried-file = 📎 { $what }：无法转送。
carried-named-file = 📎 { $what }“{ $name }”：无法转送。
carried-location = 📍 { $title }：{ $link }
carried-point = 📍 { $link }
carried-contact = 👤 { $name }：{ $phone }
carried-poll = 📊 { $question }
carried-other = [{ $what }]
carried-forward = ↪ { $name }：
carried-forward-unknown = ↪ 转发：
dialogue-hint-cancel = 请回复这条消息，或用 /cancel 取消。
dialogue-hint-skip = 请回复这条消息，用 /skip 跳过，或用 /cancel 取消。

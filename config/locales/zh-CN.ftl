# 简体中文的全部语句：先是各项功能的，最后是引擎自己的。
#
# 术语表（称呼一律用“你”）
#   case      工单             staff, team   团队
#   join      加入             close         关闭
#   room      房间             person        团队成员、真人
#   feedback  反馈             card          卡片
#   voice     支持             area          模块
#   merge     并入             unmerge       拆分
#   claim     接手             release       交回
#   snooze    搁置             duty          值班
#   tag       标签             snippet       常用语
#   命令（/join、/close 等）和品牌名保持原样。

## Handoff: commands

handoff-command-human = 与我们团队的真人对话。
handoff-command-human-text = 想聊什么。
handoff-command-case = 工单编号；不填则为本房间的工单。
handoff-command-join = 加入并旁听工单：本房间的工单，否则是等待最久的那个。
handoff-command-claim = 接手工单：本房间的工单，否则是等待最久的那个。
handoff-command-release = 交回工单，让别人接手。
handoff-command-leave = 不再旁听工单。
handoff-command-close = 关闭工单：本房间的工单，或指定编号的工单。
handoff-command-close-reason = 原因，只有团队能看到。

## Handoff: what customers read

handoff-called = 我已经呼叫了 { $brand } 的团队成员：这是工单 #{ $number }。从现在起，你在这里写的内容都会送达对方。
handoff-called-in-group = 我已经呼叫了 { $brand } 的团队成员：这是工单 #{ $number }。在这里回复我的消息，你的话就会送达对方。
handoff-open-waiting = 你的工单 #{ $number } 已打开，也已呼叫团队成员。你在这里写的内容会送达对方。
handoff-open-active = { $name } 正在工单 #{ $number } 中为你服务。你在这里写的内容会送达对方。
handoff-open-waiting-here = 你的工单 #{ $number } 已打开，也已呼叫团队成员。从现在起，你在这里写的内容也会送达对方。
handoff-open-active-here = { $name } 正在工单 #{ $number } 中为你服务。从现在起，你在这里写的内容也会送达对方。
handoff-usually = 这里通常会在 { $span }内回复。
handoff-blocked = { $brand } 无法继续在这里帮助你。
handoff-blocked-until = { $brand } 暂时无法在这里帮助你。{ $when } 之后欢迎再来。
handoff-no-team = 我在这里无法呼叫任何人：团队还没有说明在哪里可以联系到他们。
handoff-anonymous = 我在这里看不出你是谁：请用你自己的名字发言，这样才有人能回复你。
handoff-for-customers = 这里是团队工作的地方：客户在自己所在的地方呼叫真人。
handoff-nobody-reads = { $brand } 的人平时不看这个聊天。发送 /human 叫真人，之后您写的话他们就能看到。
handoff-not-called = 刚才没能联系上团队。你的工单 #{ $number } 和你在这里写的内容都已保留：一联系上，我就转给他们。
handoff-seen = { $brand } 的 { $name } 已看到这条消息。
handoff-joined = { $brand } 的 { $name } 现在来为你服务。
handoff-left = { $brand } 会换一位成员继续为你服务。
handoff-goes-on = 工单 #{ $number } 继续进行。
handoff-closed = 工单 #{ $number } 已关闭。如果还有问题，请再次呼叫真人。

## Handoff: where customers are answered

handoff-button-person = 与真人对话
handoff-button-here = 在这里回复我
handoff-button-private = 私下聊
handoff-here = 工单 #{ $number } 会在这里回复你。
handoff-for-caller = 这是给呼叫真人的那位准备的。你也可以自己呼叫：/human。
handoff-private-here = 工单 #{ $number } 在这里继续，别人都看不到。你在这里写的内容会送达团队成员。
handoff-private-opening = 我正在打开一个只有你和团队能看到的地方。
handoff-private-already = 我们已经在私下聊了。{ $link }
handoff-private-impossible = 我没法私信你：请先给我发一条私信，再从那里呼叫真人。在那之前，会在这里回复你。
handoff-private-never = 我没法和你私聊：会在这里回复你。
handoff-button-share = 让团队看我们之前的对话
handoff-shared = 团队现在能看到我们之前的对话。

## Handoff: how things stand

handoff-command-status = 查看你呼叫真人的进展。
handoff-status-waiting = 工单 #{ $number } 正在等待团队成员：你在 { $span }前呼叫的。
handoff-status-active = { $name } 正在工单 #{ $number } 中为你服务。
handoff-status-snoozed = 工单 #{ $number } 暂时搁置。你一发言，它就会马上继续。
handoff-status-parked = 关于工单 #{ $number }，我没能联系上你。请在我们之前聊的地方发言，它就会继续。
handoff-status-unanswered = 你已经等了 { $span }，还没有收到回复。
handoff-status-closed = 你没有打开的工单。最近的 #{ $number } 在 { $span }前关闭。用 /human 呼叫真人。
handoff-status-none = 你没有打开的工单。用 /human 呼叫真人。

## Handoff: accepted answers

handoff-command-accept = 把一条消息采纳为它所回复问题的答案：用此命令回复它。
handoff-command-accept-question = 它回答的是什么问题，如果我没听到的话。
handoff-menu-accept = 采纳为答案
handoff-accept-which = 哪个答案？请在那条消息的菜单里选择，或用此命令回复它。
handoff-accept-among-customers = 答案只能在客户相互交流的地方采纳。
handoff-accept-no-words = 那条消息里没有真人说的话。
handoff-accept-no-question = 我不知道它回答的是什么。请随命令说明：/accept 加上问题。
handoff-accept-not-theirs = 这只供提问的人和团队使用。
handoff-accepted = 已采纳。以后有人带着同样的问题呼叫真人时，会看到 { $name } 的回答。
handoff-button-unaccept = 撤回
handoff-unaccepted = 不会再把它推荐给任何人。
handoff-offer = 之前有人问过这个问题，{ $name } 回答：
handoff-offer-link = 查看原话出处
handoff-offer-helped = 很高兴帮到了你。
handoff-button-helps = 有帮助
handoff-button-call = 呼叫真人

## Handoff: help here

handoff-command-help-here = 就地帮助写消息的人：用此命令回复那条消息。
handoff-menu-help = 就地帮助
handoff-help-which = 你想帮助谁？请在对方消息的菜单里选择，或用此命令回复它。
handoff-help-among-customers = 这里是团队成员互相帮忙的地方：此命令用于客户的消息。
handoff-help-nobody = 那里没有可以帮助的人：消息来自机器人，或没有自己名字的人。
handoff-help-staff = 那是团队成员写的。
handoff-help-blocked = { $name } 已被屏蔽：请先用 /unblock。
handoff-help-offered = { $brand } 想帮你处理这件事：这是工单 #{ $number }。在这里回复，你的话就会送达团队。

## Handoff: what staff read

handoff-card-title = 工单 #{ $number }：{ $name }
handoff-card-from = 来自 { $platform }
handoff-card-speaks = 语言：{ $language ->
    [de] 德语
    [en] 英语
    [es] 西班牙语
    [pt] 葡萄牙语
    [ru] 俄语
    [uk] 乌克兰语
    [zh] 中文
   *[other] { $language }
}
handoff-card-new-here = 新来的
handoff-card-here-for = 来了 { $span }
handoff-card-in-private = 在私聊中
handoff-card-in-public = 与其他人一起
handoff-card-said-before = 之前说过：
handoff-card-other-cases = 另有 { $count } 个工单：
handoff-card-other-open = #{ $number }，未关闭
handoff-card-other-closed = #{ $number }，{ $span }前关闭
handoff-card-room = 工单房间
handoff-card-unanswered = 已有 { $span }未回复。
handoff-minutes = { $count } 分钟
handoff-hours = { $count } 小时
handoff-days = { $count } 天
handoff-priority-low = 低优先级
handoff-priority-normal = 普通优先级
handoff-priority-high = 高优先级
handoff-priority-urgent = 紧急
handoff-tag-waiting = 等待中
handoff-tag-active = 处理中
handoff-tag-snoozed = 已搁置
handoff-tag-parked = 联系不上
handoff-tag-closed = 已关闭
handoff-card-waiting = 正在等人加入。
handoff-card-active = { $name } 正在接待客户。
handoff-card-snoozed = 已搁置。
handoff-card-snoozed-by = 由 { $name } 搁置。
handoff-card-parked = 联系不上客户。
handoff-card-closed = 由 { $name } 关闭。
handoff-card-closed-by-itself = 长时间无人发言，已关闭。
handoff-button-join = 加入
handoff-button-claim = 接手
handoff-button-release = 交回
handoff-button-reply = 回复
handoff-button-snooze = 搁置
handoff-button-close = 关闭
handoff-button-reopen = 重新打开
handoff-room-explicit = 你在这里写的内容只留在团队内部。回复 { $name } 的消息，或使用 /reply，才会送达对方。
handoff-room-all = 你在这里写的内容会送达 { $name }。以 // 开头的消息和你们之间的回复只留在团队内部。
handoff-author = { $name } · { $brand }
handoff-yours = 工单 #{ $number } 由你负责。
handoff-still-yours = 工单 #{ $number } 已经由你负责。
handoff-you-joined = 你正在旁听工单 #{ $number }。
handoff-theirs = 工单 #{ $number } 已有人接手：由 { $name } 负责。
handoff-not-held = 工单 #{ $number } 目前无人负责。
handoff-you-released = 工单 #{ $number } 正在等别人接手。
handoff-you-left = 你已离开工单 #{ $number }。
handoff-not-closed = 工单 #{ $number } 没有关闭。
handoff-is-parked = 工单 #{ $number } 的客户联系不上。
handoff-as-it-was = 工单 #{ $number } 保持原样。
handoff-room-link = 房间：
handoff-room-opening = 正在打开房间。
handoff-room-lost = 工单 #{ $number } 没有房间：无法打开（{ $why }）。客户写的内容会显示在这里，我会再试。
handoff-room-after-all = 工单 #{ $number } 现在有房间了。{ $link }
handoff-room-closed-by = { $name } 关闭了这个房间，现已重新打开：工单继续进行，用 /close 结束。
handoff-room-was-closed = 这个房间被关闭过，现已重新打开：工单继续进行，用 /close 结束。
handoff-room-stays-closed = 工单 #{ $number } 的房间关着，我无法打开（{ $why }）。客户写的内容会显示在这里。
handoff-room-early = { $names } 在房间准备好之前写的内容没有送达任何人：请再写一次。
handoff-room-removed = 工单 #{ $number } 的房间没有了：有人把它删除了。客户再次发言时会打开新的房间；/close 结束工单。
handoff-room-renewed = 工单 #{ $number } 有了新房间，因为原来的已经不在了。{ $link }
handoff-nobody-waits = 没有人在等待。
handoff-no-such-case = 没有工单 #{ $number }。
handoff-which-case = 哪个工单？请在它的房间里使用命令，或给出编号。
handoff-already-closed = 工单 #{ $number } 已经关闭。
handoff-you-closed = 你已关闭工单 #{ $number }。
handoff-claimed = { $name } 接手了这个工单。
handoff-released = 这个工单正在等人接手。
handoff-snoozed = 这个工单已搁置。{ $when } 或客户发言时会恢复。
handoff-woken = 这个工单已恢复处理。
handoff-parked = 联系不上客户：{ $reason }。你写的内容会先等着，联系上后再送达。
handoff-resumed = 又能联系上客户了。
handoff-reopened = 这个工单继续进行。
handoff-closed-by-itself = 长时间无人发言，这个工单已关闭。
handoff-closed-by = { $name } 关闭了这个工单。
handoff-closed-because = { $name } 关闭了这个工单：{ $reason }
handoff-not-confirmed = 未发送：我没能及时确认你是团队成员。请再发一次。
handoff-looks-like-command = 未发送：开头像是一条命令。
handoff-not-delivered = 未送达 { $name }：{ $why }。请换一种形式再发一次。
handoff-not-changed = { $name } 或你在工单 #{ $number } 中的修改未能同步：{ $why }
handoff-maybe-twice = { $name } 可能收到了两遍你刚才的话：平台没有说明是否已送达。
handoff-not-shown = { $name } 在工单 #{ $number } 中写的部分内容无法显示在房间里：{ $why }

## Handoff: time

handoff-moment =
    { $day ->
        [today] 今天 { $time }
        [tomorrow] 明天 { $time }
        [mon] 周一 { $time }
        [tue] 周二 { $time }
        [wed] 周三 { $time }
        [thu] 周四 { $time }
        [fri] 周五 { $time }
        [sat] 周六 { $time }
        [sun] 周日 { $time }
       *[date] { $date } { $time }
    }
handoff-away = { $brand } 现在没有人在。{ $when } 会有人来。
handoff-when-unreadable = 我看不懂这个时间。
handoff-when-past = 这个时间已经过去了。
handoff-when-too-far = 这个时间太远了。
handoff-when-examples = 请这样写：2h、90m、3d、tomorrow、tomorrow 9:00、mon 9:00 或 2026-12-01 9:00。
handoff-command-duty = 有客户等待时呼叫你，或查看现在会呼叫谁。
handoff-command-duty-state = 你是否值班；不填则查看谁在值班。
handoff-command-duty-until = 到什么时候，例如 18:00 或 4h；不填则为 12 小时。
handoff-duty-on = 值班
handoff-duty-off = 不值班
handoff-duty-begun = 你开始值班：有客户等待时会呼叫你。{ $when } 结束。
handoff-duty-ended = 你已不再值班。
handoff-duty-was-off = 你本来就没有值班。
handoff-duty-over = 你的值班已结束。想继续请用 /duty on。
handoff-duty-nobody = 没有人值班。用 /duty on，有客户等待时就会呼叫你。
handoff-duty-list = 正在值班：
handoff-duty-line = { $name }（{ $when } 结束）
handoff-duty-role = 值班成员
handoff-staff-role = 团队
handoff-call = 工单 #{ $number }：{ $name } 在等待真人。
handoff-reminder = 工单 #{ $number }：{ $name } 还在等回复（{ $length }）。
handoff-command-snooze = 搁置工单到某个时间，或到客户发言为止。
handoff-command-snooze-until = 到什么时候：2h、tomorrow 9:00、mon 9:00、2026-12-01 9:00。
handoff-snooze-form = 搁置工单
handoff-snooze-form-until = 到什么时候？2h、tomorrow 9:00、mon 9:00
handoff-you-snoozed = 工单 #{ $number } 已搁置，{ $when } 恢复。
handoff-command-close-in = 多久之后关闭，例如 2h，除非客户在那之前发言。
handoff-command-close-silently = 什么都不告诉客户。
handoff-you-close-later = 工单 #{ $number } 会关闭，除非客户在那之前发言。
handoff-closes = { $by } 会在 { $when } 关闭这个工单，除非 { $name } 在那之前发言。
handoff-closes-not = { $name } 发言了：这个工单不会关闭。
handoff-silence = 工单 #{ $number } 中好久没有收到你的消息了。如果没有别的事，它会在 { $when } 关闭。在这里写点什么，它就会保持打开。
handoff-rating = 有帮助吗？1：完全没有，5：非常有。
handoff-button-rate = { $stars }
handoff-button-rate-why = 说说为什么
handoff-rating-thanks = 谢谢！
handoff-rating-given = 你已经说过了，谢谢！
handoff-rating-noted = 谢谢，已记下。
handoff-rating-not-yours = 这个问题是问别人的。
handoff-rating-form = 我们帮得怎么样
handoff-rating-form-words = 哪里做得好，或可以更好？
handoff-rating-low = 工单 #{ $number } 没能帮到 { $name }：{ $stars } 分（满分 5 分）。

## Handoff: the desk's commands

handoff-command-join-where = 哪个房间：工单的，还是客户自己的。
handoff-where-room = 工单的房间
handoff-where-customer = 客户自己的房间
handoff-command-transfer = 把工单转给团队里的另一个人。
handoff-command-transfer-who = 转给谁。
handoff-command-transfer-name = 或对方的名字。
handoff-command-cases = 队列：谁在等人，等待最久的在前。
handoff-command-cases-state = 只看这个状态的。
handoff-command-cases-priority = 只看这个优先级的。
handoff-command-cases-mine = 只看由你负责的。
handoff-command-cases-waiting = 只看客户在等回复的。
handoff-command-cases-tag = 只看有这个标签的。
handoff-command-case-closed = 工单编号。
handoff-command-case-of = 或对方某个工单的编号。
handoff-command-reopen = 继续一个已关闭的工单。
handoff-command-contact = 主动给客户写消息。
handoff-command-contact-text = 想对客户说的话。
handoff-command-who = 客户。
handoff-command-snippet = 团队常说的话。
handoff-command-snippet-list = 列出所有常用语。
handoff-command-snippet-send = 对客户说一条常用语，发送前可先预览。
handoff-command-snippet-add = 保存新的常用语。
handoff-command-snippet-edit = 修改一条常用语的内容。
handoff-command-snippet-remove = 删除一条常用语。
handoff-command-snippet-name = 名称，一个词。
handoff-command-snippet-text = 内容；{"{customer}"}、{"{staff}"}、{"{brand}"} 和 {"{case}"} 会被自动填入。
handoff-command-priority = 说明工单有多紧急。
handoff-command-priority-which = 有多紧急。
handoff-command-tag = 工单是关于什么的。
handoff-command-tag-list = 查看工单的标签。
handoff-command-tag-add = 给工单加上标签。
handoff-command-tag-remove = 去掉工单的标签。
handoff-command-tag-name = 标签。
handoff-command-merge = 把同一个人的两个工单合为一个。
handoff-command-merge-from = 要结束的工单。
handoff-command-merge-into = 要继续的工单。
handoff-command-block = 在一段时间内不再为某位客户呼叫团队。
handoff-command-block-time = 多久，例如 12h、3d、2w 或 forever。
handoff-command-block-reason = 原因，只有团队能看到。
handoff-command-unblock = 重新允许某位客户呼叫团队。
handoff-command-notify = 客户下次发言时提醒你。
handoff-command-subscribe = 客户每次发言都提醒你。
handoff-command-audit = 查看团队里谁最近做了什么。
handoff-command-audit-who = 只看这个人做的。
handoff-command-audit-name = 或对方的名字。
handoff-command-audit-case = 只看对这个工单做的。

## Handoff: the desk

handoff-state-waiting = 等待中
handoff-state-active = 处理中
handoff-state-snoozed = 已搁置
handoff-state-parked = 联系不上
handoff-state-closed = 已关闭
handoff-cases-head = 工单第 { $first } 至 { $last } 个，共 { $total } 个
handoff-cases-case = #{ $number } { $name }
handoff-cases-waits = 已等待 { $span }
handoff-no-cases = 没有这样的工单。
handoff-button-previous = 上一页
handoff-button-next = 下一页
handoff-button-older = 较早的
handoff-transfer-to-whom = 转给谁？请选择一位团队成员、写下名字，或回复对方的一条消息。最近没在这里工作过的人我不认识。
handoff-you-transferred = 工单 #{ $number } 现在由 { $name } 负责。
handoff-theirs-already = 工单 #{ $number } 已经由 { $name } 负责。
handoff-transferred-to-you = { $name } 把这个工单转给了你。
handoff-goes-on-in = 工单 #{ $number } 在 #{ $into } 中继续。
handoff-has-open-case = { $name } 已有一个打开的工单：#{ $number }。
handoff-is-blocked = { $name } 已被屏蔽：请先用 /unblock。
handoff-you-reopened = 工单 #{ $number } 已重新打开，正在等人接手。
handoff-you-reopened-for = 工单 #{ $number } 已重新打开，由 { $name } 负责。
handoff-who = 哪位客户？请选择对方、回复对方的一条消息，或给出对方的工单，例如 case:7。
handoff-not-a-customer = 那是团队成员。
handoff-contact-no-words = 要对客户说什么？请写在命令后面。
handoff-contact-blocked = { $name } 已被屏蔽：请先用 /unblock。
handoff-contact-nowhere = 没法私信 { $name }，也还没在公开的地方见过 TA。
handoff-contacted = 已私下告诉 { $name }：这是工单 #{ $number }，由你负责。
handoff-contacted-in-public = 已在 { $name } 上次发言的地方公开告诉对方：这是工单 #{ $number }，由你负责。
handoff-which-priority = 哪个优先级？请写 low、normal、high 或 urgent。
handoff-priority-set = 工单 #{ $number } 现在是：{ $name }。
handoff-no-tags = 工单 #{ $number } 没有标签。
handoff-tags = 工单 #{ $number }：{ $name }
handoff-which-tag = 哪个标签？
handoff-tag-too-long = 标签太长了：最多 30 个字符。
handoff-tag-there = 工单 #{ $number } 已经有这个标签。
handoff-too-many-tags = 工单 #{ $number } 已有五个标签：请先去掉一个。
handoff-tagged = 工单 #{ $number } 已加上标签 { $name }。
handoff-untagged = 工单 #{ $number } 已去掉标签 { $name }。
handoff-no-such-tag = 工单 #{ $number } 没有这个标签。
handoff-merged = 工单 #{ $from } 在 #{ $into } 中继续。
handoff-merged-reason = 它在工单 #{ $into } 中继续。
handoff-merged-already = 工单 #{ $from } 早已在另一个工单中继续。
handoff-merge-itself = 这是同一个工单。
handoff-merge-two-people = 工单 #{ $from } 和 #{ $into } 属于两个不同的人，他们的话不能混在一起。想放在一起看，请给两个工单加上同一个标签：/tag add。
handoff-merge-into-closed = 工单 #{ $into } 已关闭：请先用 /reopen。
handoff-goes-on-elsewhere = 这个工单在 #{ $reason } 中继续。
handoff-card-merged = 在工单 #{ $number } 中继续。
handoff-took-in = 工单 #{ $from } 在这里继续。
handoff-block-how-long = 多久？请这样写：12h、3d、2w 或 forever。
handoff-you-blocked = { $name } 已被屏蔽，直到有人使用 /unblock。
handoff-you-blocked-for = { $name } 已被屏蔽 { $span }。
handoff-you-unblocked = { $name } 已解除屏蔽。
handoff-not-blocked = { $name } 没有被屏蔽。
handoff-watched = { $name } 每次在工单 #{ $number } 中发言，我都会提醒你。
handoff-watched-once = { $name } 下次在工单 #{ $number } 中发言时，我会提醒你。
handoff-watched-no-more = 我不再就工单 #{ $number } 提醒你。
handoff-you-joined-customer = 你已进入 { $name } 的房间。
handoff-customer-in-public = { $name } 在公开的地方发言：不需要放任何人进去。
handoff-customer-in-chat = { $name } 在和我私聊，别人进不来。请从工单的房间回复。
handoff-customer-elsewhere = { $name } 所在的平台我没法放你进去。请从工单的房间回复。
handoff-no-snippets = 还没有常用语：用 /snippet add 保存一条。
handoff-snippets = 常用语：
handoff-snippet-no-name = 常用语的名称是一个词，最多 32 个字符。
handoff-snippet-no-words = 这条常用语说什么？请写在名称后面。
handoff-snippet-too-long = 常用语太长了：最多 1500 个字符。
handoff-snippet-unknown-placeholder = 没有 { $unknown }。可以填入的有：{ $known }。
handoff-snippet-there = 常用语 { $name } 已经有了：用 /snippet edit 修改。
handoff-no-such-snippet = 没有常用语 { $name }。
handoff-too-many-snippets = 常用语太多了：请先删除一条。
handoff-snippet-added = 常用语 { $name } 已保存。
handoff-snippet-edited = 常用语 { $name } 已修改。
handoff-snippet-removed = 常用语 { $name } 已删除。
handoff-snippet-preview = { $name } 会看到：
handoff-snippet-sent = 已在工单 #{ $number } 中告诉 { $name }。
handoff-snippet-theirs = 这条只能由 { $name } 发送。你可以自己预览：/snippet send
handoff-button-send-it = 发送
handoff-audit-head = 团队做过的事，最新的在前：
handoff-audit-empty = 没有任何记录。
handoff-audit-whom = 我不认识叫这个名字的团队成员。
handoff-audit-entry = { $span }前 · { $name } · { $what } { $subject }
handoff-audit-refused = { $span }前 · { $name } · { $what } { $subject } · 被拒绝

## Handoff: what the desk says to customers

handoff-contact = { $brand } 给你写消息：这是工单 #{ $number }。从现在起，你在这里写的内容都会送达团队。
handoff-contact-in-group = { $brand } 给你写消息：这是工单 #{ $number }。在这里回复我的消息，你的话就会送达团队。
handoff-joined-here = { $brand } 的 { $name } 已来到这里。

## Handoff: transcripts

handoff-command-transcript = 以文件形式获取工单中的对话。
handoff-command-transcript-format = 可阅读的网页，或供其他软件使用的逐行数据。
handoff-format-html = 网页（HTML）
handoff-format-jsonl = 逐行 JSON（JSON Lines）
handoff-transcript-begun = 工单 #{ $number } 的对话记录马上会发到这里。
handoff-transcript-begun-elsewhere = 工单 #{ $number } 的对话记录会发到只有团队能看到的地方。
handoff-transcript-done = 工单 #{ $number } 的对话记录。
handoff-transcript-none = 这里没有你的工单。用 /human 呼叫真人。
handoff-page-title = 工单 #{ $number }：{ $name }
handoff-page-customer = 客户
handoff-page-language = 语言
handoff-page-owner = 负责人
handoff-page-opened = 打开时间
handoff-page-first-answer = 首次回复
handoff-page-closed = 关闭时间
handoff-page-reason = 关闭原因
handoff-page-tags = 标签
handoff-page-rating = 评分
handoff-page-team = 团队
handoff-page-note = 内部
handoff-page-service = 事件
handoff-page-edited = 已修改
handoff-page-removed = 已删除
handoff-page-made = 记录于 { $moment }（{ $zone }）。所有时间均为该时区。

## Handoff: the relay

handoff-command-reply = 对客户说话：文字、文件，或两者都有。
handoff-command-areply = 只以团队的名义对客户说话。
handoff-command-reply-text = 要说的话；不填我会再问你。
handoff-command-reply-file = 一并发送的文件。
handoff-command-note = 给团队写一条备注：客户永远看不到。
handoff-command-note-text = 备注内容。
handoff-command-edit = 修改你最近对客户说的话，或运行此命令的那条消息。
handoff-command-edit-text = 修改后的内容；不填我会再问你。
handoff-command-delete = 撤回你最近对客户说的话，或运行此命令的那条消息。
handoff-menu-edit = 为客户修改
handoff-menu-delete = 从客户处撤回
handoff-form-reply = 回复客户
handoff-form-reply-text = 客户会看到的内容
handoff-form-reply-file = 一并发送的文件
handoff-form-edit = 修改你说过的话
handoff-form-edit-text = 客户之后会看到的内容
handoff-said-to = → { $name }：
handoff-you-said = 已发给 { $name }。后续情况会显示在工单 #{ $number } 的房间里。
handoff-nothing-said = 里面没有可读的内容。
handoff-marked-internal = 未发送：以 // 开头的内容只留在团队内部。
handoff-note-of = 📝 { $name }：
handoff-noted = 已在工单 #{ $number } 中记下备注。
handoff-you-changed = 已为客户修改。
handoff-you-took-back = 已撤回。
handoff-as-it-was-said = 本来就是这样写的。
handoff-no-such-words = 我不知道工单 #{ $number } 中有团队说过的这段话。请用命令回复发给客户的那条消息，或在那条消息上运行命令。
handoff-now-says = → { $name }，已修改：
handoff-edit-kept-inside = 未同步：修改后的内容只留在团队内部。{ $name } 看到的仍是你之前发的；用 /delete 撤回。
handoff-never-sent = 有 { $count } 条消息没有发出：联系不上 { $name }。
handoff-watched-wrote = { $name } 发言了。
handoff-command-forget = 撤回你写给团队的内容：用它回复你的消息，或单独使用。
handoff-button-forget-me = 忘记我
handoff-forget-explained = 用 /forget 回复你的一条已送达团队的消息，团队就再也看不到它。
handoff-forget-asks = 或者让我忘记你：你打开的工单会结束，还在发送的内容会停下，你在所有工单中的名字和话都会被删除。此操作无法恢复。
handoff-forget-nothing = 我没有找到你的任何工单。
handoff-forgot-message = 团队已经看不到那条消息。这里的内容要由你自己删除。
handoff-not-yours = 我只能撤回你自己写的、并且已送达团队的内容。
handoff-forgot = 已忘记你：正在从你的所有工单中删除你的名字和话。
handoff-forgotten-case = 客户希望被忘记：这个工单结束，客户说过的话会被删除。
handoff-bot-removed = 我被移出了客户发言的地方
handoff-bot-blocked = 对方屏蔽了我

## Handoff: figures

handoff-command-stats = 最近几天的情况：工单、等待、回复，附文字和图。
handoff-command-stats-days = 多少天，包括今天；不填则为一周。
handoff-stats-days = 我可以汇总 1 到 { $max } 天。
handoff-stats-here = 数据会发到这里。
handoff-stats-elsewhere = 数据会发到只有团队能看到的地方。
handoff-stats-title = { $days ->
    [1] 今天
   *[other] 最近 { $days } 天
}
handoff-stats-cases = 打开 { $opened } 个，关闭 { $closed } 个，重新打开 { $reopened } 个；目前打开的有 { $open } 个。
handoff-stats-longest = 有人在等待真人，已经等了 { $span }。
handoff-stats-waiting = 接手用时：中位数 { $median }，九成在 { $ninth }内。
handoff-stats-first-answer = 首次回复用时：中位数 { $median }，九成在 { $ninth }内。
handoff-stats-resolution = 关闭用时：中位数 { $median }，九成在 { $ninth }内。
handoff-stats-rating = { $count } 位客户评分，{ $stars } 分（满分 5 分）。
handoff-stats-staff = 每位成员
handoff-stats-member = { $name }：关闭 { $closed } 个，首次回复 { $answered } 个
handoff-stats-usually = 用时 { $median }
handoff-stats-usually-taken = 接手用时 { $median }
handoff-stats-usually-closed = 关闭用时 { $median }
handoff-stats-rated = 评分 { $stars }（满分 5 分）
handoff-stats-legend = 🟦 打开   🟧 关闭   🟪 首次回复，当天中位数

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
file-unsent = 无法从这里发送 { $name }。
file-failed = 无法发送导出文件：{ $why }
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

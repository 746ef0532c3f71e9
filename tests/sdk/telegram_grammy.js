// grammY against the simulated Bot API, by polling or by webhook (the one argument).

const assert = require("node:assert/strict");
const { Bot, InlineKeyboard, InputFile, InputMediaBuilder } = require("grammy");
const lines = require("./grammy_lines.js");
const { people, Heard, carryOut } = require("./stage.js");

const GROUP = -1000000000001;
const FORUM = -1000000000002;
const MIA = 11;

const { SIMULATOR, TOKEN } = process.env;
const bot = new Bot(TOKEN, { client: { apiRoot: SIMULATOR } });
const line = lines[process.argv[2]](bot);
const heard = new Heard();
const inGroup = { chat: GROUP, user: MIA };

// What the bot did itself comes back as service messages.
bot.command("human", (ctx) => heard.note("command", ctx));
bot.on("message", (ctx) => ctx.from.is_bot || heard.note("message", ctx));
bot.on("edited_message", (ctx) => heard.note("edited", ctx));
bot.on("callback_query:data", (ctx) => heard.note("press", ctx));
bot.on("message_reaction", (ctx) => heard.note("reaction", ctx));
bot.on("poll_answer", (ctx) => heard.note("vote", ctx));

async function says(text, more = {}) {
  const { message_id } = await people.act("say", { ...inGroup, text, ...more });
  return [message_id, await heard.next("message")];
}

async function shown(chat, id) {
  const history = await people.see("history", { chat });
  return history.find((message) => message.message_id === id);
}

const checks = {
  async receive() {
    const [said, { message }] = await says("It flickers 💡");
    assert.deepEqual([message.message_id, message.text], [said, "It flickers 💡"]);
    assert.deepEqual([message.from.id, message.from.first_name], [MIA, "Mia"]);
    assert.equal(message.chat.title, "Acme Lamps");
  },

  async reply() {
    const [said, ctx] = await says("Anybody?");
    const answer = await ctx.reply("*Here* \\<3", {
      parse_mode: "MarkdownV2",
      reply_parameters: { message_id: said },
    });
    const seen = await shown(GROUP, answer.message_id);
    assert.deepEqual([seen.text, seen.reply_to, seen.entities[0].type], ["Here <3", said, "bold"]);
  },

  async topic() {
    const { message_thread_id: thread } = await bot.api.createForumTopic(FORUM, "Case 1");
    const answer = await bot.api.sendMessage(FORUM, "A case", { message_thread_id: thread });
    assert.equal((await shown(FORUM, answer.message_id)).thread, thread);
    const [, { message }] = await says("In the topic", { chat: FORUM, thread });
    assert.deepEqual([message.message_thread_id, message.is_topic_message], [thread, true]);
    const topic = async () => {
      const topics = await people.see("topics", { chat: FORUM });
      const { name, closed } = topics.find((topic) => topic.thread === thread);
      return [name, closed];
    };
    await bot.api.closeForumTopic(FORUM, thread);
    assert.deepEqual(await topic(), ["Case 1", true]);
    await bot.api.reopenForumTopic(FORUM, thread);
    await bot.api.editForumTopic(FORUM, thread, { name: "Case 1, again" });
    assert.deepEqual(await topic(), ["Case 1, again", false]);
  },

  async keyboardAndPress() {
    const reply_markup = new InlineKeyboard().text("Yes", "yes:1");
    const { message_id } = await bot.api.sendMessage(GROUP, "Solved?", { reply_markup });
    await people.act("press", { ...inGroup, message_id, button: "Yes" });
    const press = await heard.next("press");
    assert.equal(press.callbackQuery.data, "yes:1");
    await press.answerCallbackQuery("Thank you");
    await press.editMessageReplyMarkup();
    assert.equal((await people.see("presses")).at(-1).answer.text, "Thank you");
    assert.deepEqual((await shown(GROUP, message_id)).buttons, []);
  },

  async command() {
    await bot.api.setMyCommands([{ command: "human", description: "Call a person" }]);
    const german = [{ command: "human", description: "Einen Menschen rufen" }];
    await bot.api.setMyCommands(german, { language_code: "de" });
    const menu = await people.see("menu", inGroup);
    assert.deepEqual(menu, [{ command: "human", description: "Call a person" }]);
    assert.deepEqual(await bot.api.getMyCommands({ language_code: "de" }), german);
    await people.act("say", { ...inGroup, text: "/human it flickers" });
    assert.equal((await heard.next("command")).match, "it flickers");
  },

  async fileUp() {
    const bytes = Buffer.from("lumen".repeat(1000));
    const sent = await bot.api.sendDocument(GROUP, new InputFile(bytes, "manual.txt"));
    assert.deepEqual(await people.see("file", { chat: GROUP, message_id: sent.message_id }), bytes);
    const again = await bot.api.sendDocument(GROUP, sent.document.file_id, { caption: "By id" });
    assert.equal((await shown(GROUP, again.message_id)).media.file_name, "manual.txt");
    const parts = ["1.txt", "2.txt"].map((name) => InputMediaBuilder.document(new InputFile(bytes, name)));
    const album = await bot.api.sendMediaGroup(GROUP, parts);
    assert.equal(new Set(album.map((message) => message.media_group_id)).size, 1);
  },

  async fileDown() {
    const media = [{ kind: "document", text: "a log", file_name: "log.txt", caption: "My log" }];
    await people.act("media", { ...inGroup, media });
    const ctx = await heard.next("message");
    assert.deepEqual([ctx.message.document.file_name, ctx.message.caption], ["log.txt", "My log"]);
    const { file_path } = await ctx.getFile();
    const file = await fetch(`${SIMULATOR}/file/bot${TOKEN}/${file_path}`);
    assert.equal(await file.text(), "a log");
  },

  async edit() {
    const { message_id } = await bot.api.sendMessage(GROUP, "Frist");
    await bot.api.editMessageText(GROUP, message_id, "First");
    assert.equal((await shown(GROUP, message_id)).text, "First");
    const [said] = await says("It flikers");
    await people.act("edit", { chat: GROUP, message_id: said, text: "It flickers" });
    const { editedMessage } = await heard.next("edited");
    assert.deepEqual([editedMessage.message_id, editedMessage.text], [said, "It flickers"]);
  },

  async delete() {
    const { message_id } = await bot.api.sendMessage(GROUP, "Never mind");
    await bot.api.deleteMessage(GROUP, message_id);
    assert.equal((await shown(GROUP, message_id)).deleted, true);
  },

  async reaction() {
    const [said, ctx] = await says("Thanks");
    await ctx.react("👍");
    assert.deepEqual((await shown(GROUP, said)).reactions, ["👍"]);
    await people.act("react", { ...inGroup, message_id: said, emoji: "❤" });
    const { messageReaction } = await heard.next("reaction");
    assert.deepEqual([messageReaction.message_id, messageReaction.new_reaction[0].emoji], [said, "❤"]);
  },

  async poll() {
    const asked = await bot.api.sendPoll(GROUP, "Which?", ["Warm", "Cold"], { is_anonymous: false });
    await people.act("vote", { ...inGroup, message_id: asked.message_id, options: [1] });
    const { pollAnswer } = await heard.next("vote");
    assert.deepEqual([pollAnswer.poll_id, pollAnswer.option_ids], [asked.poll.id, [1]]);
    const closed = await bot.api.stopPoll(GROUP, asked.message_id);
    assert.deepEqual([closed.is_closed, closed.options[1].voter_count], [true, 1]);
  },

  async reconnect() {
    await line.stumble();
    for (const words of ["When it stumbles", "After that"]) {
      const [, { message }] = await says(words);
      assert.equal(message.text, words);
    }
    await line.close();
    await people.act("say", { ...inGroup, text: "While it was away" });
    await line.open();
    assert.equal((await heard.next("message")).message.text, "While it was away");
    const [, { message }] = await says("Back again");
    assert.equal(message.text, "Back again");
    heard.nothingMore("message");
  },
};

async function main() {
  await people.act("users", { id: MIA, is_bot: false, first_name: "Mia" });
  await people.act("chats", { id: GROUP, kind: "supergroup", title: "Acme Lamps" });
  await people.act("chats", { id: FORUM, kind: "supergroup", title: "Acme team", forum: true });
  for (const chat of [GROUP, FORUM]) {
    await people.act("members", { chat, status: "administrator" });
    await people.act("members", { chat, user: MIA, status: "member" });
  }
  await line.open();
  const passed = await carryOut(checks);
  await line.close();
  process.exitCode = passed ? 0 : 1;
}

main();

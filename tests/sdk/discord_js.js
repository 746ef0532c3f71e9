// discord.js against the simulated Discord.

const assert = require("node:assert/strict");
const { AttachmentBuilder } = require("discord.js");
const { client, heard, commands, solved } = require("./discord_js_bot.js");
const { people, carryOut } = require("./stage.js");

const { TOKEN, GUILD, CHANNEL, OWNER } = process.env;
const byOwner = { channel: CHANNEL, user: OWNER };
let channel;

async function says(text, more = {}) {
  const said = await people.act("say", { ...byOwner, text, ...more });
  return [said, await heard.next("message")];
}

async function shown(message) {
  const history = await people.see("history", { channel: message.channelId });
  return history.find((seen) => seen.id === message.id);
}

async function heardUntil(kind, isIt) {
  for (;;) {
    const what = await heard.next(kind);
    if (isIt(what)) return what;
  }
}

function told(words) {
  const isTold = (all) => all.some((it) => it.text === words && !it.is_loading);
  return people.seeUntil(isTold, "private_messages", { user: OWNER });
}

const checks = {
  async receive() {
    const [said, message] = await says("It flickers 💡");
    assert.deepEqual([message.id, message.content, message.author.id], [said, "It flickers 💡", OWNER]);
    assert.deepEqual([message.guild.name, message.channel.name], ["Example", "general"]);
  },

  async reply() {
    const [said, message] = await says("Anybody?");
    const answer = await message.reply({ content: "**Here**", allowedMentions: { parse: [] } });
    const { text, reply_to, pings } = await shown(answer);
    assert.deepEqual([text, reply_to, pings], ["**Here**", said, []]);
  },

  async thread() {
    const [, message] = await says("A case");
    const thread = await message.startThread({ name: "Case 1" });
    assert.equal((await heard.next("thread")).id, thread.id);
    await thread.send("In the thread");
    const [, inside] = await says("Also here", { channel: thread.id });
    assert.deepEqual([inside.channelId, inside.channel.parentId], [thread.id, CHANNEL]);
    await thread.setArchived(true);
    assert((await client.channels.fetch(thread.id, { force: true })).archived);
  },

  async forumPost() {
    const id = await people.act("add_forum", { guild: GUILD, name: "ideas", tags: ["lamp"] });
    const forum = await client.channels.fetch(id);
    const [tag] = forum.availableTags;
    const message = { content: "A dimmer" };
    const post = await forum.threads.create({ name: "Dimmer", message, appliedTags: [tag.id] });
    assert.deepEqual((await heard.next("thread")).appliedTags, [tag.id]);
    assert.equal((await shown(await post.fetchStarterMessage())).text, "A dimmer");
    const [, inside] = await says("Yes!", { channel: post.id });
    assert.equal(inside.channelId, post.id);
  },

  async keyboardAndPress() {
    const asked = await channel.send({ content: "Solved?", components: solved() });
    await people.act("press", { user: OWNER, message: asked.id, button: "Yes" });
    const isSolved = (seen) => seen.id === asked.id && seen.text === "Solved" && !seen.buttons.length;
    await people.seeUntil((history) => history.some(isSolved), "history", { channel: CHANNEL });
  },

  async command() {
    await client.guilds.cache.get(GUILD).commands.set(commands);
    await people.act("run_command", { ...byOwner, command: "human", options: { topic: "bulbs" } });
    await told("A person comes: bulbs");
  },

  async autocomplete() {
    const typed = { command: "human", option: "topic", text: "bu" };
    const interaction = await people.act("type_option", { ...byOwner, ...typed });
    const choices = await people.seeUntil((it) => it, "suggestions", { interaction });
    assert.deepEqual(choices.map((choice) => choice.name), ["bulbs"]);
  },

  async messageMenu() {
    const [message] = await says("Broken");
    await people.act("run_message_command", { ...byOwner, command: "Escalate", message });
    await told("Escalated: Broken");
  },

  async subcommand() {
    const options = { kind: "idea", newest: "true" };
    await people.act("run_command", { ...byOwner, command: "feedback list", options });
    await told("Each idea, newest first");
  },

  async modalWithSelect() {
    await people.act("run_command", { ...byOwner, command: "feedback new" });
    const { custom_id } = await people.seeUntil((it) => it, "open_modal", { user: OWNER });
    const fields = { kind: "Idea", words: "A dimmer" };
    await people.act("submit_modal", { user: OWNER, custom_id, fields });
    await told("Idea: A dimmer");
  },

  async fileUp() {
    const bytes = Buffer.from("lumen".repeat(1000));
    const file = new AttachmentBuilder(bytes, { name: "manual.txt", description: "How to" });
    const sent = await channel.send({ content: "Read this", files: [file] });
    const [{ name, size, description }] = (await shown(sent)).attachments;
    assert.deepEqual([name, size, description], ["manual.txt", 5000, "How to"]);
  },

  async fileDown() {
    const files = [{ name: "log.txt", text: "a log" }];
    await people.act("post", { ...byOwner, text: "My log", files });
    const message = await heard.next("message");
    const file = await fetch(message.attachments.first().url);
    assert.deepEqual([await file.text(), message.content], ["a log", "My log"]);
  },

  async edit() {
    const sent = await channel.send("Frist");
    await sent.edit("First");
    assert.equal((await shown(sent)).text, "First");
    const [said] = await says("It flikers");
    await people.act("edit", { ...byOwner, message: said, text: "It flickers" });
    await heardUntil("edited", (message) => message.id === said && message.content === "It flickers");
  },

  async delete() {
    const sent = await channel.send("Never mind");
    await sent.delete();
    const [said] = await says("Never mind me");
    await people.act("delete", { ...byOwner, message: said });
    await heardUntil("deleted", (message) => message.id === said);
    const left = (await people.see("history", { channel: CHANNEL })).map((seen) => seen.id);
    assert(!left.includes(sent.id) && !left.includes(said));
  },

  async reaction() {
    const [said, message] = await says("Thanks");
    await message.react("👍");
    await people.act("react", { ...byOwner, message: said, emoji: "❤️" });
    const { reaction } = await heardUntil("reaction", ({ user }) => user.id === OWNER);
    assert.deepEqual([reaction.message.id, reaction.emoji.name], [said, "❤️"]);
    assert.equal((await shown(message)).reactions.length, 2);
  },

  async poll() {
    const poll = { question: { text: "Which?" }, answers: [{ text: "Warm" }, { text: "Cold" }], duration: 1 };
    const asked = await channel.send({ poll });
    await people.act("vote", { ...byOwner, message: asked.id, answer: 2 });
    const { vote, userId } = await heard.next("vote");
    assert.deepEqual([vote.text, userId], ["Cold", OWNER]);
    await asked.poll.end();
    assert((await shown(asked)).poll.is_ended);
  },

  async reconnect() {
    await people.act("gateway_reconnect");
    const [, message] = await says("While it was away");
    assert.equal(message.content, "While it was away");
    await heard.next("resumed");
    heard.nothingMore("message");
    heard.nothingMore("ready");
  },
};

async function main() {
  await client.login(TOKEN);
  await heard.next("ready");
  channel = await client.channels.fetch(CHANNEL);
  process.exitCode = (await carryOut(checks)) ? 0 : 1;
  await client.destroy();
}

main();

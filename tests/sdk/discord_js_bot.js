// A bot of discord.js: its commands, form and button, and a note of all it hears.

const {
  ActionRowBuilder, ApplicationCommandType, ButtonBuilder, ButtonStyle, Client, ContextMenuCommandBuilder,
  Events, GatewayIntentBits, LabelBuilder, MessageFlags, ModalBuilder, SlashCommandBuilder, StringSelectMenuBuilder,
  TextInputBuilder, TextInputStyle,
} = require("discord.js");
const { Heard } = require("./stage.js");

const heard = new Heard();
const intents = Object.values(GatewayIntentBits).filter(Number.isInteger);
const client = new Client({ intents, rest: { api: `${process.env.SIMULATOR}/api` } });
const privately = (content) => ({ content, flags: MessageFlags.Ephemeral });

const commands = [
  new SlashCommandBuilder()
    .setName("human")
    .setDescription("Call a person")
    .setNameLocalizations({ de: "mensch" })
    .addStringOption((topic) =>
      topic.setName("topic").setDescription("About what").setRequired(true).setAutocomplete(true)),
  new SlashCommandBuilder()
    .setName("feedback")
    .setDescription("What people think")
    .addSubcommand((fresh) => fresh.setName("new").setDescription("Say what you think"))
    .addSubcommand((list) => {
      const kinds = ["bug", "idea"].map((name) => ({ name, value: name }));
      return list.setName("list").setDescription("Read what others think")
        .addStringOption((kind) =>
          kind.setName("kind").setDescription("Which kind").setRequired(true).addChoices(...kinds))
        .addBooleanOption((newest) => newest.setName("newest").setDescription("The newest first"));
    }),
  new ContextMenuCommandBuilder().setName("Escalate").setType(ApplicationCommandType.Message),
];

function form() {
  const kinds = ["Bug", "Idea"].map((label) => ({ label, value: label }));
  const kind = new StringSelectMenuBuilder().setCustomId("kind").addOptions(kinds);
  const words = new TextInputBuilder().setCustomId("words").setStyle(TextInputStyle.Paragraph);
  return new ModalBuilder().setCustomId("form").setTitle("Feedback").addLabelComponents(
    new LabelBuilder().setLabel("Kind").setStringSelectMenuComponent(kind),
    new LabelBuilder().setLabel("In your words").setTextInputComponent(words),
  );
}

const solved = () => {
  const button = new ButtonBuilder().setCustomId("yes").setLabel("Yes").setStyle(ButtonStyle.Success);
  return [new ActionRowBuilder().addComponents(button)];
};

async function answer(interaction) {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const names = ["billing", "bulbs"].filter((name) => name.startsWith(typed));
    await interaction.respond(names.map((name) => ({ name, value: name })));
  } else if (interaction.isButton()) {
    await interaction.update({ content: "Solved", components: [] });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(privately(`Escalated: ${interaction.targetMessage.content}`));
  } else if (interaction.isModalSubmit()) {
    const [kind] = interaction.fields.getStringSelectValues("kind");
    await interaction.reply(privately(`${kind}: ${interaction.fields.getTextInputValue("words")}`));
  } else if (interaction.commandName === "feedback" && interaction.options.getSubcommand() === "list") {
    const order = interaction.options.getBoolean("newest") ? "newest" : "rising";
    await interaction.reply(privately(`Each ${interaction.options.getString("kind")}, ${order} first`));
  } else if (interaction.commandName === "feedback") {
    await interaction.showModal(form());
  } else {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp(privately(`A person comes: ${interaction.options.getString("topic")}`));
  }
}

client.on(Events.InteractionCreate, (interaction) => answer(interaction).catch(console.error));
client.on(Events.MessageCreate, (message) => {
  if (message.author.id !== client.user.id && !message.system) heard.note("message", message);
});
client.on(Events.MessageUpdate, (_, message) => heard.note("edited", message));
client.on(Events.MessageDelete, (message) => heard.note("deleted", message));
client.on(Events.MessageReactionAdd, (reaction, user) => heard.note("reaction", { reaction, user }));
client.on(Events.MessagePollVoteAdd, (vote, userId) => heard.note("vote", { vote, userId }));
client.on(Events.ThreadCreate, (thread) => heard.note("thread", thread));
client.on(Events.ShardReady, () => heard.note("ready"));
client.on(Events.ShardResume, () => heard.note("resumed"));

module.exports = { client, heard, commands, solved };

"""A bot of discord.py: its commands, form and button, and a note of all it hears."""

import os
from typing import Literal

import discord
import yarl
from discord import app_commands

SIMULATOR, GUILD = os.environ["SIMULATOR"], int(os.environ["GUILD"])

discord.http.Route.BASE = SIMULATOR + "/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(SIMULATOR.replace("http", "ws"))

# Messages that people wrote, not the platform.
SAID = (discord.MessageType.default, discord.MessageType.reply)


class Form(discord.ui.Modal, title="Feedback"):
    kind = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(options=[discord.SelectOption(label=kind) for kind in ("Bug", "Idea")]),
    )
    words = discord.ui.Label(text="In your words", component=discord.ui.TextInput())

    async def on_submit(self, interaction):
        await interaction.response.send_message(
            f"{self.kind.component.values[0]}: {self.words.component.value}", ephemeral=True
        )


class Solved(discord.ui.View):
    @discord.ui.button(label="Yes", custom_id="yes")
    async def yes(self, interaction, _button):
        await interaction.response.edit_message(content="Solved", view=None)


class Client(discord.Client):
    def __init__(self, heard):
        super().__init__(intents=discord.Intents.all())
        self.heard, self.tree = heard, app_commands.CommandTree(self)
        events = ("ready", "resumed", "message", "message_edit", "message_delete", "reaction_add",
                  "thread_create", "poll_vote_add")
        for event in events:
            self._listen(event)

    def _listen(self, event):
        async def note(*what):
            if event == "message" and (what[0].author == self.user or what[0].type not in SAID):
                return
            self.heard.note(event, *(what or [event]))
        setattr(self, "on_" + event, note)

    async def setup_hook(self):
        @self.tree.command(description="Call a person")
        async def human(interaction, topic: str):
            await interaction.response.defer(ephemeral=True)
            await interaction.followup.send(f"A person comes: {topic}", ephemeral=True)

        @human.autocomplete("topic")
        async def topics(_interaction, typed):
            named = [name for name in ("billing", "bulbs") if name.startswith(typed)]
            return [app_commands.Choice(name=name, value=name) for name in named]

        @self.tree.context_menu(name="Escalate")
        async def escalate(interaction, message: discord.Message):
            await interaction.response.send_message(f"Escalated: {message.content}", ephemeral=True)

        feedback = app_commands.Group(name="feedback", description="What people think")

        @feedback.command(name="new", description="Say what you think")
        async def new(interaction):
            await interaction.response.send_modal(Form())

        @feedback.command(name="list", description="Read what others think")
        async def read(interaction, kind: Literal["bug", "idea"], newest: bool = False):
            order = "newest" if newest else "rising"
            await interaction.response.send_message(f"Each {kind}, {order} first", ephemeral=True)

        self.tree.add_command(feedback)
        self.tree.copy_global_to(guild=discord.Object(GUILD))
        await self.tree.sync(guild=discord.Object(GUILD))

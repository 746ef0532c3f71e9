"""discord.py against the simulated Discord."""

import asyncio
import io
import os
import sys

import aiohttp
import discord
from discord_py_bot import GUILD, Client, Solved
from stage import Heard, People, carry_out

CHANNEL, OWNER = int(os.environ["CHANNEL"]), int(os.environ["OWNER"])


class Checks:
    def __init__(self, client, people):
        self._client, self._people, self._heard = client, people, client.heard
        self._channel = client.get_channel(CHANNEL)

    async def _act(self, action, **fields):
        return await self._people.act(action, user=str(OWNER), **fields)

    async def _says(self, text, channel=CHANNEL):
        said = await self._act("say", channel=str(channel), text=text)
        return int(said), await self._heard.next("message")

    async def _shown(self, message):
        history = await self._people.see("history", channel=message.channel.id)
        return next(shown for shown in history if shown["id"] == str(message.id))

    async def _told(self, words):
        def newest(messages):
            return any(message["text"] == words and not message["is_loading"] for message in messages)
        await self._people.see_until(newest, "private_messages", user=OWNER)

    async def receive(self):
        said, message = await self._says("It flickers 💡")
        assert (message.id, message.content, message.author.id) == (said, "It flickers 💡", OWNER)
        assert (message.guild.name, message.channel.name) == ("Example", "general")

    async def reply(self):
        said, message = await self._says("Anybody?")
        answer = await message.reply("**Here**", allowed_mentions=discord.AllowedMentions.none())
        shown = await self._shown(answer)
        assert (shown["text"], shown["reply_to"], shown["pings"]) == ("**Here**", str(said), [])

    async def thread(self):
        _, message = await self._says("A case")
        thread = await message.create_thread(name="Case 1")
        assert (await self._heard.next("thread_create")).id == thread.id
        await thread.send("In the thread")
        _, message = await self._says("Also here", thread.id)
        assert (message.channel.id, message.channel.parent_id) == (thread.id, CHANNEL)
        await thread.edit(archived=True)
        assert (await self._client.fetch_channel(thread.id)).archived

    async def forum_post(self):
        forum = await self._people.act("add_forum", guild=str(GUILD), name="ideas", tags=["lamp"])
        forum = await self._client.fetch_channel(int(forum))
        tag = forum.available_tags[0]
        post, first = await forum.create_thread(name="Dimmer", content="A dimmer", applied_tags=[tag])
        assert (await self._heard.next("thread_create")).applied_tags == [tag]
        assert (await self._shown(first))["text"] == "A dimmer"
        assert (await self._says("Yes!", post.id))[1].channel.id == post.id

    async def keyboard_and_press(self):
        asked = await self._channel.send("Solved?", view=Solved())
        await self._act("press", message=str(asked.id), button="Yes")
        await self._people.see_until(
            lambda history: any(it["text"] == "Solved" and not it["buttons"] for it in history),
            "history", channel=CHANNEL,
        )

    async def command(self):
        await self._act("run_command", channel=str(CHANNEL), command="human", options={"topic": "bulbs"})
        await self._told("A person comes: bulbs")

    async def autocomplete(self):
        typed = {"command": "human", "option": "topic", "text": "bu"}
        interaction = await self._act("type_option", channel=str(CHANNEL), **typed)
        choices = await self._people.see_until(lambda it: it, "suggestions", interaction=interaction)
        assert [choice["name"] for choice in choices] == ["bulbs"]

    async def message_menu(self):
        said, _ = await self._says("Broken")
        menu = {"command": "Escalate", "message": str(said)}
        await self._act("run_message_command", channel=str(CHANNEL), **menu)
        await self._told("Escalated: Broken")

    async def subcommand(self):
        listed = {"command": "feedback list", "options": {"kind": "idea", "newest": "true"}}
        await self._act("run_command", channel=str(CHANNEL), **listed)
        await self._told("Each idea, newest first")

    async def modal_with_select(self):
        await self._act("run_command", channel=str(CHANNEL), command="feedback new")
        modal = await self._people.see_until(lambda it: it, "open_modal", user=OWNER)
        select, words = (field["custom_id"] for field in modal["fields"])
        fields = {select: "Idea", words: "A dimmer"}
        await self._act("submit_modal", custom_id=modal["custom_id"], fields=fields)
        await self._told("Idea: A dimmer")

    async def file_up(self):
        file = discord.File(io.BytesIO(b"lumen" * 1000), "manual.txt", description="How to")
        sent = await self._channel.send("Read this", file=file)
        shown = (await self._shown(sent))["attachments"][0]
        assert (shown["name"], shown["size"], shown["description"]) == ("manual.txt", 5000, "How to")

    async def file_down(self):
        files = [{"name": "log.txt", "text": "a log"}]
        await self._act("post", channel=str(CHANNEL), text="My log", files=files)
        message = await self._heard.next("message")
        assert (await message.attachments[0].read(), message.content) == (b"a log", "My log")

    async def edit(self):
        sent = await self._channel.send("Frist")
        await sent.edit(content="First")
        assert (await self._shown(sent))["text"] == "First"
        said, _ = await self._says("It flikers")
        await self._act("edit", channel=str(CHANNEL), message=str(said), text="It flickers")
        while (await self._heard.next("message_edit"))[1].content != "It flickers":
            pass

    async def delete(self):
        sent = await self._channel.send("Never mind")
        await sent.delete()
        said, _ = await self._says("Never mind me")
        await self._act("delete", channel=str(CHANNEL), message=str(said))
        while (await self._heard.next("message_delete")).id != said:
            pass
        history = await self._people.see("history", channel=CHANNEL)
        assert not {shown["id"] for shown in history} & {str(sent.id), str(said)}

    async def reaction(self):
        said, message = await self._says("Thanks")
        await message.add_reaction("👍")
        await self._act("react", channel=str(CHANNEL), message=str(said), emoji="❤️")
        while (heard := await self._heard.next("reaction_add"))[1].id != OWNER:
            pass
        assert (heard[0].message.id, str(heard[0].emoji)) == (said, "❤️")
        assert len((await self._shown(message))["reactions"]) == 2

    async def poll(self):
        poll = discord.Poll("Which?", duration=discord.utils.datetime.timedelta(hours=1))
        asked = await self._channel.send(poll=poll.add_answer(text="Warm").add_answer(text="Cold"))
        await self._act("vote", channel=str(CHANNEL), message=str(asked.id), answer=2)
        user, answer = await self._heard.next("poll_vote_add")
        assert (user.id, answer.text) == (OWNER, "Cold")
        await asked.end_poll()
        assert (await self._shown(asked))["poll"]["is_ended"]

    async def reconnect(self):
        await self._people.act("gateway_reconnect")
        _, message = await self._says("While it was away")
        assert message.content == "While it was away"
        await self._heard.next("resumed")
        self._heard.nothing_more("message")
        self._heard.nothing_more("ready")


async def main():
    client = Client(Heard())
    async with aiohttp.ClientSession() as session, client:
        running = asyncio.create_task(client.start(os.environ["TOKEN"]))
        await client.heard.next("ready")
        passed = await carry_out(Checks(client, People(session)))
        await client.close()
        await running
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

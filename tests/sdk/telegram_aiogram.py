"""aiogram against the simulated Bot API, by polling or by webhook (the one argument)."""

import asyncio
import os
import sys

import aiohttp
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.types import InputMediaPhoto, ReactionTypeEmoji
from aiogram_lines import LINES
from stage import Heard, People, carry_out

GROUP, FORUM, MIA = -1000000000001, -1000000000002, 11


class Checks:
    def __init__(self, bot, people, heard, line):
        self._bot, self._people, self._heard, self._line = bot, people, heard, line

    async def _says(self, text, chat=GROUP, **more):
        said = await self._people.act("say", chat=chat, user=MIA, text=text, **more)
        return said["message_id"], await self._heard.next("message")

    async def _shown(self, message):
        history = await self._people.see("history", chat=message.chat.id)
        return next(shown for shown in history if shown["message_id"] == message.message_id)

    async def _topic(self, thread):
        topics = await self._people.see("topics", chat=FORUM)
        return next((topic["name"], topic["closed"]) for topic in topics if topic["thread"] == thread)

    async def receive(self):
        said, message = await self._says("It flickers 💡")
        assert (message.message_id, message.text) == (said, "It flickers 💡")
        assert (message.from_user.id, message.from_user.first_name) == (MIA, "Mia")
        assert message.chat.title == "Acme Lamps"

    async def reply(self):
        said, message = await self._says("Anybody?")
        answer = await message.reply("<b>Here</b> &lt;3", parse_mode="HTML")
        shown = await self._shown(answer)
        assert (shown["text"], shown["reply_to"]) == ("Here <3", said)
        assert shown["entities"][0]["type"] == "bold"

    async def topic(self):
        topic = await self._bot.create_forum_topic(FORUM, "Case 1")
        thread = topic.message_thread_id
        answer = await self._bot.send_message(FORUM, "A case", message_thread_id=thread)
        assert (await self._shown(answer))["thread"] == thread
        _, message = await self._says("In the topic", FORUM, thread=thread)
        assert (message.message_thread_id, message.is_topic_message) == (thread, True)
        await self._bot.close_forum_topic(FORUM, thread)
        assert await self._topic(thread) == ("Case 1", True)
        await self._bot.reopen_forum_topic(FORUM, thread)
        await self._bot.edit_forum_topic(FORUM, thread, name="Case 1, again")
        assert await self._topic(thread) == ("Case 1, again", False)

    async def keyboard_and_press(self):
        button = InlineKeyboardButton(text="Yes", callback_data="yes:1")
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
        asked = await self._bot.send_message(GROUP, "Solved?", reply_markup=keyboard)
        where = {"chat": GROUP, "message_id": asked.message_id, "user": MIA}
        await self._people.act("press", **where, button="Yes")
        press = await self._heard.next("press")
        assert (press.data, press.message.message_id) == ("yes:1", asked.message_id)
        await press.answer("Thank you")
        await press.message.edit_reply_markup(reply_markup=None)
        presses = await self._people.see("presses")
        assert presses[-1]["answer"]["text"] == "Thank you"
        assert not (await self._shown(asked))["buttons"]

    async def command(self):
        await self._bot.set_my_commands([BotCommand(command="human", description="Call a person")])
        await self._bot.set_my_commands(
            [BotCommand(command="human", description="Einen Menschen rufen")], language_code="de"
        )
        menu = await self._people.see("menu", chat=GROUP, user=MIA)
        assert menu == [{"command": "human", "description": "Call a person"}]
        german = await self._bot.get_my_commands(language_code="de")
        assert [entry.description for entry in german] == ["Einen Menschen rufen"]
        await self._people.act("say", chat=GROUP, user=MIA, text="/human it flickers")
        _, arguments = await self._heard.next("command")
        assert arguments == "it flickers"

    async def file_up(self):
        sent = await self._bot.send_document(GROUP, BufferedInputFile(b"lumen" * 1000, "manual.txt"))
        bytes_shown = await self._people.see("file", chat=GROUP, message_id=sent.message_id)
        assert bytes_shown == b"lumen" * 1000
        again = await self._bot.send_document(GROUP, sent.document.file_id, caption="By id")
        assert (await self._shown(again))["media"]["file_name"] == "manual.txt"
        photos = [InputMediaPhoto(media=BufferedInputFile(png(), f"{at}.png")) for at in range(2)]
        album = await self._bot.send_media_group(GROUP, photos)
        assert len({message.media_group_id for message in album}) == 1

    async def file_down(self):
        media = [{"kind": "document", "text": "a log", "file_name": "log.txt", "caption": "My log"}]
        await self._people.act("media", chat=GROUP, user=MIA, media=media)
        message = await self._heard.next("message")
        assert (message.document.file_name, message.caption) == ("log.txt", "My log")
        assert (await self._bot.download(message.document)).read() == b"a log"

    async def edit(self):
        sent = await self._bot.send_message(GROUP, "Frist")
        await sent.edit_text("First")
        assert (await self._shown(sent))["text"] == "First"
        said, _ = await self._says("It flikers")
        await self._people.act("edit", chat=GROUP, message_id=said, text="It flickers")
        edited = await self._heard.next("edited")
        assert (edited.message_id, edited.text) == (said, "It flickers") and edited.edit_date

    async def delete(self):
        sent = await self._bot.send_message(GROUP, "Never mind")
        await sent.delete()
        assert (await self._shown(sent))["deleted"]

    async def reaction(self):
        said, message = await self._says("Thanks")
        await message.react([ReactionTypeEmoji(emoji="👍")])
        assert (await self._shown(message))["reactions"] == ["👍"]
        await self._people.act("react", chat=GROUP, message_id=said, user=MIA, emoji="❤")
        reaction = await self._heard.next("reaction")
        assert (reaction.message_id, reaction.new_reaction[0].emoji) == (said, "❤")

    async def poll(self):
        asked = await self._bot.send_poll(GROUP, "Which?", ["Warm", "Cold"], is_anonymous=False)
        where = {"chat": GROUP, "message_id": asked.message_id, "user": MIA}
        await self._people.act("vote", **where, options=[1])
        vote = await self._heard.next("vote")
        assert (vote.poll_id, vote.option_ids, vote.user.id) == (asked.poll.id, [1], MIA)
        closed = await self._bot.stop_poll(GROUP, asked.message_id)
        assert closed.is_closed and closed.options[1].voter_count == 1

    async def reconnect(self):
        await self._line.stumble(self._people)
        for words in ("When it stumbles", "After that"):
            _, message = await self._says(words)
            assert message.text == words
        await self._line.close()
        await self._people.act("say", chat=GROUP, user=MIA, text="While it was away")
        await self._line.open()
        assert (await self._heard.next("message")).text == "While it was away"
        _, message = await self._says("Back again")
        assert message.text == "Back again"
        self._heard.nothing_more("message")


def png():
    """The smallest picture."""
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )


def listen(heard):
    dispatcher = Dispatcher()

    @dispatcher.message(Command("human"))
    async def _(message, command):
        heard.note("command", message, command.args)

    notes = {
        "message": dispatcher.message, "edited": dispatcher.edited_message, "vote": dispatcher.poll_answer,
        "press": dispatcher.callback_query, "reaction": dispatcher.message_reaction,
    }
    for kind, observer in notes.items():
        def note(kind):
            async def handler(event):
                # What the bot did itself comes back as service messages.
                if kind != "message" or not event.from_user.is_bot:
                    heard.note(kind, event)
            return handler
        observer.register(note(kind))
    return dispatcher


async def furnish(people):
    await people.act("users", id=MIA, is_bot=False, first_name="Mia")
    await people.act("chats", id=GROUP, kind="supergroup", title="Acme Lamps")
    await people.act("chats", id=FORUM, kind="supergroup", title="Acme team", forum=True)
    for chat in (GROUP, FORUM):
        await people.act("members", chat=chat, status="administrator")
        await people.act("members", chat=chat, user=MIA, status="member")


async def main(mode):
    server = TelegramAPIServer.from_base(os.environ["SIMULATOR"])
    bot = Bot(os.environ["TOKEN"], session=AiohttpSession(api=server))
    heard = Heard()
    dispatcher = listen(heard)
    line = LINES[mode](bot, dispatcher)
    async with aiohttp.ClientSession() as session:
        people = People(session)
        await furnish(people)
        await line.open()
        passed = await carry_out(Checks(bot, people, heard, line))
        await line.close()
    await bot.session.close()
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))

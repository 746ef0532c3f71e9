"""How updates come to aiogram: lines that open, close, and stumble once."""

import asyncio

from aiogram.utils.backoff import BackoffConfig
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

SECRET = "a-secret_1"


class Polling:
    def __init__(self, bot, dispatcher):
        self.bot, self.dispatcher, self.task = bot, dispatcher, None

    async def open(self):
        polling = self.dispatcher.start_polling(
            self.bot, handle_signals=False, close_bot_session=False, polling_timeout=5,
            allowed_updates=self.dispatcher.resolve_used_update_types(),
            backoff_config=BackoffConfig(min_delay=0.1, max_delay=1, factor=1.3, jitter=0.1),
        )
        self.task = asyncio.create_task(polling)

    async def close(self):
        await self.dispatcher.stop_polling()
        await self.task

    async def stumble(self, people):
        fault = {"kind": "server_error", "status": 502, "html": True}
        await people.act("faults", call="getUpdates", fault=fault)


class Webhook:
    def __init__(self, bot, dispatcher):
        self.bot, self.dispatcher, self.runner, self.stumbles = bot, dispatcher, None, 0

    async def open(self):
        @web.middleware
        async def stumbling(request, handler):
            if self.stumbles:
                self.stumbles -= 1
                return web.Response(status=502)
            return await handler(request)

        app = web.Application(middlewares=[stumbling])
        handler = SimpleRequestHandler(
            self.dispatcher, self.bot, handle_in_background=False, secret_token=SECRET
        )
        handler.register(app, path="/hook")
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        url = f"http://127.0.0.1:{self.runner.addresses[0][1]}/hook"
        allowed = self.dispatcher.resolve_used_update_types()
        await self.bot.set_webhook(url, secret_token=SECRET, allowed_updates=allowed)

    async def close(self):
        await self.runner.cleanup()

    async def stumble(self, _people):
        self.stumbles = 1


LINES = {"polling": Polling, "webhook": Webhook}

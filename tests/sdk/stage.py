"""What the Python clients share: people in a simulator, what the SDK heard, and the checks' verdicts."""

import asyncio
import os
from collections import defaultdict

import aiohttp

# How long a check waits for what must happen, in seconds.
PATIENCE_S = 15


class People:
    """Users of the platform, who act and see through the simulator's control API."""

    def __init__(self, session: aiohttp.ClientSession):
        self.session = session
        self.control = os.environ["SIMULATOR"] + "/control/"

    async def act(self, action, **fields):
        async with self.session.post(self.control + action, json=fields) as answer:
            body = await answer.json()
            assert answer.status == 200, f"{action}: {body}"
            return body["ok"] if "ok" in body else body

    async def see(self, view, **query):
        async with self.session.get(self.control + view, params=query) as answer:
            if answer.content_type != "application/json":
                return await answer.read()
            return await answer.json()

    async def see_until(self, shows, view, **query):
        """Looks until `shows` returns something of what is seen."""
        async with asyncio.timeout(PATIENCE_S):
            while not (found := shows(await self.see(view, **query))):
                await asyncio.sleep(0.02)
            return found


class Heard:
    """What the SDK handed to the bot's code, by kind, oldest first."""

    def __init__(self):
        self.queues = defaultdict(asyncio.Queue)

    def note(self, kind, *what):
        self.queues[kind].put_nowait(what[0] if len(what) == 1 else what)

    async def next(self, kind):
        async with asyncio.timeout(PATIENCE_S):
            return await self.queues[kind].get()

    def nothing_more(self, kind):
        assert self.queues[kind].empty(), f"{kind} was heard twice"


async def carry_out(checks):
    """Carries out every public method of `checks`, in order; true if all pass."""
    names = [name for name in vars(type(checks)) if not name.startswith("_")]
    passed = True
    for name in names:
        label = name.replace("_", " ")
        try:
            async with asyncio.timeout(2 * PATIENCE_S):
                await getattr(checks, name)()
            print(f"pass\t{label}", flush=True)
        except Exception as error:
            passed = False
            why = f"{type(error).__name__}: {error}".replace("\n", " ")
            print(f"fail\t{label}\t{why}", flush=True)
    return passed

// What the JavaScript clients share: people in a simulator, what the SDK heard, and the checks' verdicts.

const PATIENCE_MS = 15_000;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function inTime(promise, what, ms = PATIENCE_MS) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// Users of the platform, who act and see through the simulator's control API.
const people = {
  control: `${process.env.SIMULATOR}/control/`,

  async act(action, fields = {}) {
    const headers = { "Content-Type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(fields) };
    const answer = await fetch(this.control + action, request);
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${action}: ${body.error}`);
    return "ok" in body ? body.ok : body;
  },

  async see(view, query = {}) {
    const answer = await fetch(`${this.control}${view}?${new URLSearchParams(query)}`);
    const isJson = answer.headers.get("content-type").startsWith("application/json");
    return isJson ? answer.json() : Buffer.from(await answer.arrayBuffer());
  },

  // Looks until `shows` returns something of what is seen.
  async seeUntil(shows, view, query) {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = shows(await this.see(view, query));
      if (found) return found;
      if (Date.now() > until) throw new Error(`${view}: never seen`);
      await pause(20);
    }
  },
};

// What the SDK handed to the bot's code, by kind, oldest first.
class Heard {
  #queues = new Map();

  #queue(kind) {
    if (!this.#queues.has(kind)) this.#queues.set(kind, { waiting: [], takers: [] });
    return this.#queues.get(kind);
  }

  note(kind, what) {
    const { waiting, takers } = this.#queue(kind);
    if (takers.length) takers.shift()(what);
    else waiting.push(what);
  }

  next(kind) {
    const { waiting, takers } = this.#queue(kind);
    if (waiting.length) return Promise.resolve(waiting.shift());
    return inTime(new Promise((take) => takers.push(take)), `no ${kind} was heard`);
  }

  nothingMore(kind) {
    if (this.#queue(kind).waiting.length) throw new Error(`${kind} was heard twice`);
  }
}

// Carries out every check, in order; true if all pass.
async function carryOut(checks) {
  let passed = true;
  for (const [name, check] of Object.entries(checks)) {
    const label = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    try {
      await inTime(check(), name, 2 * PATIENCE_MS);
      console.log(`pass\t${label}`);
    } catch (error) {
      passed = false;
      console.log(`fail\t${label}\t${String(error).replaceAll("\n", " ")}`);
    }
  }
  return passed;
}

module.exports = { people, Heard, carryOut };

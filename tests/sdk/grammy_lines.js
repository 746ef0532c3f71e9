// How updates come to grammY: lines that open, close, and stumble once.

const http = require("node:http");
const { once } = require("node:events");
const { webhookCallback } = require("grammy");
const { people } = require("./stage.js");

const SECRET = "a-secret_1";
const allowed_updates = ["message", "edited_message", "callback_query", "message_reaction", "poll_answer"];

const polling = (bot) => ({
  async open() {
    await new Promise((onStart) => {
      this.running = bot.start({ allowed_updates, timeout: 5, onStart });
    });
  },

  async close() {
    await bot.stop();
    await this.running;
  },

  async stumble() {
    const fault = { kind: "server_error", status: 502, html: true };
    await people.act("faults", { call: "getUpdates", fault });
  },
});

const webhook = (bot) => ({
  stumbles: 0,

  async open() {
    const handle = webhookCallback(bot, "http", { secretToken: SECRET });
    this.server = http.createServer((request, response) => {
      if (this.stumbles-- > 0) response.writeHead(502).end();
      else handle(request, response);
    });
    await once(this.server.listen(0, "127.0.0.1"), "listening");
    const url = `http://127.0.0.1:${this.server.address().port}/hook`;
    await bot.api.setWebhook(url, { secret_token: SECRET, allowed_updates });
  },

  // What is being answered is answered first.
  async close() {
    const closed = once(this.server, "close");
    const hangingUp = setInterval(() => this.server.closeIdleConnections(), 10);
    this.server.close();
    await closed;
    clearInterval(hangingUp);
  },

  async stumble() {
    this.stumbles = 1;
  },
});

module.exports = { polling, webhook };

// The library `standardwebhooks`, as partners use it, verifies what a running suite sends: before, while and after a secret
// is changed. It refuses a changed byte, an old time and another's secret.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { withSuite } from './suite.mjs';

const PATIENCE_MS = 60_000;
const OLD_SECONDS = 301;

export async function webhooks() {
  return withSuite(async (suite) => {
    const receiver = await Receiver.start();
    const partner = new Partner(suite, await suite.token('organization-a'));
    try {
      return await judged(partner, receiver, suite.account('organization-a').organizations[0]);
    } finally {
      await partner.close();
      receiver.close();
    }
  });
}

async function judged(partner, receiver, organization) {
  const subscription = await partner.make('/subscriptions', { organization, name: 'webhook 核验' });
  const told = await partner.read(`/subscriptions/${subscription.id}/events?limit=200`);
  if (told.last === 0) throw new Error('The sample has no match for this organization: nothing would be sent.');
  const endpoint = await partner.make('/webhook-endpoints', {
    organization, url: receiver.url, subscriptions: [subscription.id],
  });
  const replay = () => partner.call('POST', `/webhook-endpoints/${endpoint.id}/replay`, { subscription: subscription.id });
  const rotate = (overlap) =>
    partner.call('POST', `/webhook-endpoints/${endpoint.id}/rotation`, { overlap }, { 'If-Match': '*' });

  await replay();
  const before = await receiver.all(told.last);
  const overlapping = await rotate('PT24H');
  await replay();
  const between = await receiver.all(told.last);
  const alone = await rotate('PT0H');
  await replay();
  const after = await receiver.all(told.last);

  const one = before[0];
  const changed = { ...one, body: one.body.replace(/"number":1\b/, '"number":7') };
  const old = { ...one, headers: { ...one.headers, 'webhook-timestamp': String(one.headers['webhook-timestamp'] - OLD_SECONDS) } };
  return [
    ['the numbers are 1 to n in order', before.every((message, i) => JSON.parse(message.body).data.event.number === i + 1)],
    ['an id is never that of another body', before.every((message, i) => message.headers['webhook-id'] === after[i].headers['webhook-id']
      && message.body === after[i].body)],
    [`all ${before.length} verify before the rotation`, before.every((message) => verifies(endpoint.secret, message))],
    ['all verify while both secrets sign', between.every((message) =>
      verifies(endpoint.secret, message) && verifies(overlapping.secret, message))],
    ['all verify after the rotation, with the new secret alone', after.every((message) =>
      verifies(alone.secret, message) && !verifies(endpoint.secret, message) && !verifies(overlapping.secret, message))],
    ['a changed byte is refused', changed.body !== one.body && !verifies(endpoint.secret, changed)],
    ['an old time is refused', !verifies(endpoint.secret, old)],
  ].filter(([what, holds]) => {
    console.log(`  ${holds ? 'yes' : 'NO '}  ${what}`);
    return !holds;
  }).length;
}

function verifies(secret, { body, headers }) {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

/** Takes every message, and keeps it. */
class Receiver {
  static async start() {
    const receiver = new Receiver();
    receiver.server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part;
      receiver.received.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
    await new Promise((listening) => receiver.server.listen(0, '127.0.0.1', listening));
    receiver.url = `http://127.0.0.1:${receiver.server.address().port}/hook`;
    return receiver;
  }

  received = [];

  /** The next messages, all of them. */
  async all(count) {
    for (const end = Date.now() + PATIENCE_MS; this.received.length < count; await new Promise((look) => setTimeout(look, 50))) {
      if (Date.now() > end) throw new Error(`${this.received.length} of ${count} messages came within a minute`);
    }
    return this.received.splice(0, count);
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** An organization at the gateway; it leaves nothing behind. */
class Partner {
  made = [];

  constructor(suite, token) {
    this.suite = suite;
    this.token = token;
  }

  async make(path, body) {
    const made = await this.call('POST', path, body, { 'Idempotency-Key': `"${randomUUID()}"` });
    this.made.push(`${path}/${made.id}`);
    return made;
  }

  async read(path) {
    return this.call('GET', path);
  }

  async call(method, path, body, headers = {}) {
    const answer = await fetch(this.suite.gateway + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return said ? JSON.parse(said) : null;
  }

  async close() {
    for (const path of this.made.reverse()) await this.call('DELETE', path, undefined, { 'If-Match': '*' });
  }
}

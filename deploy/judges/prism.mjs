#!/usr/bin/env node
// A door in front of the gateway that lets Prism look at what passes:  prism.mjs <gateway>
// Prints its address when it is open; SIGTERM closes it, and then it reports what it saw. `prism proxy --errors` gets every
// exchange, but for what it cannot judge (see BESIDE). A request that it refuses, because the contract has no such, is put to
// the gateway itself: that must refuse it too, or the contract promises less than there is.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documents } from './documents.mjs';
import { here } from './places.mjs';

const OPENS_WITHIN = 120_000;
const ANSWER_AMISS = 'https://stoplight.io/prism/errors#VIOLATIONS';
/** How every problem of the suite begins; what begins otherwise is said by Prism. */
const OURS = '/problems/';
/** How Prism tells that nobody answers behind it: other proxies say 502. */
const AWAY = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|invalid (json )?response body/i;
const BESIDE = {
  // Prism reads an answer to its end before it looks at it, and a stream has none.
  'event streams': ({ headers }) => /\btext\/event-stream\b/.test(headers.accept ?? ''),
  // Prism reads every text as UTF-8 and writes it anew; a file with a line that is none must arrive as it is.
  'files of lines': ({ headers }) => (headers['content-type'] ?? '').startsWith('application/x-ndjson'),
  // The same of a file of bytes: a PDF that went through it cannot be opened.
  'agreements as PDF': ({ method, url }) => method === 'GET' && /^\/projects\/[^/]+\/agreement$/.test(url),
  // Prism reads a 304 as JSON when it names that type, and there is no body to read.
  'conditional reads': ({ headers }) => headers['if-none-match'] !== undefined,
  // It describes the others, not itself.
  'the contract': ({ url }) => url.startsWith('/openapi'),
};

const gateway = new URL(process.argv[2]);
const seen = { exchanges: 0, refusedByBoth: 0, away: 0, beside: {}, violations: [] };

const prism = await startPrism();
const door = http.createServer((request, response) => answer(request, response).catch(() => away(response)));
door.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${door.address().port}`));
process.once('SIGTERM', () => {
  writeFileSync(documents.seen, `${JSON.stringify(seen, null, 2)}\n`);
  prism.process.kill();
  process.exit(0);
});

async function startPrism() {
  const port = await freePort();
  const command = join(here, 'node_modules', '.bin', 'prism');
  const options = ['proxy', documents.merged, gateway.origin, '--errors', '--host', '127.0.0.1', '--port', port,
    '--verboseLevel', 'silent'];
  const child = spawn(process.execPath, [command, ...options], { stdio: 'ignore' });
  child.once('exit', (status) => {
    console.error(`Prism ended with ${status}.`);
    process.exit(1);
  });
  for (const end = Date.now() + OPENS_WITHIN; Date.now() < end; await sleep(200)) {
    if (await listens(port)) return { process: child, place: new URL(`http://127.0.0.1:${port}`) };
  }
  throw new Error('Prism does not open.');
}

async function answer(request, response) {
  const beside = Object.keys(BESIDE).find((kind) => BESIDE[kind](request));
  if (beside) {
    seen.beside[beside] = (seen.beside[beside] ?? 0) + 1;
    const found = await send(request, request, gateway, response);
    response.writeHead(found.statusCode, found.headers);
    found.once('error', () => response.destroy());
    found.pipe(response);
    return;
  }
  seen.exchanges += 1;
  const asked = await whole(request);
  const judged = await exchange(request, asked, prism.place, response);
  const objection = objectionOf(judged);
  if (objection && AWAY.test(objection.detail)) {
    away(response);
  } else if (!objection || objection.type === ANSWER_AMISS) {
    if (objection) violated(request, objection);
    reply(response, judged);
  } else {
    const itself = await exchange(request, asked, gateway, response);
    if (itself.statusCode < 400) violated(request, { ...objection, detail: 'The gateway takes what the contract refuses.' });
    else seen.refusedByBoth += 1;
    reply(response, itself);
  }
}

function violated(request, { detail, validation }) {
  seen.violations.push({ exchange: `${request.method} ${request.url}`, detail, validation });
}

/** What Prism says of an exchange, or null when the answer is the suite's own. */
function objectionOf({ headers, body }) {
  if (!(headers['content-type'] ?? '').startsWith('application/problem+json')) return null;
  const problem = JSON.parse(body);
  return String(problem.type).startsWith(OURS) ? null : problem;
}

/** Sends a request on, its body from a stream or a buffer. */
function send({ method, url, headers }, body, { hostname, port }, response) {
  return new Promise((resolve, reject) => {
    const onward = http.request({ host: hostname, port, method, path: url, headers }, resolve);
    onward.once('error', reject);
    response.once('close', () => onward.destroy());
    if (Buffer.isBuffer(body)) onward.end(body);
    else body.pipe(onward);
  });
}

async function exchange(request, body, to, response) {
  const found = await send(request, body, to, response);
  return { statusCode: found.statusCode, headers: found.headers, body: await whole(found) };
}

async function whole(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function reply(response, { statusCode, headers, body }) {
  response.writeHead(statusCode, headers);
  response.end(body);
}

function away(response) {
  seen.away += 1;
  if (response.headersSent) response.destroy();
  else response.writeHead(502).end();
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true) || socket.end());
    socket.once('error', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const socket = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(String(port)));
    });
  });
}

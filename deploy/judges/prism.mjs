#!/usr/bin/env node
// A door in front of the gateway through which nothing passes that the contract does not describe:  prism.mjs <gateway>
// Prints its address when it is open; SIGTERM closes it, and then it reports what it saw. Every exchange goes through
// `prism proxy --errors`, but for streams of server-sent events: Prism reads an answer to its end before it looks at it, and
// a stream has none.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documents } from './documents.mjs';
import { here } from './places.mjs';

const OPENS_WITHIN = 120_000;
const PRISM_SAYS = 'https://stoplight.io/prism/errors#';
/** How Prism tells that nobody answers behind it: other proxies say 502. */
const AWAY = /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Premature close|invalid (json )?response body/i;
const PROBLEM = 'application/problem+json';

/** A journey that comes without a token on purpose is refused by Prism in the words that the gateway would have. */
const NO_TOKEN = `${PRISM_SAYS}UNAUTHORIZED`;

const [gateway] = process.argv.slice(2);
const behind = new URL(gateway);
const seen = { exchanges: 0, streams: 0, away: 0, withoutToken: 0, violations: [] };

const prism = await startPrism();
const door = http.createServer(answer);
door.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${door.address().port}`));
process.once('SIGTERM', () => {
  writeFileSync(documents.seen, `${JSON.stringify(seen, null, 2)}\n`);
  prism.process.kill();
  process.exit(0);
});

async function startPrism() {
  const port = await freePort();
  const command = join(here, 'node_modules', '.bin', 'prism');
  const options = ['proxy', documents.merged, gateway, '--errors', '--host', '127.0.0.1', '--port', port, '--verboseLevel', 'silent'];
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

function answer(request, response) {
  const streams = /\btext\/event-stream\b/.test(request.headers.accept ?? '');
  seen[streams ? 'streams' : 'exchanges'] += 1;
  const { hostname: host, port } = streams ? behind : prism.place;
  const { method, url: path, headers } = request;
  const onward = http.request({ host, port, method, path, headers }, (found) => {
    const hold = !streams && (found.headers['content-type'] ?? '').startsWith(PROBLEM);
    if (hold) judge(request, found, response);
    else {
      response.writeHead(found.statusCode, found.headers);
      found.once('error', () => response.destroy());
      found.pipe(response);
    }
  });
  onward.once('error', () => away(response));
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

/** A problem is the suite's own, or Prism's: then somebody did not keep the contract. */
async function judge(request, found, response) {
  const chunks = [];
  for await (const chunk of found) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const problem = JSON.parse(body);
  const prisms = String(problem.type).startsWith(PRISM_SAYS);
  if (prisms && AWAY.test(problem.detail)) {
    away(response);
    return;
  }
  if (problem.type === NO_TOKEN) seen.withoutToken += 1;
  else if (prisms) seen.violations.push({ exchange: `${request.method} ${request.url}`, ...problem });
  response.writeHead(found.statusCode, found.headers);
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

// A suite of its own for the judges that need one running.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';

const RUNS = 'Duijie runs.';

/**
 * Starts it with fresh data on free ports, lets `use` have it, and stops it whatever becomes of that. DUIJIE_STATE names the
 * state of one that runs already, and then that is used and left running.
 */
export async function withSuite(use) {
  if (process.env.DUIJIE_STATE) return use(accounts(process.env.DUIJIE_STATE));
  const state = mkdtempSync(join(tmpdir(), 'duijie-judge-'));
  const command = spawn(join(root, 'deploy', 'run'), ['--free-ports', '--fresh', '--state', state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => command.once('exit', resolve));
  try {
    await running(command);
    return await use(accounts(state));
  } finally {
    command.kill('SIGTERM');
    await ended;
    rmSync(state, { recursive: true, force: true });
  }
}

function accounts(state) {
  return new Accounts(JSON.parse(readFileSync(join(state, 'accounts.json'), 'utf8')));
}

async function running(command) {
  let said = '';
  for await (const words of command.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += words;
    if (said.includes(RUNS)) {
      command.stdout.resume();
      return;
    }
  }
  throw new Error(`The suite did not start:\n${said}`);
}

/** What the launcher wrote down: where everything is, and who may sign in. */
class Accounts {
  constructor(told) {
    this.gateway = told.gateway;
    this.told = told;
  }

  account(name) {
    return this.told.accounts.find((account) => account.name === name);
  }

  async token(name) {
    const answer = await fetch(`${this.told.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password', client_id: 'duijie-cli', username: name, password: this.account(name).password,
      }),
    });
    return (await answer.json()).access_token;
  }

  async get(path, token) {
    return fetch(this.gateway + path, { headers: { authorization: `Bearer ${token}` } });
  }
}

// Clients that send or read as slowly as they can, by slowhttptest, while another asks as if nothing were the matter.
import { spawn, spawnSync } from 'node:child_process';
import { withSuite } from './suite.mjs';

const CONNECTIONS = 1000;
const SECONDS = 30;
const PAUSE_MILLIS = 50;
/** An attack that was over sooner was none. */
const FEWEST_ANSWERS = 50;
/** In this time a person who waits is answered, on a machine whose cores everybody shares. */
const PATIENCE_MILLIS = 2000;

const common = ['-c', CONNECTIONS, '-r', 200, '-l', SECONDS, '-i', 5, '-p', 5, '-v', 1];

const attacks = {
  'slow headers': (gateway) => ['-H', ...common, '-u', `${gateway}/divisions`],
  'slow body': (gateway) => ['-B', ...common, '-s', 65536, '-f', 'application/json', '-u', `${gateway}/needs`],
  'slow reader': (gateway) => ['-X', ...common, '-k', 10, '-w', 10, '-y', 20, '-n', 5, '-z', 8, '-u', `${gateway}/openapi`],
};

export async function slow() {
  if (spawnSync('slowhttptest', ['-h'], { stdio: 'ignore' }).error) {
    console.log('slowhttptest is needed (Debian: slowhttptest), and is not on the PATH.');
    return 1;
  }
  return withSuite(async (suite) => {
    const token = await suite.token('zhangbei');
    const ask = () => suite.get('/needs?limit=1', token);
    let failed = 0;
    for (const [name, options] of [['nobody', null], ...Object.entries(attacks)]) {
      const answers = await during(options && options(suite.gateway), ask);
      failed += tell(name, answers) ? 0 : 1;
    }
    return failed;
  });
}

/** Asks again and again until the attack is over; where there is none, for a third of its time. */
async function during(options, ask) {
  const attack = options && spawn('slowhttptest', options.map(String), { stdio: 'ignore' });
  let over = false;
  const end = attack ? new Promise((resolve) => attack.once('exit', resolve)) : sleep((SECONDS * 1000) / 3);
  end.then(() => { over = true; });
  const answers = [];
  while (!over) {
    const began = performance.now();
    const status = await ask().then((answer) => answer.text().then(() => answer.status), () => 'none');
    answers.push({ status, millis: performance.now() - began });
    await sleep(PAUSE_MILLIS);
  }
  return answers;
}

function tell(name, answers) {
  const wrong = answers.filter((answer) => answer.status !== 200);
  const millis = answers.map((answer) => answer.millis).sort((a, b) => a - b);
  const at = (share) => millis[Math.min(millis.length - 1, Math.floor(share * millis.length))];
  const statuses = [...new Set(wrong.map((answer) => answer.status))].join(', ');
  console.log(`${name}${name === 'nobody' ? '' : ` on ${CONNECTIONS} connections`}: ${answers.length} others asked, ${wrong.length} not answered`
    + `${statuses ? ` (${statuses})` : ''}; median ${at(0.5).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`);
  return answers.length >= FEWEST_ANSWERS && wrong.length === 0 && at(1) < PATIENCE_MILLIS;
}

const sleep = (millis) => new Promise((resolve) => { setTimeout(resolve, millis); });

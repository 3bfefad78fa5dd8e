// Lets outside judges look at the committed contracts, and at the running suite. Ends with 1 if one of them finds an error.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Parser, fromFile } from '@asyncapi/parser';
import YAML from 'yaml';
import { breaks } from './breaks.mjs';
import { clients } from './clients.mjs';
import { documents, write } from './documents.mjs';
import { examples } from './headers.mjs';
import { contracts, here, maven, root, run, services } from './places.mjs';
import { slow } from './slow.mjs';
import { webhooks } from './webhooks.mjs';

async function asyncapi() {
  let errors = 0;
  for (const service of services) {
    const file = join(root, service, 'contract', 'asyncapi.yaml');
    if (!existsSync(file)) continue;
    const { document, diagnostics } = await fromFile(new Parser(), file).parse();
    const found = diagnostics.filter((one) => one.severity === 0);
    found.forEach((one) => console.log(`  ${relative(root, file)} ${one.path.join('/')}: ${one.message}`));
    const good = document && found.length === 0;
    console.log(`${relative(root, file)}: ${good ? 'valid' : 'refused'}, ${diagnostics.length} remarks`);
    errors += good ? 0 : 1;
  }
  return errors;
}

/** Every breaking change since the last release must be listed with a reason. */
function diff() {
  const released = join(root, 'docs', 'contracts', 'released');
  const { since, allowed } = YAML.parse(readFileSync(join(root, 'docs', 'contracts', 'allowed-breaks.yaml'), 'utf8'));
  let unlisted = 0;
  for (const contract of contracts) {
    const part = relative(root, contract).split('/')[0];
    const before = join(released, since, part, 'openapi.yaml');
    if (!existsSync(before)) continue;
    const found = breaks(YAML.parse(readFileSync(before, 'utf8')), YAML.parse(readFileSync(contract, 'utf8')));
    const open = found.filter((one) => !allowed.some((entry) => new RegExp(entry.change).test(`${part} ${one}`)));
    open.forEach((one) => console.log(`  ${part} ${one}`));
    console.log(`${part}: ${found.length} breaking changes since ${since}, ${open.length} of them not allowed`);
    unlisted += open.length;
  }
  return unlisted;
}

/** The derived documents are as valid as what they come from. */
function derived() {
  const { merged, client, older } = write();
  [merged, client, older].forEach((file) => console.log(relative(root, file)));
  return run('redocly', 'lint', '--config', 'redocly.yaml', '--format', 'summary', client, older);
}

/** The headers that the contracts show are structured fields. */
function headers() {
  const shown = contracts.flatMap(examples);
  const wrong = shown.filter((header) => header.fault);
  wrong.forEach((header) => console.log(`  ${header.fault}`));
  console.log(`${shown.length} header examples, ${wrong.length} of them no structured fields`);
  return shown.length === 0 ? 1 : wrong.length;
}

/** All journeys, with Prism between them and the gateway. */
function prism() {
  write();
  rmSync(documents.seen, { force: true });
  const journeys = maven('-pl', 'deploy/journeys', '-am', 'verify', '-Dspotless.check.skip=true', '-Dtest=None',
    '-Dsurefire.failIfNoSpecifiedTests=false', `-Dduijie.journeys.door=${join(here, 'prism.mjs')}`);
  if (!existsSync(documents.seen)) {
    console.log('Prism saw nothing.');
    return 1;
  }
  const seen = JSON.parse(readFileSync(documents.seen, 'utf8'));
  seen.violations.forEach((one) => console.log(`  ${one.exchange}: ${one.detail} ${JSON.stringify(one.validation ?? '')}`));
  const beside = Object.entries(seen.beside).map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${seen.exchanges} exchanges through Prism, ${seen.violations.length} violations; ${seen.refusedByBoth} requests`
    + ` refused by contract and gateway alike; the gateway was away for ${seen.away}; beside it: ${beside || 'nothing'}`);
  return (journeys === 0 ? 0 : 1) + seen.violations.length;
}

const light = {
  spectral: () => run('spectral', 'lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'error', ...contracts,
    write().merged),
  redocly: () => run('redocly', 'lint', '--config', 'redocly.yaml', '--format', 'summary', ...contracts, write().merged),
  asyncapi,
  diff,
  derived,
  headers,
};
const judges = { ...light, prism, clients, slow, webhooks };
const groups = { light: Object.keys(light), all: Object.keys(judges) };

const asked = process.argv[2] ?? 'light';
const called = groups[asked] ?? [asked];
let failed = 0;
for (const name of called) {
  if (!judges[name]) {
    console.error(`No judge ${name}. There are: ${[...Object.keys(judges), ...Object.keys(groups)].join(', ')}.`);
    process.exit(2);
  }
  console.log(`== ${name}`);
  const errors = await judges[name]();
  console.log(`== ${name}: ${errors === 0 ? 'passed' : 'FAILED'}`);
  failed += errors;
}
process.exit(failed === 0 ? 0 : 1);

// Lets outside judges look at the committed contracts. Ends with 1 if one of them finds an error.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';
import YAML from 'yaml';
import { breaks } from './breaks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const services = ['project-service', 'organization-service', 'matching-service'];
const contracts = [...services, 'gateway'].map((part) => join(root, part, 'contract', 'openapi.yaml'));

function run(command, ...options) {
  const ended = spawnSync(join(here, 'node_modules', '.bin', command), options, {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  return ended.status === 0 ? 0 : 1;
}

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

const judges = {
  spectral: () => run('spectral', 'lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'error', ...contracts),
  redocly: () => run('redocly', 'lint', '--config', 'redocly.yaml', '--format', 'summary', ...contracts),
  asyncapi,
  diff,
};
const asked = process.argv[2] ?? 'all';
const called = asked === 'all' ? Object.keys(judges) : [asked];
let failed = 0;
for (const name of called) {
  if (!judges[name]) {
    console.error(`No judge ${name}. There are: ${Object.keys(judges).join(', ')}, all.`);
    process.exit(2);
  }
  console.log(`== ${name}`);
  const errors = await judges[name]();
  console.log(`== ${name}: ${errors === 0 ? 'passed' : 'FAILED'}`);
  failed += errors;
}
process.exit(failed === 0 ? 0 : 1);

// Where things are in the repository, and how its build is called.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const services = ['project-service', 'organization-service', 'matching-service'];
export const contracts = [...services, 'gateway'].map((part) => join(root, part, 'contract', 'openapi.yaml'));

/** Runs an installed judge. */
export function run(command, ...options) {
  const ended = spawnSync(join(here, 'node_modules', '.bin', command), options, {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  return ended.status === 0 ? 0 : 1;
}

/** Runs a line of bash that may call $JAVA_HOME/bin/java; its words come as "$@". */
export function withJdk(script, words, options = {}) {
  const line = `root='${root}'; . "$root/deploy/find-jdk" && cd "$root" && ${script}`;
  return spawnSync('bash', ['-c', line, 'judge', ...words], { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

export function maven(...words) {
  return withJdk('exec ./mvnw -B -ntp -q "$@"', words).status;
}

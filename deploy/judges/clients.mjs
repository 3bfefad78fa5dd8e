// Clients that openapi-generator makes of the contract: they compile, and walk the line in the running suite.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './documents.mjs';
import { fault } from './headers.mjs';
import { here, maven, root, withJdk } from './places.mjs';
import { withSuite } from './suite.mjs';

const GENERATOR = '7.25.0';
const folder = join(root, 'target', 'clients');
const jar = join(folder, `openapi-generator-cli-${GENERATOR}.jar`);

/** For each language how the client is generated, made ready, and walked with; each step ends with 0 when it went well. */
const languages = {
  java: {
    generate: ['-g', 'java', '--library', 'native', '--additional-properties',
      'invokerPackage=org.duijie.client,apiPackage=org.duijie.client.api,modelPackage=org.duijie.client.model,hideGenerationTimestamp=true'],
    make: (at) => maven('-f', join(at, 'pom.xml'), 'compile', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      '-DincludeScope=runtime', '-DoutputDirectory=target/lib'),
    walk: (at, env) => withJdk('exec "$JAVA_HOME/bin/java" -cp "$1/target/classes:$1/target/lib/*" "$2"',
      [at, join(here, 'clients', 'Walk.java')], { env }).status,
  },
  typescript: {
    generate: ['-g', 'typescript-fetch'],
    make: (at) => {
      cpSync(join(here, 'clients', 'walk.ts'), join(at, '..', 'walk.ts'));
      return call(join(here, 'node_modules', '.bin', 'tsc'), ['--strict', '--target', 'es2022', '--module', 'commonjs',
        '--lib', 'es2022,dom', '--types', 'node', '--typeRoots', join(here, 'node_modules', '@types'),
        '--outDir', join(at, 'out'), join(at, '..', 'walk.ts')]);
    },
    walk: (at, env) => call(process.execPath, [join(at, 'out', 'walk.js')], { env }),
  },
  python: {
    generate: ['-g', 'python', '--package-name', 'duijie_client'],
    needs: () => call('python3', ['-c', 'import pydantic, urllib3, dateutil; assert pydantic.VERSION >= "2"'],
      { stdio: 'ignore' }) === 0 ? null : 'python3 with pydantic 2, urllib3 and python-dateutil',
    make: (at) => call('python3', ['-m', 'compileall', '-q', at]),
    walk: (at, env) => call('python3', [join(here, 'clients', 'walk.py')], { env: { ...env, PYTHONPATH: at } }),
  },
};

export async function clients() {
  const { client } = write();
  mkdirSync(folder, { recursive: true });
  if (!existsSync(jar) && maven('org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy', '-N',
    `-Dartifact=org.openapitools:openapi-generator-cli:${GENERATOR}`, `-DoutputDirectory=${folder}`) !== 0) {
    return 1;
  }
  const made = Object.keys(languages).filter((language) => make(language, client));
  const unmade = Object.keys(languages).length - made.length;
  return unmade + await withSuite(async (suite) => {
    const env = { ...process.env, ...await parts(suite) };
    const wrong = await sentHeaders(suite, env.BUREAU);
    return wrong + made.filter((language) => {
      console.log(`-- ${language} walks the line`);
      return languages[language].walk(home(language), env) !== 0;
    }).length;
  });
}

function home(language) {
  return language === 'typescript' ? join(folder, language, 'client') : join(folder, language);
}

function make(language, document) {
  const { generate, needs, make: ready } = languages[language];
  const missing = needs?.();
  if (missing) {
    console.log(`-- ${language}: not judged, it takes ${missing}`);
    return false;
  }
  console.log(`-- ${language} is generated and compiled`);
  rmSync(join(folder, language), { recursive: true, force: true });
  const generated = withJdk('exec "$JAVA_HOME/bin/java" -jar "$@" >"$root/target/clients/generator.log" 2>&1',
    [jar, 'generate', '-i', document, '-o', home(language), ...generate]).status;
  return generated === 0 && ready(home(language)) === 0;
}

function call(command, words, options = {}) {
  return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], ...options }).status;
}

/** Who walks, and what they bring: a need of Zhangbei county, and an offer that fits it. */
async function parts(suite) {
  const [BUREAU, OFFICE, ORGANIZATION] = await Promise.all(['zhangbei', 'zhangjiakou', 'organization-a'].map((name) => suite.token(name)));
  const [creditCode] = suite.account('organization-a').organizations;
  const { items: [organization] } = await (await suite.get(`/organizations?creditCode=${creditCode}`, ORGANIZATION)).json();
  const item = {
    kind: 'GOODS', resourceCode: 'GOODS.COMPUTERS', description: '教学电脑', quantity: '40', unit: '台',
    value: { amount: '152000.00', currency: 'CNY' },
  };
  const need = {
    divisionCode: '130722', title: '张北县乡村小学数字教室', summary: '为六所乡村小学各建一间数字教室，并接入远程课程。',
    field: 'EDUCATION', category: 'DEVELOPMENT', mode: 'CAPACITY_BUILDING', items: [item], splittable: true,
    beneficiaries: { persons: 620, households: 410 }, periodStart: day(90), periodEnd: day(300), deadline: day(60),
  };
  const offer = {
    organizationId: organization.id, title: '教学电脑捐赠', summary: '向乡村小学捐赠教学电脑。', items: [item],
    smallestCommitment: { amount: '5000.00', currency: 'CNY' }, largestCommitment: item.value, fields: ['EDUCATION'],
    divisions: ['130000'], excludedDivisions: [], modes: ['CAPACITY_BUILDING'], participationRoles: ['PROJECTS'],
    validFrom: day(0), validUntil: day(120),
  };
  return { GATEWAY: suite.gateway, BUREAU, OFFICE, ORGANIZATION, NEED: JSON.stringify(need), OFFER: JSON.stringify(offer) };
}

/** The date so many days from today. */
function day(ahead) {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** What the suite sends as limits are structured fields too. */
async function sentHeaders(suite, token) {
  const answer = await suite.get('/needs?limit=1', token);
  const faults = ['RateLimit', 'RateLimit-Policy'].map((name) => fault(name, answer.headers.get(name) ?? '')).filter(Boolean);
  faults.forEach((one) => console.log(`  ${one}`));
  return faults.length;
}

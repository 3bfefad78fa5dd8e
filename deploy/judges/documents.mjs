// The contract of the whole suite, and the documents that are derived from it for tools that read less.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from '@apiture/openapi-down-convert';
import { contracts, maven, root } from './places.mjs';

const made = join(root, 'gateway', 'target', 'contract', 'openapi.json');
const folder = join(root, 'target', 'contracts');

export const documents = {
  /** OpenAPI 3.1, as the gateway serves it: every operation of every service, and the webhooks. */
  merged: join(folder, 'openapi.json'),
  /** The same without webhooks: generators make clients of it that compile. */
  client: join(folder, 'openapi-client.json'),
  /** The same again as OpenAPI 3.0.3. */
  older: join(folder, 'openapi-3.0.json'),
  /** What passed through Prism, and what should not have. */
  seen: join(folder, 'prism.json'),
};

/** Writes all three, anew when a contract is newer than what the gateway's test has merged. */
export function write() {
  if (!existsSync(made) || contracts.some((contract) => statSync(contract).mtimeMs > statSync(made).mtimeMs)) {
    const status = maven('-pl', 'gateway', '-am', 'test', '-Dtest=SuiteContractTest', '-Dspotless.check.skip=true',
      '-Dsurefire.failIfNoSpecifiedTests=false');
    if (status !== 0) throw new Error('The contracts could not be merged: see above.');
  }
  mkdirSync(folder, { recursive: true });
  const merged = JSON.parse(readFileSync(made, 'utf8'));
  save(documents.merged, merged);
  const client = withoutUnused({ ...structuredClone(merged), webhooks: undefined });
  save(documents.client, client);
  save(documents.older, withoutUnused(older(client)));
  return documents;
}

function save(file, document) {
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
}

/** 3.0 knows no schema of what is inside a text; the converter does the rest, and a $ref beside others becomes allOf. */
function older(document) {
  const plain = withoutMember(structuredClone(document), 'contentSchema');
  return new Converter(plain, { allOfTransform: true }).convert();
}

function withoutMember(node, name) {
  if (node !== null && typeof node === 'object') {
    delete node[name];
    Object.values(node).forEach((child) => withoutMember(child, name));
  }
  return node;
}

/** What only the part that was left out referred to goes with it. */
function withoutUnused(document) {
  const used = new Set();
  const open = [document.paths];
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || typeof node !== 'object') continue;
    const target = node.$ref;
    if (typeof target === 'string' && !used.has(target)) {
      used.add(target);
      open.push(target.slice(2).split('/').reduce((at, step) => at[step], document));
    }
    open.push(...Object.values(node));
  }
  for (const [section, entries] of Object.entries(document.components)) {
    if (section === 'securitySchemes') continue;
    for (const name of Object.keys(entries)) {
      if (!used.has(`#/components/${section}/${name}`)) delete entries[name];
    }
  }
  return document;
}

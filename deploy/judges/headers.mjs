// Structured fields (RFC 9651): the headers that the contract shows, and those that a running suite sends.
import { readFileSync } from 'node:fs';
import { parseItem, parseList } from 'structured-headers';
import YAML from 'yaml';

/** How each header is to be read, and what must be in it. */
const RULES = {
  'RateLimit': (value) => limits(value, 'r', 't'),
  'RateLimit-Policy': (value) => limits(value, 'q', 'w'),
  'Idempotency-Key': (value) => {
    const [key] = parseItem(value);
    if (typeof key !== 'string') throw new Error('is no string');
  },
};

/** A list of strings, each with these whole numbers (draft-ietf-httpapi-ratelimit-headers). */
function limits(value, ...numbers) {
  const list = parseList(value);
  if (list.length === 0) throw new Error('is empty');
  for (const [name, parameters] of list) {
    if (typeof name !== 'string') throw new Error('names a limit by no string');
    for (const number of numbers) {
      if (!Number.isInteger(parameters.get(number))) throw new Error(`says no whole number as ${number}`);
    }
  }
}

/** What is wrong with a header, or null. */
export function fault(name, value) {
  try {
    RULES[name](value);
    return null;
  } catch (refused) {
    return `${name}: ${value} ${refused.message}`;
  }
}

/** The examples of these headers in a contract, each checked. */
export function examples(contract) {
  const document = YAML.parse(readFileSync(contract, 'utf8'));
  const shown = new Map();
  const collect = (name, described) => {
    if (name in RULES && described.example !== undefined) shown.set(`${name}: ${described.example}`, [name, described.example]);
  };
  Object.entries(document.components?.headers ?? {}).forEach(([name, header]) => collect(name, header));
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      (operation.parameters ?? []).forEach((parameter) => collect(parameter.name, parameter));
    }
  }
  return [...shown.values()].map(([name, value]) => ({ name, value, fault: fault(name, value) }));
}

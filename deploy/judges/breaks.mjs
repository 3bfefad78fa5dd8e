// The changes between two OpenAPI documents that break a caller.
import { apiDiff } from 'api-smart-diff';

/** An answer that is held to more breaks nobody who reads it. */
const TIGHTER = new Set([
  'maxLength', 'minLength', 'pattern', 'format', 'maxItems', 'minItems', 'minimum', 'maximum', 'additionalProperties',
]);

function breaksACaller(change) {
  const [first] = change.path;
  if (first === 'components') {
    return false; // Seen again at each operation that comes to it.
  }
  const answer = change.path.includes('responses');
  const last = change.path.at(-1);
  return !(answer && TIGHTER.has(last) && change.action !== 'remove');
}

export function breaks(before, after) {
  return apiDiff(before, after)
    .filter((change) => change.type === 'breaking' && breaksACaller(change))
    .map((change) => `${change.action} ${change.path.join(' ')}`);
}

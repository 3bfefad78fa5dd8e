// The line as a partner walks it with the generated TypeScript client.
import {
  Configuration, MatchesApi, type MatchingMatch, NeedsApi, OffersApi, OrganizationOfferRequestFromJSON, ProjectNeedDecision,
  ProjectNeedRequestFromJSON, ResponseError,
} from './client';

const PATIENCE_MS = 60_000;
const { env } = process;

function as(who: string): Configuration {
  return new Configuration({ basePath: env.GATEWAY, headers: { Authorization: `Bearer ${env[who]}` } });
}

const key = () => `"${crypto.randomUUID()}"`;
const tag = (answer: { raw: Response }) => answer.raw.headers.get('ETag')!;

/** None while matching has not heard of the offer. */
async function matchesOf(matches: MatchesApi, offer: string): Promise<MatchingMatch[]> {
  try {
    return (await matches.matchingListMatches({ offer })).items!;
  } catch (refused) {
    if (refused instanceof ResponseError && refused.response.status === 404) return [];
    throw refused;
  }
}

async function walk(): Promise<void> {
  const bureau = new NeedsApi(as('BUREAU'));
  const created = await bureau.projectCreateNeedRaw({
    idempotencyKey: key(), projectNeedRequest: ProjectNeedRequestFromJSON(JSON.parse(env.NEED!)),
  });
  const { id } = await created.value();
  const submitted = await bureau.projectSubmitNeedRaw({ id: id!, ifMatch: tag(created) });
  const published = await new NeedsApi(as('OFFICE')).projectReviewNeed({
    id: id!, ifMatch: tag(submitted), projectNeedReview: { decision: ProjectNeedDecision.Publish },
  });
  const offer = await new OffersApi(as('ORGANIZATION')).organizationOpenOffer({
    idempotencyKey: key(), organizationOfferRequest: OrganizationOfferRequestFromJSON(JSON.parse(env.OFFER!)),
  });
  console.log(`need ${id} ${published.status}, offer ${offer.id} ${offer.status}`);

  const matches = new MatchesApi(as('ORGANIZATION'));
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((look) => setTimeout(look, 200))) {
    const items = await matchesOf(matches, offer.id!);
    const seen = items.find((match) => match.need!.id === id);
    if (seen) {
      console.log(`match seen: score ${seen.score}`);
      return;
    }
  }
  throw new Error('no match within a minute');
}

walk().catch((failed) => {
  console.error(failed);
  process.exit(1);
});

import * as v from 'valibot';
import { type Accepted, type Accepting, accept } from '../../../core/feed/accept.ts';
import type { Envelope, FeedProblem } from '../../../core/feed/feed.ts';
import { FetchedEdition } from '../../../core/feed/schema.ts';

export interface Verdict {
  readonly accepted: Accepted;
  /** In sentences, the first one what an installation would say. */
  readonly lines: readonly string[];
}

/** What an installation would say of this file. */
export async function verifyFeed(file: Uint8Array, by: Accepting): Promise<Verdict> {
  const accepted = await accept(file, by);
  const { problem, serial } = accepted;
  const of = serial === undefined ? '' : ` (edition ${serial})`;
  if (problem === 'wrong-shape') return { accepted, lines: [`${problem}: ${MEANS[problem]}`, ...wrongFields(file)] };
  if (problem !== null) return { accepted, lines: [`${problem}: ${MEANS[problem]}${of}`] };
  const { edition, key } = accepted;
  if (edition === null) return { accepted, lines: [`good, and nothing new: edition ${serial} is there`] };
  const { issuedOn, expiresOn, services, health } = edition;
  return {
    accepted,
    lines: [
      `good: edition ${serial} of ${issuedOn}, expires ${expiresOn}, signed by ${key}`,
      `${services.length} services; a record of ${Object.keys(health.endpoints).length} addresses, of ${health.updatedOn ?? 'no day'}; ${file.length} bytes`,
    ],
  };
}

type Readable = Exclude<FeedProblem, 'unreachable' | 'status' | 'redirected'>;
const MEANS: Record<Readable, string> & Partial<Record<FeedProblem, string>> = {
  'too-large': 'more bytes than an installation reads',
  'not-a-feed': 'no feed of Ringback, or not all of it',
  'unknown-key': 'signed with a key that the package does not list',
  'bad-signature': 'changed after it was signed, or signed with another key of that name',
  'wrong-shape': 'well signed, and not fit to be shown or contacted',
  'old-serial': 'older than the edition that is there',
  'not-yet': 'issued on a day to come',
  expired: 'nobody has renewed it',
};

/** Its signature is right, so what it says may be shown. */
function wrongFields(file: Uint8Array): string[] {
  const envelope = JSON.parse(new TextDecoder().decode(file)) as Envelope;
  const { issues = [] } = v.safeParse(FetchedEdition, JSON.parse(envelope.edition));
  return issues.map((issue) => `  ${v.getDotPath(issue) ?? '(edition)'}: ${issue.message}`);
}

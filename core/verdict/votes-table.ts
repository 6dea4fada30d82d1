import { standingOf } from '../catalogue/health.ts';
import { type Edition, unpackCatalogue } from '../catalogue/packed.ts';
import type { Endpoint } from '../catalogue/runtime.ts';
import { EMPTY_MEMORY } from '../evidence/memory.ts';
import { counts, voter } from './vote.ts';

/** Whose silence counts from the first check on, and why: the table of `docs/method.md`, and its test. */

/** The table as it stands on the day of the record, or of the edition where nobody has asked yet. */
export function votesTable(edition: Edition): string {
  const { issuedOn, health } = edition;
  const at = Date.parse(health.updatedOn ?? issuedOn);
  const voteOf = voter({ at, observations: new Map() }, EMPTY_MEMORY);
  const rows = unpackCatalogue(edition).services.flatMap(({ name, endpoints }) =>
    endpoints.map((endpoint) => {
      const vote = voteOf(endpoint);
      const [ground, date] = counts(vote) ? [vote.ground, vote.date ?? ''] : ['', ''];
      return [name, endpoint.role, `\`${endpoint.url}\``, ground, date, inRecord(endpoint)].join(' | ');
    }),
  );
  return [
    health.updatedOn
      ? `Votes on the day of the health record, ${health.updatedOn}:`
      : 'Nobody has filled the health record yet, so only documents speak:',
    '',
    ...['Service | Role | Endpoint | Vote by | Date | In the record', '--- | --- | --- | --- | --- | ---', ...rows].map(
      (row) => `| ${row} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |'),
    ),
  ].join('\n');
}

function inRecord({ health }: Endpoint): string {
  if (!health) return 'not known';
  const standing = standingOf(health);
  const silence = health.silentSince ? `silent since ${health.silentSince}` : `answered on ${health.answered}`;
  return standing === 'unknown' ? silence : `${standing}, ${silence}`;
}

const BEGIN = '<!-- votes:begin -->';
const END = '<!-- votes:end -->';

/** The page with its table replaced; throws when the page has no place for one. */
export function withVotesTable(page: string, table: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

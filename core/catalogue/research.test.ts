import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serviceRecords } from './files.ts';

/**
 * The desk research that the first edition of the catalogue was made from is not part of the product. Whoever has it names its file in
 * `RINGBACK_RESEARCH`; without it these tests are skipped, and say so.
 */
const path = process.env.RINGBACK_RESEARCH ?? '';
const present = path !== '' && existsSync(path);

interface Claim {
  readonly role: string;
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly path: string | null;
  readonly transport: string;
  readonly confidence: string;
  readonly use: string;
}
const research: { services: { id: string; endpoints: Claim[] }[] } = present
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { services: [] };

function urlOf({ protocol, host, port, path, transport }: Claim): string {
  if (protocol === 'stun' || protocol === 'turns') return `${protocol}:${host}:${port}`;
  if (protocol === 'turn') return `turn:${host}:${port}?transport=${transport}`;
  return `${protocol}://${host}${port === 443 ? '' : `:${port}`}${path ?? '/'}`;
}

const roleOf = ({ role, protocol }: Claim): string => (role === 'media' && protocol === 'https' ? 'call-setup' : role);

/** From the strongest to the weakest. The catalogue may trust a claim less than the research did, never more. */
const USES = ['primary', 'supporting', 'experimental', 'recorded'];
const useOf = ({ use }: Claim): string => (use === 'do-not-ship-unvalidated' ? 'recorded' : use);

describe.skipIf(!present)(
  `the research that the catalogue was made from${present ? '' : ' (skipped: RINGBACK_RESEARCH names no file)'}`,
  () => {
    const records = new Map(serviceRecords().map((record) => [record.id, record]));

    test('has 30 services and 176 endpoints', () => {
      expect(research.services.length).toBe(30);
      expect(research.services.flatMap(({ endpoints }) => endpoints).length).toBe(176);
    });

    test.for(research.services)(
      '$id: every endpoint came along, with its confidence and no stronger use',
      ({ id, endpoints }) => {
        for (const claim of endpoints) {
          const found = records
            .get(id)
            ?.endpoints.find(({ url, role }) => url === urlOf(claim) && role === roleOf(claim));
          expect(found, urlOf(claim)).toMatchObject({ confidence: claim.confidence });
          expect(USES.indexOf(found?.use ?? ''), urlOf(claim)).toBeGreaterThanOrEqual(USES.indexOf(useOf(claim)));
        }
      },
    );

    test('was not followed in two places only: Skype is gone, and a list of relays is no status', () => {
      const weaker = research.services.flatMap(({ id, endpoints }) =>
        endpoints.filter(
          (claim) =>
            records.get(id)?.endpoints.find(({ url, role }) => url === urlOf(claim) && role === roleOf(claim))?.use !==
            useOf(claim),
        ),
      );
      expect(weaker.map(urlOf)).toEqual(['https://core.telegram.org/getReflectorList', 'https://www.skype.com/']);
    });
  },
);

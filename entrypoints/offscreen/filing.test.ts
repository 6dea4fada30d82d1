import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOBODY, type Ownership } from '../../core/network/operators.ts';
import { observe } from '../../core/verdict/testing.ts';
import { snapshot } from '../../core/verdict/testing-snapshot.ts';
import { closeHistory } from '../../platform/history/database.ts';
import { readHistory } from '../../platform/history/reading.ts';
import { loadOperators } from '../../platform/operators.ts';
import { serving } from '../../probes/testing/web.ts';
import { TRACE } from '../../probes/web-exit.ts';
import { file } from './filing.ts';

vi.mock('../../platform/operators.ts', () => ({ loadOperators: vi.fn() }));
vi.mock('../../platform/time-zone.ts', () => ({ deviceCountries: () => ['MA'] }));

const HOME = 'a'.repeat(16);
const ADDRESS = '192.0.2.7';
const INWI: Ownership = { asn: 36884, operator: 'Inwi', country: 'MA', hosting: false };
const TABLE: Readonly<Record<string, Ownership>> = {
  [ADDRESS]: INWI,
  '192.0.2.9': INWI,
  '198.51.100.7': { asn: 60068, operator: 'Datacamp', country: 'CZ', hosting: true },
  '203.0.113.7': { asn: 36925, operator: 'Orange Maroc', country: 'MA', hosting: false },
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const find = (address: string) => TABLE[address] ?? NOBODY;
  vi.mocked(loadOperators).mockResolvedValue({ find, findAll: (list) => list.map(find) });
});
afterEach(async () => {
  await closeHistory();
  vi.unstubAllGlobals();
});

const answered = observe('https://control.example/', 'answered');
const taken = (change: Partial<ReturnType<typeof snapshot>> = {}, key: string | null = HOME) => ({
  ...snapshot({ key, network: key === null ? 'udp-blocked' : 'clear' }),
  takenAt: Date.now() - 1_000,
  controlObservations: [answered],
  explained: true,
  ...change,
});
const web = (ip: string, warp = 'off') => serving({ [TRACE]: `ip=${ip}\nwarp=${warp}\n` });
const WISHES = { keepDays: 90, mayAskExit: true };
const placeOf = async (round = taken(), wishes = WISHES) => {
  const address = round.network.key === null ? null : ADDRESS;
  return (await file(round, { access: null, address }, wishes)).place;
};

describe('how the web leaves', () => {
  test('is no news where it leaves as calls do', async () => {
    web('192.0.2.9');
    expect(await placeOf()).toMatchObject({ operator: 'Inwi', hints: [] });
  });

  test('is a proxy for the web where it leaves by another operator; the network is still named by UDP', async () => {
    web('198.51.100.7');
    expect(await placeOf()).toMatchObject({ operator: 'Inwi', country: 'MA', hints: ['proxy-web-only'] });
  });

  test('unknown to the table accuses nobody', async () => {
    web('100.64.0.1');
    expect(await placeOf()).toMatchObject({ operator: 'Inwi', hints: [] });
  });

  test('unread leaves all as it is', async () => {
    serving({});
    expect(await placeOf()).toMatchObject({ operator: 'Inwi', hints: [] });
  });
});

describe('where UDP tells nothing, the web', () => {
  test('shows a VPN that carries no UDP', async () => {
    web('198.51.100.7');
    expect(await placeOf(taken({}, null))).toMatchObject({
      operator: 'Datacamp',
      country: 'CZ',
      hints: ['carries-no-udp', 'hosting-exit', 'abroad'],
    });
  });

  test('shows Cloudflare’s VPN, whoever has the address', async () => {
    web('203.0.113.7', 'on');
    expect((await placeOf(taken({}, null))).hints).toEqual(['carries-no-udp', 'hosting-exit']);
  });

  test('names an operator who stops UDP, and calls it no VPN', async () => {
    web('203.0.113.7');
    expect(await placeOf(taken({}, null))).toMatchObject({ operator: 'Orange Maroc', hints: [] });
  });

  test('may be unread', async () => {
    serving({});
    expect(await placeOf(taken({}, null))).toMatchObject({ operator: null, hints: [] });
  });

  test('names the place alone: to the history the network stays unknown, and no address is written', async () => {
    web('198.51.100.7');
    expect((await placeOf(taken({}, null))).key).toBe('0'.repeat(16));
    const kept = await readHistory({ from: 0, to: 8.64e15 }, ['rounds', 'raw', 'days', 'spells', 'words']);
    expect(kept.networks).toMatchObject([{ key: '0'.repeat(16), asn: null, operator: null, country: null }]);
    expect(JSON.stringify(kept)).not.toContain('198.51');
  });
});

describe('nobody is asked', () => {
  test.for<[why: string, change: Parameters<typeof taken>[0]]>([
    ['without the permission to explain', { explained: false }],
    ['when no web control answered', { controlObservations: [{ ...answered, outcome: 'silent' }] }],
    ['for a round of long ago: the device may have moved', { takenAt: Date.now() - 3_600_000 }],
  ])('%s', async ([, change]) => {
    const fetch = web('198.51.100.7');
    expect((await placeOf(taken(change))).hints).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
  });

  test('at a host that the person has not agreed to', async () => {
    const fetch = web('198.51.100.7');
    await placeOf(taken(), { ...WISHES, mayAskExit: false });
    expect(fetch).not.toHaveBeenCalled();
  });
});

test('A damaged round is refused', async () => {
  await expect(file({} as never, { access: null, address: null }, WISHES)).rejects.toThrow('damaged');
});

import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../core/vocabulary.ts';
import { named, tally } from './mechanisms.ts';
import { outcome, played } from './testing.ts';
import { wordsOf } from './words.ts';

const namingOf = (by: readonly Mechanism[] | undefined, mechanism?: Mechanism) => {
  const truth = { others: { calls: 'blocked', ...(by && { by }) } } as const;
  const said = { state: 'likely-blocked', ...(mechanism && { mechanism }) } as const;
  return named(wordsOf([outcome([played([{ meet: [said, 'reachable'] }], truth)])])).map(({ naming }) => naming);
};

describe('the name of a mechanism', () => {
  it.each([
    [['tls.reset'], 'tls.reset', 'right'],
    [['tls.reset', 'tcp.reset'], 'tcp.reset', 'right'],
    [['tls.reset'], 'unknown', 'unnamed'],
    [['tls.reset'], undefined, 'unnamed'],
    [['tls.reset'], 'tls.timeout', 'wrong'],
    [undefined, 'unknown', 'right'],
    [undefined, undefined, 'right'],
    [undefined, 'tls.reset', 'wrong'],
  ] as const)('done by %s and named %s is %s', (by, mechanism, naming) => {
    expect(namingOf(by, mechanism)).toEqual([naming]);
  });

  it.each([
    [undefined, []],
    [['udp.timeout'], ['right']],
  ] as const)('of what is poor counts if the truth names it: %s', (by, names) => {
    const truth = { others: { calls: 'poor', ...(by && { by }) } } as const;
    const said = { state: 'impaired', mechanism: 'udp.timeout' } as const;
    const words = wordsOf([outcome([played([{ meet: [said, 'reachable'] }], truth)])]);
    expect(named(words).map(({ naming }) => naming)).toEqual(names);
  });

  it('counts only where something was found', () => {
    const truth = { others: { calls: 'blocked', messages: 'poor', by: ['udp.timeout'] } } as const;
    const words = wordsOf([
      outcome([played([{ meet: [{ state: 'suspected', mechanism: 'tls.reset' }, 'reachable'] }], truth)]),
    ]);
    expect(tally(named(words))).toEqual({ right: 0, unnamed: 0, wrong: 0 });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { HOME, history, home, mobile, NOTHING, round } from './testing.ts';
import { anyHistory } from './testing-any.ts';

/** RFC 4180, to the letter. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  while (rest !== '') {
    const row: string[] = [];
    for (let end = ','; end === ','; ) {
      const [all = '', quoted, plain = '', sign = ''] =
        /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? expect.fail(`not a cell: ${rest}`);
      row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      rest = rest.slice(all.length);
      end = sign;
    }
    rows.push(row);
  }
  return rows;
}

test('one row a service of a round, times in UTC', () => {
  expect(toCsv({ ...history, rounds: [round()] })).toBe(
    [
      'time,network,asn,operator,country,access,network_state,round_trip_ms,duration_ms,service,calls,messages,mechanism,relay_ms',
      '2026-11-12T08:00:00.000Z,"Home, ADSL",36903,Maroc Telecom,MA,wifi,some-blocked,40,2300,whatsapp,likely-blocked,reachable,udp.timeout,',
      '2026-11-12T08:00:00.000Z,"Home, ADSL",36903,Maroc Telecom,MA,wifi,some-blocked,40,2300,signal,clear,reachable,,62.5',
      '',
    ].join('\r\n'),
  );
});

test('networks without a name are numbered, and a round without services has its row', () => {
  const rows = parse(
    toCsv({ ...NOTHING, networks: [home, mobile], rounds: [round({ network: mobile.key, services: {} })] }),
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[1]).toBe('network 2');
});

test('any reader gets back every name, and a spreadsheet finds no formula', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', '＝', 'a', '1'),
    minLength: 1,
  });
  fc.assert(
    fc.property(hostile, (name) => {
      const cell =
        parse(toCsv({ ...NOTHING, networks: [{ ...home, name }], rounds: [round({ network: HOME })] }))[1]?.[1] ?? '';
      expect(cell.replace(/^'/, '')).toBe(name);
      expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(cell).not.toMatch(/^[\t\r\n]/);
    }),
  );
});

test('every row has as many cells as the header', () => {
  fc.assert(fc.property(anyHistory, (any) => new Set(parse(toCsv(any)).map(({ length }) => length)).size === 1));
});

import type { Method } from '../beside/claim.ts';
import type { Row, Score } from '../beside/score.ts';
import { list, table } from './table.ts';

const NAMES: Readonly<Record<Method, string>> = {
  ringback: 'Ringback',
  'ooni-im': "OONI's tests of messengers (no test of calls)",
  'ooni-stun': "OONI's test of STUN (no verdict about a service)",
  'ice-gathering': 'waiting for ICE gathering',
  'one-fetch': 'one request a service',
};

/** The table and what it rests on; the same in the report and in docs/method.md. */
export const besideSection = (rows: readonly Row[]): string =>
  [
    table(
      [
        '',
        'blocked calls found',
        'blocked messages found',
        'false alarms on what is open',
        'accused though poor, out or cut off',
        'mechanism named right',
        'seconds to answer',
        'kB on the wire',
      ],
      rows.map((row) => [
        `${NAMES[row.method]}${row.browser ? `, ${row.browser}` : ''}`,
        foundOf(row.calls),
        foundOf(row.messages),
        bothOf(row, 'falseAlarms', 'open'),
        bothOf(row, 'accused', 'otherwise'),
        `${row.named.right} of ${row.named.of}`,
        row.seconds === null ? '' : row.seconds.toFixed(1),
        row.bytes === null ? '' : String(Math.round(row.bytes / 1000)),
      ]),
    ),
    list(NOTES, ''),
  ].join('\n\n');

const foundOf = ({ found, blocked }: Score) => `${found} of ${blocked}, ${blocked - found} missed`;

const bothOf = ({ calls, messages }: Row, part: 'falseAlarms' | 'accused', whole: 'open' | 'otherwise') =>
  `${calls[part]} of ${calls[whole]} calls, ${messages[part]} of ${messages[whole]} messages`;

const NOTES: readonly string[] = [
  'One case is one service on the last network of one scenario. Methods without a browser are counted once a scenario, the others once a browser.',
  'Ringback had checked before where the scenario has earlier phases: that is how relays earn their vote. The others learn nothing, so nothing is lost to them. Its seconds are those of a person who waits for confirming rounds 30 s apart; its bytes are those of all rounds together.',
  "OONI: our own reading of its rules (WhatsApp, Telegram, Messenger, Signal; STUN), not its program. It has no test for the other services, and claims nothing of calls: a service that it finds blocked counts as calls found as well, where they are. What only a raw measurement tells, as a reset, counts as named. Where its own backend can't be reached it does not measure, and accuses nobody.",
  "OONI's STUN servers are nobody's relays. If all of them are silent, calls of every service count as blocked; OONI itself says no such thing.",
  'ICE gathering: one peer connection with all STUN and TURN servers of the services, as on a trickle-ICE page. Calls count as blocked if every server of a service ended with an error and without a candidate; any answer, also a refusal, is a way through.',
  "One request: the service's front page, as extensions do that ask whether a site is down. A failure, or 10 s, count as blocked, calls and messages.",
];

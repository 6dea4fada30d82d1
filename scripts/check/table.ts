import type { ServiceRecord } from '../../core/catalogue/schema.ts';
import type { CallState, MessageState } from '../../core/vocabulary.ts';
import type { CheckDocument, Verdict } from './document.ts';
import type { Words } from './words.ts';

type Service = Pick<ServiceRecord, 'id' | 'name' | 'successor'>;

const SIGNS = {
  clear: '✓',
  reachable: '✓',
  impaired: '~',
  'likely-blocked': '✕',
  unreachable: '✕',
  suspected: '…',
  down: '!',
  insufficient: '?',
  untestable: '–',
  retired: '–',
} as const satisfies Record<CallState | MessageState, string>;

const LEGEND = {
  '✓': 'answered: proof of a way there and back',
  '~': 'answers, but badly',
  '✕': 'likely blocked: silent in enough rounds while other servers answered',
  '…': 'looks blocked; more rounds will tell',
  '!': 'the service itself is out',
  '?': 'not enough evidence: neither blocked nor clear',
  '–': 'nothing that a browser can test',
} as const;

/** The verdict as a person may read it in a terminal. */
export function toTable(document: CheckDocument, services: readonly Service[], words: Words): string {
  const { network, controls } = document;
  const known = new Map(services.map((service) => [service.id, service]));
  const rows = document.services.map(({ id, calls, messages }) => {
    const service = known.get(id);
    return [
      service?.name ?? id,
      `${SIGNS[messages.state]} ${words(`messages.${messages.state}`)}`,
      `${SIGNS[calls.state]} ${callsText(calls, service, known, words)}`,
      certainty(calls, words),
    ];
  });
  return [
    '',
    `${words(`network.${network.state}`)}. ${words(`rule.${network.rule}`, rounds(network.rounds))}`,
    `Controls: ${controls.map(({ kind, asked, answered }) => `${kind} ${answered} of ${asked}`).join(', ') || 'none asked'}.`,
    ...hint(document),
    '',
    ...aligned([['Service', 'Messages', 'Calls', 'How sure'], ...rows]),
    '',
    ...legend(rows),
    '',
  ].join('\n');
}

function callsText(
  { state }: Verdict<CallState>,
  service: Service | undefined,
  known: ReadonlyMap<string, Service>,
  words: Words,
): string {
  if (state !== 'retired') return words(`calls.${state}`);
  const successor = service?.successor;
  return successor ? words('calls.retired', known.get(successor)?.name ?? successor) : words('calls.retired_alone');
}

const rounds = (count: number) => (count === 1 ? '1 round' : `${count} rounds`);

const certainty = ({ rounds: count, mechanism }: Verdict<CallState>, words: Words) =>
  [rounds(count), ...(mechanism ? [words(`mechanism.${mechanism}`)] : [])].join('; ');

/** A machine without internet is the likeliest reason for a table full of question marks, so it is named. */
function hint({ controls, network }: CheckDocument): string[] {
  const isAlone = network.state === 'offline' || controls.every(({ answered }) => answered === 0);
  if (!isAlone) return [];
  return [
    '',
    'This machine has no internet, so nothing could be judged. As root on Linux, "npm start -- --lab calls-blocked" shows',
    'a verdict on a small internet of its own.',
  ];
}

const legend = (rows: readonly (readonly string[])[]) =>
  Object.entries(LEGEND)
    .filter(([sign]) => rows.some((row) => row.some((cell) => cell.startsWith(`${sign} `))))
    .map(([sign, meaning]) => `  ${sign} ${meaning}`);

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd());
}

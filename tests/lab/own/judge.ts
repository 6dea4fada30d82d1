import type { CallStage, TestCall, TransportCall } from '../../../core/call/call.ts';
import { CALL_STAGES, CALL_TRANSPORTS } from '../../../core/call/call.ts';
import type { CheckDocument } from '../../../scripts/check/document.ts';
import { differences } from '../judge.ts';
import type { Any } from '../scenario.ts';
import type { Answer } from './commands.ts';
import {
  type CallExpectation,
  type CallStep,
  type EndExpectation,
  OTHERS,
  type Range,
  type RoundExpectation,
} from './scenario.ts';

/** What a call came to otherwise than expected, one line each. */
export function callDifferences(
  { conclusion, kept }: Answer<'call'>,
  over: CallStep['call'],
  expected: CallExpectation,
): string[] {
  const tried = over === 'each' ? CALL_TRANSPORTS : [over];
  const calls = kept?.calls ?? [];
  return [
    ...unlike('the page says', conclusion, expected.conclusion),
    ...(kept ? unlike('kept', kept.conclusion, expected.conclusion) : ['the history keeps no such call']),
    ...unlike('tried', calls.map(({ transport }) => transport).join(), tried.join()),
    ...calls.flatMap((call) => endDifferences(call, expected.calls?.[call.transport])),
  ];
}

function endDifferences(call: TransportCall, wanted: EndExpectation | undefined): string[] {
  if (!wanted) return [];
  const { end, code, reached, mos, ...ranges } = wanted;
  const wrong = [
    ...unlike('end', call.end, end),
    ...(code === undefined ? [] : unlike('code', call.code ?? null, code)),
    ...(reached === undefined ? [] : unlike('reached', lastStage(call), reached)),
    ...(mos === undefined
      ? []
      : mos === null
        ? unlike('MOS', String(call.mos), 'null')
        : outside('mos', call.mos, mos)),
    ...Object.entries(ranges).flatMap(([name, range]) => outside(name, call[name as keyof typeof ranges], range)),
  ];
  return wrong.map((line) => `${call.transport}: ${line}`);
}

const lastStage = ({ reached }: Pick<TestCall['calls'][number], 'reached'>): CallStage | 'none' =>
  CALL_STAGES.findLast((stage) => reached[stage] !== undefined) ?? 'none';

const outside = (what: string, value: number | null | undefined, [from, to]: Range): string[] =>
  value !== null && value !== undefined && value >= from && value <= to
    ? []
    : [`${what}: ${value}, not ${from} to ${to}`];

function unlike(what: string, said: string | null, wanted: Any<string>): string[] {
  const accepted: readonly string[] = typeof wanted === 'string' ? [wanted] : wanted;
  return accepted.includes(said ?? '') ? [] : [`${what}: ${said}, not ${accepted.join(' or ')}`];
}

const ACCUSING = ['suspected', 'likely-blocked', 'unreachable'] as const;

/** What was said of the server (`id`) and of the catalogue's services otherwise than expected. */
export function roundDifferences(
  document: CheckDocument,
  id: string,
  { own: { never = [], ...own }, others, seen = {} }: RoundExpectation,
): string[] {
  const said = document.services.find((service) => service.id === id);
  const everything = said ? [said.calls.state, said.messages.state] : [];
  const [about, beside] = [
    document.services.filter((service) => service.id === id),
    document.services.filter((service) => service.id !== id),
  ];
  return [
    ...differences({ ...document, services: about }, { services: { [id]: own } }),
    ...differences(
      { ...document, services: beside },
      {
        others: others ?? { calls: 'clear', messages: 'reachable' },
        never: { calls: ACCUSING, messages: ['suspected', 'likely-blocked'] },
      },
    ),
    ...unlike(
      'checked beside',
      beside
        .map(({ id }) => id)
        .sort()
        .join(),
      [...OTHERS].sort().join(),
    ),
    ...never.flatMap((state) => (everything.includes(state as never) ? [`own: ${state}, which must not be said`] : [])),
    ...Object.entries(seen).flatMap(([url, wanted]) => {
      const last = document.observations.findLast((one) => one.url === url);
      if (!last) return [`${url} was not asked`];
      return [
        ...unlike(`${url}: outcome`, last.outcome, wanted.outcome),
        ...(wanted.probe ? unlike(`${url}: probe`, last.probe, wanted.probe) : []),
        ...(wanted.code ? unlike(`${url}: code`, last.code ?? null, wanted.code) : []),
      ];
    }),
  ].map((line) => line.replaceAll(id, 'own'));
}

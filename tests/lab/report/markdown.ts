import { CALL_STATES, MESSAGE_STATES } from '../../../core/vocabulary.ts';
import { BROWSERS } from '../perform.ts';
import { FAMILIES, PATHS } from '../scenario.ts';
import { besideSection } from './beside-section.ts';
import { type Demand, lineOfPlace } from './demands.ts';
import type { Matrix } from './matrix.ts';
import type { NamingTally } from './mechanisms.ts';
import type { Report, ScenarioRow } from './report.ts';
import { list, table } from './table.ts';
import { KINDS } from './truth.ts';

/** The report for people. */
export const markdown = (report: Report): string =>
  `${[
    "# The lab's report",
    `${report.takenAt.slice(0, 16).replace('T', ' ')} UTC. ${sumOf(report)}`,
    '## Demands',
    demandsTable(report),
    list(
      report.demands.flatMap(({ id, cases }) => cases.map((line) => `${id}: ${line}`)),
      'Nothing speaks against them.',
    ),
    '## What was said, after the last round',
    ...matrices(report, 'afterLast'),
    '## What was said, in every round',
    ...matrices(report, 'everyRound'),
    '## Beyond any check from here',
    list(
      report.beyond.map((one) => `${lineOfPlace(one)}: ${one.kind} ${one.truth}: ${one.state}. ${one.because}`),
      'Nothing.',
    ),
    '## Where browsers ended in different states',
    list(
      report.disagreements.map(
        ({ scenario, phase, service, kind, truth, said }) =>
          `${scenario}, phase ${phase}: ${service}: ${kind} ${truth}: ${Object.entries(said)
            .map(([browser, state]) => `${browser} ${state}`)
            .join(', ')}`,
      ),
      report.browsers.length < BROWSERS.length ? 'One browser only.' : 'Nowhere.',
    ),
    ...(report.beside ? ['## Beside what people would use instead', besideSection(report.beside)] : []),
    '## Scenarios',
    scenariosTable(report),
  ].join('\n\n')}\n`;

export const sumOf = ({ scenarios, browsers, counts, whole }: Report): string =>
  `${scenarios.length} scenarios${whole ? '' : ' (not all there are)'} in ${browsers.join(' and ')}: ` +
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}.`;

/** Demands and how mechanisms were named. */
export const demandsTable = ({ demands, mechanisms: { explained, notExplained }, times }: Report): string =>
  [
    table(
      ['demand', 'wanted', 'came to', 'of', ''],
      demands.map((demand) => [
        demand.says,
        wantedOf(demand),
        cameTo(demand),
        String(demand.of),
        demand.met ? 'met' : '**not met**',
      ]),
    ),
    `Mechanisms of blocking that was found: with permission to explain ${tallyOf(explained)}; without it ${tallyOf(notExplained)}.`,
    `The longest first word came after ${inSeconds(times.firstWordMs.most, 1000)}, the longest confirmation after ${inSeconds(times.confirmedSeconds.most, 1)}; rounds that confirm are counted 30 s apart, as they are for a person.`,
  ].join('\n\n');

const inSeconds = (time: number | null, unit: number) => (time === null ? '–' : `${(time / unit).toFixed(1)} s`);

const tallyOf = ({ right, unnamed, wrong }: NamingTally) => `${right} right, ${unnamed} unnamed, ${wrong} wrong`;

const UNITS: Readonly<Record<Demand['unit'], string>> = {
  count: '',
  percent: ' %',
  milliseconds: ' ms',
  seconds: ' s',
};

function wantedOf({ wanted, unit }: Demand): string {
  if ('least' in wanted) return `at least ${wanted.least}${UNITS[unit]}`;
  return wanted.most === 0 ? 'none' : `at most ${wanted.most}${UNITS[unit]}`;
}

export const demandLine = (demand: Demand): string => `${demand.says}: ${cameTo(demand)}, wanted ${wantedOf(demand)}`;

const cameTo = ({ value, unit }: Demand): string =>
  value === null ? 'not put to the test' : `${Math.round(value * 10) / 10}${UNITS[unit]}`;

const STATES = { calls: CALL_STATES, messages: MESSAGE_STATES } as const;

export const matrices = ({ matrices }: Report, which: 'afterLast' | 'everyRound'): string[] =>
  KINDS.map((kind) => matrixTable(kind, STATES[kind], matrices[kind][which]));

function matrixTable(kind: string, states: readonly string[], matrix: Matrix): string {
  const said = states.filter((state) => PATHS.some((path) => matrix[path]?.[state]));
  const rows = PATHS.filter((path) => matrix[path]).map((path) => [
    path,
    ...said.map((state) => String(matrix[path]?.[state] ?? '')),
  ]);
  return table([`${kind} are really`, ...said], rows);
}

const scenariosTable = ({ scenarios, browsers }: Report): string =>
  table(
    ['scenario', 'family', 'what happens', ...browsers],
    [...scenarios]
      .sort((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family))
      .map((row) => [row.name, row.family, row.says, ...browsers.map((browser) => outcomeOf(row, browser))]),
  );

function outcomeOf({ browsers }: ScenarioRow, browser: keyof ScenarioRow['browsers']): string {
  const outcome = browsers[browser];
  if (!outcome) return '';
  return outcome.result === 'skipped' ? 'skipped' : `${outcome.result}, ${Math.round(outcome.seconds)} s`;
}

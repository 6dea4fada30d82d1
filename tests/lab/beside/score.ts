import type { Browser } from '../perform.ts';
import { spread } from '../report/times.ts';
import { KINDS, type Kind } from '../report/truth.ts';
import type { Path, ServiceTruth } from '../scenario.ts';
import { type Answer, type Claim, type Method, NOTHING } from './claim.ts';

/** A row of the table: one method, in one browser if it needs one. */
export interface Row {
  readonly method: Method;
  readonly browser?: Browser;
  /** Networks it was tried on. */
  readonly runs: number;
  readonly calls: Score;
  readonly messages: Score;
  /** Of calls and messages that were found blocked and whose mechanism has a right name. */
  readonly named: { readonly right: number; readonly of: number };
  /** Median, until the answer. */
  readonly seconds: number | null;
  /** Median of a run, both ways. */
  readonly bytes: number | null;
}

export interface Score {
  /** Blocked, and how many of those were found; the others were missed, or the method has no test for them. */
  readonly blocked: number;
  readonly found: number;
  /** Open, and how many of those were accused. */
  readonly open: number;
  readonly falseAlarms: number;
  /** Poor, out or cut off, which is no block of the service, and how many of those were accused of one. */
  readonly otherwise: number;
  readonly accused: number;
}

const METHODS: readonly Method[] = ['ringback', 'ooni-im', 'ooni-stun', 'ice-gathering', 'one-fetch'];

export function scoreAll(answers: readonly Answer[]): Row[] {
  const groups = Map.groupBy(answers, ({ method, browser = '' }) => `${METHODS.indexOf(method)} ${browser}`);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, group]) => {
      const [first] = group;
      return first ? [rowOf(first, group)] : [];
    });
}

function rowOf({ method, browser }: Answer, answers: readonly Answer[]): Row {
  const found = KINDS.flatMap((kind) => casesOf(answers, kind)).filter(isFound);
  const nameable = found.filter(({ truth }) => truth.by);
  return {
    method,
    ...(browser && { browser }),
    runs: answers.length,
    calls: scoreOf(casesOf(answers, 'calls')),
    messages: scoreOf(casesOf(answers, 'messages')),
    named: {
      right: nameable.filter(({ truth, claim }) => claim.mechanism && truth.by?.includes(claim.mechanism)).length,
      of: nameable.length,
    },
    seconds: spread(answers.map(({ seconds }) => seconds)).median,
    bytes: spread(answers.map(({ bytes }) => bytes)).median,
  };
}

interface Case {
  readonly path: Path;
  readonly truth: ServiceTruth;
  readonly claim: Claim;
}

const casesOf = (answers: readonly Answer[], kind: Kind): Case[] =>
  answers.flatMap(({ truths, claims }) =>
    Object.entries(truths).map(([service, truth]) => ({
      path: truth[kind] ?? 'open',
      truth,
      claim: claims[service]?.[kind] ?? NOTHING,
    })),
  );

const isAccused = ({ claim }: Case): boolean => claim.says === 'blocked';
const isFound = (one: Case): boolean => one.path === 'blocked' && isAccused(one);

function scoreOf(cases: readonly Case[]): Score {
  const blocked = cases.filter(({ path }) => path === 'blocked');
  const open = cases.filter(({ path }) => path === 'open');
  const otherwise = cases.filter(({ path }) => path !== 'blocked' && path !== 'open');
  return {
    ...{ blocked: blocked.length, found: blocked.filter(isAccused).length },
    ...{ open: open.length, falseAlarms: open.filter(isAccused).length },
    ...{ otherwise: otherwise.length, accused: otherwise.filter(isAccused).length },
  };
}

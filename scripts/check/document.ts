import type { Observation } from '../../core/evidence/observation.ts';
import type { Place } from '../../core/history/place.ts';
import type { ControlGroup, Judgement, ServiceAssessment, Snapshot } from '../../core/verdict/snapshot.ts';
import type { CallState, Mechanism, MessageState, NetworkState } from '../../core/vocabulary.ts';

/** What `check --json` prints: docs/check-output.md and its schema describe it. Holds no address of the person. */
export interface CheckDocument {
  readonly schemaVersion: 1;
  readonly takenAt: string;
  readonly durationMs: number;
  readonly firstWordMs: number | null;
  readonly rounds: number;
  /** Null where no history is kept. */
  readonly where: Where | null;
  readonly network: Verdict<NetworkState>;
  readonly services: readonly ServiceVerdict[];
  readonly eachRound: readonly RoundVerdict[];
  readonly controls: readonly ControlGroup[];
  readonly observations: readonly ObservationRecord[];
}

export interface Verdict<State extends string> {
  readonly state: State;
  readonly mechanism?: Mechanism;
  readonly rule: string;
  readonly rounds: number;
}

export interface ServiceVerdict {
  readonly id: string;
  readonly calls: Verdict<CallState>;
  readonly messages: Verdict<MessageState>;
}

/** The network, as far as it is known without asking anybody, and what the history holds against it. */
export interface Where extends Pick<Place, 'operator' | 'asn' | 'country' | 'access' | 'hints'> {
  readonly blockedSince: readonly { readonly subject: string; readonly kind: string; readonly since: string }[];
}

/** What was said after one round. */
export interface RoundVerdict {
  readonly round: number;
  readonly takenAt: string;
  readonly durationMs: number;
  readonly network: Verdict<NetworkState>;
  readonly services: readonly ServiceVerdict[];
}

export type ObservationRecord = Pick<
  Observation,
  'url' | 'probe' | 'transport' | 'outcome' | 'durationMs' | 'depth' | 'mechanism' | 'code' | 'status'
> & { readonly round: number } & ({ readonly services: readonly string[] } | { readonly control: true });

/** Every field is named here, so that nothing which the extension stores for itself slips through. */
export function toDocument(snapshots: readonly [Snapshot, ...Snapshot[]], place: Place | null = null): CheckDocument {
  const first = snapshots[0];
  const last = snapshots.at(-1) ?? first;
  return {
    schemaVersion: 1,
    takenAt: new Date(first.takenAt).toISOString(),
    durationMs: last.takenAt + last.durationMs - first.takenAt,
    firstWordMs: firstWord(snapshots),
    rounds: snapshots.length,
    where: place && where(place),
    ...verdicts(last),
    eachRound: snapshots.map((snapshot, index) => ({
      round: index + 1,
      takenAt: new Date(snapshot.takenAt).toISOString(),
      durationMs: snapshot.durationMs,
      ...verdicts(snapshot),
    })),
    controls: last.controls.map(({ kind, asked, answered, operators }) => ({ kind, asked, answered, operators })),
    observations: snapshots.flatMap((snapshot, index) => observations(snapshot, index + 1)),
  };
}

const where = ({ operator, asn, country, access, hints, blockedSince }: Place): Where => ({
  operator,
  asn,
  country,
  access,
  hints,
  blockedSince: Object.entries(blockedSince).map(([name, at]) => {
    const [subject = '', kind = ''] = name.split('/');
    return { subject, kind, since: new Date(at).toISOString() };
  }),
});

/** Counted from the start of the first round, whichever round said it. */
function firstWord(snapshots: readonly [Snapshot, ...Snapshot[]]): number | null {
  const speaking = snapshots.find(({ firstWordMs }) => firstWordMs !== null);
  if (!speaking || speaking.firstWordMs === null) return null;
  return speaking.takenAt + speaking.firstWordMs - snapshots[0].takenAt;
}

const verdicts = ({ network, services }: Snapshot): Pick<RoundVerdict, 'network' | 'services'> => ({
  network: verdict(network),
  services: services.map(({ id, calls, messages }) => ({ id, calls: verdict(calls), messages: verdict(messages) })),
});

const verdict = <State extends string>({ state, mechanism, rule, rounds }: Judgement<State>): Verdict<State> => ({
  state,
  ...(mechanism && { mechanism }),
  rule,
  rounds,
});

function observations(snapshot: Snapshot, round: number): ObservationRecord[] {
  return [
    ...snapshot.controlObservations.map((seen) => ({ ...record(seen, round), control: true as const })),
    ...ofServices(snapshot.services).map(({ seen, services }) => ({ ...record(seen, round), services })),
  ];
}

/** Services that share an endpoint share its observation: it was asked once. */
function ofServices(services: readonly ServiceAssessment[]): { seen: Observation; services: string[] }[] {
  const byQuestion = new Map<string, { seen: Observation; services: string[] }>();
  for (const { id, evidence } of services) {
    for (const { observation: seen } of evidence) {
      if (!seen) continue;
      const question = `${seen.url} ${seen.startedAt}`;
      const known = byQuestion.get(question);
      if (known) known.services.push(id);
      else byQuestion.set(question, { seen, services: [id] });
    }
  }
  return [...byQuestion.values()];
}

const record = (seen: Observation, round: number) => ({
  round,
  url: seen.url,
  probe: seen.probe,
  transport: seen.transport,
  outcome: seen.outcome,
  durationMs: seen.durationMs,
  depth: seen.depth,
  ...(seen.mechanism && { mechanism: seen.mechanism }),
  ...(seen.code !== undefined && { code: seen.code }),
  ...(seen.status !== undefined && { status: seen.status }),
});

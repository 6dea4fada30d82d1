import type { Choices, Shared } from './share.ts';

/** The format of docs/history-export.md, which can be imported again. */
export const FORMAT = 'ringback-history';
export const VERSION = 1;

export interface HistoryDocument extends Shared {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly product: { readonly name: string; readonly version: string };
  /** The span of time that was asked for, ms since the epoch. */
  readonly selection: { readonly from: number; readonly to: number };
  /** What the person did not let out. */
  readonly leftOut: readonly (keyof Choices)[];
}

/** What every format says of where it comes from. */
export interface Origin {
  readonly now: number;
  readonly version: string;
  readonly selection: { readonly from: number; readonly to: number };
}

export function toJson(shared: Shared, choices: Choices, { now, version, selection }: Origin): string {
  const { networks, rounds, raw, days, spells, words, calls, ownServers } = shared;
  const document: HistoryDocument = {
    format: FORMAT,
    version: VERSION,
    exportedAt: new Date(now).toISOString(),
    product: { name: 'Ringback', version },
    selection: { from: selection.from, to: selection.to },
    leftOut: (['names', 'place', 'raw', 'own'] as const).filter((choice) => !choices[choice]),
    networks,
    rounds,
    raw,
    days,
    spells,
    words,
    calls,
    ...(ownServers && { ownServers }),
  };
  return `${JSON.stringify(document)}\n`;
}

import * as v from 'valibot';

/** What somebody wants to know of a status source. */
export interface Question {
  /** The part of the source that speaks of the service. */
  readonly component?: string;
  /** Now, ms. */
  readonly now: number;
}

/** True: an outage of this service, now. False: no outage. Null: it can't be told. */
export type Says = boolean | null;

/**
 * Reads one format. What a reader does not recognise is null: a source that changed its shape must neither excuse nor accuse. Further fields,
 * another order and missing optional fields are no change of shape.
 */
export type Reader = (text: string, question: Question) => Says;

export const fromJson =
  <Schema extends v.GenericSchema>(
    schema: Schema,
    judge: (body: v.InferOutput<Schema>, question: Question) => Says,
  ): Reader =>
  (text, question) => {
    const body = v.safeParse(schema, parsed(text));
    return body.success ? judge(body.output, question) : null;
  };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One outage makes an outage; one incident that can't be told makes silence out of all-clear. */
export function altogether(incidents: readonly Says[]): Says {
  if (incidents.includes(true)) return true;
  return incidents.includes(null) ? null : false;
}

/** An incident that is open for longer has been forgotten, or hits few. */
const CURRENT_MS = 3 * 24 * 3_600_000;
/** Clocks differ. */
const AHEAD_MS = 15 * 60_000;

/** True for an incident that began lately; null for one that is too old to explain anything, is to come, or does not say when it began. */
export const ifCurrent = (began: number | undefined, now: number): Says =>
  began !== undefined && now - began <= CURRENT_MS && began - now <= AHEAD_MS ? true : null;

/** A word of a fixed vocabulary, however it is written. */
export const Word = v.pipe(v.string(), v.trim(), v.toLowerCase());

/** A time, written out or as milliseconds; nothing where there is none, NaN where it can't be read. */
export const Moment = v.pipe(
  v.nullish(v.union([v.string(), v.number()])),
  v.transform((said) => {
    if (said === undefined || said === null) return undefined;
    const ms = Number(said);
    return said !== '' && Number.isFinite(ms) ? ms : Date.parse(String(said));
  }),
);

/** Nothing, null and an empty text alike. */
export const Missing = v.union([v.undefined(), v.null(), v.literal('')]);

/** Whether a source speaks of our product, however it writes the name. */
export const isNamed = (name: string | null | undefined, component: string | undefined): boolean =>
  typeof name === 'string' && component !== undefined && plain(name) === plain(component);

export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

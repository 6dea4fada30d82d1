import type {
  CallConclusion,
  CallEnd,
  CallStage,
  CallSummary,
  CallTransport,
  TestCall,
  TransportCall,
} from './call.ts';
import { mosOf } from './e-model.ts';
import { isPoor } from './quality.ts';
import { type Heard, hear, rounded } from './statistics.ts';

/** What was seen of one call, when it ended. */
export interface Course {
  readonly transport: CallTransport;
  readonly reached: TransportCall['reached'];
  readonly durationMs: number;
  /** It was ended before its end, or could not be made, and says nothing. */
  readonly halted: { readonly end: 'cancelled' | 'interrupted' | 'untestable'; readonly code?: string } | null;
  /** What the relay refused with, if it did, and else what the browser said of its silence. */
  readonly refusal: string | null;
  readonly failure: string | null;
  /** Packets of sound that this browser sent; null: it told of none. */
  readonly sent: number | null;
  readonly heard: Heard;
}

/** The call as it is kept. */
export function callOf(course: Course): TransportCall {
  const { transport, reached, durationMs, heard } = course;
  const { cutAfterS, seconds, roundTripMs, jitterMs, loss, stalls } = heard;
  const { end, code } = endOf(course);
  return {
    transport,
    end,
    ...(code && { code }),
    reached,
    durationMs,
    seconds,
    roundTripMs,
    jitterMs,
    loss,
    stalls,
    // Of a call that is over, nobody asks how it sounded before.
    mos: carries({ end }) ? rounded(mosOf(heard), 100) : null,
    ...(end === 'cut' && cutAfterS !== null && { cutAfterS }),
  };
}

/** A call that was not begun, or of which nothing was seen. */
export const notMade = (transport: CallTransport, halted: NonNullable<Course['halted']>): TransportCall =>
  callOf({
    transport,
    halted,
    reached: {},
    durationMs: 0,
    refusal: null,
    failure: null,
    sent: null,
    heard: hear([]),
  });

export const testOf = (service: string, at: number, calls: readonly TransportCall[]): TestCall => ({
  at,
  service,
  calls,
  conclusion: conclusionOf(calls),
});

function endOf({ halted, reached, refusal, failure, sent, heard }: Course): { end: CallEnd; code?: string | null } {
  if (halted) return halted;
  const has = (stage: CallStage) => reached[stage] !== undefined;
  if (!has('relay')) return refusal ? { end: 'refused', code: refusal } : { end: 'silent', code: failure };
  if (!has('ice')) return { end: 'no-ice' };
  if (!has('dtls')) return { end: 'no-dtls' };
  // Browsers may hold back all sound of a page that nobody has clicked in.
  if (!has('first-packet')) return sent ? { end: 'no-media' } : { end: 'untestable', code: 'no-sound' };
  if (heard.cutAfterS !== null) return { end: 'cut' };
  return { end: heard.stalls > 0 || soundsPoor(heard) ? 'poor' : 'works' };
}

/** What nobody told counts as if it were perfect: it accuses nobody. */
const soundsPoor = ({ roundTripMs, jitterMs, loss }: Heard): boolean =>
  isPoor(mosOf({ roundTripMs: roundTripMs ?? 0, jitterMs: jitterMs ?? 0, loss: loss ?? 0 }) ?? 1);

type Ended = Pick<TransportCall, 'end' | 'transport'>;

/** Sound passed from the beginning to the end. */
const carries = ({ end }: Pick<TransportCall, 'end'>): boolean => end === 'works' || end === 'poor';

/** The relay let both sides in, and the call died. */
const dies = ({ end }: Pick<TransportCall, 'end'>): boolean => ['no-ice', 'no-dtls', 'no-media', 'cut'].includes(end);

const tells = ({ end }: Pick<TransportCall, 'end'>): boolean =>
  !['cancelled', 'interrupted', 'untestable'].includes(end);

/** What calls over several transports say together. What was not tried, or says nothing, is left out. */
export function conclusionOf(calls: readonly Ended[]): CallConclusion {
  const telling = calls.filter(tells);
  const udp = telling.find(({ transport }) => transport === 'udp');
  const carrying = telling.filter(carries);
  if (carrying.length > 0) {
    // Apps take UDP where it carries sound, however it sounds.
    if (udp && carries(udp)) return udp.end as 'works' | 'poor';
    if (udp && (udp.end === 'silent' || dies(udp))) return 'tcp-only';
    return carrying.some(({ end }) => end === 'works') ? 'works' : 'poor';
  }
  if (telling.some(dies)) return 'cut';
  if (telling.some(({ end }) => end === 'refused')) return 'refused';
  return telling.length > 0 ? 'silent' : 'nothing';
}

/** What a verdict needs of it: the best call, by how it sounded or how far it came. */
export function summaryOf({ at, calls, conclusion }: TestCall): Omit<CallSummary, 'cuts'> {
  const best = [...calls].filter((call) => carries(call) || call.end === 'cut').sort(byWorth)[0];
  return {
    at,
    conclusion,
    transport: best?.transport ?? null,
    mos: best?.mos ?? null,
    ...(best?.cutAfterS !== undefined && { cutAfterS: best.cutAfterS }),
  };
}

const ORDER: readonly CallEnd[] = ['works', 'poor', 'cut'];

const byWorth = (a: TransportCall, b: TransportCall): number =>
  ORDER.indexOf(a.end) - ORDER.indexOf(b.end) || (b.mos ?? 0) - (a.mos ?? 0) || (b.cutAfterS ?? 0) - (a.cutAfterS ?? 0);

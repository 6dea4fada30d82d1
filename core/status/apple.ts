import * as v from 'valibot';
import { altogether, fromJson, ifCurrent, isNamed, Missing, Moment, type Reader, type Says, Word } from './reader.ts';

/** Apple's `system_status_en_US.js`: services with their events of late, as JSON or wrapped in a call of `jsonCallback`. */
const Event = v.object({
  statusType: Word,
  eventStatus: v.nullish(Word),
  epochStartDate: Moment,
  epochEndDate: v.optional(v.unknown()),
});
const Body = v.object({
  services: v.array(v.object({ serviceName: v.string(), events: v.array(Event) })),
});

const readBody = fromJson(Body, ({ services }, { component, now }) => {
  const ours = services.filter(({ serviceName }) => isNamed(serviceName, component));
  return ours.length === 0
    ? null
    : altogether(ours.flatMap(({ events }) => events.map((event): Says => says(event, now))));
});

const CALL = 'jsonCallback(';

export const readApple: Reader = (text, question) => readBody(unwrapped(text.trim()), question);

/** Without a pattern: on a hostile text those can take for ever. */
function unwrapped(text: string): string {
  if (!text.startsWith(CALL)) return text;
  const call = text.endsWith(';') ? text.slice(0, -1).trimEnd() : text;
  return call.endsWith(')') ? call.slice(CALL.length, -1) : text;
}

function says(
  { statusType, eventStatus, epochStartDate, epochEndDate }: v.InferOutput<typeof Event>,
  now: number,
): Says {
  if (!v.is(Missing, epochEndDate) || ['resolved', 'completed', 'upcoming'].includes(eventStatus ?? '')) return false;
  if (['issue', 'performance', 'maintenance', 'available'].includes(statusType)) return false;
  return statusType === 'outage' && eventStatus === 'ongoing' ? ifCurrent(epochStartDate, now) : null;
}

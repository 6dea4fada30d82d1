import type { Comparison, Cost, Said, ServiceComparison } from '../../core/history/compare.ts';
import type { CallRecord } from '../../core/history/records.ts';
import type { CallState, MessageState } from '../../core/vocabulary.ts';
import { CallSign } from '../CallSign.tsx';
import { conclusionWords, soundWords } from '../call-words.ts';
import { callsWords } from '../exporting/words.ts';
import { nameOf } from '../names.ts';
import { Sign } from '../Sign.tsx';
import { callSign, messageSign } from '../signs.ts';
import { format, plural, t } from '../text.ts';
import { messagesKey } from '../wording.ts';

interface Props {
  readonly result: Comparison;
  readonly labels: readonly [string, string];
}

/** How many rounds, and when where it was one: a moment is that of the round nearest to it. */
function measured({ rounds, spans }: Comparison, side: number): string {
  const count = plural('compare.rounds', rounds[side] ?? 0);
  const at = rounds[side] === 1 ? spans[side]?.from : undefined;
  return at === undefined ? count : `${count} · ${format.moment(at, Number.POSITIVE_INFINITY)}`;
}

/** A row a service; what has changed comes first. */
export function ResultTable({ result, labels }: Props) {
  const changed = ({ calls, messages }: ServiceComparison) => Number(calls.change !== null || messages.change !== null);
  const services = result.services.toSorted((a, b) => changed(b) - changed(a));
  return (
    <table class="result">
      <caption class="visually-hidden">{t('compare.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.service')}</th>
          {labels.map((label, side) => (
            <th scope="col" key={side}>
              {label}
              <span class="quiet">{measured(result, side)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <tr key={service.id}>
            <th scope="row">{nameOf(service.id)}</th>
            <td>
              <Found service={service} side={0} />
            </td>
            <td>
              <Found service={service} side={1} />
              <Changes service={service} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('compare.round_trip')}</th>
          <td>{time(result.roundTrip, 0)}</td>
          <td>
            {time(result.roundTrip, 1)}
            <Difference cost={result.roundTrip} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What one side says of a service. Messages are worth a line where they look blocked, and calls do not say so already. */
function Found({ service: { id, calls, messages, relay, call }, side }: { service: ServiceComparison; side: 0 | 1 }) {
  const said = calls.sides[side];
  const written = messages.sides[side];
  return (
    <>
      <p class="found">
        <Sign name={callSign({ state: said.state ?? 'insufficient', rule: 'calls.no-round' })} />
        <span>{said.state === null ? t('compare.not_measured') : callsWords(id, said.state satisfies CallState)}</span>
      </p>
      {(written.state === 'likely-blocked' || written.state === 'suspected') && said.state !== 'unreachable' && (
        <p class="found">
          <Sign name={messageSign({ state: written.state, rule: 'messages.no-round' })} />
          <span>{t(messagesKey(written.state satisfies MessageState))}</span>
        </p>
      )}
      <p class="quiet">
        {[share(said), relay.sides[side] && t('compare.relays', time(relay, side))].filter(Boolean).join(' · ')}
      </p>
      {call && <Called call={call.sides[side]} />}
    </>
  );
}

/** The one test call of a side, with its moment: it is no more than that. */
function Called({ call }: { call: CallRecord | null }) {
  if (!call) return <p class="quiet">{t('compare.no_call')}</p>;
  return (
    <>
      <p class="found">
        <CallSign conclusion={call.conclusion} />
        <span>{conclusionWords(call)}</span>
      </p>
      <p class="quiet">{[...soundWords(call), format.moment(call.at, Number.POSITIVE_INFINITY)].join('. ')}</p>
    </>
  );
}

const share = ({ agreeing, decided }: Said<string>): string =>
  decided > 1 ? t('compare.agreeing', agreeing, decided) : '';

function Changes({ service: { calls, messages, relay } }: { service: ServiceComparison }) {
  return (
    <>
      {calls.change && <strong>{t(`compare.calls_${calls.change}`)}</strong>}
      {messages.change && <strong>{t(`compare.messages_${messages.change}`)}</strong>}
      <Difference cost={relay} />
    </>
  );
}

const Difference = ({ cost: { differenceMs } }: { cost: Cost }) =>
  differenceMs === null ? null : (
    <p class="quiet">
      {t(differenceMs > 0 ? 'compare.longer' : 'compare.shorter', format.milliseconds(Math.abs(differenceMs)))}
    </p>
  );

const time = ({ sides }: Cost, side: 0 | 1): string => {
  const median = sides[side];
  return median === null ? t('compare.not_measured') : format.milliseconds(median.ms);
};

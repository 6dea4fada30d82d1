import { CALL_STAGES, type TransportCall } from '../../../core/call/call.ts';
import { Disclosure } from '../../Disclosure.tsx';
import { Sign } from '../../Sign.tsx';
import { format, t } from '../../text.ts';
import { Curves } from './Curves.tsx';
import { score, share } from './format.ts';
import { SecondsTable } from './SecondsTable.tsx';
import { type StageState, Stages } from './Stages.tsx';
import { END_SIGNS } from './signs.ts';
import { endText, over, qualityText } from './words.ts';

/** A call over one transport: how it ended, how it sounded, and where it broke if it did. */
export function TransportResult({ call }: { call: TransportCall }) {
  const { transport, end, code, mos, seconds } = call;
  const isWhole = end === 'works' || end === 'poor';
  return (
    <section class="transport" data-transport={transport} data-end={end}>
      <h5>
        <Sign name={END_SIGNS[end]} />
        {over(transport)}
      </h5>
      {mos !== null && <p class="quality">{qualityText(mos)}</p>}
      <p>
        {endText(call)}
        {code && <span class="quiet"> {t('servers.call.code', code)}</span>}
      </p>
      {!isWhole && Object.keys(call.reached).length > 0 && <Stages states={statesOf(call)} />}
      {seconds.length > 0 && (
        <>
          <Numbers call={call} />
          <Curves seconds={seconds} />
          <Disclosure title={t('servers.call.table')}>
            {isWhole && <Stages states={statesOf(call)} />}
            <SecondsTable seconds={seconds} caption={over(transport)} />
          </Disclosure>
        </>
      )}
    </section>
  );
}

function Numbers({ call: { roundTripMs, jitterMs, loss, stalls, mos } }: { call: TransportCall }) {
  const known = (value: number | null, words: (value: number) => string) =>
    value === null ? t('servers.call.not_measured') : words(value);
  const rows = [
    ['mos', t('servers.call.mos'), known(mos, (value) => t('servers.call.mos_of', score(value)))],
    ['round-trip', t('servers.call.round_trip'), known(roundTripMs, format.milliseconds)],
    ['jitter', t('servers.call.jitter'), known(jitterMs, format.milliseconds)],
    ['loss', t('servers.call.loss'), known(loss, share)],
    ['stalls', t('servers.call.stalls'), format.number(stalls)],
  ] as const;
  return (
    <dl class="numbers">
      {rows.map(([id, name, value]) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every stage that was reached, after how long; the first of the others is where it broke. */
function statesOf({ reached }: TransportCall): StageState[] {
  const first = CALL_STAGES.find((stage) => reached[stage] === undefined);
  return CALL_STAGES.filter((stage) => reached[stage] !== undefined || stage === first).map((stage) => {
    const after = reached[stage];
    return after === undefined
      ? { stage, state: 'missed', words: t('servers.call.stage.missed') }
      : { stage, state: 'reached', words: t('servers.call.stage.done', format.milliseconds(after)) };
  });
}

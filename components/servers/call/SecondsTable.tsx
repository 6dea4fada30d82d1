import type { CallSecond } from '../../../core/call/call.ts';
import { format, t } from '../../text.ts';
import { share } from './format.ts';

interface Props {
  readonly caption: string;
  readonly seconds: readonly CallSecond[];
}

/** The curves as a table. Wide on a phone: it scrolls by itself. */
export function SecondsTable({ caption, seconds }: Props) {
  const known = (value: number | null, words: (value: number) => string) =>
    value === null ? t('servers.call.not_measured') : words(value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-frame" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('servers.call.second')}</th>
            <th scope="col">{t('servers.call.round_trip')}</th>
            <th scope="col">{t('servers.call.jitter')}</th>
            <th scope="col">{t('servers.call.loss')}</th>
            <th scope="col">{t('servers.call.packets')}</th>
          </tr>
        </thead>
        <tbody>
          {seconds.map(({ roundTripMs, jitterMs, loss, packets }, index) => (
            <tr key={index}>
              <th scope="row">{format.number(index + 1)}</th>
              <td>{known(roundTripMs, format.milliseconds)}</td>
              <td>{known(jitterMs, format.milliseconds)}</td>
              <td>{known(loss, share)}</td>
              <td>{format.number(packets)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

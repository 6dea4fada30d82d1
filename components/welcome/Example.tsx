import { useId } from 'preact/hooks';
import { nameOf } from '../names.ts';
import { ServiceMark } from '../ServiceMark.tsx';
import { Sign } from '../Sign.tsx';
import type { SignName } from '../signs.ts';
import { t } from '../text.ts';

const ROWS: readonly (readonly [service: string, calls: SignName])[] = [
  ['whatsapp', 'blocked'],
  ['signal', 'ok'],
];

/** A picture of an answer: nothing in it was measured. */
export function Example() {
  const id = useId();
  return (
    <figure class="example" aria-labelledby={id}>
      <figcaption id={id}>{t('welcome.example')}</figcaption>
      <div class="example-verdict">
        <Sign name="some" />
        <strong>{t('network.some_blocked')}</strong>
      </div>
      <ul>
        {ROWS.map(([service, calls]) => (
          <li key={service} class="example-row">
            <ServiceMark id={service} />
            <strong>{nameOf(service)}</strong>
            <Sign name={calls} />
            <span>{t(calls === 'ok' ? 'calls.clear' : 'calls.likely_blocked')}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

import { MECHANISMS, type Mechanism } from '../../core/vocabulary.ts';
import { t } from '../text.ts';
import { explanationKey, mechanismKey } from '../wording.ts';
import { TERMS } from './terms.ts';

/** How something fails, a sentence for each way, and the words that the articles use. */
export const Words = ({ mechanism }: { readonly mechanism: Mechanism | null }) => (
  <article>
    <h1 tabIndex={-1}>{t('help.mechanisms.title')}</h1>
    <p>{t('help.mechanisms.intro', t('explain.title'))}</p>
    <dl class="words">
      {MECHANISMS.map((one) => (
        <div key={one} class={one === mechanism ? 'is-here' : undefined}>
          <dt id={one === mechanism ? 'asked' : undefined} tabIndex={one === mechanism ? -1 : undefined}>
            <dfn>{t(mechanismKey(one))}</dfn>{' '}
            <code class="quiet" dir="ltr">
              {one}
            </code>
          </dt>
          <dd>{t(explanationKey(one))}</dd>
        </div>
      ))}
    </dl>
    <h2>{t('help.terms.title')}</h2>
    <dl class="words">
      {TERMS.map((term) => (
        <div key={term}>
          <dt>
            <dfn>{t(`help.terms.${term}`)}</dfn>
          </dt>
          <dd>{t(`help.terms.${term}_is`)}</dd>
        </div>
      ))}
    </dl>
  </article>
);

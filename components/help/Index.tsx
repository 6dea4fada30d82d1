import type { ComponentChildren } from 'preact';
import { Sign } from '../Sign.tsx';
import { t } from '../text.ts';
import { ARTICLE_IDS, ARTICLES } from './articles.ts';
import type { Place } from './places.ts';

/** Every answer with its sign, as the popup shows it; last the words. */
export const Index = ({ place }: { readonly place: Place }) => (
  <nav class="answers" aria-label={t('help.answers')}>
    <ul>
      {ARTICLE_IDS.map((id) => (
        <Entry key={id} name={id} isHere={place.kind === 'article' && place.id === id}>
          <Sign name={ARTICLES[id].sign} />
          {t(ARTICLES[id].title)}
        </Entry>
      ))}
      <Entry name="words" isHere={place.kind === 'words'}>
        {t('help.mechanisms.title')} · {t('help.terms.title')}
      </Entry>
    </ul>
  </nav>
);

interface EntryProps {
  readonly name: string;
  readonly isHere: boolean;
  readonly children: ComponentChildren;
}

const Entry = ({ name, isHere, children }: EntryProps) => (
  <li>
    <a href={`#${name}`} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  </li>
);

import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { ArticleView } from './ArticleView.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { Index } from './Index.tsx';
import type { Place } from './places.ts';
import { Words } from './Words.tsx';

/** The help page: one article at a time, and the list of all beside it. */
export function Help({ place }: { readonly place: Place }) {
  const first = useRef(true);
  useEffect(() => {
    const asked = document.querySelector<HTMLElement>('#asked');
    // The link that was followed is gone, or stands elsewhere: go on from the new heading.
    if (asked || !first.current) (asked ?? document.querySelector('h1'))?.focus();
    first.current = false;
  }, [place]);

  return (
    <>
      <header class="page-head">
        <a class="home" href="#answers">
          <img class="logo" src="/icon/96.png" alt="" />
          {t('help.page_title')}
        </a>
      </header>
      <div class={`columns is-${place.kind}`}>
        <main>
          {place.kind === 'article' && <ArticleView id={place.id} />}
          {place.kind === 'words' && <Words mechanism={place.mechanism} />}
          {place.kind === 'index' && <Welcome isLost={place.isLost} />}
        </main>
        <Index place={place} />
      </div>
      <Elsewhere />
    </>
  );
}

const Welcome = ({ isLost }: { readonly isLost: boolean }) => (
  <>
    <h1 tabIndex={-1}>{t('help.title')}</h1>
    <p>{t(isLost ? 'help.unknown' : 'help.intro')}</p>
  </>
);

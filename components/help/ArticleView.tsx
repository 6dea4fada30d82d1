import { Sign } from '../Sign.tsx';
import { TONES } from '../signs.ts';
import { t } from '../text.ts';
import { ARTICLE_IDS, ARTICLES, type ArticleId, type Saying } from './articles.ts';
import { say } from './say.ts';

/** One answer: what it means, what it can't tell, what to try, how to tell others. */
export function ArticleView({ id }: { readonly id: ArticleId }) {
  const { title, sign, means, reasons, cannot, try: tries, tell } = ARTICLES[id];
  return (
    <article>
      <header class={`article-head tone-${TONES[sign]}`}>
        <Sign name={sign} />
        <h1 tabIndex={-1}>{t(title)}</h1>
      </header>
      <h2>{t('help.means')}</h2>
      {means.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      {reasons && (
        <>
          <p>{t('help.insufficient.reasons')}</p>
          <List of={reasons} />
        </>
      )}
      <h2>{t('help.cannot')}</h2>
      {cannot.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      <h2>{t('help.try')}</h2>
      <List of={tries} />
      <h2>{t('help.tell')}</h2>
      <List of={tell} />
      <Neighbours id={id} />
    </article>
  );
}

const List = ({ of }: { readonly of: readonly Saying[] }) => (
  <ul class="points">
    {of.map((key) => (
      <li key={key}>{say(key)}</li>
    ))}
  </ul>
);

function Neighbours({ id }: { readonly id: ArticleId }) {
  const at = ARTICLE_IDS.indexOf(id);
  const previous = ARTICLE_IDS[at - 1];
  const next = ARTICLE_IDS[at + 1];
  return (
    <p class="neighbours">
      {previous && <a href={`#${previous}`}>{t('help.previous', t(ARTICLES[previous].title))}</a>}
      {next && <a href={`#${next}`}>{t('help.next', t(ARTICLES[next].title))}</a>}
    </p>
  );
}

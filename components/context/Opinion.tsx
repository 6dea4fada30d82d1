import { useSignal } from '@preact/signals';
import { isWithinDay } from '../../core/day.ts';
import type { OpinionProblem, Opinion as Told } from '../../core/ooni/opinion.ts';
import { heldUntil, mayAskFrom, opinionOn } from '../../core/ooni/pause.ts';
import { lastDay } from '../../core/ooni/question.ts';
import { format, t } from '../text.ts';
import { underscored } from '../wording.ts';
import { dateText } from './dates.ts';
import type { Here, OpinionModel } from './model.ts';
import { countryName } from './names.ts';
import { TestOpinions } from './TestOpinions.tsx';

/** What others have measured: what OONI is, what asking it tells, and its last answer about this place. */
export function Opinion({ model }: { readonly model: OpinionModel }) {
  /** Why it was not asked, and of what that holds. */
  const refusal = useSignal<{ readonly about: unknown; readonly words: string } | null>(null);
  /** What was asked about last from this page. */
  const asked = useSignal<unknown>(null);
  const isAsking = model.isAsking.value;
  const here = model.here.value;
  const about = model.about.value;
  const known = model.stored.value;
  const told = about && opinionOn(known, about);
  const now = Date.now();
  // What failed after a fresh answer was about another place.
  const problem = told && isWithinDay(told.askedAt, now) ? undefined : known?.problem;
  const press = async () => {
    const at = Date.now();
    const from = about && mayAskFrom(known, about, at);
    const isFresh = told && isWithinDay(told.askedAt, at);
    const words = from && t(isFresh ? 'opinion.still_fresh' : 'opinion.try_from', format.moment(from, at));
    refusal.value = words ? { about, words } : null;
    if (from !== null) return;
    await model.ask();
    asked.value = about;
  };
  const refused = refusal.value?.about === about && refusal.value?.words;
  const shown = isAsking ? t('opinion.asking') : refused || (problem && whyNot(problem, heldUntil(known, now), now));
  return (
    <section
      class="part opinion"
      data-section="opinion"
      data-opinion={isAsking ? 'asking' : problem ? 'failed' : told ? 'answered' : 'none'}
      aria-labelledby="opinion"
    >
      <h2 id="opinion">{t('opinion.title')}</h2>
      <p>{t('opinion.about')}</p>
      <p>{t('opinion.messages')}</p>
      {here?.isTunnel && <p>{t('opinion.tunnel')}</p>}
      {about ? <h3>{placeText(about.country, about.asn === null ? null : here)}</h3> : <p>{t('opinion.no_country')}</p>}
      {told && <Answer told={told} now={now} />}
      <p class="quiet">{t('opinion.reveals')}</p>
      <div>
        {/* It stays while it asks, so that the focus does. */}
        <button
          type="button"
          class="button"
          data-do="ask-opinion"
          disabled={!about}
          aria-disabled={isAsking}
          onClick={() => void press()}
        >
          {t(told || problem ? 'opinion.ask_again' : 'opinion.ask')}
        </button>
      </div>
      {/* Eyes find an answer above; ears hear that it came. */}
      <p role="status" class={shown ? undefined : 'visually-hidden'}>
        {shown || (asked.value === about && told && askedText(told, now))}
      </p>
    </section>
  );
}

function Answer({ told, now }: { readonly told: Told; readonly now: number }) {
  return (
    <>
      {told.tests.every(({ country }) => country.measured === 0) ? (
        <p>{t('opinion.nobody')}</p>
      ) : (
        <>
          <p>{t('opinion.period', dateText(lastDay(told)))}</p>
          <TestOpinions opinion={told} />
        </>
      )}
      <p class="quiet">
        {askedText(told, now)} {!isWithinDay(told.askedAt, now) && t('opinion.old')}
      </p>
    </>
  );
}

function askedText({ askedAt }: Told, now: number): string {
  const ago = format.ago(askedAt, now);
  return ago === null ? t('opinion.asked_now') : t('opinion.asked', ago);
}

/** The operator's name comes from a table, in any script and direction. */
function placeText(country: string, here: Here | null): string {
  if (here === null) return t('opinion.of_country', countryName(country));
  const network = here.operator === null ? `AS${here.asn}` : `${here.operator} (AS${here.asn})`;
  return t('opinion.of_operator', `\u2068${network}\u2069`, countryName(country));
}

const whyNot = (problem: OpinionProblem, until: number | null, now: number): string =>
  [
    t(`opinion.problem.${underscored(problem)}`),
    until === null ? t('opinion.try_again') : t('opinion.try_from', format.moment(until, now)),
  ].join(' ');

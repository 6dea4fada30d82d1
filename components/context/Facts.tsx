import type { Fact } from '../../core/facts/fact.ts';
import { language, t } from '../text.ts';
import { underscored } from '../wording.ts';
import { dateText } from './dates.ts';
import { FactEntry } from './FactEntry.tsx';
import type { ContextModel } from './model.ts';
import { countryName } from './names.ts';

/** What is on record of the country: the newest entry in a line, then all of them as they happened. */
export function Facts({ model }: { readonly model: Pick<ContextModel, 'country' | 'facts'> }) {
  const country = model.country.value;
  const facts = (country !== null && model.facts?.[country]) || [];
  return (
    <section class="part" data-section="facts" aria-labelledby="facts">
      <h2 id="facts">{country === null ? t('facts.title_alone') : t('facts.title', countryName(country))}</h2>
      {model.facts === null ? (
        <p>{t('facts.unreadable')}</p>
      ) : facts.length === 0 ? (
        <p>{t(country === null ? 'facts.choose' : 'facts.nothing')}</p>
      ) : (
        <Record facts={facts} />
      )}
    </section>
  );
}

function Record({ facts }: { readonly facts: readonly Fact[] }) {
  const newest = facts.at(-1);
  const checked = facts
    .map(({ checked }) => checked)
    .sort()
    .at(-1);
  return (
    <>
      <p class="not-evidence">{t('facts.not_evidence')}</p>
      {newest && (
        <p class="newest">{t('facts.newest', t(`facts.kind.${underscored(newest.kind)}`), dateText(newest.date))}</p>
      )}
      {checked && <p class="quiet">{t('facts.as_of', dateText(checked))}</p>}
      {language !== 'en' && <p class="quiet">{t('facts.english')}</p>}
      {years(facts).map(([year, those]) => (
        <section key={year} class="year" aria-labelledby={`y${year}`}>
          <h3 id={`y${year}`}>{dateText(year)}</h3>
          <ul>
            {those.map((fact) => (
              <FactEntry key={fact.text} fact={fact} />
            ))}
          </ul>
        </section>
      ))}
      <p class="quiet">{t('facts.leaving')}</p>
    </>
  );
}

function years(facts: readonly Fact[]): [year: string, facts: readonly Fact[]][] {
  const all = [...new Set(facts.map(({ date }) => date.slice(0, 4)))];
  return all.map((year) => [year, facts.filter(({ date }) => date.startsWith(year))]);
}

import { lookOf } from '../../core/catalogue/looks.ts';
import { elsewhere, type OpinionWord, share, wordFor } from '../../core/ooni/comparison.ts';
import { type Counts, OONI_TESTS, type Opinion, type TestOpinion } from '../../core/ooni/opinion.ts';
import { explorerAddress } from '../../core/ooni/question.ts';
import { ServiceMark } from '../ServiceMark.tsx';
import { plural, t } from '../text.ts';
import { underscored } from '../wording.ts';
import { countryName } from './names.ts';

/** What OONI counted: the operator first, then its country, then what is usual elsewhere. */
export const TestOpinions = ({ opinion }: { readonly opinion: Opinion }) => (
  <ul class="tests">
    {opinion.tests.map((one) => (
      <OneTest key={one.test} one={one} opinion={opinion} />
    ))}
  </ul>
);

function OneTest({ one, opinion }: { readonly one: TestOpinion; readonly opinion: Opinion }) {
  const { test, operator, country } = one;
  const service = OONI_TESTS[test];
  const name = lookOf(service)?.name ?? test;
  const usual = elsewhere(one);
  return (
    <li data-test={test} data-word={wordFor(operator ?? country, usual)}>
      <h4>
        <ServiceMark id={service} /> {name}
      </h4>
      <dl>
        {operator && <Line name={t('opinion.operator')} counts={operator} word={wordFor(operator, usual)} />}
        <Line name={countryName(opinion.country)} counts={country} word={wordFor(country, usual)} />
        <div>
          <dt>{t('opinion.elsewhere')}</dt>
          <dd>{usual.measured === 0 ? t('opinion.word.none') : rateText(share(usual))}</dd>
        </div>
      </dl>
      <a href={explorerAddress(opinion, test)} target="_blank" rel="noopener noreferrer external">
        {t('opinion.explorer', name)}
        <span class="visually-hidden"> {t('help.external')}</span>
      </a>
    </li>
  );
}

interface LineProps {
  readonly name: string;
  readonly counts: Counts;
  readonly word: OpinionWord;
}

const Line = ({ name, counts: { measured, anomalies }, word }: LineProps) => (
  <div data-word={word}>
    <dt>{name}</dt>
    <dd>
      <strong>{t(`opinion.word.${underscored(word)}`)}</strong>
      {measured > 0 && ` ${plural('opinion.anomalies', measured, anomalies)}`}
    </dd>
  </div>
);

function rateText(usual: number): string {
  const ofHundred = Math.round(usual * 100);
  return ofHundred === 0 ? t('opinion.rate_few') : t('opinion.rate', ofHundred);
}

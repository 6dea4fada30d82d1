import type { ComponentChildren } from 'preact';
import { lookOf } from '../../core/catalogue/looks.ts';
import type { Fact, FactSource } from '../../core/facts/fact.ts';
import { ServiceMark } from '../ServiceMark.tsx';
import { format, t } from '../text.ts';
import { underscored } from '../wording.ts';
import { dateText, periodText } from './dates.ts';

/** One thing that happened: when, what, about whom, and who says so. */
export function FactEntry({ fact }: { readonly fact: Fact }) {
  const { kind, date, until, covers, text, confidence, sources, checked } = fact;
  return (
    <li class="fact" data-fact={kind}>
      <h4>
        {t(`facts.kind.${underscored(kind)}`)} <span class="when">{periodText(date, until)}</span>
      </h4>
      <p lang="en" dir="ltr">
        {text}
      </p>
      <dl class="covers">
        <Row name={t('facts.covers')}>
          <ul class="named">
            <li>{format.list(covers.what.map((one) => t(`facts.what.${one}`)))}</li>
            {covers.services?.map((one) => (
              <Service key={one} id={one} />
            ))}
          </ul>
        </Row>
        {covers.operators && <Row name={t('facts.operators')}>{format.list(covers.operators)}</Row>}
        {covers.access && (
          <Row name={t('facts.access')}>{format.list(covers.access.map((one) => t(`facts.by.${one}`)))}</Row>
        )}
      </dl>
      <div class="sources quiet">
        <p>
          {t('facts.title', t(`facts.confidence.${confidence}`))} · {t('facts.checked', dateText(checked))}
        </p>
        <ul>
          {sources.map((source) => (
            <Source key={source.title} {...source} />
          ))}
        </ul>
      </div>
    </li>
  );
}

const Row = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** With its mark where the catalogue knows it. */
function Service({ id }: { readonly id: string }) {
  const look = lookOf(id);
  return (
    <li>
      {look && <ServiceMark id={id} />}
      <bdi>{look?.name ?? id}</bdi>
    </li>
  );
}

const Source = ({ title, publisher, date, url }: FactSource) => (
  <li>
    {url ? (
      <a href={url} target="_blank" rel="noopener noreferrer external">
        <bdi>{title}</bdi>
        <span class="visually-hidden"> {t('help.external')}</span>
      </a>
    ) : (
      <bdi>{title}</bdi>
    )}
    {' · '}
    <bdi>{publisher}</bdi>
    {date && ` · ${dateText(date)}`}
  </li>
);

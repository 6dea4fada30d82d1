import { t } from '../text.ts';
import type { ContextModel, Here } from './model.ts';
import { byName, countryName } from './names.ts';

/** Which country the page speaks of, and why; another can be chosen among those of which something is on record. */
export function Where({ model }: { readonly model: ContextModel }) {
  const here = model.here.value;
  const country = model.country.value;
  const others = Object.keys(model.facts ?? {});
  const listed = [here?.country ?? country, country, ...others].filter((one) => one !== null);
  return (
    <section class="part" aria-labelledby="where">
      <h2 id="where">{t('context.where')}</h2>
      <p>{here ? sentence(here) : t('context.unknown')}</p>
      {here?.isTunnel && <p>{t('context.vpn')}</p>}
      <label class="field">
        {t('context.country')}
        <select value={country ?? ''} onChange={(event) => model.choose(event.currentTarget.value)}>
          {country === null && <option value="">{t('context.choose')}</option>}
          {[...new Set(listed)].sort(byName).map((one) => (
            <option key={one} value={one}>
              {one === here?.country ? t('context.yours', countryName(one)) : countryName(one)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

/** The operator's name comes from a table, in any script and direction. */
function sentence({ country, operator, asn }: Here): string {
  if (operator === null) return t('context.here', countryName(country));
  const network = asn === null ? operator : `${operator} (AS${asn})`;
  return t('context.here_operator', countryName(country), `\u2068${network}\u2069`);
}

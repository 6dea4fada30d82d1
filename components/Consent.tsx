import { CONTROLS } from '../core/catalogue/index.ts';
import { addressesOf } from './contacts.ts';
import { HostList } from './HostList.tsx';
import { nameOf } from './names.ts';
import { format, plural, t } from './text.ts';

interface Props {
  readonly selection: readonly string[];
  onAgree(): void;
}

/** Before the first packet: what will be contacted, who can see it, and one button. */
export function Consent({ selection, onAgree }: Props) {
  const addresses = addressesOf(selection);
  const operators = [...new Set(CONTROLS.map(({ operator }) => operator))];
  return (
    <main class="consent">
      <div class="consent-head">
        <img class="logo" src="/icon/96.png" alt="" />
        <h1>{t('consent.title')}</h1>
      </div>
      <p>{t('consent.intro')}</p>
      <h2>{t('consent.contacts')}</h2>
      <p>
        {t('consent.services')} {format.list(selection.map(nameOf))}
      </p>
      <p>
        {t('consent.controls')} {format.list(operators)}
      </p>
      <HostList title={plural('consent.hosts', addresses.length)} hosts={addresses} />
      <h2>{t('consent.sees')}</h2>
      <ul>
        <li>{t('consent.sees_network')}</li>
        <li>{t('consent.sees_servers')}</li>
        <li>{t('consent.sees_nobody')}</li>
      </ul>
      <p>{t('consent.when')}</p>
      <p class="consent-risk">{t('consent.risk')}</p>
      <button type="button" class="button button-main" onClick={onAgree}>
        {t('consent.agree')}
      </button>
    </main>
  );
}

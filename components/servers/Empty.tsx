import { t } from '../text.ts';

/** Nothing here yet: what may be, and how to come by it. */
export const Empty = () => (
  <section class="part empty">
    <h2>{t('servers.empty')}</h2>
    <p>{t('servers.empty_hint')}</p>
    <ul class="bullets">
      <li>{t('servers.empty_sip')}</li>
      <li>{t('servers.empty_turn')}</li>
      <li>{t('servers.empty_friend')}</li>
    </ul>
    <h3>{t('servers.own_relay')}</h3>
    <p>{t('servers.own_relay_hint')}</p>
  </section>
);

import { t } from '../text.ts';
import { SOURCES } from './sources.ts';

/** Neutral places to read on, each marked as leading out of the extension. */
export const Elsewhere = () => (
  <footer class="elsewhere">
    <h2>{t('help.elsewhere')}</h2>
    <p class="quiet">{t('help.elsewhere_hint')}</p>
    <ul>
      {SOURCES.map(({ name, url, about }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer external">
            <bdi>{name}</bdi>
            <svg class="icon icon-external" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />
            </svg>
            <span class="visually-hidden">{t('help.external')}</span>
          </a>{' '}
          <span class="quiet">{t(about)}</span>
        </li>
      ))}
    </ul>
  </footer>
);

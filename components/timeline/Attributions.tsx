import { t } from '../text.ts';
import type { Attribution } from './model.ts';

/** Who made the data that networks are named by. */
export const Attributions = ({ sources }: { sources: readonly Attribution[] }) =>
  sources.length > 0 && (
    <p class="quiet attributions">
      {t('timeline.attribution')}
      {sources.map(({ name, licence, url }) => (
        <span key={url}>
          {' '}
          <a href={url} rel="noreferrer" target="_blank">
            <bdi>{name}</bdi>
          </a>{' '}
          (<bdi>{licence}</bdi>)
        </span>
      ))}
    </p>
  );

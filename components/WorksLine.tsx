import { nameOf } from './names.ts';
import { format, t } from './text.ts';
import type { WorksNow } from './works-now.ts';

/** "OK, now what?" answered first: what a person can use right now. */
export const WorksLine = ({ works }: { works: WorksNow }) => (
  <p class="works">
    <strong>{t(`works.${works.kind}`)}</strong> {format.list(works.ids.map(nameOf))}
  </p>
);

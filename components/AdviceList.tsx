import type { AdviceKey } from './advice.ts';
import { nameOf } from './names.ts';
import { format, t } from './text.ts';
import type { WorksNow } from './works-now.ts';

interface Props {
  readonly advice: readonly AdviceKey[];
  readonly works?: WorksNow | null;
  /** What to use instead of a service that no longer exists. */
  readonly successor?: string | undefined;
}

export const AdviceList = ({ advice, works, successor }: Props) => (
  <ul class="advice">
    {advice.map((key) => (
      <li key={key}>{key === 'advice.use_successor' ? t(key, successor ?? '') : t(key, namesOf(works))}</li>
    ))}
  </ul>
);

const namesOf = (works: WorksNow | null | undefined): string => format.list((works?.ids ?? []).map(nameOf));

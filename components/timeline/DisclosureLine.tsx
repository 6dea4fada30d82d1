import { Icon } from '../Icon.tsx';
import { format } from '../text.ts';

/** What a part is called that opens to more, and how much. */
export const DisclosureLine = ({ title, count }: { title: string; count?: number }) => (
  <summary>
    <Icon name="chevron" />
    {title}
    {count !== undefined && <span class="quiet">{format.number(count)}</span>}
  </summary>
);

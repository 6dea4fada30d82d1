import { lookOf } from '../core/catalogue/looks.ts';
import { initialOf } from './names.ts';

/** A service's mark where its licence allows one, else its initial. The name stands beside it. */
export function ServiceMark({ id }: { id: string }) {
  const { colour = 'currentColor', mark } = lookOf(id) ?? {};
  return (
    <span class="mark" style={{ '--brand': colour }} aria-hidden="true">
      {mark ? <span class="mark-picture" style={{ '--mark': `url("/marks/${mark}.svg")` }} /> : initialOf(id)}
    </span>
  );
}

import { serviceById } from '../core/catalogue/index.ts';
import { nameOf } from './names.ts';

/** A service's mark where its licence allows one, else its initial. The name stands beside it. */
export function ServiceMark({ id }: { id: string }) {
  const service = serviceById(id);
  const brand = { '--brand': service?.colour ?? 'currentColor' };
  if (!service?.mark) {
    return (
      <span class="mark" style={brand} aria-hidden="true">
        {[...nameOf(id)][0]?.toUpperCase()}
      </span>
    );
  }
  return (
    <span class="mark" style={brand} aria-hidden="true">
      <span class="mark-picture" style={{ '--mark': `url("/marks/${service.mark}.svg")` }} />
    </span>
  );
}

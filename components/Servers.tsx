import type { EndpointEvidence } from '../core/verdict/snapshot.ts';
import { ServerLine } from './ServerLine.tsx';
import { t } from './text.ts';
import { isDiscounted } from './votes.ts';

/** The technical lines: what each server did, and whether its silence counts. */
export function Servers({ evidence, now }: { evidence: readonly EndpointEvidence[]; now: number }) {
  return (
    <>
      <h3>{t('evidence.servers')}</h3>
      <ul class="servers">
        {evidence.map((endpoint) => (
          <ServerLine key={`${endpoint.role} ${endpoint.url}`} endpoint={endpoint} now={now} />
        ))}
      </ul>
      {evidence.some(isDiscounted) && <p class="quiet">{t('evidence.unearned')}</p>}
    </>
  );
}

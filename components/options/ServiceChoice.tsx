import { useId } from 'preact/hooks';
import type { Service } from '../../core/catalogue/index.ts';
import { successorOf } from '../labels.ts';
import { ServiceMark } from '../ServiceMark.tsx';
import { plural, t } from '../text.ts';
import { hostsOf } from './choosing.ts';
import { hasTestableCalls } from './groups.ts';

interface Props {
  readonly service: Service;
  readonly isChosen: boolean;
  readonly isLocked: boolean;
  /** Said by the heading above already. */
  readonly isTold: boolean;
  onChoose(isChosen: boolean): void;
}

/** One service: whether it is checked, what can be known of it, and where it would be asked. */
export function ServiceChoice({ service, isChosen, isLocked, isTold, onChoose }: Props) {
  const id = useId();
  const hosts = hostsOf(service.id);
  const note = noteOf(service, isTold);
  const count = plural('options.services.addresses', hosts.length);
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isLocked}
          aria-describedby={note && id}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            event.currentTarget.checked = isChosen;
            onChoose(wanted);
          }}
        />
        <ServiceMark id={service.id} />
        <span>
          {service.name}
          {note && (
            <span class="quiet" id={id}>
              {note}
            </span>
          )}
        </span>
      </label>
      {hosts.length > 0 && (
        <details class="addresses">
          <summary aria-label={t('options.services.addresses_of', service.name, count)}>{count}</summary>
          <ul class="hosts" dir="ltr">
            {hosts.map((host) => (
              <li key={host}>{host}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function noteOf(service: Service, isTold: boolean): string | undefined {
  if (service.retired) {
    const successor = successorOf(service.id);
    return successor === undefined ? t('calls.retired_alone') : t('calls.retired', successor);
  }
  return isTold || hasTestableCalls(service) ? undefined : t('options.services.messages_only');
}

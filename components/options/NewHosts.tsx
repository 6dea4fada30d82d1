import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../text.ts';

interface Props {
  readonly title: string;
  /** The words to agree by. */
  readonly agree: string;
  readonly hosts: readonly string[];
  onAgree(): void;
  onDecline(): void;
}

/** Before anything is contacted that the person has not agreed to: what it would be, and who could see it. */
export function NewHosts({ title, agree, hosts, onAgree, onDecline }: Props) {
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <fieldset
      class="panel"
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDecline();
      }}
    >
      <legend>{title}</legend>
      <p>{plural('options.new_hosts.hosts', hosts.length)}</p>
      <ul class="hosts" dir="ltr">
        {hosts.map((host) => (
          <li key={host}>{host}</li>
        ))}
      </ul>
      <p>{t('options.new_hosts.seen')}</p>
      <div class="panel-buttons">
        <button type="button" class="button" onClick={onAgree}>
          {agree}
        </button>
        <button type="button" class="button" onClick={onDecline}>
          {t('options.new_hosts.decline')}
        </button>
      </div>
    </fieldset>
  );
}

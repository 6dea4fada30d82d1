import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OptionalPermission } from '../../platform/permissions.ts';
import { t } from '../text.ts';

interface Props {
  readonly host: string;
  readonly permission: OptionalPermission;
}

/** The permission to read error codes of one host: what it is for, and how it stands. */
export function HostPermission({ host, permission }: Props) {
  const isHeld = useSignal<boolean | null>(null);
  const said = useSignal('');
  useEffect(() => {
    const ask = async () => {
      isHeld.value = await permission.held();
    };
    permission.watch(ask);
    void ask();
  }, []);
  return (
    <div class="host-permission">
      <p>{isHeld.value ? t('servers.explain.held', host) : t('servers.explain.purpose', host)}</p>
      {/* One button that changes its words, so that the focus stays where it is. */}
      <button
        type="button"
        class="button"
        data-do="permission"
        disabled={isHeld.value === null}
        onClick={async () => {
          const wasHeld = isHeld.peek();
          // In the click's own turn: after an `await` the browser no longer takes it for one.
          const done = await (wasHeld ? permission.remove() : permission.request()).catch(() => false);
          if (wasHeld) said.value = t(done ? 'explain.given_back' : 'options.explain.not_withdrawn');
          else said.value = done ? '' : t('explain.refused');
        }}
      >
        {isHeld.value ? t('explain.give_back') : t('servers.explain.allow', host)}
      </button>
      <p role="status">{said.value}</p>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Switch } from '../Switch.tsx';
import { format, t } from '../text.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { NewHosts } from './NewHosts.tsx';

/** Whether newer lists of servers are fetched. What was never agreed to is shown first. */
export function UpdatesSwitch({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const asked = useSignal<readonly string[]>([]);
  const group = useRef<HTMLDivElement>(null);
  const { mirrors } = model;
  const choose = (on: boolean) => {
    asked.value = on ? mirrors.filter((host) => !model.mayContact.value(host)) : [];
    if (asked.value.length === 0) actions.choose({ updates: on });
  };
  const answer = (isAgreed: boolean) => {
    const hosts = asked.value;
    asked.value = [];
    if (isAgreed) actions.chooseAgreeing({ updates: true }, hosts);
    group.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={group}>
      <Switch
        label={t('options.checks.updates')}
        hint={t('options.checks.updates_hint', format.list(mirrors))}
        on={model.settings.value.updates}
        locked={model.organisation.value.locked.includes('updates')}
        onChange={choose}
      />
      {asked.value.length > 0 && (
        <NewHosts
          title={t('options.new_hosts.title_updates')}
          agree={t('options.new_hosts.agree_updates')}
          hosts={asked.value}
          onAgree={() => answer(true)}
          onDecline={() => answer(false)}
        />
      )}
    </div>
  );
}

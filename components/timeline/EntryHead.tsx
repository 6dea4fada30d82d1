import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { isUnknown, type NetworkGroup } from '../../core/history/grouping.ts';
import { format, plural, t } from '../text.ts';
import { ConfirmDeletion } from './ConfirmDeletion.tsx';
import { Menu } from './Menu.tsx';
import type { TimelineActions } from './model.ts';
import { NameForm } from './NameForm.tsx';
import { groupName, groupPlace, isolatedName } from './names.ts';

interface Props {
  readonly group: NetworkGroup;
  readonly actions: TimelineActions;
  readonly now: number;
}

/** Which network, how much of it, and what can be done about it. */
export function EntryHead({ group, actions, now }: Props) {
  const open = useSignal<'name' | 'delete' | null>(null);
  const head = useRef<HTMLElement>(null);
  const deletion = useMemo(() => actions.deletions.network(group), [group]);
  const shut = () => {
    open.value = null;
    head.current?.querySelector('summary')?.focus();
  };
  const choose = (what: 'name' | 'delete', close: () => void) => () => {
    close();
    open.value = what;
  };
  const facts = [
    ...groupPlace(group),
    ...(group.hosting ? [t('timeline.hosting')] : []),
    ...(group.keys.length > 1 ? [plural('timeline.address_ranges', group.keys.length)] : []),
    t('timeline.last_checked', format.ago(group.lastAt, now) ?? t('just_now')),
  ];

  return (
    <header class="entry-head" ref={head}>
      <div class="entry-line">
        <h2>
          <bdi>{groupName(group)}</bdi>
        </h2>
        <Menu icon="more" label={t('timeline.menu', isolatedName(group))}>
          {(close) => (
            <>
              {!isUnknown(group) && (
                <button type="button" class="button" onClick={choose('name', close)}>
                  {t('timeline.name')}
                </button>
              )}
              {group.country !== null && (
                <a class="button" href={`/context.html#${group.country}`} target="_blank" rel="noopener">
                  {t('context.title')}
                </a>
              )}
              <button type="button" class="button" onClick={choose('delete', close)}>
                {t('timeline.delete_network')}
              </button>
            </>
          )}
        </Menu>
      </div>
      <p class="quiet">
        {facts.map((fact, i) => (
          <Fragment key={fact}>
            {i > 0 && ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </p>
      {isUnknown(group) && <p class="quiet">{t('timeline.unknown_hint')}</p>}
      {open.value === 'name' && (
        <NameForm
          group={group}
          onClose={shut}
          onName={(name) => {
            shut();
            void actions.name(group, name);
          }}
        />
      )}
      {open.value === 'delete' && (
        <ConfirmDeletion
          deletion={deletion}
          of={groupName(group)}
          onClose={shut}
          onDelete={() => {
            shut();
            void actions.forget(deletion);
          }}
        />
      )}
    </header>
  );
}

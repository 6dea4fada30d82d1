import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { allServices } from '../../core/catalogue/index.ts';
import { NoCatalogue } from '../NoCatalogue.tsx';
import { nameOf } from '../names.ts';
import { Sign } from '../Sign.tsx';
import { format, t } from '../text.ts';
import { type Addition, additionOf, selectionOf, withServices } from './choosing.ts';
import { found, type Group, groupsOf } from './groups.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { NewHosts } from './NewHosts.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';

interface Props {
  readonly model: OptionsModel;
  readonly actions: OptionsActions;
}

/** A choice that waits for the person to agree to what it would contact. */
interface Asked {
  /** What was pressed: the question stands below it. */
  readonly at: string;
  readonly services: readonly string[] | null;
  readonly addition: Addition;
}

const RESET = 'reset';

/** Which services are checked. */
export function ServicesPart({ model, actions }: Props) {
  const id = useId();
  const search = useSignal('');
  const asked = useSignal<Asked | null>(null);
  const settings = model.settings.value;
  const isLocked = model.organisation.value.locked.includes('services');
  const selection = selectionOf(settings);
  if (allServices().length === 0) return <NoCatalogue />;
  const groups = found(groupsOf(allServices()), search.value);

  /** @param services null: the usual ones */
  const choose = (at: string, services: readonly string[] | null) => {
    const addition = additionOf(selection, selectionOf({ services }), model.mayContact.value);
    asked.value = addition.hosts.length > 0 ? { at, services, addition } : null;
    if (!asked.value) actions.choose({ services });
  };
  const answer = ({ at, services, addition }: Asked, isAgreed: boolean) => {
    asked.value = null;
    if (isAgreed) actions.chooseAgreeing({ services }, addition.hosts);
    document.getElementById(`${id}${at}`)?.querySelector<HTMLElement>('input, button')?.focus();
  };
  const question = (at: string) =>
    asked.value?.at === at && (
      <NewHosts
        title={t('options.new_hosts.title', format.list(asked.value.addition.services.map(nameOf)))}
        agree={t('options.new_hosts.agree')}
        hosts={asked.value.addition.hosts}
        onAgree={() => asked.value && answer(asked.value, true)}
        onDecline={() => asked.value && answer(asked.value, false)}
      />
    );

  return (
    <>
      <p class="quiet">{isLocked ? t('settings.locked') : t('options.services.hint')}</p>
      <p>
        <a href="/servers.html">{t('servers.title')}</a> <span class="quiet">{t('servers.link_hint')}</span>
      </p>
      {selection.length === 0 && (
        <div class="warning" role="alert">
          <Sign name="unknown" />
          <p>
            <strong>{t('options.services.none')}</strong> {t('options.services.none_hint')}
          </p>
        </div>
      )}
      <div class="search">
        <label for={`${id}search`}>{t('options.services.search')}</label>
        <input
          id={`${id}search`}
          type="search"
          autoComplete="off"
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
        <p role="status">
          {groups.length > 0
            ? t('options.services.count', selection.length, allServices().length)
            : t('options.services.found_none')}
        </p>
      </div>
      {groups.map((group) => {
        const ids = group.services.map((service) => service.id);
        const name = group.company ?? group.kind;
        return (
          <section key={name} class="group" aria-labelledby={`${id}${name}-title`}>
            <div class="group-head" id={`${id}${name}`}>
              <h3 id={`${id}${name}-title`}>{headingOf(group)}</h3>
              {group.company !== null && (
                <All
                  company={group.company}
                  chosen={ids.filter((one) => selection.includes(one)).length}
                  of={ids.length}
                  isLocked={isLocked}
                  onChoose={(isChosen) => choose(name, withServices(selection, ids, isChosen))}
                />
              )}
            </div>
            {question(name)}
            <ul class="services">
              {group.services.map((service) => (
                <li key={service.id} id={`${id}${service.id}`}>
                  <ServiceChoice
                    service={service}
                    isChosen={selection.includes(service.id)}
                    isLocked={isLocked}
                    isTold={group.kind === 'messages'}
                    onChoose={(isChosen) => choose(service.id, withServices(selection, [service.id], isChosen))}
                  />
                  {question(service.id)}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <div id={`${id}${RESET}`}>
        <button type="button" class="button" disabled={isLocked} onClick={() => choose(RESET, null)}>
          {t('options.services.reset')}
        </button>
        {question(RESET)}
      </div>
    </>
  );
}

function headingOf({ company, kind }: Group): string {
  return company ?? t(kind === 'calls' ? 'options.services.group.calls' : 'options.services.group.messages');
}

interface AllProps {
  readonly company: string;
  readonly chosen: number;
  readonly of: number;
  readonly isLocked: boolean;
  onChoose(isChosen: boolean): void;
}

/** All services of a company at once. */
const All = ({ company, chosen, of, isLocked, onChoose }: AllProps) => (
  <label class="choice">
    <input
      type="checkbox"
      checked={chosen === of}
      indeterminate={chosen > 0 && chosen < of}
      disabled={isLocked}
      onChange={(event) => {
        event.currentTarget.checked = chosen === of;
        onChoose(chosen < of);
      }}
    />
    <span>{t('options.services.all_of', company)}</span>
  </label>
);

import { useSignal } from '@preact/signals';
import { allServices } from '../../core/catalogue/index.ts';
import { Disclosure } from '../Disclosure.tsx';
import { NoCatalogue } from '../NoCatalogue.tsx';
import { plural, t } from '../text.ts';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { PickList } from './PickList.tsx';
import { Step } from './Step.tsx';

/** Which services to check: those that are likely used here are chosen already. */
export function ServicePicker({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const query = useSignal('');
  const chosen = model.choices.value.services;
  const locked = model.locked.value.includes('services');
  const wanted = query.value.trim().toLowerCase();
  const found = allServices().filter(
    ({ id, name, retired }) => !retired && (name.toLowerCase().includes(wanted) || id.includes(wanted)),
  );
  const suggested = found.filter(({ id }) => model.suggested.includes(id));
  const others = found.filter(({ id }) => !model.suggested.includes(id));
  const list = (services: typeof found) => (
    <PickList
      services={services.map(({ id }) => id)}
      chosen={chosen}
      locked={locked}
      onPick={(id, isChosen) =>
        actions.choose({ services: isChosen ? [...chosen, id] : chosen.filter((one) => one !== id) })
      }
    />
  );

  return (
    <Step number={1} title={t('welcome.services')}>
      {allServices().length === 0 && <NoCatalogue />}
      {locked && <p class="quiet">{t('settings.locked')}</p>}
      {!locked && model.isGuess && <p class="quiet">{t('welcome.suggested_by')}</p>}
      <input
        type="search"
        class="search"
        aria-label={t('welcome.search')}
        placeholder={t('welcome.search')}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
      />
      {suggested.length > 0 && (
        <>
          <h3 class="visually-hidden">{t('welcome.suggested')}</h3>
          {list(suggested)}
        </>
      )}
      {others.length > 0 &&
        (wanted === '' ? <Disclosure title={t('welcome.others')}>{list(others)}</Disclosure> : list(others))}
      <p role="status" class="quiet">
        {found.length === 0 ? t('welcome.no_match') : plural('welcome.chosen', chosen.length)}
      </p>
    </Step>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { DAY_MS } from '../../core/day.ts';
import type { Losses } from '../../platform/history/deleting.ts';
import { format, t } from '../text.ts';
import { ConfirmDeletion, lostWords } from '../timeline/ConfirmDeletion.tsx';
import { duration } from '../timeline/format.ts';
import { Forget } from './Forget.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Pick } from './Pick.tsx';

const DAYS = [14, 30, 90, 365];

/** How long checks are kept, what is kept now, and how it is deleted. */
export function HistoryPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const size = useSignal<Losses | 'unread' | null>(null);
  const isAsked = useSignal(false);
  const said = useSignal('');
  const read = () =>
    actions.historySize().then(
      (losses) => {
        size.value = losses;
      },
      () => {
        size.value = 'unread';
      },
    );
  useEffect(() => void read(), []);
  const { historyDays } = model.settings.value;
  const remove = async () => {
    isAsked.value = false;
    const isDone = await actions.historyDeletion.forget().then(
      () => true,
      () => false,
    );
    said.value = t(isDone ? 'timeline.deleted' : 'timeline.not_done');
    await read();
  };
  return (
    <>
      <p class="quiet">{t('options.history.hint')}</p>
      <Pick
        label={t('options.history.keep')}
        value={historyDays}
        values={DAYS}
        words={(days) => duration(days * DAY_MS)}
        locked={model.organisation.value.locked.includes('historyDays')}
        onChange={(days) => actions.choose({ historyDays: days })}
      >
        {t('options.history.keep_hint')}
      </Pick>
      <h3>{t('options.history.size')}</h3>
      <p role="status">{size.value && sizeWords(size.value)}</p>
      <p>
        <a href="/timeline.html">{t('options.history.timeline')}</a>
      </p>
      <div>
        <button
          type="button"
          class="button"
          onClick={() => {
            said.value = '';
            isAsked.value = true;
          }}
        >
          {t('options.history.delete')}
        </button>
        {isAsked.value && (
          <ConfirmDeletion
            deletion={actions.historyDeletion}
            onDelete={() => void remove()}
            onClose={() => {
              isAsked.value = false;
            }}
          />
        )}
        <p role="status">{said.value}</p>
      </div>
      <Forget forget={actions.forgetEverything} onForgotten={() => void read()} />
    </>
  );
}

function sizeWords(size: Losses | 'unread'): string {
  if (size === 'unread') return t('timeline.unavailable');
  const words = lostWords(size);
  return words.length > 0 ? format.list(words) : t('timeline.empty');
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';

interface Props {
  /** False: not all of it could be deleted. */
  readonly forget: () => Promise<boolean>;
  onForgotten(): void;
}

/** Back to how the extension was when it was installed, after a question. */
export function Forget({ forget, onForgotten }: Props) {
  const isAsked = useSignal(false);
  const said = useSignal('');
  const panel = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked.value) panel.current?.focus();
  }, [isAsked.value]);
  const close = () => {
    isAsked.value = false;
    opener.current?.focus();
  };
  return (
    <section class="forget" aria-labelledby="forget-title">
      <h3 id="forget-title">{t('options.history.forget')}</h3>
      <p class="quiet">{t('options.history.forget_hint')}</p>
      <button
        type="button"
        class="button button-danger"
        ref={opener}
        onClick={() => {
          said.value = '';
          isAsked.value = true;
        }}
      >
        {t('options.history.forget')}
      </button>
      {isAsked.value && (
        <fieldset
          class="panel"
          tabIndex={-1}
          ref={panel}
          aria-label={t('options.history.forget')}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <p>{t('options.history.forget_confirm')}</p>
          <div class="panel-buttons">
            <button
              type="button"
              class="button button-danger"
              onClick={async () => {
                close();
                said.value = t((await forget()) ? 'options.history.forgotten' : 'options.history.not_forgotten');
                onForgotten();
              }}
            >
              {t('options.history.forget_now')}
            </button>
            <button type="button" class="button" onClick={close}>
              {t('timeline.keep')}
            </button>
          </div>
        </fieldset>
      )}
      <p role="status">{said.value}</p>
    </section>
  );
}

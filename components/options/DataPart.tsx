import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ReadFile, Refusal } from '../../platform/settings-file.ts';
import { nameOf } from '../names.ts';
import { format, plural, t } from '../text.ts';
import { type Addition, additionOf, selectionOf } from './choosing.ts';
import type { OptionsActions, OptionsModel } from './model.ts';
import { NewHosts } from './NewHosts.tsx';

const REFUSED = {
  'too-large': 'options.data.too_large',
  damaged: 'options.data.damaged',
  foreign: 'options.data.foreign',
  newer: 'options.data.newer',
} as const satisfies Record<Refusal, string>;

type Readable = Exclude<ReadFile, { refusal: Refusal }>;

/** Settings as a file, and back. */
export function DataPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const id = useId();
  const asked = useSignal<{ readonly file: Readable; readonly addition: Addition } | null>(null);
  const said = useSignal('');

  const bring = (file: Readable, hosts: readonly string[]) => {
    asked.value = null;
    actions.chooseAgreeing(file.settings, hosts);
    said.value = broughtWords(file);
  };
  const read = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    asked.value = null;
    said.value = '';
    const file = await actions.readFile(chosen).catch((): ReadFile => ({ refusal: 'damaged' }));
    // The same file may be chosen again, once it has been mended.
    input.value = '';
    if ('refusal' in file) {
      said.value = `${t(REFUSED[file.refusal])} ${t('options.data.unchanged')}`;
      return;
    }
    const before = model.settings.value;
    const addition = additionOf(
      selectionOf(before),
      selectionOf({ ...before, ...file.settings }),
      model.mayContact.value,
    );
    if (addition.hosts.length === 0) bring(file, []);
    else asked.value = { file, addition };
  };

  return (
    <>
      <p class="quiet">{t('options.data.hint')}</p>
      <div>
        <button type="button" class="button" onClick={actions.saveFile}>
          {t('options.data.export')}
        </button>
      </div>
      <div class="pick">
        <label for={id}>{t('options.data.import')}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void read(event.currentTarget)}
        />
        <p class="quiet" id={`${id}-hint`}>
          {t('options.data.import_hint')}
        </p>
      </div>
      {asked.value && (
        <NewHosts
          title={t('options.new_hosts.title', format.list(asked.value.addition.services.map(nameOf)))}
          agree={t('options.new_hosts.agree')}
          hosts={asked.value.addition.hosts}
          onAgree={() => asked.value && bring(asked.value.file, asked.value.addition.hosts)}
          onDecline={() => {
            asked.value = null;
            said.value = t('options.data.unchanged');
          }}
        />
      )}
      <p role="status">{said.value}</p>
      <p>
        {t('options.data.history')} <a href="/timeline.html">{t('options.history.timeline')}</a>
      </p>
    </>
  );
}

const broughtWords = ({ leftOut, locked }: Readable): string =>
  [
    t('options.data.imported'),
    ...(leftOut > 0 ? [plural('options.data.left_out', leftOut)] : []),
    ...(locked > 0 ? [plural('options.data.locked', locked)] : []),
  ].join(' ');

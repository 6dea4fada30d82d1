import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Refusal } from '../../core/history/import.ts';
import type { History } from '../../core/history/records.ts';
import { format, plural, t } from '../text.ts';
import { refusalKey } from '../wording.ts';

/** How many records of each kind were written, how many were damaged and how many found no room, or why none was. */
export type Imported =
  | {
      readonly written: Readonly<Record<keyof History, number>>;
      readonly skipped: number;
      readonly noRoom: number;
    }
  | { readonly refusal: Refusal };

export interface ImportPanelProps {
  readonly onImport: (file: File) => Promise<Imported>;
}

/** Brings a saved history back, and says what came of it. */
export function ImportPanel({ onImport }: ImportPanelProps) {
  const result = useSignal<Imported | 'reading' | null>(null);
  const id = useId();
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    result.value = 'reading';
    result.value = await onImport(file).catch(() => ({ refusal: 'not-stored' as const }));
    // The same file may be chosen again, once it has been mended.
    input.value = '';
  };
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('import.title')}</h2>
      <label class="field">
        {t('import.choose')}
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          disabled={result.value === 'reading'}
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {t('import.hint')}
      </p>
      <p role="status">{result.value && words(result.value)}</p>
    </section>
  );
}

function words(result: Imported | 'reading'): string {
  if (result === 'reading') return t('import.reading');
  if ('refusal' in result) return `${t(refusalKey(result.refusal))} ${t('import.refused')}`;
  const { written, skipped, noRoom } = result;
  const counts = [
    ...(written.networks > 0 ? [plural('export.networks', written.networks)] : []),
    ...(written.rounds > 0 ? [plural('export.rounds', written.rounds)] : []),
    ...(written.days > 0 ? [plural('export.days_counted', written.days)] : []),
    ...(written.spells > 0 ? [plural('export.spells', written.spells)] : []),
    ...(written.words > 0 ? [plural('export.words', written.words)] : []),
    ...(written.calls > 0 ? [plural('export.calls', written.calls)] : []),
    ...(written.raw > 0 ? [plural('import.raw', written.raw)] : []),
  ];
  return [
    ...(counts.length > 0 ? [t('import.done', format.list(counts))] : noRoom > 0 ? [] : [t('import.nothing_new')]),
    ...(skipped > 0 ? [plural('import.skipped', skipped)] : []),
    ...(noRoom > 0 ? [plural('import.no_room', noRoom)] : []),
  ].join(' ');
}

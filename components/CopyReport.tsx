import { useSignal } from '@preact/signals';
import { Icon } from './Icon.tsx';
import { t } from './text.ts';

/** Copies the report, and says so where eyes and ears find it. */
export function CopyReport({ onCopy }: { onCopy(): Promise<void> }) {
  const result = useSignal<'copied' | 'copy_failed' | null>(null);
  const copy = async () => {
    result.value = null;
    result.value = await onCopy().then(
      () => 'copied' as const,
      () => 'copy_failed' as const,
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        <Icon name={result.value === 'copied' ? 'done' : 'copy'} />
        {t('action.copy')}
      </button>
      <p role="status">{result.value && t(result.value)}</p>
    </>
  );
}

import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { t } from '../text.ts';
import { DisclosureLine } from './DisclosureLine.tsx';

interface Props {
  readonly title: string;
  /** Its code, which few visits need. */
  readonly load: () => Promise<FunctionComponent>;
}

/** A part of the page that is loaded when it is opened. */
export function OnDemand({ title, load }: Props) {
  const Part = useSignal<FunctionComponent | null>(null);
  const failed = useSignal(false);
  const open = async () => {
    failed.value = false;
    try {
      Part.value ??= await load();
    } catch {
      failed.value = true;
    }
  };
  return (
    <details class="disclosure no-print" onToggle={({ currentTarget }) => void (currentTarget.open && open())}>
      <DisclosureLine title={title} />
      <div class="disclosure-body">
        {Part.value ? (
          <Part.value />
        ) : (
          <p role="status">{t(failed.value ? 'timeline.not_loaded' : 'timeline.loading')}</p>
        )}
      </div>
    </details>
  );
}

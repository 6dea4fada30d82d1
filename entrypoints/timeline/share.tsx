import { useSignal, useSignalEffect } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useCallback } from 'preact/hooks';
import { ExportPanel } from '../../components/exporting/ExportPanel.tsx';
import { ImportPanel } from '../../components/exporting/ImportPanel.tsx';
import type { TimelineModel } from '../../components/timeline/model.ts';
import { readTariff, type Tariff } from '../../core/history/cost.ts';
import type { Kind } from '../../core/history/export/share.ts';
import { edgesOf } from '../../core/history/ranges.ts';
import { version } from '../../package.json';
import { download } from '../../platform/download.ts';
import { importHistory } from '../../platform/history/importing.ts';
import { readHistory } from '../../platform/history/reading.ts';
import { rememberNames } from '../../platform/own-names.ts';
import { tariffItem } from '../../platform/storage.ts';

/** Saving the range that the page shows, and bringing a saved history back. */
export const shareOf = (model: TimelineModel, changed: () => void): FunctionComponent =>
  function Share() {
    const now = model.now.value;
    const [from = 0] = edgesOf(model.range.value, now);
    const groups = model.groups.value;
    const tariff = useSignal<Tariff | null>(null);
    useSignalEffect(() => {
      const read = (stored: unknown) => {
        tariff.value = readTariff(stored);
      };
      tariffItem.watch(read);
      tariffItem.getValue().then(read, () => {});
    });
    const read = useCallback((kinds: readonly Kind[]) => readHistory({ from, to: now }, kinds), [from, groups]);
    const bring = async (file: File) => {
      const result = await importHistory(file, Date.now(), rememberNames);
      changed();
      return result;
    };
    return (
      <>
        <ExportPanel
          selection={{ from, to: now }}
          read={read}
          onSave={download}
          onCopy={(text) => navigator.clipboard.writeText(text)}
          randomKey={randomKey}
          tariff={tariff.value}
          now={now}
          version={version}
        />
        <ImportPanel onImport={bring} />
      </>
    );
  };

const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../text.ts';
import { complaintLine, type Diagnosis, diagnosisText, linesOf } from './diagnosis.ts';
import type { OptionsActions, OptionsModel } from './model.ts';

/** How the extension itself is doing, for the person and for a bug report. */
export function DiagnosticsPart({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const found = useSignal<Diagnosis | null>(null);
  const said = useSignal('');
  useEffect(() => {
    void actions.diagnose().then((diagnosis) => {
      found.value = diagnosis;
    });
  }, []);
  const complaints = model.complaints.value;
  const lines = found.value ? linesOf(found.value, model.background.value) : [];
  const copy = async () => {
    said.value = await actions.copy(diagnosisText(lines, complaints)).then(
      () => t('options.diagnostics.copied'),
      () => t('copy_failed'),
    );
  };
  return (
    <>
      <p class="quiet">{t('options.diagnostics.hint')}</p>
      <dl class="findings">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('options.diagnostics.errors')}</h3>
      {complaints.length > 0 ? (
        <ol class="complaints" dir="ltr">
          {complaints.map((complaint) => (
            <li key={complaint.at + complaint.message}>{complaintLine(complaint)}</li>
          ))}
        </ol>
      ) : (
        <p>{t('options.diagnostics.no_errors')}</p>
      )}
      <div class="panel-buttons">
        <button type="button" class="button" disabled={lines.length === 0} onClick={() => void copy()}>
          {t('options.diagnostics.copy')}
        </button>
        {complaints.length > 0 && (
          <button type="button" class="button" onClick={actions.deleteComplaints}>
            {t('options.diagnostics.delete_errors')}
          </button>
        )}
      </div>
      <p role="status">{said.value}</p>
    </>
  );
}

import type { Failure } from './model.ts';
import { Notice } from './Notice.tsx';
import { t } from './text.ts';

/** The background did not take a command: the old answer stays below, and may be old. */
export function FailureNotice({ failure }: { failure: Failure }) {
  return (
    <Notice
      title={t('error.background')}
      hint={t('error.background_hint')}
      action={t('action.retry')}
      onAction={failure.retry}
    />
  );
}

import { Notice } from './Notice.tsx';
import { t } from './text.ts';

/** The extension's own file with the services could not be read. What is stored is shown all the same, by the services' ids. */
export const NoCatalogue = () => (
  <Notice
    title={t('error.catalogue')}
    hint={t('error.catalogue_hint')}
    action={t('action.retry')}
    onAction={() => location.reload()}
  />
);

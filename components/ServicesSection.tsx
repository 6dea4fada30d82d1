import { Disclosure } from './Disclosure.tsx';
import type { Row, RowContext } from './rows.ts';
import { Services } from './Services.tsx';
import { t } from './text.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly context: RowContext;
}

/** The list of services; folded away while every row would say the same: that nothing is known. */
export function ServicesSection(props: Props) {
  if (!props.rows.every(isUnknown)) return <Services {...props} />;
  return (
    <Disclosure title={t('services.title')}>
      <Services {...props} isTitled />
    </Disclosure>
  );
}

const isUnknown = ({ assessment }: Row): boolean =>
  assessment?.calls.state === 'insufficient' && assessment.messages.state === 'insufficient';

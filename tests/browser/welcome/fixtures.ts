import { FIXTURES as POPUPS, type Fixture as PopupFixture } from '../popup/fixtures.ts';

/** The first page before and after agreeing. Nothing here was measured. */
export interface Fixture
  extends Pick<PopupFixture, 'agreed' | 'hosts' | 'snapshot' | 'progress' | 'settings' | 'press'> {
  /** What to look for among the services. */
  readonly search?: string;
}

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  agreement: { agreed: false },
  'agreement-open': { agreed: false, press: ['.step:nth-of-type(1) summary', '.step:nth-of-type(2) summary'] },
  'no-match': { agreed: false, search: 'qqq' },
  'none-chosen': {
    agreed: false,
    settings: { services: ['signal'] },
    press: ['.pick input:checked', '.agree .button-main'],
  },
  'first-check': { ...POPUPS['first-check'] },
  agreed: { ...POPUPS['some-blocked'] },
  'new-hosts': { ...POPUPS['new-hosts'] },
};

import type { Toolbar } from '../../components/welcome/model.ts';
import { FOR_CHROMIUM } from '../../probes/build.ts';
import { isPhone } from '../popup/surroundings.ts';

export const toolbar = (): Toolbar => (FOR_CHROMIUM ? 'chromium' : isPhone ? 'firefox-android' : 'firefox');

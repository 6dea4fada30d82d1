import type { IceCredentials } from '../core/own/credentials.ts';
import { FOR_FIREFOX } from './build.ts';

/** Firefox gives up on a relay whose user name or password has letters beyond ASCII, and never asks it: that says nothing of the relay. */
export const takesCredentials = ({ username, credential }: IceCredentials): boolean =>
  !FOR_FIREFOX || /^[ -~]*$/.test(username + credential);

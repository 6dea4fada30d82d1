/** Words that the help page explains: what each is called stands under `help.terms`, and what it is under the same name and `_is`. */
export const TERMS = ['signalling', 'relay', 'control', 'round', 'udp', 'webrtc'] as const;

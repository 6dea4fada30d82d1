/** How the device is connected, as far as its browser tells (Network Information API; Firefox tells nothing). */
export const ACCESSES = ['wifi', 'cellular', 'ethernet'] as const;
export type Access = (typeof ACCESSES)[number];

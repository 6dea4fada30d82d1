import type { Control, Endpoint, Service } from '../../core/catalogue/runtime.ts';

/** An endpoint as the catalogue has it; vouched for unless said otherwise. */
export const endpoint = (role: Endpoint['role'], url: string, verified = true): Endpoint => ({ url, role, verified });

export const service = (id: string, endpoints: readonly Endpoint[], more: Partial<Service> = {}): Service => ({
  id,
  name: id,
  retired: false,
  isDefault: true,
  endpoints,
  statusFeeds: [],
  ...more,
});

export const control = (kind: Control['kind'], url: string, operator = url): Control => ({ kind, url, operator });

/** Three operators over UDP and three over TLS, a portal's plain page, and a relay over TCP. */
export const CONTROLS: readonly Control[] = [
  ...['one', 'two', 'three'].map((name) => control('stun', `stun:${name}.control.example:3478`, name)),
  ...['one', 'two', 'three'].map((name) => control('https', `https://${name}.control.example/`, name)),
  control('portal', 'http://portal.control.example/', 'one'),
  control('relay', 'turn:relay.control.example:443?transport=tcp', 'one'),
];

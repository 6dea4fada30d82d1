import { describe, expect, test } from 'vitest';
import { hostOf, isIPv4Literal, portOf, schemeOf, transportOf } from './endpoint.ts';

describe('what an address says about its endpoint', () => {
  test.for([
    { url: 'https://web.example/', scheme: 'https', transport: 'tls', host: 'web.example', literal: false },
    { url: 'https://web.example:8443/a?b#c', scheme: 'https', transport: 'tls', host: 'web.example', literal: false },
    { url: 'https://web.example?b', scheme: 'https', transport: 'tls', host: 'web.example', literal: false },
    { url: 'https://web.example', scheme: 'https', transport: 'tls', host: 'web.example', literal: false },
    { url: 'https://149.154.167.51/', scheme: 'https', transport: 'tls', host: '149.154.167.51', literal: true },
    { url: 'http://portal.example/', scheme: 'http', transport: 'tcp', host: 'portal.example', literal: false },
    { url: 'wss://ws.example/chat', scheme: 'wss', transport: 'tls', host: 'ws.example', literal: false },
    { url: 'stun:stun.example:3478', scheme: 'stun', transport: 'udp', host: 'stun.example', literal: false },
    { url: 'stun:91.108.9.35:1400', scheme: 'stun', transport: 'udp', host: '91.108.9.35', literal: true },
    { url: 'stun:[2001:db8::1]:3478', scheme: 'stun', transport: 'udp', host: '[2001:db8::1]', literal: false },
    { url: 'turn:t.example:3478?transport=udp', scheme: 'turn', transport: 'udp', host: 't.example', literal: false },
    { url: 'turn:t.example:443?transport=tcp', scheme: 'turn', transport: 'tcp', host: 't.example', literal: false },
    {
      url: 'turn:31.13.86.54:40003?transport=udp',
      scheme: 'turn',
      transport: 'udp',
      host: '31.13.86.54',
      literal: true,
    },
    { url: 'stun:ip-91.108.9.35:1400', scheme: 'stun', transport: 'udp', host: 'ip-91.108.9.35', literal: false },
    {
      url: 'stun:91.108.9.35.example:1',
      scheme: 'stun',
      transport: 'udp',
      host: '91.108.9.35.example',
      literal: false,
    },
    { url: 'turns:t.example:443', scheme: 'turns', transport: 'tls', host: 't.example', literal: false },
  ])('$url', ({ url, scheme, transport, host, literal }) => {
    expect({
      scheme: schemeOf(url),
      transport: transportOf(url),
      host: hostOf(url),
      literal: isIPv4Literal(url),
    }).toEqual({ scheme, transport, host, literal });
  });
});

test.for([
  ['stun:stun.example:3478', '3478'],
  ['turn:t.example:443?transport=tcp', '443'],
  ['stun:[2001:db8::1]:19302', '19302'],
] as const)('The port of %s is %s', ([url, port]) => expect(portOf(url)).toBe(port));

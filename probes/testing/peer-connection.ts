import { vi } from 'vitest';

/** What a browser does while it gathers candidates, by the time since the connection was made. */
export type GatheringEvent =
  | { readonly at: number; readonly candidate: string }
  | {
      readonly at: number;
      readonly error: number;
      readonly text?: string;
      readonly address?: string | null;
      readonly url?: string;
    }
  /** The end of candidates, as a null candidate, and then `complete`. */
  | { readonly at: number; readonly complete: true };

const LAN = '10.77.0.2';
const PUBLIC = '203.0.113.77';
export const ADDRESSES = [LAN, PUBLIC, '10.77.0.x', 'a1b2c3d4.local'] as const;

export const host = (at = 1, address: string = LAN): GatheringEvent => ({
  at,
  candidate: `candidate:842163049 1 udp 2122260223 ${address} 50312 typ host generation 0 ufrag aBcD network-id 1`,
});
export const srflx = (at: number, address = PUBLIC): GatheringEvent => ({
  at,
  candidate: `candidate:1677729535 1 udp 1686052607 ${address} 50312 typ srflx raddr ${LAN} rport 50312 generation 0`,
});
export const relay = (at: number): GatheringEvent => ({
  at,
  candidate: `candidate:33 1 udp 41885439 198.51.100.7 61000 typ relay raddr ${PUBLIC} rport 50312 generation 0`,
});
export const error = (at: number, code: number, text = '', more: { address?: string; url?: string } = {}) =>
  ({ at, error: code, text, ...more }) satisfies GatheringEvent;
export const complete = (at: number): GatheringEvent => ({ at, complete: true });

class IceErrorEvent extends Event {
  readonly errorCode: number;
  readonly errorText: string;
  readonly address: string | null;
  readonly url: string;
  constructor({ error, text = '', address = null, url = '' }: Extract<GatheringEvent, { error: number }>) {
    super('icecandidateerror');
    this.errorCode = error;
    this.errorText = text;
    this.address = address;
    this.url = url;
  }
}

/** An `RTCPeerConnection` that replays what was measured. Events after `close()` do not come, as in a browser. */
export class FakePeerConnection extends EventTarget {
  static made: FakePeerConnection[] = [];
  static script: (url: string) => readonly GatheringEvent[] = () => [];
  /** What the constructor throws, if anything. */
  static refusal: Error | null = null;
  static offer: () => Promise<RTCSessionDescriptionInit> = async () => ({ type: 'offer', sdp: '' });

  readonly closed = vi.fn();
  readonly channels: string[] = [];
  iceGatheringState: RTCIceGatheringState = 'new';

  constructor(readonly configuration: RTCConfiguration) {
    super();
    if (FakePeerConnection.refusal) throw FakePeerConnection.refusal;
    FakePeerConnection.made.push(this);
  }

  createDataChannel(label: string): void {
    this.channels.push(label);
  }

  createOffer(): Promise<RTCSessionDescriptionInit> {
    return FakePeerConnection.offer();
  }

  async setLocalDescription(): Promise<void> {
    const url = String(this.configuration.iceServers?.[0]?.urls);
    for (const event of FakePeerConnection.script(url)) setTimeout(() => this.#play(event), event.at);
  }

  close(): void {
    this.closed();
  }

  #play(event: GatheringEvent): void {
    if (this.closed.mock.calls.length > 0) return;
    if ('candidate' in event) this.#tell({ candidate: event.candidate });
    else if ('error' in event) this.dispatchEvent(new IceErrorEvent(event));
    else {
      this.#tell({ candidate: '' });
      this.#tell(null);
      this.iceGatheringState = 'complete';
      this.dispatchEvent(new Event('icegatheringstatechange'));
    }
  }

  #tell(candidate: { candidate: string } | null): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }
}

/** Installs the fake with a script; the same for every connection until the next call. */
export const replay = (...script: GatheringEvent[]): typeof FakePeerConnection => replayBy(() => script);

/** Installs the fake with a script for each server. */
export function replayBy(script: (url: string) => readonly GatheringEvent[]): typeof FakePeerConnection {
  FakePeerConnection.made = [];
  FakePeerConnection.refusal = null;
  FakePeerConnection.offer = async () => ({ type: 'offer', sdp: '' });
  FakePeerConnection.script = script;
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  return FakePeerConnection;
}

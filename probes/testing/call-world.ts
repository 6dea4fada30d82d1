import { vi } from 'vitest';

/** A browser and a relay in which a call comes as far as it is told to, on fake timers. */
export interface CallScript {
  /** The browser never returns from making its side of the connection. */
  readonly hangs?: true;
  /** When each stage is reached, ms after the connections were made; left out: never. */
  readonly relay?: number;
  readonly ice?: number;
  readonly dtls?: number;
  /** Sound comes from then on, 50 packets a second, until `until`. */
  readonly sound?: number;
  readonly until?: number;
  /** None comes for two seconds from then on. */
  readonly pause?: number;
  readonly error?: { readonly at: number; readonly code: number; readonly text?: string };
  /** When gathering ends. */
  readonly complete?: number;
  /** Sound is held back: none is sent. */
  readonly mute?: true;
  readonly throws?: 'context' | 'connection' | 'stats';
}

const PAUSE_MS = 2_000;
const never = Number.POSITIVE_INFINITY;

let script: CallScript = {};
let begin = 0;
const open = new Set<unknown>();

/** What was opened and not closed. */
export const leftOpen = (): number => open.size;
/** What connections were made with. */
export const configurations: RTCConfiguration[] = [];

class Opened extends EventTarget {
  constructor() {
    super();
    open.add(this);
  }
  close(): void {
    open.delete(this);
  }
}

class FakeConnection extends Opened {
  iceConnectionState = 'new';
  connectionState = 'new';
  iceGatheringState = 'new';
  localDescription: object | null = null;
  readonly #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(configuration: RTCConfiguration) {
    super();
    if (script.throws === 'connection') {
      super.close();
      throw new DOMException('', 'SyntaxError');
    }
    configurations.push(configuration);
  }
  addTransceiver(): void {}
  createDataChannel(): EventTarget {
    return new EventTarget();
  }
  async setLocalDescription(): Promise<void> {
    this.localDescription = {};
    const { hangs, relay, ice, dtls, error, complete } = script;
    if (hangs) return new Promise(() => {});
    const later = (at: number | undefined, act: () => void) =>
      at !== undefined && this.#timers.push(setTimeout(act, at));
    const tell = (type: string, more: object = {}) => this.dispatchEvent(Object.assign(new Event(type), more));
    later(error?.at, () => tell('icecandidateerror', { errorCode: error?.code, errorText: error?.text ?? '' }));
    later(relay, () =>
      tell('icecandidate', { candidate: { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ relay raddr ::' } }),
    );
    later(complete, () => {
      this.iceGatheringState = 'complete';
      tell('icegatheringstatechange');
    });
    later(ice, () => {
      this.iceConnectionState = 'connected';
      tell('iceconnectionstatechange');
    });
    later(dtls, () => {
      this.connectionState = 'connected';
      tell('connectionstatechange');
    });
  }
  async setRemoteDescription(): Promise<void> {}
  async addIceCandidate(): Promise<void> {}
  async getStats(): Promise<Map<string, object>> {
    if (script.throws === 'stats') throw new DOMException('', 'OperationError');
    const { sound = never, until = never, dtls = never, pause = never } = script;
    const now = performance.now() - begin;
    const paused = Math.min(PAUSE_MS, Math.max(0, now - pause));
    const packets = Math.max(0, Math.floor((Math.min(now, until) - sound - paused) / 20));
    const sent = script.mute ? 0 : Math.max(0, Math.floor((now - dtls) / 20));
    return new Map<string, object>([
      ['in', { type: 'inbound-rtp', kind: 'audio', packetsReceived: packets, packetsLost: 0, jitter: 0.002 }],
      ['out', { type: 'outbound-rtp', kind: 'audio', packetsSent: sent }],
      ['pair', { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.04 }],
    ]);
  }
  override close(): void {
    super.close();
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

class FakeTrack {
  constructor() {
    open.add(this);
  }
  stop(): void {
    open.delete(this);
  }
}

class FakeContext extends Opened {
  constructor() {
    super();
    if (script.throws !== 'context') return;
    super.close();
    throw new DOMException('', 'NotSupportedError');
  }
  createMediaStreamDestination() {
    return { stream: { getAudioTracks: () => [new FakeTrack()] } };
  }
  async resume(): Promise<void> {}
  override async close(): Promise<void> {
    super.close();
  }
}

class FakeNode {
  readonly frequency = {};
  connect<Node>(other: Node): Node {
    return other;
  }
  start(): void {}
}

/** Puts them in the browser's place. What is told to the page at large is told to what is returned. */
export function play(now: CallScript): EventTarget {
  const page = new EventTarget();
  script = now;
  begin = performance.now();
  configurations.length = 0;
  open.clear();
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeNode);
  vi.stubGlobal('GainNode', FakeNode);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return page;
}

import { median } from '../../core/call/statistics.ts';

const EVERY_MS = 100;

/** Small numbered packets that the other side sends back: a round trip for every moment, in every browser. */
export interface Echo {
  /** Median round trip of those that came back since it was last asked for, ms. */
  take(): number | null;
  close(): void;
}

/** To be opened before the offer is made. */
export function openEcho(from: RTCPeerConnection, to: RTCPeerConnection): Echo {
  // As sound is sent: what is lost stays lost, and holds nothing up.
  const channel = from.createDataChannel('echo', { ordered: false, maxRetransmits: 0 });
  const sentAt = new Map<string, number>();
  const times: number[] = [];
  let number = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  channel.addEventListener('open', () => {
    timer ??= setInterval(() => {
      if (!isFree(channel)) return;
      const name = String(number++);
      sentAt.set(name, performance.now());
      channel.send(name);
    }, EVERY_MS);
  });
  channel.addEventListener('message', ({ data }) => {
    const at = sentAt.get(String(data));
    if (at !== undefined && sentAt.delete(String(data))) times.push(performance.now() - at);
  });
  to.addEventListener('datachannel', ({ channel: other }) => {
    other.addEventListener('message', ({ data }) => {
      if (isFree(other)) other.send(data);
    });
  });
  return {
    take: () => median(times.splice(0)),
    close: () => clearInterval(timer),
  };
}

/** A packet that had to wait here would tell of the waiting. */
const isFree = ({ readyState, bufferedAmount }: RTCDataChannel): boolean =>
  readyState === 'open' && bufferedAmount === 0;

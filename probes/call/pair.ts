/** Two peer connections in one page that reach each other through a relay and no other way. */
export interface Pair {
  /** Each resolves to true when the stage is reached, and to false when it is known that it never will be. */
  readonly relay: Promise<boolean>;
  readonly ice: Promise<boolean>;
  readonly dtls: Promise<boolean>;
  readonly speaking: RTCPeerConnection;
  readonly hearing: RTCPeerConnection;
  /** What came instead of a relay candidate. */
  readonly errors: readonly RTCPeerConnectionIceErrorEvent[];
  /** Lets both go, and their places on the relay. */
  close(): void;
}

/** @throws where the browser can make no connection, or takes no such server */
export function openPair(server: RTCIceServer, track: MediaStreamTrack): Pair {
  const errors: RTCPeerConnectionIceErrorEvent[] = [];
  const opened: RTCPeerConnection[] = [];
  const close = () => {
    for (const connection of opened) connection.close();
  };
  const open = () => {
    const connection = new RTCPeerConnection({
      iceServers: [server],
      iceTransportPolicy: 'relay',
      // One place on the relay for each side, not one for sound and one for data.
      bundlePolicy: 'max-bundle',
    });
    opened.push(connection);
    connection.addEventListener('icecandidateerror', (event) => errors.push(event));
    return connection;
  };
  try {
    const [speaking, hearing] = [open(), open()];
    speaking.addTransceiver(track, { direction: 'sendonly' });
    const both = (reached: (connection: RTCPeerConnection) => Promise<boolean>) =>
      Promise.all([reached(speaking), reached(hearing)]).then(([one, other]) => one && other);
    return {
      speaking,
      hearing,
      errors,
      close,
      relay: both(hasRelay),
      ice: both((connection) => state(connection, 'iceconnectionstatechange', ICE)),
      dtls: both((connection) => state(connection, 'connectionstatechange', DTLS)),
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Offer and answer; candidates follow as they are found. Call it once what shall be in the offer is there. */
export async function connect({ speaking, hearing }: Pair): Promise<void> {
  const candidates = [exchange(speaking, hearing), exchange(hearing, speaking)];
  await speaking.setLocalDescription();
  await hearing.setRemoteDescription(speaking.localDescription as RTCSessionDescription);
  await hearing.setLocalDescription();
  await speaking.setRemoteDescription(hearing.localDescription as RTCSessionDescription);
  for (const deliver of candidates) deliver();
}

/** Candidates may be found before the other side can take them. */
function exchange(from: RTCPeerConnection, to: RTCPeerConnection): () => void {
  const waiting: RTCIceCandidate[] = [];
  let isReady = false;
  // One that can't be added is one way less; how it ends is seen.
  const add = (candidate: RTCIceCandidate) => void to.addIceCandidate(candidate).catch(() => {});
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (!isRelay(candidate)) return;
    if (isReady) add(candidate);
    else waiting.push(candidate);
  });
  return () => {
    isReady = true;
    for (const candidate of waiting.splice(0)) add(candidate);
  };
}

const isRelay = (candidate: RTCIceCandidate | null): candidate is RTCIceCandidate =>
  candidate !== null && / typ relay( |$)/.test(candidate.candidate);

/** An error alone decides nothing: there is one for each local interface. */
const hasRelay = (connection: RTCPeerConnection): Promise<boolean> =>
  new Promise((resolve) => {
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (isRelay(candidate)) resolve(true);
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve(false);
    });
  });

const ICE = { reads: 'iceConnectionState', reached: ['connected', 'completed'] } as const;
const DTLS = { reads: 'connectionState', reached: ['connected'] } as const;

const state = (
  connection: RTCPeerConnection,
  event: string,
  { reads, reached }: typeof ICE | typeof DTLS,
): Promise<boolean> =>
  new Promise((resolve) => {
    connection.addEventListener(event, () => {
      const now: string = connection[reads];
      if ((reached as readonly string[]).includes(now)) resolve(true);
      else if (now === 'failed' || now === 'closed') resolve(false);
    });
  });

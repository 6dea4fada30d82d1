/**
 * What WebRTC can do here, as far as it shows without a permission and without asking any server: which setting, policy or extension made it
 * so can't be read.
 *
 * - `off`: there is none.
 * - `none`: it names no way out of this device.
 * - `hidden`: local addresses are hidden behind names, as browsers do it by default.
 * - `open`: local addresses are told.
 */
export type WebRtc = 'off' | 'none' | 'hidden' | 'open' | 'unread';

/** Without a server gathering takes milliseconds. */
const PATIENCE_MS = 3_000;

export async function readWebRtc(): Promise<WebRtc> {
  if (typeof RTCPeerConnection === 'undefined') return 'off';
  let connection: RTCPeerConnection | undefined;
  try {
    connection = new RTCPeerConnection();
    return await ways(connection);
  } catch {
    return connection ? 'unread' : 'off';
  } finally {
    connection?.close();
  }
}

/** Addresses are looked at here, and go nowhere. */
async function ways(connection: RTCPeerConnection): Promise<WebRtc> {
  const found = new Set<WebRtc>();
  const gathered = new Promise<WebRtc>((resolve) => {
    connection.onicecandidate = ({ candidate }) => {
      if (candidate === null) resolve('none');
      else if (candidate.candidate !== '') found.add(/\.local\b/.test(candidate.candidate) ? 'hidden' : 'open');
    };
    setTimeout(resolve, PATIENCE_MS, 'unread');
  });
  connection.createDataChannel('');
  await connection.setLocalDescription();
  const end = await gathered;
  return found.has('open') ? 'open' : found.has('hidden') ? 'hidden' : end;
}

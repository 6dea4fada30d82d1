/**
 * An answer that may be anybody's.
 *
 * @throws RangeError when it is longer than `maxBytes`; the rest is not loaded
 */
export async function readBytes(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError('The answer is too long');
    }
    chunks.push(value);
  }
}

/** The same as text, whatever its bytes are. */
export const readText = async (body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string> =>
  new TextDecoder().decode(await readBytes(body, maxBytes));

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

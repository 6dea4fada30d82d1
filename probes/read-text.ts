/**
 * The text of an answer that may be anybody's.
 *
 * @throws RangeError when it is longer than `maxBytes`; the rest is not loaded
 */
export async function readText(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string> {
  const reader = body.getReader();
  const text = new TextDecoder();
  let all = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all + text.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new RangeError('The answer is too long');
    }
    all += text.decode(value, { stream: true });
  }
}

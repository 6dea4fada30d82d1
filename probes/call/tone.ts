/** Sound to call with: made here, so that no microphone and no permission is needed, and played by nobody. */
export interface Tone {
  readonly track: MediaStreamTrack;
  close(): void;
}

/** Where the browser knows this option, no sound card is opened at all. */
const SILENT = { sinkId: { type: 'none' } } as AudioContextOptions;

/** Quiet, and never the same for long: an encoder that takes it for silence or for a beep would send next to nothing. */
export function openTone(): Tone {
  const context = new AudioContext(SILENT);
  const { stream } = speak(context);
  const [track] = stream.getAudioTracks();
  if (!track) throw new TypeError('no track');
  // Browsers hold it back where nobody has clicked; then no sound is sent, and the call says so.
  void context.resume().catch(() => {});
  return {
    track,
    close() {
      track.stop();
      void context.close().catch(() => {});
    },
  };
}

function speak(context: AudioContext): MediaStreamAudioDestinationNode {
  const destination = context.createMediaStreamDestination();
  const quiet = new GainNode(context, { gain: 0.05 });
  const voice = new OscillatorNode(context, { type: 'sawtooth', frequency: 160 });
  const melody = new OscillatorNode(context, { frequency: 3 });
  const range = new GainNode(context, { gain: 60 });
  melody.connect(range).connect(voice.frequency);
  voice.connect(quiet).connect(destination);
  melody.start();
  voice.start();
  return destination;
}

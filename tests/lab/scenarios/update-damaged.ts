import { mirrors, serve } from '../faults/index.ts';
import { brokenOff, oversized, truncated } from '../feed/files.ts';
import { newer, unchangedBy } from '../feed/unchanged.ts';

export default unchangedBy(
  'Mirrors hold half of the file, or more than it may weigh: nothing changes.',
  [serve(mirrors('a'), truncated(newer)), serve(mirrors('b'), brokenOff(newer)), serve(mirrors('c'), oversized(newer))],
  { a: 'not-a-feed', b: 'unreachable', c: 'too-large' },
);

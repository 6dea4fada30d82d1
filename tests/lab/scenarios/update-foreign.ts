import { mirrors, serve } from '../faults/index.ts';
import { otherJson, page } from '../feed/files.ts';
import { unchangedBy } from '../feed/unchanged.ts';

export default unchangedBy(
  'Mirrors hold something else, or nothing: nothing changes.',
  [serve(mirrors('a'), page()), serve(mirrors('b'), otherJson())],
  { a: 'not-a-feed', b: 'not-a-feed', c: 'status' },
);

import type { ServiceRecord } from '../../core/catalogue/schema.ts';
import type { CheckDocument } from './document.ts';

export function toTable(document: CheckDocument, _services: readonly ServiceRecord[]): string {
  return `${document.network.state}\n`;
}

import { expect, test } from 'vitest';
import { plainName } from './names.ts';

test.each<[asn: number, registered: string, name: string]>([
  [6713, 'Itissalat Al-MAGHRIB', 'Maroc Telecom'],
  [36903, 'Office National des Postes et Telecommunications ONPT (Maroc Telecom) / IAM', 'Maroc Telecom'],
  [36884, 'Wana Corporate', 'Inwi'],
  [36925, 'MEDITELECOM', 'Orange Maroc'],
  [21341, 'PJSC "Vimpelcom"', 'Beeline'],
  [1, 'Cloudflare, Inc.', 'Cloudflare'],
  [1, 'Cablevision Systems Corp.', 'Cablevision Systems'],
  [1, 'Nayatel (Pvt) Ltd', 'Nayatel'],
  [1, 'JSC "Selectel"', 'Selectel'],
  [1, 'AS-Net d.o.o.', 'AS-Net'],
  [1, 'T-Mobile Austria GmbH & Co. KG', 'T-Mobile Austria'],
  [1, 'KGI Securities (Thailand) Public Company Limited', 'KGI Securities (Thailand)'],
  [1, 'Smile Ltd - Smile Ltd', 'Smile'],
  [1, 'Globe Telecom (GMCR,INC)', 'Globe Telecom (GMCR,INC)'],
  [1, 'LTD', 'LTD'],
  [1, '', ''],
])('AS%i %s is %s', (asn, registered, name) => {
  expect(plainName(asn, registered)).toBe(name);
});

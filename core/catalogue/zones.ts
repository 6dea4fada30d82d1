/**
 * Time zones of the countries in which other services are usual than elsewhere (see `usual` in the catalogue's files), with the older
 * names that some browsers give. Not every browser tells which zones a country has.
 */
export const ZONES: Readonly<Record<string, readonly string[]>> = {
  AE: ['Asia/Dubai'],
  AM: ['Asia/Yerevan'],
  BA: ['Europe/Sarajevo'],
  BD: ['Asia/Dhaka', 'Asia/Dacca'],
  BG: ['Europe/Sofia'],
  BH: ['Asia/Bahrain'],
  BY: ['Europe/Minsk'],
  CN: ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'],
  GR: ['Europe/Athens'],
  HK: ['Asia/Hong_Kong', 'Hongkong'],
  IQ: ['Asia/Baghdad'],
  JP: ['Asia/Tokyo', 'Japan'],
  KR: ['Asia/Seoul', 'ROK'],
  KW: ['Asia/Kuwait'],
  MD: ['Europe/Chisinau'],
  ME: ['Europe/Podgorica'],
  MK: ['Europe/Skopje'],
  MM: ['Asia/Yangon', 'Asia/Rangoon'],
  MO: ['Asia/Macau', 'Asia/Macao'],
  OM: ['Asia/Muscat'],
  PH: ['Asia/Manila'],
  PK: ['Asia/Karachi'],
  QA: ['Asia/Qatar'],
  RS: ['Europe/Belgrade'],
  RU: [
    ...['Anadyr', 'Barnaul', 'Chita', 'Irkutsk', 'Kamchatka', 'Khandyga', 'Krasnoyarsk', 'Magadan'].map(inAsia),
    ...['Novokuznetsk', 'Novosibirsk', 'Omsk', 'Sakhalin', 'Srednekolymsk', 'Tomsk', 'Ust-Nera'].map(inAsia),
    ...['Vladivostok', 'Yakutsk', 'Yekaterinburg'].map(inAsia),
    ...['Astrakhan', 'Kaliningrad', 'Kirov', 'Moscow', 'Samara', 'Saratov', 'Ulyanovsk', 'Volgograd'].map(inEurope),
  ],
  SA: ['Asia/Riyadh'],
  TH: ['Asia/Bangkok'],
  TW: ['Asia/Taipei', 'ROC'],
  UA: ['Europe/Kyiv', 'Europe/Kiev', 'Europe/Uzhgorod', 'Europe/Zaporozhye'],
  VN: ['Asia/Ho_Chi_Minh', 'Asia/Saigon'],
  YE: ['Asia/Aden'],
};

function inAsia(city: string): string {
  return `Asia/${city}`;
}

function inEurope(city: string): string {
  return `Europe/${city}`;
}

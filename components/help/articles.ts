import type { GeneratedI18nStructure } from '#i18n';
import type { SignName } from '../signs.ts';
import type { TextKey } from '../wording.ts';

/** The articles: for every answer what it means, what it can't tell, what to try, and how to tell others. Each is named by a verdict. */

export const ARTICLE_IDS = [
  'clear',
  'likely-blocked',
  'suspected',
  'unreachable',
  'udp-blocked',
  'impaired',
  'down',
  'insufficient',
  'untestable',
  'retired',
  'sign-in-needed',
  'offline',
  'browser-restricted',
] as const;
export type ArticleId = (typeof ARTICLE_IDS)[number];

/** A text that stands by itself. */
export type Sentence = {
  [Key in TextKey]: GeneratedI18nStructure[Key]['substitutions'] extends 0 ? Key : never;
}[TextKey];

/** Texts that name another part of the product, whose title is filled in. */
export const NAMING = {
  'help.common.explain': 'explain.title',
  'help.common.share': 'timeline.share',
} as const satisfies Partial<Record<TextKey, Sentence>>;
export type Saying = Sentence | keyof typeof NAMING;

export interface Article {
  readonly title: Sentence;
  readonly sign: SignName;
  readonly means: readonly Saying[];
  /** Usual reasons, where there are many. */
  readonly reasons?: readonly Sentence[];
  readonly cannot: readonly Saying[];
  readonly try: readonly Saying[];
  readonly tell: readonly Saying[];
}

const BLOCK_TOLD = [
  'help.common.report',
  'help.common.share',
  'help.common.operator',
  'help.common.regulator',
  'help.common.ooni',
  'help.common.careful',
] as const satisfies readonly Saying[];

export const ARTICLES: Record<ArticleId, Article> = {
  clear: {
    title: 'calls.clear',
    sign: 'ok',
    means: ['help.clear.means'],
    cannot: ['help.clear.cannot', 'help.clear.device'],
    try: ['advice.nothing', 'help.common.own_word'],
    tell: ['help.clear.tell'],
  },
  'likely-blocked': {
    title: 'calls.likely_blocked',
    sign: 'blocked',
    means: ['help.likely_blocked.means', 'help.likely_blocked.messages'],
    cannot: ['help.common.who', 'help.common.hidden_outage'],
    try: ['advice.other_network', 'help.likely_blocked.voice', 'help.common.ask_others', 'help.common.vpn'],
    tell: ['help.likely_blocked.friends', ...BLOCK_TOLD],
  },
  suspected: {
    title: 'calls.suspected',
    sign: 'confirming',
    means: ['help.suspected.means'],
    cannot: ['help.suspected.cannot'],
    try: ['advice.wait_confirm', 'help.suspected.stay'],
    tell: ['help.suspected.tell'],
  },
  unreachable: {
    title: 'calls.unreachable',
    sign: 'unreachable',
    means: ['help.unreachable.means'],
    cannot: ['help.common.who', 'help.common.hidden_outage'],
    try: ['advice.other_network', 'help.common.ask_others', 'help.common.explain', 'help.common.vpn'],
    tell: ['help.likely_blocked.friends', ...BLOCK_TOLD],
  },
  'udp-blocked': {
    title: 'network.udp_blocked',
    sign: 'unreachable',
    means: ['help.udp_blocked.means', 'help.udp_blocked.common'],
    cannot: ['help.udp_blocked.cannot'],
    try: ['advice.other_network', 'advice.relay_tls', 'help.udp_blocked.vpn'],
    tell: ['help.udp_blocked.tell', 'advice.ask_admin'],
  },
  impaired: {
    title: 'calls.impaired',
    sign: 'poor',
    means: ['help.impaired.means'],
    cannot: ['help.impaired.cannot'],
    try: ['advice.no_video', 'advice.better_line', 'advice.other_network'],
    tell: ['help.impaired.tell', 'help.common.share'],
  },
  down: {
    title: 'calls.down',
    sign: 'outage',
    means: ['help.down.means'],
    cannot: ['help.down.cannot'],
    try: ['advice.wait_outage', 'help.down.agree'],
    tell: ['help.down.tell'],
  },
  insufficient: {
    title: 'calls.insufficient',
    sign: 'unknown',
    means: ['help.insufficient.means'],
    reasons: [
      'rule.network_lossy',
      'rule.network_controls_silent',
      'rule.calls_unearned',
      'rule.calls_unheard',
      'rule.calls_gone',
      'rule.calls_recovering',
      'rule.network_partly_known',
    ],
    cannot: ['help.insufficient.cannot'],
    try: ['advice.check_again', 'advice.check_elsewhere', 'advice.better_line', 'help.common.own_word'],
    tell: ['help.insufficient.tell'],
  },
  untestable: {
    title: 'calls.not_testable',
    sign: 'untestable',
    means: ['help.untestable.means'],
    cannot: ['help.untestable.cannot'],
    try: ['advice.try_a_call', 'help.common.own_word', 'help.untestable.others'],
    tell: ['help.common.share'],
  },
  retired: {
    title: 'calls.retired_alone',
    sign: 'retired',
    means: ['help.retired.means'],
    cannot: ['help.retired.cannot'],
    try: ['help.retired.try'],
    tell: ['help.retired.tell'],
  },
  'sign-in-needed': {
    title: 'network.sign_in_needed',
    sign: 'sign-in',
    means: ['help.sign_in_needed.means'],
    cannot: ['help.sign_in_needed.cannot'],
    try: ['advice.sign_in', 'help.sign_in_needed.no_page', 'help.sign_in_needed.password'],
    tell: ['help.sign_in_needed.tell'],
  },
  offline: {
    title: 'network.offline',
    sign: 'offline',
    means: ['help.offline.means'],
    cannot: ['help.offline.cannot'],
    try: ['advice.reconnect', 'help.offline.look'],
    tell: ['help.offline.tell'],
  },
  'browser-restricted': {
    title: 'network.browser_restricted',
    sign: 'restricted',
    means: ['help.browser_restricted.means'],
    cannot: ['help.browser_restricted.cannot'],
    try: ['advice.webrtc_on', 'help.browser_restricted.look', 'help.browser_restricted.other_browser'],
    tell: ['help.browser_restricted.tell'],
  },
};

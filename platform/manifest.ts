import type { ConfigEnv, UserManifest } from 'wxt';
import { hostPatterns } from '../core/catalogue/files.ts';
import { OLDEST } from './oldest.ts';

/**
 * Least power: nothing here shows a warning at install. What *explain* needs (`webRequest` sees only hosts that were granted) and
 * notifications are optional, asked for by a click. Any host stands there so that one can be asked for by itself: a server of the person's
 * own, which nobody knows yet, or OONI's (`hostPermission`).
 */
export function manifest({ browser }: ConfigEnv): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    minimum_chrome_version: firefox ? undefined : String(OLDEST.chrome),
    permissions: ['alarms', 'storage', firefox ? 'dns' : 'offscreen'],
    optional_permissions: ['notifications', 'webRequest'],
    optional_host_permissions: [...hostPatterns(), 'https://*/*'],
    content_security_policy: {
      // No upgrade-insecure-requests: the captive-portal controls are plain HTTP on purpose.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https: wss: http:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; " +
        // Firefox's hidden page is a frame of the background page.
        (firefox ? "frame-src 'self'; frame-ancestors 'self'" : "frame-ancestors 'none'"),
    },
    // Firefox takes what its policies set for an extension without a schema.
    ...(!firefox && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(firefox && {
      // Beside the address bar, where a badge can be seen.
      action: { default_area: 'navbar' as const },
      browser_specific_settings: {
        gecko: {
          id: 'ringback@ringback.example',
          strict_min_version: `${OLDEST.firefox}.0`,
          // The question to OONI (`opinion.ts`).
          data_collection_permissions: { required: ['none'], optional: ['locationInfo'] },
        },
        gecko_android: { strict_min_version: `${OLDEST.firefox}.0` },
      },
    }),
  };
}

/**
 * Who the extension is while it is driven. Its storage hangs on this identity, so it must be the same at every launch.
 * Chromium derives the id from the manifest's `key`; any bytes will do, since nothing is signed.
 */
export const CHROMIUM_KEY = Buffer.from('Ringback, loaded from its build output').toString('base64');

/** The host part of Firefox's `moz-extension://` addresses, random in a person's profile. */
export const FIREFOX_UUID = '5f1e2b60-7c3a-4d59-9a0e-52494e474241';

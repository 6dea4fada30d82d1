/** A build is for one kind of browser, and leaves out what only another one needs. Unit tests have it all. */
export const FOR_FIREFOX = !import.meta.env.PROD || import.meta.env.FIREFOX;
export const FOR_CHROMIUM = !import.meta.env.PROD || !import.meta.env.FIREFOX;

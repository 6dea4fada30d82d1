/** Saves a file as the browser saves any download; nothing is asked for and nobody else is told. */
export function download({ name, content }: { readonly name: string; readonly content: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has opened it by then; kept, it would hold the file in memory as long as the page lives.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

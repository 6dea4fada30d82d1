/** Whether a text from outside names an address: IPv4, whole or masked (`10.0.0.x`); IPv6; a host name of the local network. */
export const mentionsAddress = (text: string): boolean => text.split(/[^\w:.]/).some(isAddress);

const isAddress = (word: string): boolean =>
  /\d(\.\d+){2}\.[\dx]/.test(word) || /^[\da-f]*:[\da-f]*:/i.test(word) || /\.local\b/i.test(word);

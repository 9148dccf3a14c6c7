/** Letters of one name in a URL, as it is encoded there: a broker takes 8 KiB of URL and headers. */
const longestInUrl = 2048;

/** Why a name cannot stand in a URL; undefined for one that can. A broker answers 414 without a word of what was too long. */
export const urlLengthFault = (name: string): string | undefined =>
  encodeURIComponent(name).length > longestInUrl ? "is too long for a URL" : undefined;

/**
 * Letters of one name in a URL, as it is encoded there: a broker takes 8 KiB of URL and headers, and answers 414 without a word of
 * what was too long.
 */
export const longestInUrl = 2048;

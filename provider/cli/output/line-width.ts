/** Characters of a line of text for people: what every terminal shows without breaking it. */
export const lineWidth = 80;

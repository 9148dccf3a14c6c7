/** A part of an id before a `#`. */
export const idPart = (text: string): string => text.replaceAll("%", "%25").replaceAll("#", "%23");

/** The text that `idPart` was made of. */
export const textOfIdPart = (part: string): string => part.replaceAll("%23", "#").replaceAll("%25", "%");

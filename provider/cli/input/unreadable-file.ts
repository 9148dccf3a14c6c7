/** A file that cannot be read at all. Its message says why, and reads on from the name of the file. */
export class UnreadableFile extends Error {}

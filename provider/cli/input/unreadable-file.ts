/** A file that cannot be read at all. Its message is a sentence for people. */
export class UnreadableFile extends Error {}

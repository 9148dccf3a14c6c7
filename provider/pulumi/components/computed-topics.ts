/**
 * True for the arguments in which a member names a topic. The mesh creates topics that are written out; one whose name another
 * resource computes is that resource's.
 */
export const namesTopic = (path: string): boolean => /(^|\.)(input\.topics\[\d+\]|output\.topic|logTopic)$/.test(path);

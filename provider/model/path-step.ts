/**
 * True for what no name may be: in the path of a URL it goes to another place, however it is encoded. A request for the
 * subscription `..` of a topic would reach the topic.
 */
export const isPathStep = (text: string): boolean => text === "." || text === "..";

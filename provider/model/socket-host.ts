/** The host of a URL as sockets take it: an address of IPv6 without brackets. */
export const socketHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

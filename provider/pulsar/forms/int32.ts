/** The largest 32-bit integer: Pulsar answers a larger one with an error of its HTTP server. */
export const int32 = 2 ** 31 - 1;

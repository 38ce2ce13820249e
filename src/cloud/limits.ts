/** What every connection and every answer is held to. */

/** An answer over this size is cut off; a full result of ten tasks is about 60 KiB. */
export const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024
/** IAM puts its token into a header, and may make it longer than the 16 KiB that Node takes by itself. */
export const LARGEST_HEADER_BYTES = 64 * 1024

/**
 * Time for each address of a host before the next is tried. Node's own 250 ms are less than one round trip between
 * continents, so a host with an IPv4 address and an IPv6 one that leads nowhere could never be reached.
 */
export const CONNECTING = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 2_000 } as const

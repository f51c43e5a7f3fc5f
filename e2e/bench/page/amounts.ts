/** Single writes before the clock counts, and those that count. */
export const WARM_UPS = 3;
export const WRITES = 20;

/** Contacts that an import brings; no more than are there already. */
export const IMPORTED = 10_000;

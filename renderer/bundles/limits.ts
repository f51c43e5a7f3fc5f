/**
 * What a bundle may hold. Sealing keeps to it and opening insists on it, before anything is unpacked.
 * Sizes are bytes.
 */
export const MAX = {
  /** A sealed file. */
  file: 300_000_000,
  /** The header of the age file: 100 post-quantum recipients take 156 kB. */
  header: 192 * 1024,
  recipients: 100,
  /** Files inside, the three of the bundle's own not counted. */
  entries: 5_000,
  entry: 200_000_000,
  /** All files inside, unpacked. */
  unpacked: 290_000_000,
  /** Unpacked bytes to packed bytes, beyond the first MiB. DEFLATE reaches 1032, records about 20. */
  ratio: 200,
  manifest: 4 * 1024 * 1024,
  card: 16 * 1024,
  /**
   * log2 N of scrypt: 18 is stock age's own choice and takes 2 s and 256 MiB here. Every step doubles both, so
   * that a hostile file could stop the program for minutes.
   */
  workFactor: 18,
} as const;

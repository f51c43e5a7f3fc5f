/** How long work is watched, and stopped with nothing half done. */
export interface Watched {
  /** Bytes done and in all. */
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

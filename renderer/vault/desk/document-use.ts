import type { TrailAction } from '../../domain/trail.ts';

/** What the trail says of a document, by what it was made for. */
export const ACTION_FOR = {
  preview: 'previewed',
  print: 'printed',
  pdf: 'exported',
} as const satisfies Record<string, TrailAction>;

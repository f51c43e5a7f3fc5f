import type { ImportRowView } from '../../stores/import.ts';

/** What becomes of a row, in words. */
export const ROW_STATES = {
  new: { label: 'New', tone: 'accent' },
  changed: { label: 'Changed', tone: 'accent' },
  duplicate: { label: 'Duplicate', tone: 'plain' },
  cannot: { label: 'Cannot', tone: 'warning' },
} as const satisfies Record<ImportRowView['state'], { label: string; tone: string }>;

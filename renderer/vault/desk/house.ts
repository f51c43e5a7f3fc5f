import { PLAIN_SHEET, type Sheet } from '../../documents/sheet.ts';
import type { OpenContext } from './context.ts';

/** How the group's documents lie on paper: its paper and its letterhead. */
export function houseOf({
  group,
}: Pick<OpenContext, 'group'>): Pick<Sheet, 'paper' | 'logo' | 'sender'> {
  return { paper: group.paper ?? PLAIN_SHEET.paper, logo: null, sender: '' };
}

import { attachmentsOf } from '../../domain/attachment.ts';
import { type Logo, PLAIN_SHEET, type Sheet } from '../../documents/sheet.ts';
import { barePng } from '../pictures/png.ts';
import type { OpenContext } from './context.ts';

type House = Pick<Sheet, 'paper' | 'logo' | 'sender'>;

/** How the group's documents lie on paper: its paper and its letterhead. */
export async function houseOf(context: Pick<OpenContext, 'group' | 'session'>): Promise<House> {
  const { paper = PLAIN_SHEET.paper, sender = PLAIN_SHEET.sender } = context.group;
  return { paper, sender, logo: await logoOf(context) };
}

/** null also where it is damaged in the store: a document without its logo is better than none. */
async function logoOf({
  group,
  session,
}: Pick<OpenContext, 'group' | 'session'>): Promise<Logo | null> {
  const [file] = attachmentsOf(group);
  const png = file && (await session.blobs.readWhole(file.blob));
  const bare = png?.ok ? barePng(png.value) : null;
  if (!png?.ok || !bare) return null;
  let letters = '';
  for (const byte of png.value) letters += String.fromCharCode(byte);
  return { png: btoa(letters), width: bare.width, height: bare.height };
}

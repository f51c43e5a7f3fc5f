/**
 * The content of a page in which all that is in no tag is marked as an artifact (ISO 14289-1, 7.1): rules, shades, and
 * the head and foot of a page. Chromium 130 leaves them unmarked.
 */

const MARK_BEGINS = /B[DM]C$/;
/** What begins a path, or paints at once. Between the two nothing else may stand (ISO 32000-1, 8.2). */
const PAINTING = /(?:^|\s)(?:re|m|Do|sh|BI)$/;

/** @param content a line each operation, as Skia writes it */
export function withArtifacts(content: string): string {
  const out: string[] = [];
  /** How far the content was taken over. */
  let taken = 0;
  /** Marks of the page's own that are open. */
  let marks = 0;
  let isOpen = false;
  let isInText = false;
  const put = (line: string, at: number) => {
    out.push(content.slice(taken, at), line);
    taken = at;
  };
  const open = (at: number) => {
    if (!isOpen) put('/Artifact BMC\n', at);
    isOpen = true;
  };
  const close = (at: number) => {
    if (isOpen) put('EMC\n', at);
    isOpen = false;
  };
  for (let at = 0; at < content.length;) {
    // Nearly all that a page says stands in tags, a line each letter: only where one ends or begins is of interest there.
    if (marks > 0) at = content.lastIndexOf('\n', endOf(content, 'C', at) - 1) + 1;
    const end = endOf(content, '', at);
    const line = content.slice(at, end);
    if (MARK_BEGINS.test(line)) {
      close(at);
      marks += 1;
    } else if (line === 'EMC') marks -= 1;
    else if (marks === 0) {
      // Marks and text may not cross: an artifact holds whole text objects, or stands inside one.
      if (line === 'BT') {
        isInText = holdsMarks(content, end);
        if (isInText) close(at);
        else open(at);
      } else if (line === 'ET' && isInText) {
        close(at);
        isInText = false;
      } else if (line === 'q' || line === 'Q') close(at);
      else if (PAINTING.test(line) || (isInText && /T[jJ]$/.test(line))) open(at);
    }
    at = end + 1;
  }
  out.push(content.slice(taken));
  if (isOpen) out.push(content.endsWith('\n') ? 'EMC' : '\nEMC');
  return out.join('');
}

/** Where the next line ends that ends with some letters. */
function endOf(content: string, letters: string, from: number): number {
  const found = content.indexOf(`${letters}\n`, from);
  return found < 0 ? content.length : found + letters.length;
}

/** Whether a mark begins in the text object that begins before a place. */
function holdsMarks(content: string, from: number): boolean {
  const end = content.indexOf('\nET\n', from);
  return /B[DM]C$/m.test(content.slice(from, end < 0 ? undefined : end));
}

/**
 * The content of a page in which all that is in no tag is marked as an artifact (ISO 14289-1, 7.1): rules, shades, and
 * the head and foot of a page. Chromium 130 leaves them unmarked.
 */

const MARK_BEGINS = /B[DM]C$/;
/** What begins a path, or paints at once. Between the two nothing else may stand (ISO 32000-1, 8.2). */
const PAINTING = /(?:^|\s)(?:re|m|Do|sh|BI)$/;

/** @param content a line each operation, as Skia writes it */
export function withArtifacts(content: string): string {
  const lines = content.split('\n');
  const out: string[] = [];
  /** Marks of the page's own that are open. */
  let marks = 0;
  let isOpen = false;
  let isInText = false;
  const open = () => {
    if (!isOpen) out.push('/Artifact BMC');
    isOpen = true;
  };
  const close = () => {
    if (isOpen) out.push('EMC');
    isOpen = false;
  };
  for (const [at, line] of lines.entries()) {
    if (MARK_BEGINS.test(line)) {
      close();
      marks += 1;
    } else if (line === 'EMC') marks -= 1;
    else if (marks === 0) {
      // Marks and text may not cross: an artifact holds whole text objects, or stands inside one.
      if (line === 'BT') {
        isInText = holdsMarks(lines, at);
        if (isInText) close();
        else open();
      } else if (line === 'ET' && isInText) {
        close();
        isInText = false;
      } else if (line === 'q' || line === 'Q') close();
      else if (PAINTING.test(line) || (isInText && /T[jJ]$/.test(line))) open();
    }
    out.push(line);
  }
  close();
  return out.join('\n');
}

/** Whether a mark begins in the text object that begins at a line. */
function holdsMarks(lines: readonly string[], from: number): boolean {
  for (let at = from + 1; at < lines.length && lines[at] !== 'ET'; at += 1) {
    if (MARK_BEGINS.test(lines[at] ?? '')) return true;
  }
  return false;
}

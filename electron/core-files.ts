/**
 * Linux: what a process of this program holds in memory shall not land in a core file, nor go to a crash collector
 * (core(5)). Elsewhere the system's reporter decides.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Holds for this process, for all that came of it, and for all that will, since it is inherited. Called before Electron
 * is ready: the zygotes, of which pages are forked, are there by then, and no page is.
 */
export function keepMemoryOutOfCoreFiles(): void {
  if (process.platform !== 'linux') return;
  const parents = parentsOfAll();
  const own = [process.pid];
  for (const pid of own) {
    for (const [child, parent] of parents) if (parent === pid) own.push(child);
    try {
      writeFileSync(`/proc/${pid}/coredump_filter`, '0');
    } catch {
      // Some containers do not let it be written.
    }
  }
}

/** The parent of each process that there is. */
function parentsOfAll(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) && /^PPid:\s*(\d+)$/m.exec(statusOf(pid))?.[1];
    if (parent) parents.set(pid, Number(parent));
  }
  return parents;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

const inflate = promisify(inflateRaw);

/**
 * Unpacks a ZIP whose hash was checked before (PKWARE APPNOTE 6.3, without ZIP64 and encryption).
 * @param {string} file
 * @param {(name: string) => string | undefined} place where an entry goes; undefined leaves it out
 */
export async function unzip(file, place) {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = await read(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new Error('Not a ZIP file.');
    const directory = await read(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (let at = 0; at < directory.length;) {
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      const target = name.endsWith('/') ? undefined : place(name);
      if (target !== undefined) await extract(handle, directory, at, target);
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    await handle.close();
  }
}

/** @param {import('node:fs/promises').FileHandle} handle @param {Buffer} directory @param {number} at @param {string} target */
async function extract(handle, directory, at, target) {
  const local = directory.readUInt32LE(at + 42);
  const header = await read(handle, local, 30);
  const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const stored = await read(handle, start, directory.readUInt32LE(at + 20));
  const bytes = directory.readUInt16LE(at + 10) === 0 ? stored : await inflate(stored);
  if (crc32(bytes) !== directory.readUInt32LE(at + 16)) throw new Error('A ZIP entry is damaged.');
  await mkdir(dirname(target), { recursive: true });
  const mode = (directory.readUInt32LE(at + 38) >>> 16) & 0o777;
  await writeFile(target, bytes, { mode: mode || 0o644 });
}

/** @param {import('node:fs/promises').FileHandle} handle @param {number} position @param {number} length */
async function read(handle, position, length) {
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}

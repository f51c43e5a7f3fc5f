import { unzipSync } from 'fflate';
import { type Result, fail, ok } from '../domain/errors.ts';
import { LIMITS } from './limits.ts';

/** What a ZIP's central directory claims of one entry (APPNOTE 6.3.10, 4.3.12). */
interface Claim {
  readonly crc: number;
  readonly size: number;
}

/**
 * Unpacks the wanted entries of a ZIP after its claims were found bearable, and checks that what came out has
 * the size and CRC-32 that were claimed. All claims count towards the limits, wanted or not.
 * Errors: file/bomb (claims too much, or unpacks to other than it claims), file/damaged, file/encrypted.
 */
export function unzipChecked(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<Record<string, Uint8Array>> {
  const claims = readClaims(bytes);
  if (!claims.ok) return claims;
  let entries = 0;
  let total = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: (file) => {
        entries += 1;
        total += file.originalSize;
        return (
          entries <= LIMITS.entries &&
          total <= LIMITS.unpacked &&
          claims.value.has(file.name) &&
          wanted(file.name)
        );
      },
    });
  } catch {
    return fail('file/damaged');
  }
  if (entries > LIMITS.entries || total > LIMITS.unpacked) return fail('file/bomb');
  for (const [name, data] of Object.entries(unpacked)) {
    const claim = claims.value.get(name);
    if (claim?.size !== data.length) return fail('file/bomb');
    if (claim.crc !== crc32(data)) return fail('file/damaged');
  }
  return ok(unpacked);
}

function readClaims(bytes: Uint8Array): Result<Map<string, Claim>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return fail('file/damaged');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const claims = new Map<string, Claim>();
  let total = 0;
  if (count > LIMITS.entries) return fail('file/bomb');
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      return fail('file/damaged');
    }
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) return fail('file/encrypted');
    const size = view.getUint32(at + 24, true);
    total += size;
    // ZIP64's marker 0xffffffff counts as what it says: more than any list of people.
    if (total > LIMITS.unpacked) return fail('file/bomb');
    const nameLength = view.getUint16(at + 28, true);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(raw);
    if (claims.has(name)) return fail('file/damaged');
    claims.set(name, { crc: view.getUint32(at + 16, true), size });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(claims);
}

/** Where the end-of-central-directory record starts: within the last 64 KiB and 22 bytes, or nowhere. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of ISO 3309, as ZIP uses it. */
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < data.length; i++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (data[i] ?? 0)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

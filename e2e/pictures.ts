/** Pictures that tests make, written as PNG by hand. */
import { crc32, deflateSync } from 'node:zlib';

/** Black all over, a bit for a pixel. @param side in pixels, a multiple of eight */
export function blackPng(side: number): Buffer {
  return png(side, side, [1, 0], Buffer.alloc((1 + side / 8) * side));
}

/** A dark ring on transparent ground, with a remark about its author. */
export function ringPng(side: number, author: string): Buffer {
  const line = 1 + side * 4;
  const rows = Buffer.alloc(side * line);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const far = Math.hypot(x - side / 2, y - side / 2) / side;
      if (far > 0.3 && far < 0.48) rows.writeUInt32BE(0x1d4f5bff, y * line + 1 + x * 4);
    }
  }
  return png(side, side, [8, 6], rows, chunk('tEXt', Buffer.from(`Author\0${author}`)));
}

/** Any picture. @param dots three bytes each (red, green, blue), row by row */
export function rgbPng(width: number, height: number, dots: Buffer): Buffer {
  const line = 3 * width;
  const rows = Buffer.alloc((1 + line) * height);
  for (let y = 0; y < height; y += 1) dots.copy(rows, y * (1 + line) + 1, y * line, (y + 1) * line);
  return png(width, height, [8, 2], rows);
}

function png(
  width: number,
  height: number,
  kind: [bits: number, colours: number],
  rows: Buffer,
  more?: Buffer,
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(kind, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    more ?? Buffer.alloc(0),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}

import { Failure } from '../../../db/failure.ts';
import type { Logo } from '../../../db/letterhead/rule.ts';

/** A logo from the bytes of a PNG or JPEG file. @throws Failure letterhead.not-a-picture */
export function logoFrom(bytes: Uint8Array): Logo {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(buffer) ?? jpegSize(buffer);
  if (!size || size.width === 0 || size.height === 0) throw new Failure('letterhead.not-a-picture');
  return { picture: buffer.toString('base64'), type: size.type, ratio: size.width / size.height };
}

type PictureSize = { readonly type: Logo['type']; readonly width: number; readonly height: number };

const pngSignature = '89504e470d0a1a0a';

function pngSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 24 || bytes.subarray(0, 8).toString('hex') !== pngSignature) return null;
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Goes from segment to segment until the one that says how large the picture is. */
function jpegSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const kind = bytes[at + 1] ?? 0;
    // Start-of-frame segments but for the three codes among them that mean tables.
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind))
      return { type: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

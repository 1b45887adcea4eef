/**
 * Draws build/icon.svg in all sizes and puts them into the containers that systems read: `node build/run.mjs icons`. The
 * results are committed, so that packaging needs no browser; run this after changing the drawing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ensureChromium } from './chromium.ts';

const drawing = readFileSync(path.join(import.meta.dirname, 'icon.svg'), 'utf8');
const folder = path.join(import.meta.dirname, 'icons');

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** Apple's names for the sizes; those with @2x hold twice the pixels of the size they stand for. */
const appleTypes: readonly [string, number][] = [
  ['icp4', 16],
  ['ic11', 32], // 16@2x
  ['icp5', 32],
  ['ic12', 64], // 32@2x
  ['ic07', 128],
  ['ic13', 256], // 128@2x
  ['ic08', 256],
  ['ic14', 512], // 256@2x
  ['ic09', 512],
  ['ic10', 1024], // 512@2x
];

/** Apple's icons leave room around the shape: 824 of 1024 units are drawn on. */
const appleShare = 824 / 1024;

const browser = await chromium.launch({ executablePath: ensureChromium() });
mkdirSync(folder, { recursive: true });
for (const size of linuxSizes)
  writeFileSync(path.join(folder, `${size}x${size}.png`), await draw(browser, size));
writeFileSync(path.join(folder, 'icon.ico'), await windowsIcon(browser));
writeFileSync(path.join(folder, 'icon.icns'), await appleIcon(browser));
await browser.close();

async function draw(on: Browser, size: number, share = 1): Promise<Buffer> {
  const page = await on.newPage({ viewport: { width: size, height: size } });
  const side = size * share;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${side}px;height:${side}px}</style>${drawing}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

/** ICO: a header of 6 bytes, an entry of 16 for each picture, then the pictures as PNG, which Windows reads since Vista. */
async function windowsIcon(on: Browser): Promise<Buffer> {
  const pictures = await Promise.all(windowsSizes.map((size) => draw(on, size)));
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach((picture, index) => {
    const entry = 6 + 16 * index;
    const size = (windowsSizes[index] ?? 0) % 256; // 0 stands for 256
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4); // colour planes
    header.writeUInt16LE(32, entry + 6); // bits per pixel
    header.writeUInt32LE(picture.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  });
  return Buffer.concat([header, ...pictures]);
}

/** ICNS: `icns`, the length of all, then for each picture its type, its length with these 8 bytes, and the PNG. */
async function appleIcon(on: Browser): Promise<Buffer> {
  const parts = await Promise.all(
    appleTypes.map(async ([type, size]) => block(type, await draw(on, size, appleShare))),
  );
  return block('icns', Buffer.concat(parts));
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}

import { shell } from 'electron';
import { outsideLink } from './link.ts';

/** The one door from the app to the system's other programs; the lint rules bar `shell` everywhere else. */

/** Opens an https or mailto address in the program the user has for it; false when the address is none of these. */
export async function openLink(address: unknown): Promise<boolean> {
  const link = outsideLink(address);
  if (link === null) return false;
  await shell.openExternal(link);
  return true;
}

/** Shows a file in its folder; the file itself is not opened, which could start a program. */
export function reveal(file: string): void {
  shell.showItemInFolder(file);
}

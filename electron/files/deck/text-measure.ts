/** Han, kana, Hangul and full-width signs take a full em; the rest of what people write is narrower. */
const full =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

/** The width of a character in ems, on the generous side: a line measured too long leaves room, one too short runs over. */
function em(character: string): number {
  if (full.test(character)) return 1;
  if (/[A-Z@%&MWmw—…]/.test(character)) return 0.78;
  if (/[ilj.,:;'|!()[\] ]/.test(character)) return 0.34;
  return 0.58;
}

/**
 * The text broken into the lines it takes in so many inches at so many points. A paragraph's last line keeps its line feed, so
 * that the lines joined are the text again.
 */
export function textLines(text: string, width: number, points: number): string[] {
  const room = (width * 72) / points;
  return text.split('\n').flatMap((paragraph, index, all) => {
    const lines = wrap(paragraph, room);
    if (index < all.length - 1) lines.push(`${lines.pop() ?? ''}\n`);
    return lines;
  });
}

/** The words no line may break in; between full-width characters any line may. */
export function wordsOf(text: string): string[] {
  return text.match(/[^\s\u2e80-\u{3fffd}]+/gu) ?? [];
}

/** Breaks between words, and between any two characters where full-width ones stand or a word is longer than the line. */
function wrap(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of paragraph.match(/[^\s\u2e80-\u{3fffd}]+\s*|\s+|./gu) ?? []) {
    const width = [...word.trimEnd()].reduce((sum, character) => sum + em(character), 0);
    if (used + width > room && line !== '') {
      lines.push(line);
      line = '';
      used = 0;
    }
    if (width > room) {
      for (const character of word) {
        if (used + em(character) > room && line !== '') {
          lines.push(line);
          line = '';
          used = 0;
        }
        line += character;
        used += em(character);
      }
      continue;
    }
    line += word;
    used += [...word].reduce((sum, character) => sum + em(character), 0);
  }
  lines.push(line);
  return lines;
}

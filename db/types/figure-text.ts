/** The first figure of a sentence with its unit: `31 起`, `about 40,000`, `92 %`, `4 万`. */
export function readFigure(text: string | null): { value: number; unit: string } | null {
  const match = /(-?\d[\d,]*(?:\.\d+)?)\s*(万|亿)?\s*(%|[\p{Script=Han}]{1,2})?/u.exec(
    (text ?? '')
      .normalize('NFKC')
      .replace(/\d{4}-\d{2}-\d{2}|\d{4}\s*年|\d{1,2}\s*月(?:份|\s*\d{1,2}\s*[日号])?/g, ''),
  );
  if (!match?.[1]) return null;
  const scale = match[2] === '万' ? 1e4 : match[2] === '亿' ? 1e8 : 1;
  return { value: Number(match[1].replaceAll(',', '')) * scale, unit: match[3] ?? '' };
}

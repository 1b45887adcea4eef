import { missingText } from './placeholder.ts';

export type AnsweredPerson = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/**
 * Reads `Gao Shan, General Manager, gao@example.com, 139 0000 0000` in either punctuation: a name, then what else is said
 * of the person. Null where nobody is named.
 */
export function readPerson(answer: string): AnsweredPerson | null {
  if (missingText(answer) !== null) return null;
  const parts = answer
    .split(/[,，;；、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const email = parts.flatMap((part) => /[^\s<>()（）]+@[^\s<>()（）]+\.[^\s<>()（）]+/.exec(part) ?? [])[0];
  const phone = parts.find((part) => isPhone(part));
  const [name, ...rest] = parts.filter((part) => !part.includes('@') && !isPhone(part));
  // Where a sentence stands instead of a name, nobody is named.
  if (name === undefined || name.length > longestName) return null;
  return { name, title: rest[0] ?? null, email: email ?? null, phone: phone ?? null };
}

const longestName = 60;

function isPhone(part: string): boolean {
  return /^[+(]?[\d][\d\s()+-]{5,}$/.test(part);
}

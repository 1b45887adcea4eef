const englishNumbers = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count said in English: 12, an, three. What is none counts as one. */
export function englishNumber(text: string | undefined): number {
  const word = (text ?? '').toLowerCase();
  return /^\d/.test(word) ? Number(word) : Math.max(englishNumbers.indexOf(word === 'an' ? 'a' : word), 1);
}

/** A count said in Chinese: 三, 十, 十二, 二十, 二十三, 两 or digits. */
export function chineseNumberOf(text: string | undefined): number {
  const stated = (text ?? '').replace('两', '二');
  if (/^\d+$/.test(stated)) return Number(stated);
  const digit = (character: string | undefined) => '零一二三四五六七八九'.indexOf(character ?? '');
  const ten = stated.indexOf('十');
  if (ten < 0) return Math.max(digit(stated), 0);
  const tens = ten === 0 ? 1 : digit(stated[0]);
  return tens * 10 + (stated.length > ten + 1 ? digit(stated[ten + 1]) : 0);
}

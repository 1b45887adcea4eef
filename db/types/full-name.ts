/** Chinese names stand together, the family name first; others apart, it last. Null where neither part is known. */
export function fullName(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return first ?? last;
  return /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`;
}

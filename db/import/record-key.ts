const checkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A record's key as compared. Salesforce writes one id in two ways: 15 characters that tell capitals from small letters,
 * or the same with 3 more that say which of them are capitals, for programs that cannot tell. Any other key is compared
 * as it stands.
 */
export function keyIdentity(key: string): string {
  const [, id, check] = /^([A-Za-z0-9]{15})([A-Z0-5]{3})$/.exec(key) ?? [];
  return id !== undefined && check === checkOf(id) ? id : key;
}

/** For each five characters one letter, whose bits say which of them are capitals. */
function checkOf(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const capitals = [...id.slice(start, start + 5)].map((letter) => (/[A-Z]/.test(letter) ? 1 : 0));
      return checkLetters[capitals.reduce<number>((sum, bit, place) => sum + bit * 2 ** place, 0)];
    })
    .join('');
}

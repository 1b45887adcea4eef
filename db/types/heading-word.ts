/** Words for compared texts: width, case, spaces and marks do not matter. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\s_\-–—·./\\*:;,,。、()[\]【】"'!?&#]+/g, '');
}

/** A heading as compared: without units in brackets, such as "ARR (USD)" or 年费(万元). */
export function headingWord(heading: string): string {
  return plainWord(heading.normalize('NFKC').replace(/\([^)]*\)/g, ' ')) || plainWord(heading);
}

/**
 * What a file handed over by the page may weigh, in bytes, by what it is for. A list to import: far above any list of
 * accounts. A file to attach: a recorded meeting fits, a disk image does not, since books lie in synced folders and a copy
 * of a book takes its files along. A logo goes into the book and into every deck.
 */
export const uploadLimits = {
  import: 200 * 1024 ** 2,
  attachment: 500 * 1024 ** 2,
  logo: 2 * 1024 ** 2,
  template: 100 * 1024 ** 2,
} as const;
export type UploadPurpose = keyof typeof uploadLimits;
export const isUploadPurpose = (text: string): text is UploadPurpose => Object.hasOwn(uploadLimits, text);

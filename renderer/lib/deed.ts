import i18next from 'i18next';

/** A deed as history, undo and redo name it. A deed of a newer Tenure keeps its key. */
export function deedText({
  deed,
  parameters,
}: {
  deed: string;
  parameters: Record<string, string | number>;
}): string {
  const key = `deed.${deed}`;
  return i18next.exists(key) ? String(i18next.t(key as 'deed.account.edit', parameters)) : deed;
}

import i18next from 'i18next';

/** An action as history, undo and redo name it. An action of a newer Tenure keeps its key. */
export function actionText({
  action,
  parameters,
}: {
  action: string;
  parameters: Record<string, string | number>;
}): string {
  const key = `action.${action}`;
  return i18next.exists(key) ? String(i18next.t(key as 'action.account.edit', parameters)) : action;
}

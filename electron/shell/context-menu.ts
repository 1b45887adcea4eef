import { type ContextMenuParams, Menu, type WebContents } from 'electron';
import type { TFunction } from 'i18next';

/** The right-click menu of texts and fields, which Electron leaves to the app. */
export function offerContextMenu(contents: WebContents, labels: () => TFunction): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }: ContextMenuParams) => {
    if (!isEditable && selectionText === '') return;
    const t = labels();
    Menu.buildFromTemplate([
      ...(isEditable ? [{ role: 'cut', label: t('menu.cut'), enabled: editFlags.canCut } as const] : []),
      { role: 'copy', label: t('menu.copy'), enabled: editFlags.canCopy },
      ...(isEditable
        ? [{ role: 'paste', label: t('menu.paste'), enabled: editFlags.canPaste } as const]
        : []),
      { role: 'selectAll', label: t('menu.selectAll'), enabled: editFlags.canSelectAll },
    ]).popup();
  });
}

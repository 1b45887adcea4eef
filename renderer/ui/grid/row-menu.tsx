import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';

/** What a right click on a row, or the menu key, offers: the same first lines in every list, then the list's own. */
export function RowMenu({
  x,
  y,
  more,
  onOpen,
  onCopy,
  onClose,
}: {
  x: number;
  y: number;
  more: NonNullable<MenuProps['items']>;
  onOpen: () => void;
  onCopy: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dropdown
      open
      autoFocus
      onOpenChange={(isOpen) => !isOpen && onClose()}
      trigger={['click']}
      menu={{
        items: [
          { key: 'open', label: t('grid.open'), extra: 'Enter', onClick: onOpen },
          ...more,
          { type: 'divider' },
          { key: 'copy', label: t('grid.copyRow'), extra: 'Ctrl C', onClick: onCopy },
        ],
        onClick: onClose,
      }}
    >
      <span className={styles.point} style={{ left: x, top: y }} />
    </Dropdown>
  );
}

import { Button } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './template-row.module.css';

/** A section or a field in its list: chosen by a click, moved and taken away by its buttons. */
export function TemplateRow({
  name,
  isCurrent,
  hasProblem,
  isOnly,
  children,
  onSelect,
  onMove,
  onRemove,
}: {
  /** What it is called; said by the buttons too. */
  name: string;
  isCurrent: boolean;
  hasProblem: boolean;
  /** The last one of a list stays. */
  isOnly: boolean;
  /** What is told of it under its name. */
  children?: ReactNode;
  onSelect: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-current={isCurrent || undefined}>
      <button type="button" className={styles.name} aria-current={isCurrent} onClick={onSelect}>
        <span className={styles.labels}>
          {name}
          {hasProblem && (
            <span className={styles.problem}>
              <span aria-hidden="true">!</span>
              <span className="visually-hidden">{t('deliveryList.toFix')}</span>
            </span>
          )}
        </span>
        {children && <span className={styles.beside}>{children}</span>}
      </button>
      <span className={styles.buttons}>
        <Button
          type="text"
          size="small"
          icon={<ArrowUp size={13} />}
          aria-label={t('deliveryList.up', { name })}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDown size={13} />}
          aria-label={t('deliveryList.down', { name })}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          size="small"
          disabled={isOnly}
          icon={<X size={13} />}
          aria-label={t('deliveryList.remove', { name })}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}

import { Button, Checkbox } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../lib/failure.ts';
import type { ComparedBooks } from './assessment-type.ts';
import styles from './portfolio.module.css';

/** The other books in the comparison, each to be left out again, and why some are not in it. */
export function PortfolioBooks({
  books,
  refused,
  names,
  isUnnamed,
  onUnnamed,
  onLeaveOut,
}: ComparedBooks & {
  names: readonly string[];
  isUnnamed: boolean;
  onUnnamed: (isUnnamed: boolean) => void;
  onLeaveOut: (path: string) => void;
}) {
  const { t } = useTranslation();
  const leaveOut = (path: string, book: string) => (
    <Button
      type="text"
      size="small"
      icon={<X size={14} />}
      aria-label={t('maturity.portfolio.leaveOut', { book })}
      onClick={() => onLeaveOut(path)}
    />
  );
  return (
    <div className={styles.books}>
      <Checkbox checked={isUnnamed} onChange={({ target }) => onUnnamed(target.checked)}>
        {t('maturity.portfolio.unnamed')}
      </Checkbox>
      {books.length > 0 && (
        <>
          <ul aria-label={t('maturity.portfolio.books')}>
            {books.map(({ path, count }, at) => (
              <li key={path}>
                {names[at]} <span>{t('maturity.portfolio.assessed', { count })}</span>
                {leaveOut(path, names[at] ?? '')}
              </li>
            ))}
          </ul>
          <span>{t('maturity.portfolio.notKept')}</span>
        </>
      )}
      {refused.length > 0 && (
        <ul role="alert" aria-label={t('maturity.portfolio.notCompared')}>
          {refused.map(({ path, failure }) => (
            <li key={path}>
              {refusalText(failure, t)}
              {leaveOut(path, path)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

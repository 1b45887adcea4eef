import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { blankLike, type Part } from '../../../db/maturity/model-document.ts';
import { SignButton } from '../../ui/sign-button.tsx';
import type { Editing } from './editing.ts';
import { canRemoveFrom, inOrder, newKey } from './entries.ts';
import styles from './model-section.module.css';

/** What can be done with an entry of a list: one more after it, its place, its end. */
export function EntryActions({
  editing,
  listPath,
  at,
  list,
  isSection = false,
}: {
  editing: Editing;
  listPath: string;
  at: number;
  list: readonly Part[];
  /** The entry is all that is on screen, so what is shown follows it. */
  isSection?: boolean;
}) {
  const { t } = useTranslation();
  const change = (next: readonly Part[], to: number) => {
    editing.edit(listPath, inOrder(listPath, next));
    if (isSection) editing.go(next.length === 0 ? listPath : `${listPath}.${to}`);
  };
  const entry = list[at] ?? null;
  const without = list.filter((_, index) => index !== at);
  const moved = (to: number) => change(without.toSpliced(to, 0, entry), to);
  return (
    <span className={styles.actions}>
      <SignButton
        label={t('maturityModel.addAfter')}
        icon={<Plus size={13} />}
        onClick={() => change(list.toSpliced(at + 1, 0, blankLike(entry, newKey)), at + 1)}
      />
      <SignButton
        label={t('maturityModel.moveUp')}
        icon={<ArrowUp size={13} />}
        isOff={at === 0}
        onClick={() => moved(at - 1)}
      />
      <SignButton
        label={t('maturityModel.moveDown')}
        icon={<ArrowDown size={13} />}
        isOff={at === list.length - 1}
        onClick={() => moved(at + 1)}
      />
      <SignButton
        label={t('maturityModel.remove')}
        icon={<Trash2 size={13} />}
        isOff={!canRemoveFrom(listPath, list)}
        onClick={() => change(without, Math.max(0, at - 1))}
      />
    </span>
  );
}

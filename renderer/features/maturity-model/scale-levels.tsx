import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partAt } from '../../../db/maturity/model-document.ts';
import { canReshape, type Reshaping } from '../../../db/maturity/model-shape.ts';
import { SignButton } from '../../ui/sign-button.tsx';
import type { Editing } from './editing.ts';
import { newKey } from './entries.ts';
import { indicatorsIn } from './keyed-names.ts';
import styles from './model-section.module.css';
import { scoringKindIn } from './scoring-kind.tsx';

/** The levels of every answer, lowest first; one that comes or goes does so in every question. */
export function ScaleLevels({
  editing,
  count,
  fieldsOf,
}: {
  editing: Editing;
  count: number;
  /** The fields of the level at a place. */
  fieldsOf: (path: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const questions = indicatorsIn(editing.document).length;
  const added = (level: number) => ({
    change: { action: 'add-level', level, key: newKey() } as const,
    stated: t('maturityModel.levelAdded', { level, count: questions }),
  });
  const removed = (level: number) => ({
    change: { action: 'remove-level', level } as const,
    stated: t('maturityModel.levelRemoved', { level, count: questions }),
  });
  const action = (
    label: string,
    icon: ReactNode,
    { change, stated }: { readonly change: Reshaping; readonly stated: string },
  ) => (
    <SignButton
      label={label}
      icon={icon}
      isOff={!canReshape(editing.document, change)}
      onClick={() => editing.reshape(change, stated)}
    />
  );
  const lowest = added(1);
  return (
    <>
      <p className={styles.teach}>
        {t('maturityModel.teachScale')}
        <br />
        {t(`maturityModel.teachScaleBy.${scoringKindIn(partAt(editing.document, 'scoring'))}`)}
      </p>
      <div className={styles.links}>
        <Button
          size="small"
          icon={<Plus size={13} />}
          disabled={!canReshape(editing.document, lowest.change)}
          onClick={() => editing.reshape(lowest.change, lowest.stated)}
        >
          {t('maturityModel.addLevelBelow')}
        </Button>
      </div>
      {Array.from({ length: count }, (_, at) => (
        // The place of a level is what it is.
        <fieldset key={`scale.${String(at)}`} className={styles.entry}>
          <legend>
            {t('maturityModel.part.level')} {at + 1}
            <span className={styles.actions}>
              {action(t('maturityModel.addLevelAfter', { level: at + 1 }), <Plus size={13} />, added(at + 2))}
              {action(
                t('maturityModel.removeLevel', { level: at + 1 }),
                <Trash2 size={13} />,
                removed(at + 1),
              )}
            </span>
          </legend>
          {fieldsOf(`scale.${at}`)}
        </fieldset>
      ))}
    </>
  );
}

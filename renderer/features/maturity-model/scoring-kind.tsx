import { useTranslation } from 'react-i18next';
import { scoringKinds } from '../../../db/maturity/model.ts';
import { isRecord, type Part, partAt } from '../../../db/maturity/model-document.ts';
import { Segmented } from '../../ui/segmented.tsx';
import type { Editing } from './editing.ts';
import styles from './model-section.module.css';

/** How answers become a stage, with what another way would change. */
export function ScoringKind({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const kind = scoringKindIn(partAt(editing.document, 'scoring'));
  return (
    <>
      <div className={styles.field}>
        <span aria-hidden="true">{t('maturityModel.scoringKind')}</span>
        <Segmented
          label={t('maturityModel.scoringKind')}
          options={scoringKinds.map((value) => ({ value, label: t(`maturityModel.scoringBy.${value}`) }))}
          value={kind}
          onChange={(chosen) => {
            if (chosen !== kind)
              editing.reshape({ action: 'score-by', kind: chosen }, t('maturityModel.scoringChanged'));
          }}
        />
      </div>
      <p className={styles.teach}>
        {t(`maturityModel.teachScoring.${kind}`)}
        <br />
        {t('maturityModel.teachScoringChange')}
      </p>
    </>
  );
}

export function scoringKindIn(scoring: Part | undefined): (typeof scoringKinds)[number] {
  const kind = isRecord(scoring) ? scoring.kind : undefined;
  return scoringKinds.find((each) => each === kind) ?? 'mean-of-dimensions';
}

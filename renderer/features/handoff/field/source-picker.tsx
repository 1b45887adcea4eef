import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type AnswerSource, answerSources } from '../../../../db/handoff/source.ts';
import styles from './source-picker.module.css';

/** Where an answer comes from, and the way to write down that somebody else says something else. */
export function SourcePicker({
  label,
  value,
  onPick,
  onState,
}: {
  /** The field's label. */
  label: string;
  value: AnswerSource | null;
  onPick: (source: AnswerSource | null) => void;
  /** Another source is to be written down. */
  onState: (source: AnswerSource) => void;
}) {
  const { t } = useTranslation();
  const shown = value ? t(`handoff.source.${value}`) : t('handoff.accordingTo');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: value ? [`is-${value}`] : [],
        items: [
          {
            type: 'group',
            label: t('handoff.accordingTo'),
            children: answerSources.map((source) => ({
              key: `is-${source}`,
              label: t(`handoff.source.${source}`),
              onClick: () => onPick(source === value ? null : source),
            })),
          },
          {
            type: 'group',
            label: t('handoff.conflict.sees'),
            children: answerSources
              .filter((source) => source !== value)
              .map((source) => ({
                key: `says-${source}`,
                label: t('handoff.conflict.says', { source: t(`handoff.source.${source}`) }),
                onClick: () => onState(source),
              })),
          },
        ],
      }}
    >
      <button
        type="button"
        className={styles.picker}
        aria-label={t('handoff.accordingToOf', { source: shown, field: label })}
      >
        {shown}
        <ChevronDown size={11} aria-hidden />
      </button>
    </Dropdown>
  );
}

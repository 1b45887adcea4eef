import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** Whom a model is for. */
export function SegmentChoice({
  segments,
  value,
  onChange,
}: {
  segments: readonly { readonly id: number; readonly name: string }[];
  value: readonly number[];
  onChange: (ids: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select<number[]>
      mode="multiple"
      style={{ minWidth: 220 }}
      aria-label={t('health.editor.segments')}
      placeholder={t('health.editor.everybody')}
      value={[...value]}
      options={segments.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}

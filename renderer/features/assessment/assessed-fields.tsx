import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './assessed-fields.module.css';

/** When an assessment was made and by whom: `assessedOn` and `assessor` of the form they stand in. */
export function AssessedFields() {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <Form.Item name="assessedOn" label={t('assessment.assessedOn')} rules={[{ required: true }]}>
        <DateInput allowClear={false} />
      </Form.Item>
      <Form.Item name="assessor" label={t('assessment.assessor')}>
        <Input maxLength={200} />
      </Form.Item>
    </div>
  );
}

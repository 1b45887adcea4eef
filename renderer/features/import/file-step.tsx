import { Alert, Upload } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../lib/failure.ts';
import { upload } from '../../lib/upload.ts';
import styles from './import.module.css';
import { startImport } from './import-store.ts';

/** Where a file is dropped or chosen. `failure` is why the last one could not be read. */
export function FileStep({ failure }: { failure: unknown }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const take = async (file: File) => {
    setReading(true);
    setRefused(null);
    try {
      startImport(await upload(file, 'import'));
    } catch (error) {
      setRefused(error);
    }
    setReading(false);
  };
  const reported = refused ?? failure;
  return (
    <div className={styles.file}>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls"
        showUploadList={false}
        disabled={isReading}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <FileSpreadsheet size={28} aria-hidden className={styles.icon} />
        <p className={styles.drop}>{isReading ? t('import.reading') : t('import.drop')}</p>
        <p className={styles.hint}>{t('import.dropHint')}</p>
      </Upload.Dragger>
      {reported !== null && reported !== undefined && (
        <Alert type="error" showIcon title={failureText(reported, t)} />
      )}
    </div>
  );
}

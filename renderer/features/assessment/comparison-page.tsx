import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api, client, screenQuery } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { useExport } from '../../lib/running-export.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import pageStyles from './assessment-page.module.css';
import styles from './comparison-page.module.css';
import { ComparisonRadar } from './comparison-radar.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { ComparisonVerdicts } from './comparison-verdicts.tsx';
import { VersionNotice } from './version-notice.tsx';

/** By arrow keys too, though nothing in it may take the focus. */
const scrollable = { tabIndex: 0 };

/** Two or more assessments of a subject side by side: results, radar, every answer. Which ones stands in the address. */
export function ComparisonPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const [search, setSearch] = useSearchParams();
  const chosen = (search.get('with') ?? '').split(',').filter(Boolean).map(Number);
  const { data } = useQuery(
    api.assessment.comparison.get.queryOptions(
      { id, chosen },
      { placeholderData: keepPreviousData, ...screenQuery },
    ),
  );
  const { mutate } = useMutation(
    api.assessment.comparison.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job, files: [path = ''] }) => useExport.setState({ running: { job, path } }),
    }),
  );
  if (!data) return null;
  const ids = data.chosen.map((each) => each.id);
  const save = async () => {
    const wanted = { id, chosen: ids, language };
    const path = await desktop.chooseDestination(await client.assessment.comparison.fileName.query(wanted));
    if (path) mutate({ ...wanted, path });
  };
  const choose = (each: number, isChosen: boolean) => {
    const rest = isChosen ? [...ids, each] : ids.filter((other) => other !== each);
    setSearch({ with: rest.join() }, { replace: true });
  };
  return (
    <>
      <PageHead
        title={data.subject}
        beside={
          <>
            <Chip>{data.model.name[language]}</Chip>
            <span className={pageStyles.date}>{t('assessment.comparison.title')}</span>
          </>
        }
      >
        <Button onClick={() => void navigate(`/assessments/${id}`)}>{t('assessment.part.result')}</Button>
        <Button onClick={() => void save()}>{t('assessment.file.export')}</Button>
      </PageHead>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('assessment.comparison.choose')}</legend>
        {data.choices.map((choice) => (
          <Checkbox
            key={choice.id}
            checked={ids.includes(choice.id)}
            disabled={ids.length === 1 && ids[0] === choice.id}
            onChange={({ target }) => choose(choice.id, target.checked)}
          >
            <span className="tabular">{choice.assessedOn}</span>
          </Checkbox>
        ))}
        {ids.length < 2 && <span className={pageStyles.date}>{t('assessment.comparison.chooseTwo')}</span>}
      </fieldset>
      <div className={pageStyles.scroll} {...scrollable}>
        <VersionNotice compared={data} />
        <div className={styles.head}>
          <Card title={t('maturity.overall')}>
            <ComparisonVerdicts compared={data} />
          </Card>
          <ComparisonRadar compared={data} />
        </div>
        <ComparisonTable compared={data} />
      </div>
    </>
  );
}

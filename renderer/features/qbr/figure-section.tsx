import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureLine, FigureSection as FigurePage } from '../../../db/qbr/figure.ts';
import { api, client } from '../../lib/api.ts';
import { Chip } from '../../ui/chip.tsx';
import { FigureCard, type FigureTopic } from './figure-card.tsx';
import { FigureTable } from './figure-table.tsx';
import { LineDialog, type LineValues } from './line-dialog.tsx';
import styles from './qbr.module.css';
import type { QbrShown } from './qbr-type.ts';
import { useAction } from './use-action.ts';

/** The figures of a page that the book does not record by itself, to be typed, pasted, read from a file or carried over. */
export function FigureSection({ topic, view }: { topic: FigureTopic; view: QbrShown }) {
  const { t } = useTranslation();
  const { run, remove } = useAction();
  const [written, setWritten] = useState<{ id: number | null; start: LineValues } | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const qbrId = view.qbr.id;
  const isInside = topic === 'health' || topic === 'risk';
  const figures = figuresOf(view.content, topic);
  const { data: offered } = useQuery(
    isInside
      ? api.qbr.insideFigure.offered.queryOptions({ qbrId, section: insidePages[topic] })
      : api.qbr.figure.offered.queryOptions({ qbrId, section: topic }),
  );
  const save = (id: number | null, line: FigureLine) => {
    if (isInside) {
      const { add, edit } = client.qbr.insideFigure;
      const whole = { ...line, section: insidePages[topic] };
      return id === null ? add.mutate({ qbrId, line: whole }) : edit.mutate({ id, line: whole });
    }
    const { add, edit } = client.qbr.figure;
    const whole = { ...line, section: topic };
    return id === null ? add.mutate({ qbrId, line: whole }) : edit.mutate({ id, line: whole });
  };
  const writeAll = (lines: readonly FigureLine[]) =>
    run(() =>
      isInside
        ? client.qbr.insideFigure.write.mutate({ qbrId, section: insidePages[topic], lines: [...lines] })
        : client.qbr.figure.write.mutate({ qbrId, section: topic, lines: [...lines] }),
    );
  return (
    <>
      <FigureCard
        topic={topic}
        figures={figures}
        beside={
          <Chip tone={isInside ? 'warn' : 'info'}>
            {t(isInside ? 'qbr.insideField' : 'qbr.customerField')}
          </Chip>
        }
        edit={{
          addLabel: t('qbr.figure.add'),
          add: () => setWritten({ id: null, start: { unit: '' } }),
          open: (id) => {
            const { isStale: _, ...start } = figures.find((figure) => figure.id === id) ?? { isStale: false };
            setWritten({ id, start });
          },
          remove: (id) =>
            remove(() =>
              isInside
                ? client.qbr.insideFigure.remove.mutate({ id })
                : client.qbr.figure.remove.mutate({ id }),
            ),
        }}
      />
      <div className={styles.chips}>
        <Button size="small" onClick={() => setIsPasting(true)}>
          {t('qbr.figure.paste')}
        </Button>
        {offered && offered.length > 0 && (
          <Button size="small" onClick={() => writeAll(offered)}>
            {t('qbr.figure.carry', { count: offered.length })}
          </Button>
        )}
      </div>
      {written && (
        <LineDialog
          title={t('qbr.figure.edit')}
          fields={[
            { name: 'label', label: t('qbr.figure.label'), kind: 'line', isNeeded: true },
            { name: 'value', label: t('qbr.figure.value'), kind: 'figure' },
            { name: 'before', label: t('qbr.figure.before'), kind: 'figure' },
            { name: 'unit', label: t('qbr.figure.unit'), kind: 'line' },
            { name: 'remark', label: t('qbr.figure.remark'), kind: 'prose' },
            { name: 'source', label: t('qbr.figure.source'), kind: 'line' },
            { name: 'asOf', label: t('qbr.figure.asOf'), kind: 'date' },
          ]}
          start={written.start}
          onSave={(values) => run(() => save(written.id, lineOf(values)))}
          onClose={() => setWritten(null)}
        />
      )}
      {isPasting && <FigureTable onTake={writeAll} onClose={() => setIsPasting(false)} />}
    </>
  );
}

const insidePages = { health: 'usage', risk: 'risk' } as const;

/** The figures a card of a review shows. */
export function figuresOf(content: QbrShown['content'], topic: FigureTopic) {
  if (topic === 'health' || topic === 'risk')
    return content.inside?.figures.filter(({ section }) => section === insidePages[topic]) ?? [];
  const page: FigurePage = topic;
  return content.figures?.filter(({ section }) => section === page) ?? [];
}

function lineOf(values: LineValues): FigureLine {
  const text = (value: LineValues[string] | undefined) => String(value ?? '').trim();
  const number = (value: LineValues[string] | undefined) => (typeof value === 'number' ? value : null);
  return {
    label: text(values.label),
    value: number(values.value),
    before: number(values.before),
    unit: text(values.unit),
    remark: text(values.remark) || null,
    source: text(values.source) || null,
    asOf: text(values.asOf) || null,
  };
}

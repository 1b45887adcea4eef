import { Button } from 'antd';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  blankLike,
  isBilingual,
  isList,
  isRecord,
  type Part,
  partAt,
  withWaysUp,
} from '../../../db/domain/model-document.ts';
import { useFormat } from '../../lib/format.ts';
import { BilingualInput } from '../../ui/bilingual-input.tsx';
import type { Editing } from './editing.ts';
import { ModelField } from './model-field.tsx';
import styles from './model-section.module.css';
import { nameAt, placeWords } from './place-words.ts';
import { isShownIn } from './sections.ts';

/** Lists whose entries come and go; the levels of an answer follow the scale and stay as many. */
const grown = ['dimensions', 'indicators', 'advice', 'stages', 'ladders', 'flows', 'steps', 'inputs'];

/** One part of a model, whatever its shape: its texts side by side, its figures, and the parts inside it. */
export function ModelSection({ editing, path }: { editing: Editing; path: string }) {
  const part = partAt(editing.document, path);
  if (part === undefined) return null;
  const list = listAround(editing.document, path);
  return (
    <div className={styles.section}>
      {list && <EntryDeeds editing={editing} {...list} isSection />}
      {isList(part) ? (
        <SectionList editing={editing} path={path} list={part} />
      ) : (
        <Fields editing={editing} path={path} isSection />
      )}
      {isRecord(part) && isList(part.indicators) && (
        <SectionList editing={editing} path={`${path}.indicators`} list={part.indicators} />
      )}
    </div>
  );
}

/** The fields of one part, without those that are sections of their own. */
function Fields({
  editing,
  path,
  isSection = false,
}: {
  editing: Editing;
  path: string;
  isSection?: boolean;
}) {
  const { t } = useTranslation();
  const part = partAt(editing.document, path);
  const prefix = path === '' ? '' : `${path}.`;
  const isMissing = (place: string) =>
    editing.problems.some(({ path: problem, code }) => problem === place && code === 'text-missing');
  if (isBilingual(part))
    return (
      <BilingualInput
        label={placeWords(path, t).split(' › ').at(-1) ?? ''}
        value={{ en: part.en, 'zh-CN': part['zh-CN'] }}
        rows={/(^|\.)name$/.test(path) ? 1 : 2}
        isMissing={(language) => isMissing(`${path}.${language}`)}
        onSave={(value) => {
          for (const language of ['en', 'zh-CN'] as const)
            if (value[language] !== part[language]) editing.edit(`${path}.${language}`, value[language]);
        }}
      />
    );
  if (isList(part)) return <InnerList editing={editing} path={path} list={part} />;
  if (!isRecord(part)) return <ModelField editing={editing} path={path} value={part ?? null} />;
  const keys = Object.keys(part).filter((key) => isShownIn(isSection ? path : `${path} `, key));
  const plain = keys.filter((key) => part[key] === null || typeof part[key] !== 'object');
  return (
    <>
      {keys
        .filter((key) => !plain.includes(key))
        .map((key) => (
          <Fields key={key} editing={editing} path={`${prefix}${key}`} />
        ))}
      {plain.length > 0 && (
        <div className={styles.plain}>
          {plain.map((key) => (
            <Fields key={key} editing={editing} path={`${prefix}${key}`} />
          ))}
        </div>
      )}
    </>
  );
}

/** A list inside a section, each entry in a frame: the levels of a question, the lines of an advice. */
function InnerList({ editing, path, list }: { editing: Editing; path: string; list: readonly Part[] }) {
  const { t } = useTranslation();
  const isPlain = list.every((entry) => entry === null || typeof entry !== 'object');
  const canGrow = grown.includes(path.split('.').at(-1) ?? '');
  if (isPlain)
    return (
      <div className={styles.plain}>
        {list.map((_, at) => (
          // The places of a list of figures are what tells them apart.
          <Fields key={`${path}.${String(at)}`} editing={editing} path={`${path}.${at}`} />
        ))}
      </div>
    );
  return (
    <>
      {list.map((_, at) => (
        <fieldset key={`${path}.${String(at)}`} className={styles.entry}>
          <legend>
            {placeWords(`${path}.${at}`, t).split(' › ').at(-1)}
            {canGrow && <EntryDeeds editing={editing} listPath={path} at={at} count={list.length} />}
          </legend>
          <Fields editing={editing} path={`${path}.${at}`} />
        </fieldset>
      ))}
    </>
  );
}

/** The entries of a list that are sections of their own, as links, with the way to one more. */
function SectionList({ editing, path, list }: { editing: Editing; path: string; list: readonly Part[] }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const canGrow = grown.includes(path.split('.').at(-1) ?? '');
  if (path === 'scale') return <InnerList editing={editing} path={path} list={list} />;
  const last = list.at(-1);
  return (
    <div className={styles.links}>
      {list.map((_, at) => (
        <Button key={`${path}.${String(at)}`} onClick={() => editing.go(`${path}.${at}`)}>
          {nameAt(editing.document, `${path}.${at}`, language) ??
            placeWords(`${path}.${at}`, t).split(' › ').at(-1)}
        </Button>
      ))}
      {canGrow && last !== undefined && (
        <Button
          icon={<Plus size={13} />}
          onClick={() => {
            editing.edit(path, inOrder(path, [...list, blankLike(last, newKey)]));
            editing.go(`${path}.${list.length}`);
          }}
        >
          {t('maturityModel.add')}
        </Button>
      )}
    </div>
  );
}

/** What can be done with an entry of a list: one more after it, its place, its end. */
function EntryDeeds({
  editing,
  listPath,
  at,
  count,
  isSection = false,
}: {
  editing: Editing;
  listPath: string;
  at: number;
  count: number;
  isSection?: boolean;
}) {
  const { t } = useTranslation();
  const list = partAt(editing.document, listPath);
  if (!isList(list)) return null;
  const change = (next: readonly Part[], to: number) => {
    editing.edit(listPath, inOrder(listPath, next));
    if (isSection) editing.go(`${listPath}.${to}`);
  };
  const entry = list[at] ?? null;
  const without = list.filter((_, index) => index !== at);
  const moved = (to: number) => change(without.toSpliced(to, 0, entry), to);
  const small = { size: 'small', type: 'text' } as const;
  return (
    <span className={styles.deeds}>
      <Button
        {...small}
        icon={<Plus size={13} />}
        aria-label={t('maturityModel.addAfter')}
        title={t('maturityModel.addAfter')}
        onClick={() => change(list.toSpliced(at + 1, 0, blankLike(entry, newKey)), at + 1)}
      />
      <Button
        {...small}
        icon={<ArrowUp size={13} />}
        aria-label={t('maturityModel.moveUp')}
        title={t('maturityModel.moveUp')}
        disabled={at === 0}
        onClick={() => moved(at - 1)}
      />
      <Button
        {...small}
        icon={<ArrowDown size={13} />}
        aria-label={t('maturityModel.moveDown')}
        title={t('maturityModel.moveDown')}
        disabled={at === count - 1}
        onClick={() => moved(at + 1)}
      />
      <Button
        {...small}
        icon={<Trash2 size={13} />}
        aria-label={t('maturityModel.remove')}
        title={t('maturityModel.remove')}
        disabled={count === 1}
        onClick={() => change(without, Math.max(0, at - 1))}
      />
    </span>
  );
}

/** The list as it may stand: stages lead from one to the next, whatever their order. */
function inOrder(path: string, list: readonly Part[]): readonly Part[] {
  return path === 'stages' ? withWaysUp(list, newKey) : list;
}

function listAround(document: Part, path: string) {
  const steps = path.split('.');
  const at = Number(steps.pop());
  const listPath = steps.join('.');
  const list = partAt(document, listPath);
  if (!isList(list) || !Number.isInteger(at) || !grown.includes(steps.at(-1) ?? '')) return null;
  return { listPath, at, count: list.length };
}

/** Keys are never shown, and never used again. */
function newKey(): string {
  return `own-${crypto.randomUUID().slice(0, 8)}`;
}

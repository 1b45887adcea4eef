import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  blankLike,
  isBilingual,
  isList,
  isRecord,
  type Part,
  partAt,
} from '../../../db/maturity/model-document.ts';
import { useFormat } from '../../lib/format.ts';
import { BilingualInput } from '../../ui/bilingual-input.tsx';
import type { Editing } from './editing.ts';
import { canGrow, firstEntry, inOrder, listAround, newKey } from './entries.ts';
import { EntryActions } from './entry-actions.tsx';
import { ModelField } from './model-field.tsx';
import styles from './model-section.module.css';
import { isOptionalRule, OptionalRule } from './optional-rule.tsx';
import { nameAt, placeWords } from './place-words.ts';
import { ScaleLevels } from './scale-levels.tsx';
import { ScoringKind } from './scoring-kind.tsx';
import { isShownIn } from './sections.ts';

/** One part of a model, whatever its shape: its texts side by side, its figures, and the parts inside it. */
export function ModelSection({ editing, path }: { editing: Editing; path: string }) {
  const part = partAt(editing.document, path);
  if (part === undefined) return null;
  const list = listAround(editing.document, path);
  return (
    <div className={styles.section}>
      {list && <EntryActions editing={editing} {...list} isSection />}
      {path === 'scoring' && <ScoringKind editing={editing} />}
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
  if (isOptionalRule(path) && !isSection)
    return (
      <OptionalRule editing={editing} path={path} isOn={isRecord(part)}>
        <Fields editing={editing} path={`${path}.above`} />
      </OptionalRule>
    );
  if (!isRecord(part)) return <ModelField editing={editing} path={path} value={part ?? null} />;
  const keys = Object.keys(part).filter((key) => isShownIn(isSection ? path : `${path} `, key));
  const plain = keys.filter(
    (key) => (part[key] === null || typeof part[key] !== 'object') && !isOptionalRule(`${prefix}${key}`),
  );
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
            {canGrow(path) && <EntryActions editing={editing} listPath={path} at={at} list={list} />}
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
  if (path === 'scale')
    return (
      <ScaleLevels
        editing={editing}
        count={list.length}
        fieldsOf={(level) => <Fields editing={editing} path={level} />}
      />
    );
  const last = list.at(-1);
  const added = canGrow(path)
    ? last === undefined
      ? firstEntry(editing.document, path)
      : blankLike(last, newKey)
    : null;
  return (
    <div className={styles.links}>
      {list.map((_, at) => (
        <Button key={`${path}.${String(at)}`} onClick={() => editing.go(`${path}.${at}`)}>
          {nameAt(editing.document, `${path}.${at}`, language) ??
            placeWords(`${path}.${at}`, t).split(' › ').at(-1)}
        </Button>
      ))}
      {added !== null && (
        <Button
          icon={<Plus size={13} />}
          onClick={() => {
            editing.edit(path, inOrder(path, [...list, added]));
            editing.go(`${path}.${list.length}`);
          }}
        >
          {t('maturityModel.add')}
        </Button>
      )}
    </div>
  );
}

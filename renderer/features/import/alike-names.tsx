import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Opened, ProposedNames } from './answered.ts';
import { choiceFor } from './choices.ts';
import styles from './import.module.css';
import { say, useImport } from './import-store.ts';

/** Accounts and colleagues that seem to be called in two ways, to be taken for one, and those that were. */
export function AlikeNames({ names, opened }: { names: ProposedNames; opened: Opened }) {
  const { t } = useTranslation();
  const { stated, different } = useImport();
  const open = names.filter(({ value }) => !different.includes(value));
  const joined = opened.sheets.flatMap((sheet, at) =>
    (choiceFor(sheet, stated[at]).replaced ?? []).map((each) => ({ ...each, sheet: at })),
  );
  const pairs = [...new Map(joined.map((each) => [`${each.from} ${each.to}`, each])).values()];
  if (open.length === 0 && pairs.length === 0) return null;
  const join = (chosen: ProposedNames) => {
    for (const { value, like, places } of chosen)
      for (const { sheet, column } of places) {
        const proposed = opened.sheets[sheet];
        if (!proposed) continue;
        const choice = choiceFor(proposed, useImport.getState().stated[sheet]);
        say(sheet, { ...choice, replaced: [...(choice.replaced ?? []), { column, from: value, to: like }] });
      }
  };
  const part = (from: string, to: string) => {
    for (const [at, sheet] of opened.sheets.entries()) {
      const choice = choiceFor(sheet, useImport.getState().stated[at]);
      const replaced = (choice.replaced ?? []).filter((each) => each.from !== from || each.to !== to);
      if (replaced.length !== (choice.replaced ?? []).length) say(at, { ...choice, replaced });
    }
  };
  return (
    <section className={styles.problem} aria-label={t('import.alike.title')}>
      <div className={styles.reported}>
        <strong>{t('import.alike.title')}</strong>
        {open.length > 1 && (
          <Button size="small" onClick={() => join(open)}>
            {t('import.alike.all', { count: open.length })}
          </Button>
        )}
        {pairs.map(({ from, to }) => (
          <Tag key={`${from} ${to}`} closable onClose={() => part(from, to)}>
            {from} → {to}
          </Tag>
        ))}
      </div>
      {open.map((name) => (
        <div key={`${name.of} ${name.value}`} className={styles.meaning}>
          <span>
            {t(name.isInBook ? 'import.alike.inBook' : 'import.alike.inFile', {
              value: name.value,
              like: name.like,
            })}
          </span>
          <Button size="small" type="primary" ghost onClick={() => join([name])}>
            {t('import.alike.same', { like: name.like })}
          </Button>
          <Button size="small" onClick={() => useImport.setState({ different: [...different, name.value] })}>
            {t('import.alike.different')}
          </Button>
        </div>
      ))}
    </section>
  );
}

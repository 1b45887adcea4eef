import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { labelIn } from '../../../db/types/language.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { type Recent, useRecent } from '../../lib/recent.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { hitAddress } from './hit-address.ts';
import styles from './palette.module.css';
import { usePalette } from './palette-store.ts';

type PaletteCommand = {
  key: string;
  label: string;
  /** What else it is found by, such as its label in the other language. */
  found?: string;
  shortcut?: string;
  isEnabled: boolean;
  run: () => void;
};
type Choice = { key: string; label: string; aside: string; run: () => void };

const noRecent: readonly Recent[] = [];

/** One field for everything: everything in the book by its words, pinyin or initials, and every command by its words. */
export function Palette({ commands }: { commands: Readonly<Record<string, PaletteCommand>> }) {
  const { isOpen } = usePalette();
  const { t } = useTranslation();
  return (
    <Modal
      open={isOpen}
      title={<span className="visually-hidden">{t('search.title')}</span>}
      footer={null}
      closable={false}
      destroyOnHidden
      width={560}
      style={{ top: 64 }}
      styles={{ container: { padding: 0 }, header: { margin: 0 } }}
      onCancel={close}
    >
      <PaletteField commands={commands} />
    </Modal>
  );
}

function close(): void {
  usePalette.setState({ isOpen: false });
}

function PaletteField({ commands }: { commands: Readonly<Record<string, PaletteCommand>> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language } = useFormat();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isTaken, setIsTaken] = useState(false);
  const wanted = typed.trim().toLocaleLowerCase();
  const {
    data: hits = [],
    isLoading,
    isPlaceholderData,
  } = useQuery(
    api.search.find.queryOptions({ typed }, { enabled: wanted !== '', placeholderData: keepPreviousData }),
  );
  const found = wanted === '' ? [] : hits;
  const isAwaited = wanted !== '' && (isLoading || isPlaceholderData);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const recent = useRecent(({ byBook }) => byBook[status?.path ?? '']) ?? noRecent;
  const choices: Choice[] = [
    ...(wanted === '' ? recent : []).map(({ path, label }) => ({
      key: path,
      label,
      aside: t('search.recent'),
      run: () => void navigate(path),
    })),
    ...found.map((hit) => ({
      key: `${hit.noun}-${hit.id}`,
      label: labelIn(language, hit.title, hit.titleZh),
      aside: [t(`search.noun.${hit.noun}`), hit.on, hit.accountName === hit.title ? null : hit.accountName]
        .filter(Boolean)
        .join(' · '),
      run: () => void navigate(hitAddress(hit)),
    })),
    ...Object.values(commands)
      .filter(
        ({ isEnabled, label, found: also }) =>
          isEnabled &&
          wanted.split(/\s+/).every((word) => `${label} ${also ?? ''}`.toLocaleLowerCase().includes(word)),
      )
      .map(({ key, label, shortcut, run }) => ({ key, label, aside: shortcut ?? '', run })),
  ];
  const at = Math.min(chosen, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.run();
  };
  // Enter pressed before the answer came means the best hit of what is typed, not what stands there from before.
  useEffect(() => {
    if (!isTaken || isAwaited) return;
    setIsTaken(false);
    take(choices[at]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) setIsTaken(true);
  };
  return (
    <div className={styles.palette}>
      <input
        // biome's rule against autofocus is about pages; a palette that opens on a key is typed into at once
        ref={focusFirst}
        className={styles.field}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={choices[at] ? `${listId}-${at}` : undefined}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
          setIsTaken(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label={t('search.title')}>
        {choices.map((choice, index) => (
          <button
            type="button"
            key={choice.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={styles.choice}
            onMouseMove={() => setChosen(index)}
            onClick={() => take(choice)}
          >
            <span className={styles.label}>{choice.label}</span>
            <span className={styles.aside}>{choice.aside}</span>
          </button>
        ))}
      </div>
      {choices.length === 0 && !isAwaited && <p className={styles.none}>{t('search.none', { typed })}</p>}
      <p className={styles.hint}>{t('search.hint')}</p>
    </div>
  );
}

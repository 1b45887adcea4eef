import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chip.tsx';

const labels = [-2, -1, 0, 1, 2] as const;

/** How somebody feels towards us, −2 to 2, in a word and a shape; nothing where nobody said. */
export function SentimentChip({ sentiment }: { sentiment: number | null }) {
  const { t } = useTranslation();
  const word = labels.find((value) => value === sentiment);
  if (word === undefined) return null;
  return (
    <Chip
      tone={word < 0 ? 'bad' : word === 0 ? 'plain' : 'good'}
      shape={word < 0 ? 'risk' : word === 0 ? 'ungraded' : 'healthy'}
    >
      {t(`contact.sentimentWord.${word}`)}
    </Chip>
  );
}

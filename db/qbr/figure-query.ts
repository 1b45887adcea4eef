import type { Reader, Writer } from '../schema.ts';
import { carriedFigures, type FigureLine, labelIdentity } from './figure.ts';
import { addQbrLine, editQbrLine, type QbrLines, qbrLines } from './line-query.ts';
import { getQbr, previousQbr } from './query.ts';

export type FigurePart = 'qbr_figure' | 'qbr_inside_figure';
type SectionOf<Part extends FigurePart> = QbrLines[Part]['section'];

/**
 * Writes a table of lines into a page: a line whose label is there already is that line, so that the same table once more
 * changes nothing.
 * @throws Failure qbr.frozen, record.not-found
 */
export async function writeFigures<Part extends FigurePart>(
  trx: Writer,
  part: Part,
  qbrId: number,
  section: SectionOf<Part>,
  lines: readonly FigureLine[],
): Promise<void> {
  const known = new Map(
    (await figuresOf(trx, part, qbrId, section)).map((line) => [labelIdentity(line.label), line]),
  );
  for (const line of new Map(lines.map((each) => [labelIdentity(each.label), each])).values()) {
    const there = known.get(labelIdentity(line.label));
    const written = { ...line, section } as QbrLines[Part];
    if (there) await editQbrLine(trx, part, there.id, { ...written, label: there.label });
    else await addQbrLine(trx, part, qbrId, written);
  }
}

/** The lines of the review before that this one could ask for again. @throws Failure record.not-found */
export async function offeredFigures<Part extends FigurePart>(
  db: Reader,
  part: Part,
  qbrId: number,
  section: SectionOf<Part>,
): Promise<FigureLine[]> {
  const previous = await previousQbr(db, await getQbr(db, qbrId));
  if (!previous) return [];
  return carriedFigures(
    await figuresOf(db, part, previous.id, section),
    await figuresOf(db, part, qbrId, section),
  );
}

async function figuresOf<Part extends FigurePart>(
  db: Reader,
  part: Part,
  qbrId: number,
  section: SectionOf<Part>,
) {
  return (await qbrLines(db, part, qbrId)).filter((line) => line.section === section);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { measureAssessment } from './bench/assessment.ts';
import { measureBookFile } from './bench/book-file.ts';
import { measureChangeLog } from './bench/change-log.ts';
import { measureHandoff } from './bench/handoff.ts';
import { measureHealth } from './bench/health.ts';
import { measurePortfolio } from './bench/portfolio.ts';
import { measureReads } from './bench/reads.ts';
import { measureReport } from './bench/report.ts';
import { measureReview } from './bench/review.ts';
import { measureScroll } from './bench/scroll.ts';
import { measureStart } from './bench/start.ts';
import { type Line, printLines } from './bench/table.ts';
import { measureExport, measureImport } from './bench/workbook.ts';

/**
 * Measures what people wait for, at 500, 5,000 (with 20,000 contacts and 100,000 notes) and 20,000 accounts, or at those named on
 * the command line, each beside its floor in the same run: the same SQL bare,
 * a bare writer, an empty page. Figures are medians in milliseconds; on a shared machine only the ratios compare.
 */
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [500, 5_000, 20_000];
const folder = await mkdtemp(path.join(tmpdir(), 'tenure-bench-'));
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})\n`);
try {
  const lines: Line[] = [];
  const books: { file: string; accounts: number }[] = [];
  for (const accounts of sizes) {
    const { lines: reads, file } = await measureReads(folder, accounts);
    lines.push(...reads);
    books.push({ file, accounts });
    lines.push(
      ...(await measureChangeLog(folder, accounts)),
      ...(await measureBookFile(folder, file, accounts)),
    );
    lines.push(...(await measureImport(folder, accounts)), ...(await measureExport(folder, file, accounts)));
  }
  lines.push(...(await measureAssessment(folder)));
  lines.push(...(await measurePortfolio(folder)));
  lines.push(...(await measureHandoff()));
  for (const accounts of sizes)
    lines.push(...(await measureHealth(folder, accounts, accounts > 5_000 ? 6 : 36)));
  for (const accounts of sizes) lines.push(...(await measureReport(folder, accounts)));
  lines.push(...(await measureReview(folder)));
  lines.push(...(await measureStart(folder, books)));
  lines.push(...(await measureScroll(folder, books)));
  printLines(lines);
} finally {
  await rm(folder, { recursive: true, force: true });
}

import { Command } from 'commander';
import { today } from '../../db/book/query.ts';
import { gatherHealth, scoreAll } from '../../db/health/gather-query.ts';
import { listMeasures } from '../../db/health/measure-query.ts';
import { shownScore } from '../../db/health/model.ts';
import { currentHealth } from '../../db/health/status-query.ts';
import type { Book } from '../../db/open.ts';
import { examples, type Report, reporting, type Terminal, withBook } from '../commands/terminal.ts';
import { measureNames } from './measure-name.ts';

/** health: the score of every active account, and what it is made of. */
export function healthCommand(terminal: Terminal): Command {
  const { t } = terminal;
  return reporting(
    terminal,
    new Command('health')
      .description(t('cli.health.description'))
      .argument('<file>', t('cli.file'))
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure health east.tenure',
          'tenure health east.tenure --json --lang zh-CN',
        ]),
      ),
    ([file = '']) => withBook(file, (book) => health(book, terminal)),
  );
}

/** Red first, then by score; those without a colour last. */
async function health(book: Book, { t, language }: Terminal): Promise<Report> {
  await currentHealth(book);
  const day = await today(book);
  const nameOf = measureNames(await listMeasures(book.db), language);
  const scored = scoreAll(await gatherHealth(book.db, day, null), day).toSorted(
    (a, b) =>
      Number(a.health.band === null) - Number(b.health.band === null) ||
      (a.health.score ?? 101) - (b.health.score ?? 101) ||
      a.input.name.localeCompare(b.input.name),
  );
  const bandOf = ({ input, health: { band } }: (typeof scored)[number]) => input.override?.band ?? band;
  const lines = scored.map((each) => {
    const { input, health: own } = each;
    const band = bandOf(each);
    const score = own.score === null ? '–' : String(shownScore(own.score, input.model.model.bands));
    const word =
      band === null ? t(`health.ungraded.${own.ungraded ?? 'nothing-known'}`) : t(`health.band.${band}`);
    const worst = own.contributions
      .filter(({ state }) => state === 'counted')
      .toSorted((a, b) => b.share * 100 - b.points - (a.share * 100 - a.points))
      .slice(0, 2)
      .filter(({ share, points }) => share * 100 - points >= 1)
      .map(({ measure, share, points }) => `${nameOf(measure)} −${Math.round(share * 100 - points)}`);
    return [
      score.padStart(3),
      word,
      input.name,
      t('health.coverageOf', { percent: Math.round(own.coverage * 100) }),
      worst.join(', '),
    ]
      .filter(Boolean)
      .join('  ');
  });
  return {
    json: scored.map((each) => ({
      account: each.input.name,
      score: each.health.score,
      band: bandOf(each),
      ungraded: each.health.ungraded,
      coverage: each.health.coverage,
      oldestDays: each.health.oldestDays,
      model: { name: each.input.model.model.name[language], version: each.input.model.version },
      override: each.input.override && {
        band: each.input.override.band,
        reason: each.input.override.reason,
        untilOn: each.input.override.untilOn,
      },
      exception: each.health.exception && {
        measure: each.health.exception.rule.measure,
        cap: each.health.exception.rule.cap,
        points: each.health.exception.points,
      },
      contributions: each.health.contributions.map(
        ({ group, measure, state, value, on, score, share, points }) => ({
          group,
          measure,
          name: nameOf(measure),
          state,
          value,
          on,
          score,
          share,
          points,
        }),
      ),
    })),
    text: lines.length > 0 ? lines.join('\n') : t('health.none.title'),
  };
}

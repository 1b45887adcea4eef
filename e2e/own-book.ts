import { appRouter } from '../electron/api/router.ts';
import { startService } from '../electron/service.ts';

/** The handlers behind the page, to fill a book before a test begins. */
export type Api = ReturnType<typeof appRouter.createCaller>;

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a book of the test's own at this path, with what `fill` puts into it by the doors the page uses. It was written two
 * months ago, so that it has a past to look at.
 */
export async function makeBook(
  file: string,
  dataFolder: string,
  fill: (api: Api) => Promise<unknown>,
): Promise<void> {
  const service = await startService({
    dataFolder,
    documentsFolder: dataFolder,
    version: '0.0.0',
    now: () => new Date(Date.now() - 60 * day),
  });
  await service.shelf.create(file, {
    name: 'Own book',
    owner: 'Lin Yue',
    baseCurrency: 'CNY',
    fiscalYearStartMonth: 1,
    language: 'en',
    timeZone: 'Asia/Shanghai',
  });
  await fill(appRouter.createCaller({ service }));
  await service.close();
}

import { z } from 'zod';
import { languages } from '../../db/domain/language.ts';
import { procedure, router } from './trpc.ts';

export const settingsRouter = router({
  /** Language and theme as chosen, or as the system has them. */
  get: procedure.query(async ({ ctx: { service } }) => {
    const { language, theme } = await service.settings.read();
    return {
      language: language ?? service.systemLanguage,
      theme,
      version: service.version,
      timeZone: service.systemTimeZone,
      logFile: service.log.file,
    };
  }),
  change: procedure
    .input(z.object({ language: z.enum(languages), theme: z.enum(['light', 'dark', 'system']) }).partial())
    .mutation(async ({ ctx: { service }, input }) => {
      await service.settings.change({
        ...(input.language && { language: input.language }),
        ...(input.theme && { theme: input.theme }),
      });
    }),
});

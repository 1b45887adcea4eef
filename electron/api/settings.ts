import { z } from 'zod';
import { languages } from '../../db/types/language.ts';
import { procedure, router } from './trpc.ts';

export const settingsRouter = router({
  /** Language and theme as chosen, or as the system has them; whether screens explain themselves. */
  get: procedure.query(async ({ ctx: { service } }) => {
    const { language, theme, showsGuides } = await service.settings.read();
    return {
      language: language ?? service.systemLanguage,
      theme,
      showsGuides,
      version: service.version,
      timeZone: service.systemTimeZone,
      logFile: service.log.file,
    };
  }),
  change: procedure
    .input(
      z
        .object({
          language: z.enum(languages),
          theme: z.enum(['light', 'dark', 'system']),
          showsGuides: z.boolean(),
        })
        .partial(),
    )
    .mutation(async ({ ctx: { service }, input }) => {
      await service.settings.change({
        ...(input.language && { language: input.language }),
        ...(input.theme && { theme: input.theme }),
        ...(input.showsGuides !== undefined && { showsGuides: input.showsGuides }),
      });
    }),
});

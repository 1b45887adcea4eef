import { z } from 'zod';
import { languages } from '../../db/types/language.ts';
import { areaPlaces, roles } from '../../db/types/role.ts';
import { procedure, router } from './trpc.ts';

export const settingsRouter = router({
  /** Language and theme as chosen, or as the system has them; whether screens explain themselves; role and areas. */
  get: procedure.query(async ({ ctx: { service } }) => {
    const { language, theme, showsGuides, role, areas } = await service.settings.read();
    return {
      language: language ?? service.systemLanguage,
      theme,
      showsGuides,
      role,
      areas,
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
          role: z.enum(roles),
          areas: z.record(z.string().max(40), z.enum(areaPlaces)),
        })
        .partial(),
    )
    .mutation(async ({ ctx: { service }, input }) => {
      await service.settings.change({
        ...(input.language && { language: input.language }),
        ...(input.theme && { theme: input.theme }),
        ...(input.showsGuides !== undefined && { showsGuides: input.showsGuides }),
        ...(input.role && { role: input.role }),
        ...(input.areas && { areas: input.areas }),
      });
    }),
});

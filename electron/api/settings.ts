import { z } from 'zod';
import { languages } from '../../db/types/language.ts';
import { areaPlaces, roles } from '../../db/types/role.ts';
import { procedure, router } from './trpc.ts';

export const settingsRouter = router({
  /** Language and theme as chosen, or as the system has them; whether screens explain themselves; role and areas. */
  get: procedure.query(async ({ ctx: { service } }) => {
    const { language, theme, showsGuides, role, areas, locksAfterMinutes } = await service.settings.read();
    return {
      language: language ?? service.systemLanguage,
      theme,
      showsGuides,
      role,
      areas,
      locksAfterMinutes,
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
          locksAfterMinutes: z.int().min(1).max(1440).nullable(),
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
        ...(input.locksAfterMinutes !== undefined && { locksAfterMinutes: input.locksAfterMinutes }),
        ...(input.areas && { areas: input.areas }),
      });
    }),
});

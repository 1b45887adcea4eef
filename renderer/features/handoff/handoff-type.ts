import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['handoff'];
type TemplateOutputs = inferRouterOutputs<AppRouter>['handoff']['template'];

/** A handoff as the screen has it. */
export type Handoff = Outputs['get'];
export type HandoffListing = Outputs['list'][number];
export type ReturnedForm = inferRouterOutputs<AppRouter>['handoff']['form']['compare'];
/** A delivery list while it is edited: of a list's shape, its texts perhaps blank. */
export type TemplateDraft = NonNullable<TemplateOutputs['get']['draft']>;
export type TemplateVersion = TemplateOutputs['get']['versions'][number];
export type CrmComparison = inferRouterOutputs<AppRouter>['handoff']['crm']['compare'];

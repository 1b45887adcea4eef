import {
  ArrowRight,
  BookOpen,
  CalendarCheck,
  ChartColumn,
  Gem,
  History,
  ListChecks,
  type LucideIcon,
  Pentagon,
  Route,
  Settings,
  Shapes,
} from 'lucide-react';

/** The sections of the app, in the order a customer's year goes through them. The key names the words under `nav`. */
export const sections = [
  { key: 'today', path: '/today', icon: CalendarCheck },
  { key: 'task', path: '/tasks', icon: ListChecks },
  { key: 'account', path: '/accounts', icon: BookOpen },
  { key: 'lifecycle', path: '/lifecycle', icon: Route },
  { key: 'segment', path: '/segments', icon: Shapes },
  { key: 'value-point', path: '/value', icon: Gem },
  { key: 'handoff', path: '/handoffs', icon: ArrowRight },
  { key: 'qbr', path: '/reviews', icon: ChartColumn },
  { key: 'assessment', path: '/assessments', icon: Pentagon },
  { key: 'change', path: '/history', icon: History },
  { key: 'settings', path: '/settings', icon: Settings },
] as const satisfies readonly { key: string; path: string; icon: LucideIcon }[];

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFound } from './parts/states.tsx'
import { Shell } from './shell.tsx'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/overview.tsx'), 'OverviewPage'),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): { text?: string } => ({ text: text(search.text) }),
  component: lazyRouteComponent(() => import('./pages/reports.tsx'), 'ReportsPage'),
})

export const reportRoute = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  validateSearch: (search: Record<string, unknown>): { claim?: string; at?: string } => ({
    claim: text(search.claim),
    at: text(search.at),
  }),
  component: lazyRouteComponent(() => import('./pages/report.tsx'), 'ReportPage'),
})

export const claimsRoute = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: (
    search: Record<string, unknown>,
  ): { text?: string; like?: string; modality?: string; source?: string; figures?: string } => ({
    text: text(search.text),
    like: text(search.like),
    modality: text(search.modality),
    source: text(search.source),
    figures: search.figures === true || search.figures === 'true' ? 'true' : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/claims.tsx'), 'ClaimsPage'),
})

const questions = createRoute({
  getParentRoute: () => root,
  path: '/questions',
  component: lazyRouteComponent(() => import('./pages/questions.tsx'), 'QuestionsPage'),
})

const question = createRoute({
  getParentRoute: () => root,
  path: '/questions/$id',
  component: lazyRouteComponent(() => import('./pages/question.tsx'), 'QuestionPage'),
})

export const changesRoute = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: (search: Record<string, unknown>): { since?: string } => ({ since: text(search.since) }),
  component: lazyRouteComponent(() => import('./pages/changes.tsx'), 'ChangesPage'),
})

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./pages/sources.tsx'), 'SourcesPage'),
})

const sitrep = createRoute({
  getParentRoute: () => root,
  path: '/sitrep',
  component: lazyRouteComponent(() => import('./pages/sitrep.tsx'), 'SitrepPage'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: lazyRouteComponent(() => import('./pages/map.tsx'), 'MapPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    reports,
    reportRoute,
    claimsRoute,
    questions,
    question,
    changesRoute,
    sources,
    map,
    sitrep,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

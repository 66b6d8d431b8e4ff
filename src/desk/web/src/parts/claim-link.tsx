import type { ReactNode } from 'react'
import type { Citation } from '../../../../model/index.ts'
import type { ReportBrief } from '../../../answers.ts'
import { PageLink } from './anchor.tsx'
import { day } from './words.tsx'

interface ClaimLinkProps {
  readonly id: string
  readonly children: ReactNode
  /** In the colour of the text around it. */
  readonly plain?: boolean
}

/** Leads to a claim in its report: `r7k2m9qx.1.c3`. */
export function ClaimLink({ id, children, plain = true }: ClaimLinkProps) {
  const at = id.lastIndexOf('.')
  return (
    <PageLink
      to="/reports/$id"
      params={{ id: id.slice(0, at) }}
      search={{ claim: id.slice(at + 1) }}
      {...(plain ? { c: 'inherit' } : {})}
      inherit
    >
      {children}
    </PageLink>
  )
}

/** Leads to the very characters of a citation in its report. */
export function PassageLink({ citation, children }: { readonly citation: Citation; readonly children: ReactNode }) {
  return (
    <PageLink
      to="/reports/$id"
      params={{ id: citation.version }}
      search={{ at: `${citation.start}-${citation.end}` }}
      c="inherit"
      inherit
    >
      {children}
    </PageLink>
  )
}

/** "Han River Wire · 2024-10-18"; the title where the day is not given, so that reports of one outlet can be told apart. */
export function Outlet({ report }: { readonly report: ReportBrief | undefined }) {
  const { outlet = null, title = null, published = null } = report ?? {}
  return (
    <>
      <bdi>{outlet ?? 'outlet not given'}</bdi> · {published === null && title !== null ? <bdi>“{title}”</bdi> : day(published)}
    </>
  )
}

import { Badge, Text, UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import type { LineageNode } from '../../../../analyse/origins/forest.ts'
import type { Citation, LineageEdge } from '../../../../model/index.ts'
import type { QuestionAnswer } from '../../../answers.ts'
import { ClaimLink, Outlet, PassageLink } from '../parts/claim-link.tsx'
import { plural, StanceBadge } from '../parts/words.tsx'

type Reports = QuestionAnswer['reports']

const EDGE_WORD: Readonly<Record<LineageEdge['kind'], string>> = {
  attributed: 'attributed to it',
  relayed: 'passes it on',
  copied: 'copied from it',
  credited: 'credits it',
}

/** Who rests on whom: origins at the root, the claims that rest on them below; each edge opens to its proof. */
export function LineageTree({ data }: { readonly data: QuestionAnswer }) {
  const { origins, unrecorded } = data.lineage
  return (
    <ul className="tree" aria-label="Who rests on whom">
      {origins.map((origin) => (
        <Node key={origin.id} node={origin} reports={data.reports} />
      ))}
      {unrecorded.length > 0 && (
        <li>
          <div className="tree-row">
            <Text span size="sm" fw={650} c="dimmed">
              Origin not recorded
            </Text>
            <Badge variant="outline" color="gray" size="sm" tt="none">
              counts as none
            </Badge>
          </div>
          <ul>
            {unrecorded.map(({ claim, stance, why }) => (
              <li key={claim}>
                <div className="tree-row">
                  <Text span size="sm">
                    <ClaimLink id={claim}>
                      <Outlet report={data.reports[claim.slice(0, claim.lastIndexOf('.'))]} />
                    </ClaimLink>
                  </Text>
                  {stance !== 'asserts' && <StanceBadge stance={stance} />}
                  <Text span size="xs" c="dimmed">
                    {why}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  )
}

function claimsBelow(node: LineageNode): number {
  return node.rest.reduce((sum, child) => sum + (child.kind === 'claim' ? 1 : 0) + claimsBelow(child), 0)
}

function Node({ node, reports }: { readonly node: LineageNode; readonly reports: Reports }) {
  return (
    <li>
      {node.edge === null ? (
        <div className="tree-row">
          <Text span size="sm" fw={650} c="var(--source)">
            {node.name}
          </Text>
          {node.anonymous && (
            <Badge variant="light" color="orange" c="var(--warn)" size="sm" tt="none">
              unnamed
            </Badge>
          )}
          <Text span size="xs" c="dimmed">
            origin of {plural(claimsBelow(node), 'claim')}
          </Text>
        </div>
      ) : (
        <Resting node={node} edge={node.edge} reports={reports} />
      )}
      {node.rest.length > 0 && (
        <ul>
          {node.rest.map((child) => (
            <Node key={child.id} node={child} reports={reports} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Resting({ node, edge, reports }: { readonly node: LineageNode; readonly edge: LineageEdge; readonly reports: Reports }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className="tree-row">
        <Text span size="sm">
          {node.kind === 'claim' ? (
            <ClaimLink id={node.id}>
              <Outlet report={reports[node.id.slice(0, node.id.lastIndexOf('.'))]} />
            </ClaimLink>
          ) : (
            node.name
          )}
        </Text>
        {node.stance !== null && node.stance !== 'asserts' && <StanceBadge stance={node.stance} />}
        <UnstyledButton className="edge" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {EDGE_WORD[edge.kind]}
          {edge.confidence === 'likely' ? ', likely' : ''} <span aria-hidden>{open ? '▾' : '▸'}</span>
        </UnstyledButton>
      </div>
      <div id={id} hidden={!open} className="proof">
        {open && (
          <>
            <Text size="xs" fw={600}>
              {edge.why}
            </Text>
            {joined(edge.proof).map((proof) => (
              <Text key={`${proof.version} ${proof.start}`} size="sm" className="quoted">
                <PassageLink citation={proof}>“{proof.text}”</PassageLink>{' '}
                <Text span size="xs" c="dimmed" className="source-of-quote">
                  <Outlet report={reports[proof.version]} />
                </Text>
              </Text>
            ))}
          </>
        )}
      </div>
    </>
  )
}

/** Words that stand beside one another are shown as one quotation: who and "said". */
function joined(proof: readonly Citation[]): readonly Citation[] {
  const out: Citation[] = []
  for (const cell of proof) {
    const before = out.at(-1)
    if (before && before.version === cell.version && cell.start === before.end + 1)
      out[out.length - 1] = { ...before, end: cell.end, text: `${before.text} ${cell.text}` }
    else out.push(cell)
  }
  return out
}

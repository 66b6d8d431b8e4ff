import { Table } from '@mantine/core'
import type { FigurePoint } from '../../../../analyse/figures/points.ts'
import { ClaimLink } from '../parts/claim-link.tsx'
import { day, grouped, MODALITY_WORD, MUTATION_WORD, STANCE_WORD } from '../parts/words.tsx'

/** Every figure with its bounds, as the chart has them; an open side stays empty. */
export function FigureTable({ figures }: { readonly figures: readonly FigurePoint[] }) {
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>As of</Table.Th>
            <Table.Th>Origin</Table.Th>
            <Table.Th>As written</Table.Th>
            <Table.Th className="number">Low</Table.Th>
            <Table.Th className="number">Best</Table.Th>
            <Table.Th className="number">High</Table.Th>
            <Table.Th>Told as</Table.Th>
            <Table.Th>In</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={`${figure.claim} ${figure.figure}`} c={figure.superseded ? 'dimmed' : undefined}>
              <Table.Td className="nowrap">{day(figure.asOf)}</Table.Td>
              <Table.Td className="wordy">{figure.speaker}</Table.Td>
              <Table.Td className="wordy">“{figure.words}”</Table.Td>
              <Table.Td className="number">{grouped(figure.low)}</Table.Td>
              <Table.Td className="number">{grouped(figure.best)}</Table.Td>
              <Table.Td className="number">{grouped(figure.high)}</Table.Td>
              <Table.Td>{told(figure)}</Table.Td>
              <Table.Td>
                <ClaimLink id={figure.claim}>
                  <bdi>{figure.outlet ?? figure.claim}</bdi>
                </ClaimLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function told({ stance, modality, mutation, superseded, role }: FigurePoint): string {
  return [
    stance === 'asserts' ? MODALITY_WORD[modality] : STANCE_WORD[stance],
    ...(role === 'unstated' ? [] : [role]),
    ...(mutation === null ? [] : [MUTATION_WORD[mutation]]),
    ...(superseded ? ['superseded'] : []),
  ].join(', ')
}

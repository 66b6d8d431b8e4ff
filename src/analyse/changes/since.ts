import type { Analysis, SituationInput } from '../../model/index.ts'
import { analyse } from '../index.ts'
import { type Change, changesBetween } from './changes.ts'

/**
 * What moved in the state of claims since a day or moment: reports published before it are the state known, and so are undated
 * ones. The analyst's edits hold on both sides.
 * @param since ISO 8601; a day begins at midnight UTC
 * @param analysis of the whole input, at hand already
 */
export function changesSince(since: string, input: SituationInput, analysis: Analysis): readonly Change[] {
  const from = Date.parse(since)
  const known = input.reports.filter(({ metadata }) => metadata.published === null || Date.parse(metadata.published) < from)
  return changesBetween(
    { analysis: analyse({ reports: known, edits: input.edits }), reports: known },
    { analysis, reports: input.reports },
  )
}

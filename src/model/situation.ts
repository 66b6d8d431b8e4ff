/** What is being followed; the unit of separation. */
export interface Situation {
  readonly id: string
  readonly name: string
  readonly createdAt: string
}

/** Traffic Light Protocol 2.0 (FIRST, 2022). */
export type Tlp = 'RED' | 'AMBER+STRICT' | 'AMBER' | 'GREEN' | 'CLEAR'
export const TLP: readonly Tlp[] = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR']

import v8 from 'node:v8'

/**
 * Keeps the process small. V8 lets garbage pile up to several times what is alive, and doubles the space for what is new until it holds
 * 130 MB, however little survives: reading 1,500 reports took 225 MB, with these 85, in a tenth more time
 * (docs/decisions/0014-memory.md). The flags hold for the whole process, and can be set again.
 * @param work what comes next; the analysis builds much that stays, and needs the space to be fast
 */
export function collectSooner(work: 'reading' | 'analysis'): void {
  v8.setFlagsFromString('--heap-growing-percent=25')
  v8.setFlagsFromString(`--semi-space-growth-factor=${work === 'reading' ? 1 : 2}`)
}

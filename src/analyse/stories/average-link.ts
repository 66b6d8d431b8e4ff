/**
 * Unites what is most alike on average, again and again, until no two groups are alike by more than `least` (average linkage,
 * Sokal and Michener 1958).
 * @param pairs for each item its likeness to others, symmetric, absent for none; used up by the call
 * @returns for each item the smallest index of its group
 */
export function averageLink(pairs: readonly Map<number, number>[], least: number): readonly number[] {
  const size = pairs.map(() => 1)
  const group = pairs.map((_, i) => i)
  const alive = new Set(group)
  const best: { to: number; mean: number }[] = []
  const seek = (i: number): void => {
    let to = -1
    let mean = -1
    for (const [k, sum] of pairs[i] ?? []) {
      const value = sum / ((size[i] ?? 1) * (size[k] ?? 1))
      if (value > mean || (value === mean && k < to)) {
        to = k
        mean = value
      }
    }
    best[i] = { to, mean }
  }
  for (const i of alive) seek(i)
  for (;;) {
    let first = -1
    let mean = least
    for (const i of alive) {
      const value = best[i]?.mean ?? -1
      if (value > mean) {
        first = i
        mean = value
      }
    }
    if (first < 0) break
    const second = best[first]?.to ?? first
    const [into, from] = first < second ? [first, second] : [second, first]
    const mine = pairs[into]
    const theirs = pairs[from]
    if (!mine || !theirs) break
    for (const [k, sum] of theirs) {
      pairs[k]?.delete(from)
      if (k !== into) mine.set(k, (mine.get(k) ?? 0) + sum)
    }
    theirs.clear()
    size[into] = (size[into] ?? 1) + (size[from] ?? 1)
    alive.delete(from)
    group[from] = into
    for (const [k, sum] of mine) pairs[k]?.set(into, sum)
    seek(into)
    for (const [k, sum] of mine) {
      const known = best[k]
      if (!known || known.to === from || known.to === into) seek(k)
      else {
        const value = sum / ((size[into] ?? 1) * (size[k] ?? 1))
        if (value > known.mean) best[k] = { to: into, mean: value }
      }
    }
  }
  return group.map((_, i) => {
    let root = i
    while ((group[root] ?? root) !== root) root = group[root] ?? root
    return root
  })
}

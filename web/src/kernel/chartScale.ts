/** Round steps from zero to at least the largest value: 0, 5,000, 10,000 … */
export function niceTicks(most: number, wanted = 6): number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power, Number.isInteger(most) ? 1 : 0)
  const ticks: number[] = []
  for (let n = 0; n === 0 || (ticks[n - 1] ?? 0) < most; n += 1) ticks.push(Number((n * step).toPrecision(12)))
  return ticks
}

/** Moves labels apart so that they do not overlap, keeping their order. */
export function spread(wanted: readonly number[], distance: number): number[] {
  const order = wanted.map((y, n) => ({ y, n })).sort((a, b) => a.y - b.y)
  const placed = [...wanted]
  let last = -Infinity
  for (const { y, n } of order) {
    last = Math.max(y, last + distance)
    placed[n] = last
  }
  return placed
}

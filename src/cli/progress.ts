import cliProgress from 'cli-progress'
import pc from 'picocolors'

/** A bar on standard error while a person watches; nothing at all otherwise. */
export interface Bar {
  update(done: number, of?: number): void
  stop(): void
}

const SILENT: Bar = { update: () => {}, stop: () => {} }

export function progressBar(label: string, total: number | null, unit: string): Bar {
  if (!process.stderr.isTTY || process.env.CI === 'true') return SILENT
  const bar = new cliProgress.SingleBar(
    {
      format: `${label} ${pc.cyan('{bar}')} {value}/{total} ${unit} · {duration_formatted} · about {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      etaBuffer: 200,
      fps: 10,
    },
    cliProgress.Presets.shades_classic,
  )
  let started = false
  let known = total ?? 0
  const start = (): void => {
    if (started) return
    bar.start(known, 0)
    started = true
  }
  if (known > 0) start()
  return {
    update(done, of) {
      if (of !== undefined && of !== known) {
        known = of
        if (started) bar.setTotal(of)
      }
      start()
      if (done > known) bar.setTotal(done)
      bar.update(done)
    },
    stop() {
      if (started) bar.stop()
    },
  }
}

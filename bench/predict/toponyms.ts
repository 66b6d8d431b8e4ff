import { wholeReader } from './reader.ts'
import { eachLine, type Task } from './task.ts'

/** "along the border": a place for the map, no toponym. */
const BORDER = /^(?:borders?|borderlands?|frontier)$/i

/** JSONL `{id, text}` → `{id, toponyms:[{start, end, lat, lon, geonameid?}]}`: every place the reader puts on the map, demonyms too, houses of government not. */
export const toponyms: Task = (input) => {
  const read = wholeReader()
  return eachLine<{ id: string; text: string }>(
    input,
    ({ text }) => ({
      toponyms: read({ text, title: null, outlet: null, published: null, language: 'en' }).places.flatMap(
        ({ cell, place, metonym }) => {
          if (!place || (metonym && place.kind === 'site') || BORDER.test(cell.text)) return []
          const spot = { start: cell.start, end: cell.end, lat: place.latitude, lon: place.longitude }
          return [place.id.startsWith('gn:') ? { ...spot, geonameid: Number.parseInt(place.id.slice(3), 10) } : spot]
        },
      ),
    }),
    { toponyms: [] },
  )
}

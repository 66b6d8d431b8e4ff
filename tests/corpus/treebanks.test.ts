import { describe, expect, it } from 'vitest'
import { readTreebankTexts, runningTexts } from '../../train/corpus/treebanks.ts'

const conllu = `# newdoc id = weblog-harbour
# sent_id = 1
# newpar id = p1
# text = The dredger sank, divers said.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_

# sent_id = 2
# text = Nobody was aboard.
1\tNobody\tnobody\tPRON\tNN\t_\t3\tnsubj\t_\t_

# newpar id = p2
# text = It lies at 12 m.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_

# newdoc id = newsgroup-tariffs
# newpar
# text = Tariffs rise.
1\tTariffs\ttariff\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
`

describe('runningTexts', () => {
  it('joins sentences by one space and paragraphs by a line break, each document by itself', () => {
    expect([...runningTexts(conllu)]).toEqual([
      ['weblog-harbour', 'The dredger sank, divers said. Nobody was aboard.\nIt lies at 12 m.'],
      ['newsgroup-tariffs', 'Tariffs rise.'],
    ])
  })

  it('gives nothing for a text without documents, and for a folder without treebanks', () => {
    expect([...runningTexts('1\tA\ta\tDET\n')]).toEqual([])
    expect([...readTreebankTexts('no/such/folder')]).toEqual([])
  })
})

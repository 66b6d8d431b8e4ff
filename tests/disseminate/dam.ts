import type { Written } from './read.ts'

/** A situation of our own: a dam, its operator, a minister's denial, a reporter on the spot, figures that grow. */
export const DAM: readonly Written[] = [
  {
    id: 'ra',
    outlet: 'Valley Courier',
    published: '2025-02-03',
    title: 'Dam at Orvel cracks',
    text: 'The Orvel Water Authority (OWA) said on Monday that about 1,200 people had been evacuated from Tarnby.\n\nThe authority said that up to 5,000 people could be moved by Friday. Aerial photographs showed a crack in the northern wall, the OWA said.',
  },
  {
    id: 'rb',
    outlet: 'Evening Plain',
    published: '2025-02-04',
    title: 'Minister denies evacuation',
    text: 'Interior Minister Lena Brandt denied that people had been evacuated from Tarnby.\n\nA spokesman for the police said he could not confirm that people had been evacuated from Tarnby.',
  },
  {
    id: 'rc',
    outlet: 'Northern Wire',
    published: '2025-02-04',
    title: 'About 1,200 leave Tarnby',
    text: 'About 1,200 people had been evacuated from Tarnby, according to the Orvel Water Authority (OWA).\n\nAn engineer who asked not to be named said the wall might hold until spring.',
  },
  {
    id: 'rd',
    outlet: null,
    published: null,
    text: 'Rescue worker Jon Abara said that at least 300 people were sleeping in a school in Tarnby.',
  },
]

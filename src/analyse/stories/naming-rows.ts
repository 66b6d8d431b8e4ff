import { stem } from '../terms/stem.ts'

/**
 * Words that often name one happening where reports tell the same story, a row each; wider than the acts of `verbs.ts`, which tell
 * questions apart: inside one story "fire" is what burns or what an employer does, hardly both. A word counts in its first row.
 */
const ROWS = `
acquire buy purchase takeover acquisition bid deal
shoot shooting gunfire gunning gunned shootout gunshot
quake earthquake tremor temblor
shake jolt rattle rock
hire name appoint pick choose select tap nominate cast
launch unveil introduce debut reveal
release issue publish
arrest detain apprehend capture nab re-arrest custody catch
say tell claim accord according state statement confirm announce announcement add
die death dead succumb perish pass kill murder slay slain homicide assassinate slaughter massacre fatality
crash collide collision wreck smash accident
steal theft rob robbery heist snatch burglary loot
fire blaze inferno flames burn dismiss dismissal sack terminate relieve axe
attack assault raid strike hit bomb bombard
convict guilty conviction
sentence jail imprison
resign quit step topple oust ouster
win victory beat defeat triumph overcome edge
injure wound hurt injury
escape flee fled jailbreak
sue lawsuit
marry wed wedding
charge indict accuse indictment
host emcee
increase rise jump climb surge soar
fall drop decline plunge slump tumble
check enter
patch fix update plug resolve
replace succeed
sell sale
lay layoff cut
destroy ruin raze gut flatten level demolish devastate destruction
damage damaged harm
explode explosion blast detonate
riot unrest clash rioting
disrupt interrupt hamper outage disruption
negotiate negotiation talk
exploit leverage
hijack hack
retain defend keep
stop halt stoppage
foil thwart prevent repulse repel avert
job post position office role
go walk march
watch see witness
flee run speed
survive survival
suicide hang
secure clinch
sprain tweak
arson torch
trigger spark unleash
overturn reverse flip
disguise dress pose
exit depart leave departure
transport transfer move
election vote ballot poll
cancel scrap call
delay postpone
treat treatment rehab stint
warn warning caution
meet meeting summit
deploy deployment dispatch send
rescue save
search hunt manhunt
protest rally demonstration demonstrate march
collapse cave
seize seizure confiscate
kidnap abduct abduction kidnapping
found establish
build construct construction
approve approval pass ratify
reject rejection refuse
ban prohibit bar
sign signing
visit trip tour
stab stabbing knife
trial hearing court
game match playoff
lose loss
`

const CLASSES = new Map<string, string>()
ROWS.trim()
  .split('\n')
  .forEach((row, i) => {
    for (const word of row.split(' ')) if (!CLASSES.has(stem(word))) CLASSES.set(stem(word), `~${i}`)
  })

/** Characters of a stem that decide where it stands in no row: "investig" and "investigat" are one. */
const PREFIX = 5

/** The same for two stems that can name one happening of a story. */
export function namingKey(head: string): string {
  return CLASSES.get(head) ?? head.slice(0, PREFIX)
}

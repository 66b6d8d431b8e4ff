const FUNCTION_WORDS = new Set(
  `a an the this that these those some any each every no all both either neither such same another other its his her their our my your it he she they we i
  you him them us me who whom whose which what when where why how there here and or but nor so yet if then than as because while although though since
  until unless whether of in on at by for with about against between into through during before after above below to from up down out off over under
  again further once within without along across behind beyond near toward towards upon via per amid among around is are was were be been being am has
  have had having do does did doing will would shall should can could may might must ought not n't also only just very too more most less least much many
  few several own now already currently still even ever never always often soon later earlier ago today yesterday tomorrow however meanwhile
  approximately about around nearly almost roughly some least most up many far reportedly allegedly apparently indeed potentially possibly probably likely
  recently previously now mr mrs ms dr 's ’s s t`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Words that carry grammar or hedge and not the subject: left out when contents are compared. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word)
}

/**
 * English words that say how a paper talks and nothing of its subject, as people write abstracts: they relate
 * it to nothing, however few papers of a small archive have them.
 */
const ACADEMIC_WORDS = new Set(
  (
    'able according account achieve achieved achieves achieving across additional additionally ' +
    'address addresses addressing advance advanced advances aim aims allow allowing allows ' +
    'alternative approach approaches art aspect aspects available based become becomes benefit ' +
    'benefits better beyond bring broad call called capabilities capability capable case cases ' +
    'challenge challenges challenging choice clear combine combined combines combining common ' +
    'commonly comparable compare compared comparison comprehensive conduct conducted consider ' +
    'considered consistent consistently contribution contributions crucial current currently dataset ' +
    'datasets demonstrate demonstrated demonstrates demonstrating depend depends despite different ' +
    'difficult direct direction directions directly due easily easy effect effective effectively ' +
    'effectiveness efficiency efficient efficiently effort efforts enable enables enabling enhance ' +
    'enhanced enhances especially essential establish evaluate evaluated evaluating evidence example ' +
    'exhibit existing experiment experimental experiments explore explored extensive fact fail fails ' +
    'far finally findings framework frameworks fully furthermore future gain gains generally good ' +
    'great greatly hard help helps hence higher highly however idea ideas impact important improve ' +
    'improved improvement improvements improves improving include includes including increase ' +
    'increasing indicate insight insights instead introduce introduced introduces introduction ' +
    'investigate issue issues key known lack largely later lead leading leads less leverage leverages ' +
    'leveraging like likely limit limitation limitations limited limits little lower main mainly ' +
    'major make makes making manner mean method methodology methods moreover much namely naturally ' +
    'necessary need needed needs new next notably novel number numerous observe obtain obtained offer ' +
    'offers often original outperform outperforming outperforms overall overcome particular ' +
    'particularly perform performance performs perspective play popular possible potential ' +
    'potentially practical practice present presented presents previous prior problem problems ' +
    'promising proper propose proposed proposes proposing prove proves provide provided provides ' +
    'providing publicly real recent recently reduce reduced reduces reducing relative relatively rely ' +
    'remain remains require required requires research researchers respectively result resulting ' +
    'results reveal reveals review reviews role seen several show showing shown shows significant ' +
    'significantly similar simple simply solution solutions solve solved solving specific ' +
    'specifically still straightforward strategies strategy strong strongly studied studies study ' +
    'substantial substantially success successful successfully suffer suffers suggest suggests ' +
    'surpass surpasses survey surveys take taken takes taxonomy technique techniques term terms today ' +
    'toward towards traditional typical typically understand understanding unlike usually utilize ' +
    'utilizes valuable various vary varying way ways well whole wide widely work works year years yet ' +
    'yield yields'
  ).split(' '),
);

/** Whether a word, in the form it is searched by, is academic talk. */
export function isAcademicWord(word: string): boolean {
  return ACADEMIC_WORDS.has(word);
}

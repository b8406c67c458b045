/** English words that say nothing of what a paper is about; they count in phrases only. */
const STOP_WORDS = new Set(
  (
    'a about above after again against all also although am among an and any are as at be because been ' +
    'before being below between both but by can cannot could did do does doing done down during each etc ' +
    'either few for from further get give given gives had has have having he her here hers him his how ' +
    'however i if in into is it its itself just let like made make many may me might mine more most much ' +
    'must my no nor not of off on once one only onto or other others our ours out over own per perhaps ' +
    'rather s same shall she should since so some such t than that the their theirs them then there these ' +
    'they this those though through thus to too under until up upon us use used uses using very via was ' +
    'we were what when where whether which while who whom whose why will with within without would yet ' +
    'you your im id ive dont doesnt isnt arent cant'
  ).split(' '),
);

/** Whether a word, in the form it is searched by, says nothing of a subject. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

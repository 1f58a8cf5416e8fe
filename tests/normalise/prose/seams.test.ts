import { describe, expect, it } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { join } from '../../../pipeline/normalise/prose/joining.ts';
import { proseLines } from '../../../pipeline/normalise/prose/lines.ts';
import { mendFlow } from '../../../pipeline/normalise/prose/seams.ts';
import { unglued, wordsOf } from '../../../pipeline/normalise/prose/words.ts';
import { plainLayer } from '../../layers.ts';

/** Lines that were wrapped anew, with their displaced words put back where that is sure. */
function mended(text: string): { readonly text: string; readonly moved: readonly string[] } {
  const layer = plainLayer(text, 'made-up.txt');
  const words = unglued(proseLines(layer, 0, text.length).flatMap(wordsOf));
  const flow = mendFlow(layer, words, kk.prose);
  const moved = flow.moved.flatMap(({ moves }) => moves.map((move) => join(layer, move.words).text));
  return { text: join(layer, flow.words).text, moved };
}

describe('displaced words anywhere in a line that was wrapped anew', () => {
  it.each([
    [
      'an act in a form that the gap wants',
      '№ 285 бекітілген ҚР азаматтарының деңгейін арттыру қаулысымен жөніндегі',
      '№ 285 қаулысымен бекітілген ҚР азаматтарының деңгейін арттыру жөніндегі',
    ],
    [
      'an act that is glued to the end of a sentence',
      'маусымдағы ҚР  мыналарға:Заңымен жол',
      'маусымдағы ҚР Заңымен мыналарға: жол',
    ],
    [
      'an act whose gap a line ends in',
      'редакцияда ҚР\nқабылданды, оған сәйкес:Заңы ол',
      'редакцияда ҚР Заңы қабылданды, оған сәйкес: ол',
    ],
    [
      'an act of no one, glued behind a title',
      'енгізу туралы"  қол\nқойды.Заңға Осы',
      'енгізу туралы" Заңға қол қойды. Осы',
    ],
    [
      'a number and a part in two gaps',
      'пактінің  және  сәйкес 16 17-баптарына ұсынылады',
      'пактінің 16 және 17-баптарына сәйкес ұсынылады',
    ],
    [
      'a part that its number has lost',
      'ҚР Заңының 8- бекітілген. Мемлекет негізгі бабында орта',
      'ҚР Заңының 8-бабында бекітілген. Мемлекет негізгі орта',
    ],
    [
      'a part glued to a word, in two lines',
      'Заңның сәйкес жер учаскесін\nмәжбүрлеп116-бабына иеліктен',
      'Заңның 116-бабына сәйкес жер учаскесін мәжбүрлеп иеліктен',
    ],
    [
      'two links one after the other',
      '№ 986  бекітілген.Жарлығымен Осы ҚР  шеңберінде мемлекеттік Заңының саясат',
      '№ 986 Жарлығымен бекітілген. Осы ҚР Заңының шеңберінде мемлекеттік саясат',
    ],
  ])('are put back: %s', (_, printed, after) => {
    expect(mended(printed).text).toBe(after);
  });

  it.each([
    ['two words fit one gap', 'Заңның сәйкес егер 2-бабына сонда 3-бабына келген'],
    ['two gaps want one word', 'ҚР  және ҚР  қабылданған мемлекеттік Заңы туралы сөз'],
    ['a number before them has lost its gap', 'пакт)\nжәне  сәйкес 16 17-баптарына ұсынылады'],
    ['other words that cannot be read were drawn before them', 'жаңа  заңға жәнеҚылмыстық елде.Заңы осы'],
    [
      'they stand further from the gap than a line is long',
      `ҚР  қабылданды ${'және тағы басқа '.repeat(6)}мемлекеттік Заңы`,
    ],
    ['they stand where they can have been written', 'ҚР  аумағында "Білім туралы" ҚР Заңы бар'],
  ])('stay where they are if %s', (_, printed) => {
    expect(mended(printed).moved).toEqual([]);
  });
});

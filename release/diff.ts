import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { compareOutputs } from './compare/compare.ts';
import { openOutput } from './compare/read.ts';
import { renderJson, renderMarkdown, renderTerminal } from './compare/render.ts';
import { writeText } from './write-text.ts';

const DIFF: CommandDescription = {
  name: 'diff',
  summary: `Compares two outputs: tables, columns, rows by their keys, values; and proposes the version that follows.
OLD and NEW are folders or revisions of this repository (HEAD~3, data-v0.1.0); a folder comes first.`,
  words: ['OLD', 'NEW'],
  options: {
    output: { type: 'string', text: 'the folder that a revision has it in; output when it is not named' },
    markdown: { type: 'string', text: 'a file to write the difference to, as Markdown' },
    json: { type: 'string', text: 'a file to write the whole difference to, as JSON' },
  },
};

/** Runs the command from its words; gives its exit code: `await diff(['data-v0.1.0', 'output'])`. */
export function diff(words: readonly string[]): Promise<number> {
  return runCommand(DIFF, words, async ({ words: [old = '', next = ''], texts }) => {
    const difference = compareOutputs(
      await openOutput(old, texts.get('output')),
      await openOutput(next, texts.get('output')),
    );
    const renders = { markdown: renderMarkdown, json: renderJson };
    for (const [option, render] of Object.entries(renders)) {
      const file = texts.get(option);
      if (file !== undefined) writeText(file, render(difference));
    }
    console.log(renderTerminal(difference));
    return EXIT.done;
  });
}

import type { Engine, EngineFiles } from './engine.ts';
import type { PageParts } from './page-parts.ts';
import { made, type TableSetting } from './result-table.ts';
import { filled } from './words.ts';

/** Gives the engine, which is loaded when it is first asked for; undefined when it cannot be had, which the page says. */
export type EngineSource = () => Promise<Engine | undefined>;

/** An engine that costs nothing until it is asked for, and is asked for again when it did not come. */
export function engineOnDemand(page: PageParts, setting: TableSetting): EngineSource {
  const state: { engine?: Promise<Engine | undefined> } = {};
  return async () => {
    state.engine ??= load(page, setting);
    const engine = await state.engine;
    if (engine === undefined) delete state.engine;
    return engine;
  };
}

async function load(page: PageParts, { words, written }: TableSetting): Promise<Engine | undefined> {
  const { workbench, loading, progress, loaded, error } = page;
  const megabytes = (bytes: number): string => written(Math.round(bytes / 100_000) / 10);
  loading.hidden = false;
  error.replaceChildren();
  try {
    const { OldBrowser, startEngine } = await import('./engine.ts');
    try {
      return await startEngine(filesOf(workbench.dataset), (bytes, total) => {
        progress.max = total;
        progress.value = bytes;
        loaded.textContent = filled(words.megabytes, { loaded: megabytes(bytes), total: megabytes(total) });
      });
    } catch (failure) {
      if (!(failure instanceof OldBrowser)) throw failure;
      error.replaceChildren(made('p', {}, words.oldBrowser));
      return undefined;
    }
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    error.replaceChildren(made('p', {}, words.notLoaded), made('pre', {}, said));
    return undefined;
  } finally {
    loading.hidden = true;
  }
}

function filesOf(data: DOMStringMap): EngineFiles {
  const { worker = '', module = '', moduleBytes, database = '', databaseBytes } = data;
  // The worker asks for the module, so its address must not depend on the worker's own.
  const url = (href: string): string => new URL(href, location.href).href;
  return {
    worker: url(worker),
    module: { url: url(module), bytes: Number(moduleBytes) },
    database: { url: url(database), bytes: Number(databaseBytes) },
  };
}

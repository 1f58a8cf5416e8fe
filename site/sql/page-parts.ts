/** The parts of the page that change, found once. */
export interface PageParts {
  readonly workbench: HTMLElement;
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly stop: HTMLButtonElement;
  readonly csv: HTMLButtonElement;
  readonly parquet: HTMLButtonElement;
  readonly link: HTMLButtonElement;
  readonly shared: HTMLElement;
  readonly loading: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly loaded: HTMLElement;
  readonly status: HTMLElement;
  readonly error: HTMLElement;
  readonly result: HTMLElement;
  readonly chart: HTMLElement;
  readonly table: HTMLElement;
}

export function partsOfPage(): PageParts {
  return {
    workbench: found('sql', HTMLElement),
    form: found('sql-form', HTMLFormElement),
    field: found('sql-editor', HTMLTextAreaElement),
    stop: found('sql-stop', HTMLButtonElement),
    csv: found('sql-csv', HTMLButtonElement),
    parquet: found('sql-parquet', HTMLButtonElement),
    link: found('sql-link', HTMLButtonElement),
    shared: found('sql-shared', HTMLElement),
    loading: found('sql-loading', HTMLElement),
    progress: found('sql-progress', HTMLProgressElement),
    loaded: found('sql-loaded', HTMLElement),
    status: found('sql-status', HTMLElement),
    error: found('sql-error', HTMLElement),
    result: found('sql-result', HTMLElement),
    chart: found('sql-chart', HTMLElement),
    table: found('sql-table', HTMLElement),
  };
}

function found<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`sql page: expected #${id}, found ${String(element)}`);
  return element;
}

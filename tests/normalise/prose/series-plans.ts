import { readFileSync } from 'node:fs';
import { type Codelist, readCodelist } from '../../../pipeline/template/codelist.ts';
import { UNDECLARED } from '../../../pipeline/template/notation.ts';
import type { SeriesPlan, Slot } from '../../../pipeline/template/plan.ts';
import type { TableSchema } from '../../../pipeline/template/schema/table-schema.ts';
import { planSeries } from '../../../pipeline/template/series.ts';
import { type SeriesFile, seriesSchema } from '../../../pipeline/template/series-layout.ts';
import type { Planning } from '../../../pipeline/template/slots.ts';
import { readYaml } from '../../../pipeline/template/yaml-file.ts';
import { document } from '../../project.ts';

const folder = 'sources/kz-icescr-2';
const { schemas } = document;

/** The series that the project's own document declares. */
export function reportSeries(): SeriesFile {
  return seriesOf(readFileSync(`${folder}/series.yaml`, 'utf8'));
}

/** A `series.yaml` as the project reads it. */
export function seriesOf(text: string): SeriesFile {
  return readYaml<SeriesFile>({ path: 'series.yaml', text }, () => seriesSchema);
}

/** A planning with the published table, the document's units and the named series. */
export function workshopFor({ series }: SeriesFile): Planning {
  const codes = [...new Set(series.map((each) => each.series))];
  return planning(readCodelist({ path: 'series.csv', text: ['series', ...codes, ''].join('\n') }));
}

/** A planning with the document's own code list of series. */
export function reportWorkshop(): Planning {
  return planning(codelist('series'));
}

function planning(series: Codelist): Planning {
  return {
    schemas: new Map([['narrative_series', tableSchema()]]),
    codelists: new Map([
      ['unit', codelist('unit')],
      ['series', series],
    ]),
    corrections: [],
    notation: UNDECLARED,
    slots: [],
  };
}

/** The plans of a made-up `series.yaml`. */
export function plansOf(text: string): readonly SeriesPlan[] {
  const file = seriesOf(text);
  return planSeries('series.yaml', file, workshopFor(file));
}

/** The plans of the project's own document, with their slots. */
export function reportPlans(): { readonly plans: readonly SeriesPlan[]; readonly slots: readonly Slot[] } {
  const shop = reportWorkshop();
  const plans = planSeries(`${folder}/series.yaml`, reportSeries(), shop);
  return { plans, slots: shop.slots };
}

function codelist(name: string): Codelist {
  const path = `${folder}/codelists/${name}.csv`;
  return readCodelist({ path, text: readFileSync(path, 'utf8') });
}

function tableSchema(): TableSchema {
  const schema = schemas.get('narrative_series');
  if (schema === undefined) throw new Error('no schema narrative_series');
  return schema;
}

import { introductionOf } from '../../site/catalogue/introduction.ts';
import { examplesFor } from '../../site/sql/examples.ts';
import { ownExamples } from '../../site/sql/own-examples.ts';
import { readRelations } from '../../site/sql/relations.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { DATABASE } from './sql-on-disk.ts';

/** The tables and views of the published file. */
export const RELATIONS = await readRelations(DATABASE);

/** What the tables of the output suggest of themselves; not offered, as queries are declared of the report. */
export const OWN = ownExamples(CATALOGUE.datasets, RELATIONS);

/** The queries that the SQL page of the output offers. */
export const EXAMPLES = examplesFor(introductionOf(CATALOGUE.package.name)?.queries ?? [], OWN, RELATIONS);

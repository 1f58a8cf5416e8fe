import fc from 'fast-check';

/**
 * Properties are tried with the same examples in each run: what fails, fails by the change at hand. RANDOM_SEED=any draws
 * others, as the weekly run does (.github/workflows/test.yml); what fails there says its seed, and RANDOM_SEED=1234 tries
 * those examples again.
 */
const { RANDOM_SEED: asked = '' } = process.env;
if (asked !== 'any') {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: asked === '' ? 20 : Number(asked) });
}

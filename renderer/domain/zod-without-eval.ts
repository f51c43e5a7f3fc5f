/**
 * Imported before anything that makes a schema: zod probes `new Function` for its compiled parsers, which the
 * content security policy of page and worker refuses and reports.
 */
import { z } from 'zod';

z.config({ jitless: true });

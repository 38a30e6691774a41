import * as z from 'zod';

/** Names one entry of a register; it is kept in cases, so an entry keeps its id for ever. */
export const registerIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** Names one category of data; refusals that keep data name it too. */
export const categoryIdSchema = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

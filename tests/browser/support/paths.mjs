// Where the things under test are; each may be given from outside.

import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
export const webFolder = process.env.GOODWEEK_WEB ?? join(root, 'build', 'web');
export const binFolder = process.env.GOODWEEK_BIN ?? join(root, 'build', 'native', 'bin');
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

import fs from 'node:fs';
const l = JSON.parse(fs.readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages;
const missing = [];
for (const [k, v] of Object.entries(l))
  for (const d of Object.keys(v.optionalDependencies ?? {})) {
    let dir = k,
      ok = false;
    for (;;) {
      if (l[`${dir ? `${dir}/` : ''}node_modules/${d}`]) {
        ok = true;
        break;
      }
      if (!dir) break;
      const i = dir.lastIndexOf('node_modules/');
      dir = i < 0 ? '' : dir.slice(0, i).replace(/\/$/, '');
    }
    if (!ok) missing.push(`${k.replace('node_modules/', '')}@${v.version} -> ${d}`);
  }
console.log(missing.length ? missing.join('\n') : 'lock complete');
process.exit(missing.length ? 1 : 0);

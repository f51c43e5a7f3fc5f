/** Cost against the number of contacts: a panel for each topic, both axes logarithmic, readable in light and dark. */
import { OURS } from './topics.mjs';

/**
 * @typedef {import('./topics.mjs').Topic} Topic
 * @typedef {import('./report.mjs').Row} Row
 * @typedef {{ name: string, points: { size: number, value: number }[] }} Line
 */

const PANEL = { width: 330, height: 250 };
const ROOM = { left: 62, right: 28, top: 34, bottom: 42 };
const COLUMNS = 3;
const LEGEND = 60;
/** Told apart also without colour: by dash and by mark. */
const STYLES = ['', '6 4', '2 3', '10 3 2 3', '1 5', '14 4'];
const TONES = ['--ours', '--one', '--two', '--three', '--four', '--five'];

/** One SVG of all topics. @param {readonly Topic[]} topics @param {readonly Row[]} rows */
export function plot(topics, rows) {
  const panels = topics
    .map((topic) => ({ topic, lines: linesOf(topic, rows) }))
    .filter(({ lines }) => lines.some(({ points }) => points.length > 1));
  const names = [...new Set(panels.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const width = COLUMNS * PANEL.width;
  const height = LEGEND + Math.ceil(panels.length / COLUMNS) * PANEL.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="Noto Sans, sans-serif" font-size="11">`,
    '<title>Cost of each measure against 1,000 to 100,000 contacts, ours beside its peers</title>',
    '<style>',
    ':root { --paper: #fff; --ink: #1d2433; --quiet: #5d6577; --rule: #d9dde5; --ours: #0b5fff; --one: #b4450f; --two: #2f7d32; --three: #7b3fa0; --four: #8a6d00; --five: #a3205c; }',
    '@media (prefers-color-scheme: dark) { :root { --paper: #14171d; --ink: #e8ebf2; --quiet: #a3abbd; --rule: #333a48; --ours: #7aa7ff; --one: #ff9a62; --two: #7fd083; --three: #cf9bf0; --four: #e3c34d; --five: #ff8fbc; } }',
    '</style>',
    `<rect width="${width}" height="${height}" style="fill: var(--paper)"/>`,
    ...names.map((name, at) =>
      key(name, at, 20 + (at % COLUMNS) * PANEL.width, 18 + Math.floor(at / COLUMNS) * 22),
    ),
    ...panels.map(({ topic, lines }, at) => {
      const x = (at % COLUMNS) * PANEL.width;
      const y = LEGEND + Math.floor(at / COLUMNS) * PANEL.height;
      return `<g transform="translate(${x} ${y})">${panel(topic, lines, names)}</g>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {Topic} topic @param {readonly Row[]} rows @returns {Line[]} */
function linesOf({ topic, peers }, rows) {
  const own = rows.filter((row) => row.topic === topic);
  const first = own.filter((row) => row.peerName === own[0]?.peerName);
  return [
    { name: OURS, points: first.map(({ size, ours }) => ({ size, value: ours })) },
    ...peers.map(({ name }) => ({
      // 'plain Dexie, toArray' and 'plain Dexie, strict put' are one peer.
      name: name.replace(/^plain Dexie, .*/, 'plain Dexie'),
      points: own
        .filter((row) => row.peerName === name)
        .map(({ size, peer }) => ({ size, value: peer })),
    })),
  ].filter(({ points }) => points.length > 0);
}

/** @param {string} name @param {number} at @param {number} x @param {number} y */
function key(name, at, x, y) {
  return [
    `<path d="M${x} ${y}h26" ${stroke(at)}/>`,
    mark(at, x + 13, y),
    `<text x="${x + 32}" y="${y + 4}" style="fill: var(--ink)">${escaped(name)}</text>`,
  ].join('');
}

/** @param {Topic} topic @param {readonly Line[]} lines @param {readonly string[]} names */
function panel({ topic, unit }, lines, names) {
  const points = lines.flatMap((line) => line.points);
  const across = scale(
    points.map(({ size }) => size),
    ROOM.left,
    PANEL.width - ROOM.right,
  );
  const up = scale(
    points.map(({ value }) => value),
    PANEL.height - ROOM.bottom,
    ROOM.top,
  );
  const bottom = PANEL.height - ROOM.bottom;
  const right = PANEL.width - ROOM.right;
  const text = (/** @type {string} */ more, /** @type {string} */ words, tone = '--quiet') =>
    `<text ${more} style="fill: var(${tone})">${escaped(words)}</text>`;
  return [
    text(`x="${ROOM.left}" y="20" font-weight="600" font-size="13"`, topic, '--ink'),
    ...up.ticks.map(
      (value) =>
        `<path d="M${ROOM.left} ${up.at(value)}H${right}" style="stroke: var(--rule)"/>` +
        text(`x="${ROOM.left - 6}" y="${up.at(value) + 4}" text-anchor="end"`, number(value)),
    ),
    ...across.ticks.map(
      (value) =>
        `<path d="M${across.at(value)} ${bottom}v4" style="stroke: var(--quiet)"/>` +
        text(`x="${across.at(value)}" y="${bottom + 16}" text-anchor="middle"`, number(value)),
    ),
    text(`x="${(ROOM.left + right) / 2}" y="${bottom + 32}" text-anchor="middle"`, 'contacts'),
    text(
      `transform="translate(14 ${(ROOM.top + bottom) / 2}) rotate(-90)" text-anchor="middle"`,
      unit,
    ),
    ...lines.map((line) => {
      const style = names.indexOf(line.name);
      const places = line.points.map(({ size, value }) => [across.at(size), up.at(value)]);
      const path = places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      const marks = places.map(([x = 0, y = 0]) => mark(style, x, y)).join('');
      return `<path d="${path}" fill="none" ${stroke(style)}/>${marks}`;
    }),
  ].join('\n');
}

/** A logarithmic scale over whole decades. @param {readonly number[]} values @param {number} from @param {number} to */
function scale(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    /** @param {number} value */
    at: (value) => Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
    ticks: Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at)),
  };
}

/** @param {number} style */
function stroke(style) {
  const dash = STYLES[style % STYLES.length];
  return `stroke-width="2" stroke-dasharray="${dash}" style="stroke: var(${TONES[style % TONES.length]})"`;
}

/** @param {number} style @param {number} x @param {number} y */
function mark(style, x, y) {
  const tone = `style="fill: var(${TONES[style % TONES.length]})"`;
  switch (style % 4) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="4" ${tone}/>`;
    case 1:
      return `<rect x="${x - 3.5}" y="${y - 3.5}" width="7" height="7" ${tone}/>`;
    case 2:
      return `<path d="M${x} ${y - 5}l5 9h-10z" ${tone}/>`;
    default:
      return `<path d="M${x} ${y - 5}l5 5-5 5-5-5z" ${tone}/>`;
  }
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

/** @param {string} words */
function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Figures become rows, and rows become a table that can be read without knowing the program. */
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { OURS } from './topics.mjs';

/**
 * @typedef {import('./topics.mjs').Topic} Topic
 * @typedef {object} Row
 * @property {string} topic
 * @property {'ms' | 'MB' | 'syncs'} unit
 * @property {number} size contacts in the store; 0 where there is none
 * @property {number} ours median
 * @property {number} peer median
 * @property {string} peerName
 * @property {number} ratio ours / peer
 * @property {number | null} goal
 * @property {boolean | null} met
 * @property {[number, number]} oursRange least and most
 * @property {[number, number]} peerRange
 * @property {number} repetitions
 * @property {boolean} quick
 *
 * @typedef {Map<string, number[]>} Times by `timesKey`, a figure for each repetition
 */

/** @param {string} side @param {string} topic @param {number} size */
export const timesKey = (side, topic, size) => `${side} ${size} ${topic}`;

/**
 * Rows of one size, for the topics and peers that both sides have figures of.
 * @param {readonly Topic[]} topics @param {Times} times @param {number} size @param {boolean} quick
 */
export function rowsOf(topics, times, size, quick) {
  /** @type {Row[]} */
  const rows = [];
  for (const { topic, unit, peers } of topics) {
    const mine = times.get(timesKey(OURS, topic, size)) ?? [];
    for (const { side, name, goal } of peers) {
      const theirs = times.get(timesKey(side, topic, size)) ?? [];
      if (mine.length === 0 || theirs.length === 0) continue;
      const ratio = median(mine) / median(theirs);
      rows.push({
        topic,
        unit,
        size,
        ours: round(median(mine)),
        peer: round(median(theirs)),
        peerName: name,
        ratio: round(ratio),
        goal,
        met: goal === null ? null : ratio <= goal,
        oursRange: [round(Math.min(...mine)), round(Math.max(...mine))],
        peerRange: [round(Math.min(...theirs)), round(Math.max(...theirs))],
        repetitions: Math.min(mine.length, theirs.length),
        quick,
      });
    }
  }
  return rows;
}

/** A table for each topic. @param {readonly Topic[]} topics @param {readonly Row[]} rows */
export function tables(topics, rows) {
  const lines = [];
  for (const { topic, unit, means } of topics) {
    const own = rows.filter((row) => row.topic === topic);
    if (own.length === 0) continue;
    lines.push('', `${topic} (${unit})`, `  ${means}`);
    for (const name of new Set(own.map((row) => row.peerName))) {
      lines.push(`  beside ${name}`);
      lines.push(line('contacts', 'ours', 'min–max', 'peer', 'min–max', 'ratio', 'goal', 'met'));
      for (const row of own.filter((one) => one.peerName === name)) lines.push(cellsOf(row));
    }
  }
  return lines.join('\n');
}

/** @param {Row} row */
function cellsOf(row) {
  const goal = row.goal === null ? '–' : `≤ ${row.goal.toFixed(2)}`;
  const met = row.met === null ? '–' : row.met ? 'yes' : 'no';
  return line(
    row.size === 0 ? '–' : row.size.toLocaleString('en-GB'),
    shown(row.ours),
    row.oursRange.map(shown).join('–'),
    shown(row.peer),
    row.peerRange.map(shown).join('–'),
    row.ratio.toFixed(2),
    goal,
    met,
  );
}

/** The machine, as it is now. @param {{ electron: string, chrome: string }} versions */
export function machine({ electron, chrome }) {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  return [
    `Electron ${electron} (Chromium ${chrome}), ${type()} ${release()}`,
    `${cpus().length} × ${first?.model.trim()}, ${memory} GiB of memory, load ${load}`,
  ].join('\n');
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (low + (sorted[Math.floor(middle)] ?? low)) / 2;
}

/** Four figures; more would be noise. @param {number} value */
function round(value) {
  return Number(value.toPrecision(4));
}

/** @param {number} value */
function shown(value) {
  if (Number.isInteger(value) && value < 10_000) return value.toFixed(0);
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** @param {string[]} cells */
function line(...cells) {
  const widths = [9, 9, 15, 9, 15, 7, 8, 5];
  return cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' ');
}

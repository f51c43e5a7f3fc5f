/** Figures become rows, and rows become a table that can be read without knowing the program. */
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { OURS, TOPICS } from './topics.mjs';

/**
 * @typedef {object} Row
 * @property {string} topic
 * @property {number} size contacts in the store
 * @property {number} ours median, milliseconds
 * @property {number} peer median, milliseconds
 * @property {string} peerName
 * @property {number} ratio ours / peer
 * @property {number | null} goal
 * @property {boolean | null} met
 * @property {[number, number]} oursRange least and most, milliseconds
 * @property {[number, number]} peerRange
 * @property {number} repetitions
 * @property {boolean} quick
 *
 * @typedef {Map<string, number[]>} Times by `timesKey`, a figure for each repetition
 */

/** @param {string} side @param {string} topic @param {number} size */
export const timesKey = (side, topic, size) => `${side} ${size} ${topic}`;

/** Rows of one size, for the topics that both sides have figures of. @param {Times} times @param {number} size @param {boolean} quick */
export function rowsOf(times, size, quick) {
  /** @type {Row[]} */
  const rows = [];
  for (const { topic, peer, peerName, goal } of TOPICS) {
    const mine = times.get(timesKey(OURS, topic, size)) ?? [];
    const theirs = times.get(timesKey(peer, topic, size)) ?? [];
    if (mine.length === 0 || theirs.length === 0) continue;
    const ratio = median(mine) / median(theirs);
    rows.push({
      topic,
      size,
      ours: round(median(mine)),
      peer: round(median(theirs)),
      peerName,
      ratio: round(ratio),
      goal,
      met: goal === null ? null : ratio <= goal,
      oursRange: [round(Math.min(...mine)), round(Math.max(...mine))],
      peerRange: [round(Math.min(...theirs)), round(Math.max(...theirs))],
      repetitions: Math.min(mine.length, theirs.length),
      quick,
    });
  }
  return rows;
}

/** A table for each topic. @param {readonly Row[]} rows */
export function tables(rows) {
  const lines = [];
  for (const { topic, peerName, means } of TOPICS) {
    const own = rows.filter((row) => row.topic === topic);
    if (own.length === 0) continue;
    lines.push('', `${topic} (beside ${peerName})`, `  ${means}`);
    lines.push(
      line('contacts', 'ours ms', 'min–max', 'peer ms', 'min–max', 'ratio', 'goal', 'met'),
    );
    for (const row of own) {
      const goal = row.goal === null ? '–' : `≤ ${row.goal.toFixed(2)}`;
      const met = row.met === null ? '–' : row.met ? 'yes' : 'no';
      lines.push(
        line(
          row.size.toLocaleString('en-GB'),
          shown(row.ours),
          row.oursRange.map(shown).join('–'),
          shown(row.peer),
          row.peerRange.map(shown).join('–'),
          row.ratio.toFixed(2),
          goal,
          met,
        ),
      );
    }
  }
  return lines.join('\n');
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

/** @param {number} ms */
function shown(ms) {
  return ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0);
}

/** @param {string[]} cells */
function line(...cells) {
  const widths = [9, 9, 15, 9, 15, 7, 8, 5];
  return cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(' ');
}

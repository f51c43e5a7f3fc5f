import { expect, test } from 'vitest';
import { COMMANDS, commandsFor } from './palette-commands.ts';

const titles = (text: string) => commandsFor(text, COMMANDS).map(({ title }) => title);

test('an empty text shows every command', () => {
  expect(titles(' ')).toHaveLength(COMMANDS.length);
});

test('the beginnings of words find a command, in any order', () => {
  expect(titles('pers ne')).toEqual(['New person']);
  expect(titles('lock')).toEqual(['Lock']);
});

test('letters from the middle of a word find nothing', () => {
  expect(titles('erson')).toEqual([]);
});

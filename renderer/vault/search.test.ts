import { describe, expect, it } from 'vitest';
import { normalText } from './normal-text.ts';
import { makeSearch } from './search.ts';

function searchOver(...texts: string[]) {
  const search = makeSearch();
  for (const text of texts) search.put(text, 'person', normalText(text));
  return search;
}

describe('search', () => {
  const search = searchOver(
    'John Smith, Example Ltd',
    'Johanna Meyer',
    'Małgorzata Wiśniewska',
    'محمد أحمد',
    '山田太郎',
    'ガーデン 花子',
    '김민준',
    'Søren Ødegård, soren@example.org',
    'Straße Groß',
    'Yamada 山田 Hanako',
  );
  const finds: [string, string][] = [
    ['jonh', 'John Smith, Example Ltd'],
    ['smith john', 'John Smith, Example Ltd'],
    ['jhon smtih', 'John Smith, Example Ltd'],
    ['malgorzata', 'Małgorzata Wiśniewska'],
    ['MAŁGORZATA wisniewska', 'Małgorzata Wiśniewska'],
    ['محمد', 'محمد أحمد'],
    ['احمد', 'محمد أحمد'],
    ['山田', '山田太郎'],
    ['ガーデン', 'ガーデン 花子'],
    ['花子', 'ガーデン 花子'],
    ['김민', '김민준'],
    ['soren odegard', 'Søren Ødegård, soren@example.org'],
    ['soren@example.org', 'Søren Ødegård, soren@example.org'],
    ['strasse gross', 'Straße Groß'],
    ['hanaok 山田', 'Yamada 山田 Hanako'],
  ];
  it.each(finds)('finds by “%s”', (typed, wanted) => {
    expect(search.find(typed, ['person'], 5)[0]).toBe(wanted);
  });

  it('does not find what is not there, in any script', () => {
    for (const typed of ['zebra', '鈴木', 'خالد', 'john 山田'])
      expect(search.find(typed, ['person'], 5)).toEqual([]);
  });

  it('finds everything by nothing, and asks for every word', () => {
    expect(search.find('  ', ['person'], 100)).toHaveLength(10);
    expect(search.find('smith meyer', ['person'], 100)).toEqual([]);
  });

  it('puts the exact before the near, and keeps to the limit and the kinds', () => {
    const many = searchOver('Jonah Hill', 'John Hill', 'Jahn Hill');
    expect(many.find('john', ['person'], 5)[0]).toBe('John Hill');
    expect(many.find('hill', ['person'], 2)).toHaveLength(2);
    expect(many.find('hill', ['meeting'], 2)).toEqual([]);
  });

  it('puts the exact first even where there are too many to rank', () => {
    const crowd = Array.from({ length: 1_500 }, (_, index) => `Jonh ${index}`);
    const many = searchOver(...crowd, 'John Last');
    expect(many.find('john', ['person'], 1)).toEqual(['John Last']);
  });

  it('follows changes and removals', () => {
    const changing = searchOver('Anna', 'Ben', 'Carla');
    changing.put('Anna', 'person', 'amelie');
    changing.drop('Ben', 'person');
    changing.drop('nobody', 'person');
    expect(changing.find('anna', ['person'], 5)).toEqual([]);
    expect(changing.find('amelie', ['person'], 5)).toEqual(['Anna']);
    expect(changing.find('ben', ['person'], 5)).toEqual([]);
    expect(changing.find('carla', ['person'], 5)).toEqual(['Carla']);
    expect(changing.text('Carla', 'person')).toBe('carla');
  });
});

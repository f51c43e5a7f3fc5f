import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, byScript, hanIn } from './script.ts';

const ar = (text: string): Stretch => ({ text, lang: 'ar', dir: 'rtl' });

describe('scripts', () => {
  it.each<[string, Stretch[]]>([
    ['', []],
    ['Zażółć 12, Ελένη', [{ text: 'Zażółć 12, Ελένη' }]],
    ['نادر بن عبد السلام', [ar('نادر بن عبد السلام')]],
    ['Prof نادر, 3', [{ text: 'Prof ' }, ar('نادر'), { text: ', 3' }]],
    ['\u062F\u064E\u0651', [ar('\u062F\u064E\u0651')]],
    ['בן־גוריון', [{ text: 'בן־גוריון', lang: 'he', dir: 'rtl' }]],
    ['王小明', [{ text: '王小明', lang: 'zh' }]],
    ['大森 りな', [{ text: '大森 りな', lang: 'ja' }]],
    ['サーバー', [{ text: 'サーバー', lang: 'ja' }]],
    ['김민준', [{ text: '김민준', lang: 'ko' }]],
    ['نادر 王', [ar('نادر'), { text: ' ' }, { text: '王', lang: 'zh' }]],
  ])('parts %j', (text, stretches) => {
    expect(byScript(text)).toEqual(stretches);
  });

  it('reads Han as Japanese where kana or the country say so', () => {
    expect(byScript('里奈 大森', hanIn('里奈 大森\nJapan'))).toEqual([
      { text: '里奈 大森', lang: 'ja' },
    ]);
    expect(hanIn('港森山町の家')).toBe('ja');
    expect(hanIn('王小明\nChina')).toBe('zh');
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(
          byScript(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

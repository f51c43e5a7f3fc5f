import { describe, expect, it } from 'vitest';
import { withArtifacts } from './pdf-artifacts.ts';

const said = (...lines: string[]) => withArtifacts(lines.join('\n')).split('\n');

describe('artifacts', () => {
  it('leave what is tagged as it is', () => {
    const tagged = ['q', 'BT', '/P <</MCID 0 >>BDC', '/F4 12 Tf', '<0024> Tj', 'EMC', 'ET', 'Q'];
    expect(said(...tagged)).toEqual(tagged);
  });

  it('are the rules of a page, and the head and foot that are text', () => {
    expect(said('1 0 0 rg', '0 0 5 1 re', 'f', 'Q', 'BT', '<0024> Tj', 'ET', '')).toEqual([
      '1 0 0 rg',
      '/Artifact BMC',
      '0 0 5 1 re',
      'f',
      'EMC',
      'Q',
      '/Artifact BMC',
      'BT',
      '<0024> Tj',
      'ET',
      'EMC',
    ]);
  });

  it('end before a tag begins, outside a text object and inside one', () => {
    const tagged = ['/P <</MCID 0 >>BDC', '<0025> Tj', 'EMC'];
    expect(said('0 0 5 1 re', 'f', 'BT', ...tagged, 'ET')).toEqual([
      '/Artifact BMC',
      '0 0 5 1 re',
      'f',
      'EMC',
      'BT',
      ...tagged,
      'ET',
    ]);
    expect(said('BT', '<0024> Tj', ...tagged, '<0026> Tj', 'ET')).toEqual([
      'BT',
      '/Artifact BMC',
      '<0024> Tj',
      'EMC',
      ...tagged,
      '/Artifact BMC',
      '<0026> Tj',
      'EMC',
      'ET',
    ]);
  });

  it('are not made of marks inside a tag, nor of what is an artifact already', () => {
    const nested = ['/P <</MCID 1 >>BDC', '/ReversedChars BMC', '<0024> Tj', 'EMC', 'EMC'];
    expect(said('BT', ...nested, 'ET')).toEqual(['BT', ...nested, 'ET']);
    const own = ['/Artifact BMC', '0 0 5 1 re', 'f', 'EMC'];
    expect(said(...own)).toEqual(own);
  });
});

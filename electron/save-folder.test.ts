import { describe, expect, it } from 'vitest';
import { isInCloud, saveFolder } from './save-folder.ts';

describe('where a save dialog begins', () => {
  it.each([
    'C:\\Users\\o\\OneDrive\\Documents',
    'C:\\Users\\o\\OneDrive - The Institute\\Documents',
    '/home/o/Dropbox (Personal)/Documents',
    '/Users/o/Library/CloudStorage/GoogleDrive-o@example.org/My Drive',
    '/Users/o/Library/Mobile Documents/com~apple~CloudDocs/Documents',
    'G:\\My Drive\\Documents',
    '/home/o/Google Drive/Documents',
    'C:\\Users\\o\\iCloudDrive\\Documents',
    '/home/o/Nextcloud/Documents',
    '/home/o/Sync/Documents',
    '/home/o/Box/Documents',
  ])('is never %s, which goes to a cloud: then it is the home folder', (documents) => {
    expect(isInCloud(documents)).toBe(true);
    expect(saveFolder(documents, '/home/o')).toBe('/home/o');
  });

  it.each([
    '/home/o/Documents',
    'C:\\Users\\o\\Documents',
    '/home/boxer/My Dropboxes/Synchronised',
  ])('is %s', (documents) => {
    expect(isInCloud(documents)).toBe(false);
    expect(saveFolder(documents, '/home/o')).toBe(documents);
  });

  it('is the home folder where there are no Documents', () => {
    expect(saveFolder(null, '/home/o')).toBe('/home/o');
  });
});

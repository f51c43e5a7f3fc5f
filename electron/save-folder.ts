/**
 * Where a save dialog begins: in a folder that no program copies to a cloud, as far as its name tells. What is set up
 * without a name that tells, such as a Documents folder that macOS keeps in iCloud, cannot be known here.
 */

/** What the programs that copy to a cloud call their folders; some add an account, as `OneDrive - The Institute`. */
const CLOUDS =
  /^(?:(?:onedrive|dropbox|google ?drive|googledrive|my drive|icloud ?drive|nextcloud|owncloud|pcloud ?drive|proton ?drive|kdrive|box|box sync|mega|megasync|seafile|tresorit drive|yandex\.disk)(?: ?[-–(].*| personal)?|mobile documents|cloudstorage|sync|syncthing)$/i;

/** Whether a path, `/` or `\` between its parts, lies in a folder that a program copies to a cloud. */
export function isInCloud(path: string): boolean {
  return path.split(/[/\\]/).some((part) => CLOUDS.test(part));
}

/** The folder to begin in: Documents; the home folder where that is absent (null) or in a cloud. */
export function saveFolder(documents: string | null, home: string): string {
  return documents === null || isInCloud(documents) ? home : documents;
}

import type { ChosenFile } from '../shared/api/host.ts';

/** Files that the officer opened the program with, by their bytes and names, until its window takes them. */
export class Inbox {
  #files: ChosenFile[] = [];

  put(file: ChosenFile): void {
    this.#files.push(file);
  }

  take(): ChosenFile[] {
    const files = this.#files;
    this.#files = [];
    return files;
  }
}

/** What a function is in the template: CommonJS of one file. `file` is a path in `folder`. */
export function sourceOf(folder: string, file: string): Promise<string>

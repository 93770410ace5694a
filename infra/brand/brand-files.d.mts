export declare function brandFiles(root: string): Readonly<Record<string, string>>

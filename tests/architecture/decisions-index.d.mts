export function decisionsIndex(): { rows: string[][]; wanted: string[][]; text: string }

export const ada = { email: 'ada@example.com', password: 'Analytical-Engine-1843' }

export const notFoundWords = {
  title: 'Page not found',
  heading: 'There is nothing at this address',
  text: 'It may have been mistyped, or the page has moved.',
  home: 'Go to the start page',
}

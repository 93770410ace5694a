/** What `index.html` says, for each page that the build writes. */
export const documentWords = {
  language: 'en',
  description:
    'Accounts, sessions and private file storage on Amazon Cognito and S3, complete and tested.',
  noScript: 'This app signs people in with JavaScript. Please switch it on.',
}

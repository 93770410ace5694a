/** Of a browser that keeps nothing: it comes where one is met. */
export const forgetfulWords = {
  sent: 'Accounts of an older system are being brought over. While that goes on, this form sends your password to Cognito, encrypted.',
  all: 'This browser keeps nothing for this site: its storage is blocked, or full. You can sign in, and stay signed in until you reload or leave this page; by way of another page you cannot.',
  device:
    'This browser keeps nothing on the device for this site: its storage is blocked, or full. Closing the last tab signs you out, whatever you choose here.',
  why: 'Check this browser',
}

/** The setting of a stage with Google, for which a stand-in takes its place on a laptop. */
export const withGoogle = {
  callbackUrls: ['http://localhost:4000/app/'],
  signOutUrls: ['http://localhost:4000/app/'],
  providers: {
    google: {
      clientId: '1234567890-example.apps.googleusercontent.com',
      clientSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:google-login-AbCdEf',
    },
  },
};

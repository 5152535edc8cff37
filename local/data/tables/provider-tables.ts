// Sign-ins that are under way at an external provider.
export const providerTables = `
  CREATE TABLE provider_sign_in (
    hash BLOB PRIMARY KEY,
    browser_hash BLOB NOT NULL,
    sealed_step BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX provider_sign_in_expiry ON provider_sign_in (expires_at);
`;

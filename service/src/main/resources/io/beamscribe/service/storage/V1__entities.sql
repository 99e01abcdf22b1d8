CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  version TEXT NOT NULL,
  version_rank INTEGER NOT NULL,
  subkind TEXT NOT NULL,
  display_name TEXT NOT NULL,
  description TEXT,
  locale TEXT NOT NULL,
  status TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_action BIGINT NOT NULL,
  expires BIGINT,
  web_url TEXT,
  project TEXT,
  custom_properties TEXT NOT NULL,
  properties TEXT NOT NULL,
  hidden TEXT NOT NULL
);
CREATE INDEX entities_listed ON entities (owner, kind, created, id);
CREATE INDEX entities_status ON entities (status, kind, owner, created);
CREATE INDEX entities_expired ON entities (expires);
CREATE INDEX entities_project ON entities (project, kind);

CREATE TABLE entity_references (
  source TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  target TEXT NOT NULL
);
CREATE INDEX references_target ON entity_references (target);
CREATE INDEX references_source ON entity_references (source);

CREATE TABLE files (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  size BIGINT NOT NULL,
  created BIGINT NOT NULL,
  location TEXT NOT NULL,
  duration BIGINT,
  position INTEGER NOT NULL
);
CREATE INDEX files_entity ON files (entity, position);

CREATE TABLE hook_events (
  id TEXT PRIMARY KEY,
  hook TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt BIGINT NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX hook_events_due ON hook_events (next_attempt);

CREATE TABLE access_keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  secret_hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  owner TEXT NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Lists skip what is on earlier pages without reading the rows, and look up what clients filter by.
DROP INDEX entities_listed;
CREATE INDEX entities_listed ON entities (owner, kind, created, id, version_rank);
CREATE INDEX entities_listed_status ON entities (owner, kind, status, created, id, version_rank);
CREATE INDEX entities_listed_name ON entities (owner, kind, display_name, created, id, version_rank);
CREATE INDEX entities_listed_changed ON entities (owner, kind, last_action);

-- 1 while the content of a dataset is still to come.
ALTER TABLE entities ADD COLUMN waits INTEGER NOT NULL DEFAULT 0;
UPDATE entities SET waits = 1 WHERE hidden LIKE '%"waits":true%';

-- The events of a hook go out in the order in which they came.
ALTER TABLE hook_events ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
CREATE INDEX hook_events_ordered ON hook_events (hook, number, created);
DROP INDEX hook_events_due;
CREATE INDEX entities_hooks ON entities (id) WHERE kind = 'WEBHOOK';

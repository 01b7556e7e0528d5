-- What the cluster is made of, with its history.
--
-- A resource has one row for each version of it. A version holds from the revision valid_from up to, and without,
-- the revision valid_to; 9223372036854775807 stands there while it is the current one. A number and not NULL, so that
-- "as of" is one range condition on any database: valid_from <= :revision AND valid_to > :revision.

CREATE TABLE revision (
  number       BIGINT NOT NULL PRIMARY KEY,
  committed_at BIGINT NOT NULL
);

-- A run collects its rows in the staged tables; one transaction at its end makes a revision of them.
CREATE TABLE run (
  id         BIGINT NOT NULL PRIMARY KEY,
  state      VARCHAR(16) NOT NULL CHECK (state IN ('RUNNING', 'COMMITTED', 'ABANDONED')),
  owner      TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  ended_at   BIGINT,
  revision   BIGINT REFERENCES revision (number)
);

-- One run at a time, whoever starts it and wherever.
CREATE UNIQUE INDEX run_running ON run (state) WHERE state = 'RUNNING';

CREATE TABLE resource_version (
  kind       VARCHAR(16) NOT NULL,
  id         VARCHAR(255) NOT NULL,
  valid_from BIGINT NOT NULL REFERENCES revision (number),
  valid_to   BIGINT NOT NULL,
  content    TEXT NOT NULL,
  -- What queries ask for, taken out of the content; NULL where the kind has no such thing.
  number     INTEGER,
  name       TEXT,
  node       VARCHAR(255),
  status     VARCHAR(16),
  template   BOOLEAN,
  pool       VARCHAR(255),
  PRIMARY KEY (kind, id, valid_from)
);

-- A resource has one current version; promotion finds it here.
CREATE UNIQUE INDEX resource_version_ended ON resource_version (kind, id, valid_to);
CREATE INDEX resource_version_current ON resource_version (kind, valid_to, number);
CREATE INDEX resource_version_number ON resource_version (kind, number, valid_to);
CREATE INDEX resource_version_name ON resource_version (kind, name, valid_to);
CREATE INDEX resource_version_node ON resource_version (kind, node, valid_to, status);
CREATE INDEX resource_version_status ON resource_version (kind, status, valid_to);
CREATE INDEX resource_version_pool ON resource_version (kind, pool, valid_to, status);

CREATE TABLE resource_tag (
  kind       VARCHAR(16) NOT NULL,
  tag        TEXT NOT NULL,
  id         VARCHAR(255) NOT NULL,
  valid_from BIGINT NOT NULL,
  PRIMARY KEY (kind, tag, id, valid_from),
  FOREIGN KEY (kind, id, valid_from) REFERENCES resource_version (kind, id, valid_from) ON DELETE CASCADE
);

CREATE INDEX resource_tag_version ON resource_tag (kind, id, valid_from);

-- Since when, and why, what is kept of a resource could not be confirmed.
CREATE TABLE resource_stale (
  kind       VARCHAR(16) NOT NULL,
  id         VARCHAR(255) NOT NULL,
  stale_from BIGINT NOT NULL REFERENCES revision (number),
  stale_to   BIGINT NOT NULL,
  reason     VARCHAR(32) NOT NULL,
  PRIMARY KEY (kind, id, stale_from)
);

CREATE INDEX resource_stale_current ON resource_stale (stale_to, kind, id);

CREATE TABLE staged_resource (
  run        BIGINT NOT NULL REFERENCES run (id),
  kind       VARCHAR(16) NOT NULL,
  id         VARCHAR(255) NOT NULL,
  content    TEXT NOT NULL,
  number     INTEGER,
  name       TEXT,
  node       VARCHAR(255),
  status     VARCHAR(16),
  template   BOOLEAN,
  pool       VARCHAR(255),
  PRIMARY KEY (run, kind, id)
);

CREATE TABLE staged_tag (
  run        BIGINT NOT NULL REFERENCES run (id),
  kind       VARCHAR(16) NOT NULL,
  id         VARCHAR(255) NOT NULL,
  tag        TEXT NOT NULL,
  PRIMARY KEY (run, kind, id, tag)
);

-- What a run did not see: GONE, or kept for the reason given.
CREATE TABLE staged_absence (
  run        BIGINT NOT NULL REFERENCES run (id),
  kind       VARCHAR(16) NOT NULL,
  id         VARCHAR(255) NOT NULL,
  verdict    VARCHAR(32) NOT NULL,
  PRIMARY KEY (run, kind, id)
);

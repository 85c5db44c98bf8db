-- The ledger: rows are added, never changed. Offsets count Unicode code points from 0, ends excluded, as in Python;
-- substr() counts from 1. Ids are made from content, so that adding twice is adding once.
-- Each section that begins with "-- version N" takes a ledger from version N - 1 to N.

-- version 1

-- What was taken from the outside world, byte for byte.
CREATE TABLE capture (
    id       TEXT PRIMARY KEY,              -- hex SHA-256 of raw
    raw      BLOB NOT NULL,
    kind     TEXT NOT NULL,                 -- text, html, jsonl, warc, feed
    charset  TEXT NOT NULL,
    found_at TEXT NOT NULL,                 -- the path or address where it was first found
    captured TEXT NOT NULL,                 -- ISO 8601
    declared TEXT NOT NULL                  -- JSON: what the source says of itself outside its text
) STRICT;

-- A text and its folded copy. The id is made from the text alone.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,             -- the row's number in the full-text index
    id     TEXT NOT NULL UNIQUE,
    text   TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;

-- Where an article was found: one text may stand at many places.
CREATE TABLE telling (
    capture  TEXT NOT NULL REFERENCES capture,
    article  TEXT NOT NULL REFERENCES article (id),
    name     TEXT NOT NULL,
    found_at TEXT NOT NULL,
    PRIMARY KEY (capture, article, name, found_at)
) STRICT;
CREATE INDEX telling_article ON telling (article);

-- What read: a coder in one version.
CREATE TABLE run (
    id      TEXT PRIMARY KEY,
    coder   TEXT NOT NULL,
    version TEXT NOT NULL,
    begun   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    UNIQUE (coder, version)
) STRICT;

-- One article as one run read it: what stands on its face. The greatest number of an article is its newest reading.
CREATE TABLE reading (
    number                   INTEGER PRIMARY KEY,
    id                       TEXT NOT NULL UNIQUE,
    article                  TEXT NOT NULL REFERENCES article (id),
    run                      TEXT NOT NULL REFERENCES run,
    language                 TEXT NOT NULL,      -- BCP 47, "und" where unknown
    translated_from          TEXT,
    title_start              INTEGER,
    title_end                INTEGER,
    byline_start             INTEGER,
    byline_end               INTEGER,
    published                TEXT,               -- ISO 8601 day
    published_time           TEXT,               -- HH:MM
    published_precision      TEXT,
    published_uncertain_days INTEGER,
    published_start          INTEGER,            -- NULL where only markup gives the day
    published_end            INTEGER,
    UNIQUE (article, run)
) STRICT;

-- Stretches of an article as one reading divides it: sentences, and furniture by its kind.
CREATE TABLE part (
    reading    TEXT NOT NULL REFERENCES reading (id),
    start_char INTEGER NOT NULL,
    end_char   INTEGER NOT NULL CHECK (start_char < end_char),
    kind       TEXT NOT NULL,
    PRIMARY KEY (reading, start_char, end_char, kind)
) STRICT, WITHOUT ROWID;

-- Everything that is read from an article has one row here and one in the table of its kind.
CREATE TABLE record (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('entity', 'event', 'figure', 'statement', 'risk', 'response', 'check')),
    article TEXT NOT NULL REFERENCES article (id)
) STRICT;
CREATE INDEX record_article ON record (article);

-- A reading says a record.
CREATE TABLE assertion (
    reading TEXT NOT NULL REFERENCES reading (id),
    record  TEXT NOT NULL REFERENCES record,
    PRIMARY KEY (reading, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX assertion_record ON assertion (record);

-- The words that prove a record: a stretch of its article, verbatim.
CREATE TABLE evidence (
    record     TEXT NOT NULL REFERENCES record,
    start_char INTEGER NOT NULL CHECK (start_char >= 0),
    end_char   INTEGER NOT NULL CHECK (start_char < end_char),
    article    TEXT NOT NULL REFERENCES article (id),
    quote      TEXT NOT NULL,
    PRIMARY KEY (record, start_char, end_char)
) STRICT, WITHOUT ROWID;

-- Whom a record touches, in the order given.
-- role: actor, recipient, person (events); of (figures); speaker, about (statements);
-- raised_by, affects (risks); member (responses).
CREATE TABLE party (
    record TEXT NOT NULL REFERENCES record,
    role   TEXT NOT NULL,
    nth    INTEGER NOT NULL,
    party  TEXT NOT NULL,
    PRIMARY KEY (record, role, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_party ON party (party, record);

-- An entity as one article words it; its evidence are its mentions.
CREATE TABLE entity (
    id         TEXT PRIMARY KEY REFERENCES record,
    entity     TEXT NOT NULL,               -- KAZ, person:kassym-jomart-tokayev, org:csto
    type       TEXT NOT NULL,
    name       TEXT NOT NULL,
    role_title TEXT,
    role_of    TEXT,
    state      TEXT,
    known      INTEGER NOT NULL CHECK (known IN (0, 1))
) STRICT;
CREATE INDEX entity_entity ON entity (entity);

CREATE TABLE event (
    id        TEXT PRIMARY KEY REFERENCES record,
    type      TEXT NOT NULL,                -- PLOVER 2.0
    mode      TEXT,
    status    TEXT NOT NULL CHECK (status IN ('happened', 'ongoing', 'planned', 'proposed', 'denied')),
    first_day TEXT,                         -- ISO 8601, both ends included
    last_day  TEXT,
    precision TEXT,
    place     TEXT,
    topics    TEXT NOT NULL,                -- JSON list
    gist      TEXT NOT NULL
) STRICT;

CREATE TABLE figure (
    id        TEXT PRIMARY KEY REFERENCES record,
    measure   TEXT NOT NULL,
    value     REAL NOT NULL,
    unit      TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    status    TEXT NOT NULL,
    first_day TEXT,
    last_day  TEXT
) STRICT;

CREATE TABLE statement (
    id   TEXT PRIMARY KEY REFERENCES record,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'reported'))
) STRICT;

CREATE TABLE risk (
    id       TEXT PRIMARY KEY REFERENCES record,
    category TEXT NOT NULL
) STRICT;

CREATE TABLE response (
    id      TEXT PRIMARY KEY REFERENCES record,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    answers TEXT NOT NULL                   -- JSON list of risk categories
) STRICT;

CREATE TABLE check_ (
    id       TEXT PRIMARY KEY REFERENCES record,
    kind     TEXT NOT NULL,
    found    TEXT NOT NULL,
    expected TEXT,
    why      TEXT NOT NULL
) STRICT;

-- What was met and not read, and why; article is set where the text itself is kept.
CREATE TABLE skipped (
    id       TEXT PRIMARY KEY,
    found_at TEXT NOT NULL,
    why      TEXT NOT NULL,
    capture  TEXT REFERENCES capture,
    article  TEXT REFERENCES article (id)
) STRICT;

-- A person's verdict on a record; a later one may take an earlier one back.
CREATE TABLE decision (
    id       TEXT PRIMARY KEY,
    record   TEXT NOT NULL REFERENCES record,
    verdict  TEXT NOT NULL,
    value    TEXT NOT NULL,                 -- JSON: what should stand in place of the record's fields
    reviewer TEXT NOT NULL,
    reason   TEXT NOT NULL,
    decided  TEXT NOT NULL,
    undoes   TEXT REFERENCES decision
) STRICT;
CREATE INDEX decision_record ON decision (record);

-- Mentions are the evidence of entities.
CREATE VIEW mention AS
    SELECT entity.id AS record, entity.entity, evidence.article, evidence.start_char, evidence.end_char, evidence.quote
    FROM entity JOIN evidence ON evidence.record = entity.id;

-- The newest reading of each article, and what it says.
CREATE VIEW newest AS
    SELECT reading.* FROM reading
    WHERE number = (SELECT max(number) FROM reading AS other WHERE other.article = reading.article);
CREATE VIEW standing AS
    SELECT assertion.record, newest.id AS reading, newest.article, newest.language, newest.published
    FROM newest JOIN assertion ON assertion.reading = newest.id;

-- Full text over the folded copy.
CREATE VIRTUAL TABLE word USING fts5 (
    folded, content = 'article', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 0"
);
CREATE TRIGGER article_indexed AFTER INSERT ON article BEGIN
    INSERT INTO word (rowid, folded) VALUES (new.number, new.folded);
END;

-- A quote is what its span holds, or it is not kept.
CREATE TRIGGER evidence_matches BEFORE INSERT ON evidence
WHEN new.quote IS NOT (SELECT substr(text, new.start_char + 1, new.end_char - new.start_char)
                       FROM article WHERE id = new.article)
    OR new.article IS NOT (SELECT article FROM record WHERE id = new.record)
BEGIN
    SELECT RAISE(ABORT, 'the quote is not what its span holds in the article');
END;

-- Rows are added, never changed.
CREATE TRIGGER capture_no_update BEFORE UPDATE ON capture BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER capture_no_delete BEFORE DELETE ON capture BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER article_no_update BEFORE UPDATE ON article BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER article_no_delete BEFORE DELETE ON article BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER telling_no_update BEFORE UPDATE ON telling BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER telling_no_delete BEFORE DELETE ON telling BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER run_no_update BEFORE UPDATE ON run BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER run_no_delete BEFORE DELETE ON run BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER part_no_update BEFORE UPDATE ON part BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER part_no_delete BEFORE DELETE ON part BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER assertion_no_update BEFORE UPDATE ON assertion BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER assertion_no_delete BEFORE DELETE ON assertion BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER party_no_update BEFORE UPDATE ON party BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER party_no_delete BEFORE DELETE ON party BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER figure_no_update BEFORE UPDATE ON figure BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER figure_no_delete BEFORE DELETE ON figure BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER risk_no_update BEFORE UPDATE ON risk BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER risk_no_delete BEFORE DELETE ON risk BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER response_no_update BEFORE UPDATE ON response BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER response_no_delete BEFORE DELETE ON response BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER check__no_update BEFORE UPDATE ON check_ BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER check__no_delete BEFORE DELETE ON check_ BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER skipped_no_update BEFORE UPDATE ON skipped BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER skipped_no_delete BEFORE DELETE ON skipped BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'rows of the ledger are added, never changed');
END;

-- version 2

-- How sure a model was of what its reading says, 0 to 1; NULL where none was asked.
ALTER TABLE assertion ADD COLUMN score REAL CHECK (score BETWEEN 0 AND 1);
DROP VIEW standing;
CREATE VIEW standing AS
    SELECT assertion.record, assertion.score, newest.id AS reading, newest.article, newest.language, newest.published
    FROM newest JOIN assertion ON assertion.reading = newest.id;

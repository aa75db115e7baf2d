-- The books of one vendor. Every change of them is an entry of `audit`, written in the same transaction.
-- Instants are RFC 3339 in UTC to the second, days are YYYY-MM-DD, lists and maps are JSON. Codes, user names and serials
-- are what people type, so upper and lower case are the same.

-- The one vendor of this home. These facts stand in signed files, so they never change.
CREATE TABLE vendor (
    id         INTEGER PRIMARY KEY CHECK (id = 1),          -- there is one
    name       TEXT NOT NULL,                               -- for people
    issuer     TEXT NOT NULL,                               -- `iss` of every file
    status_uri TEXT NOT NULL,                               -- base of the status lists' URIs
    test       INTEGER NOT NULL CHECK (test IN (0, 1)),     -- marks every file as a test
    plain_keys INTEGER NOT NULL CHECK (plain_keys IN (0, 1)), -- new keys are kept without a passphrase
    joined     INTEGER NOT NULL CHECK (joined IN (0, 1)),   -- a second desk of the vendor: keys are certified at another home
    created_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER vendor_never_changes BEFORE UPDATE ON vendor
BEGIN SELECT RAISE(ABORT, 'the vendor of a home never changes'); END;
CREATE TRIGGER vendor_stays BEFORE DELETE ON vendor
BEGIN SELECT RAISE(ABORT, 'the vendor of a home never changes'); END;

-- Public halves and facts of the keys; the private halves are files in keys/.
CREATE TABLE key (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE COLLATE NOCASE,       -- the private half is keys/NAME.pem
    kid          TEXT NOT NULL UNIQUE,                      -- RFC 7638 thumbprint of x
    role         TEXT NOT NULL CHECK (role IN ('root', 'signing')),
    edition      TEXT CHECK (edition IN ('commercial', 'trial')),
    state        TEXT NOT NULL CHECK (state IN ('active', 'retired', 'revoked')),
    scope        TEXT NOT NULL CHECK (json_valid(scope)),   -- what it may sign, as published in the key set
    purposes     TEXT CHECK (json_valid(purposes)),         -- what this home signs with it for; no verifier asks
    max_files    INTEGER CHECK (max_files > 0),             -- how many files this home signs with it; no verifier asks
    x            TEXT NOT NULL UNIQUE,                      -- the public key, base64url
    not_after    INTEGER,                                   -- seconds since 1970, as in the key set
    retired_at   INTEGER,                                   -- what it signed until then is good
    revoked_at   INTEGER,                                   -- of a revoked key with a longest term: what it signed before is kept
    files_signed INTEGER NOT NULL DEFAULT 0,                -- kept here so that a list of keys counts no files
    file_hash    TEXT CHECK (length(file_hash) = 64),       -- SHA-256 of the private key file that this home wrote last: names it until its rename
    created_at   TEXT NOT NULL,
    CHECK ((role = 'root') = (edition IS NULL)),            -- a signing key has one edition, the root none
    CHECK (files_signed <= max_files)                       -- also where somebody forgot to look
) STRICT;

CREATE TRIGGER key_keeps_edition_and_scope BEFORE UPDATE OF kid, role, edition, scope, purposes, max_files, x ON key
BEGIN SELECT RAISE(ABORT, 'a key keeps its edition and scope for ever'); END;
CREATE TRIGGER key_never_comes_back BEFORE UPDATE OF state, revoked_at ON key
WHEN NEW.state = 'active'
  OR OLD.state = 'revoked' AND (NEW.state <> 'revoked' OR coalesce(NEW.revoked_at, 0) > coalesce(OLD.revoked_at, 0))
BEGIN SELECT RAISE(ABORT, 'a key that was retired or revoked never signs again'); END;
CREATE TRIGGER key_stays BEFORE DELETE ON key
BEGIN SELECT RAISE(ABORT, 'a key is retired or revoked, never deleted'); END;

-- Every key set that was signed; the highest version is the current one.
CREATE TABLE keyset (
    version   INTEGER PRIMARY KEY,                          -- 1, 2, …
    kid       TEXT NOT NULL REFERENCES key (kid),           -- the root that signed it
    jti       TEXT NOT NULL UNIQUE,
    issued_at TEXT NOT NULL,
    text      TEXT NOT NULL                                 -- the exact bytes
) STRICT;

CREATE TRIGGER keyset_is_kept BEFORE UPDATE ON keyset
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER keyset_stays BEFORE DELETE ON keyset
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- What is sold.
CREATE TABLE product (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('base', 'application')),
    allow_login INTEGER NOT NULL CHECK (allow_login IN (0, 1)), -- a license of it lets users log in
    containers  TEXT NOT NULL CHECK (json_valid(containers)), -- kinds of containers it may be placed in
    renew_url   TEXT,                                       -- where a customer renews
    terms       TEXT NOT NULL CHECK (json_valid(terms)),    -- defaults of its licenses, as typed
    recovery    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(recovery)), -- how often its licenses are recovered, as typed
    retired_at  TEXT,                                       -- since when it is sold no more
    created_at  TEXT NOT NULL
) STRICT;

-- The base products that a commercial license of a product needs beside it.
CREATE TABLE product_requires (
    product_id  INTEGER NOT NULL REFERENCES product (id),
    requires_id INTEGER NOT NULL REFERENCES product (id),
    PRIMARY KEY (product_id, requires_id)
) STRICT, WITHOUT ROWID;

-- The features of a product, in a tree.
CREATE TABLE module (
    id         INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    parent_id  INTEGER,                                     -- the module it is a part of, of the same product
    code       TEXT NOT NULL COLLATE NOCASE,
    name       TEXT,                                        -- for people; the code where there is none
    created_at TEXT NOT NULL,
    UNIQUE (product_id, code),
    UNIQUE (product_id, id),                                -- what the next line refers to
    FOREIGN KEY (product_id, parent_id) REFERENCES module (product_id, id)
) STRICT;

-- Who bought.
CREATE TABLE customer (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name       TEXT NOT NULL,
    email      TEXT,
    reference  TEXT,                                        -- its number in another system
    retired_at TEXT,                                        -- since when nothing new is sold to it
    created_at TEXT NOT NULL
) STRICT;

-- Parts of a customer that hold licenses of their own.
CREATE TABLE company (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    code        TEXT NOT NULL COLLATE NOCASE,
    name        TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    UNIQUE (customer_id, code),
    UNIQUE (customer_id, id)                                -- what users and licenses refer to
) STRICT;

-- Persons at a customer.
CREATE TABLE customer_user (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    company_id  INTEGER,                                    -- a company of the same customer
    username    TEXT NOT NULL COLLATE NOCASE,
    name        TEXT,
    email       TEXT,
    admin       INTEGER NOT NULL CHECK (admin IN (0, 1)),   -- manages the customer's licenses
    created_at  TEXT NOT NULL,
    UNIQUE (customer_id, username),
    UNIQUE (customer_id, id),                               -- what assignments refer to
    FOREIGN KEY (customer_id, company_id) REFERENCES company (customer_id, id)
) STRICT;

CREATE INDEX customer_user_by_name ON customer_user (username);
CREATE INDEX customer_user_by_company ON customer_user (company_id) WHERE company_id IS NOT NULL;

-- Rights to use a product.
CREATE TABLE license (
    id              INTEGER PRIMARY KEY,
    serial          TEXT NOT NULL UNIQUE,                   -- L-7K3MQ-9X2DA
    product_id      INTEGER NOT NULL REFERENCES product (id),
    customer_id     INTEGER NOT NULL REFERENCES customer (id),
    company_id      INTEGER,                                -- a company of the same customer
    edition         TEXT NOT NULL CHECK (edition IN ('commercial', 'trial')),
    model           TEXT NOT NULL CHECK (model IN ('named', 'floating', 'device')),
    seats           INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000000000),
    starts          TEXT NOT NULL,                          -- usable from 00:00 UTC of this day
    ends            TEXT,                                   -- usable until 00:00 UTC of this day
    checkpoint_days INTEGER CHECK (checkpoint_days > 0),    -- each file ends after so many days
    grace_days      INTEGER NOT NULL CHECK (grace_days >= 0),
    offline_days    INTEGER CHECK (offline_days > 0),
    offline_starts  INTEGER CHECK (offline_starts > 0),
    enforcement     TEXT NOT NULL CHECK (enforcement IN ('block', 'warn', 'log')),
    hosts_per_user  INTEGER CHECK (hosts_per_user > 0),
    attributes      TEXT NOT NULL CHECK (json_valid(attributes)), -- settings of the application
    revision        INTEGER NOT NULL CHECK (revision >= 1), -- rises with every change of terms
    standing        TEXT NOT NULL CHECK (standing IN ('open', 'suspended', 'withdrawn', 'replaced', 'revoked', 'deleted')), -- what was done to it; "expired" is computed
    reason          TEXT,                                   -- why it is not open, in somebody's words
    state_since     TEXT,                                   -- since when it is not open
    reference       TEXT,                                   -- the order it came from
    replaces        TEXT REFERENCES license (serial),       -- its predecessor
    adopted         INTEGER NOT NULL DEFAULT 0 CHECK (adopted IN (0, 1)), -- another home keeps it; here it can only be taken out
    recovery        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(recovery)), -- what of its product's recovery policy is other for it, as typed
    created_at      TEXT NOT NULL,
    placed          INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1)), -- whether an activation is live; kept by triggers
    stage           TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN standing <> 'open' THEN standing WHEN placed THEN 'placed' ELSE 'parked' END) VIRTUAL, -- the state as far as no clock is needed for it, for lists
    UNIQUE (customer_id, id),                               -- what assignments refer to
    FOREIGN KEY (customer_id, company_id) REFERENCES company (customer_id, id),
    CHECK (ends IS NULL OR starts < ends),
    CHECK ((standing = 'open') = (state_since IS NULL))
) STRICT;

CREATE TRIGGER license_never_comes_back BEFORE UPDATE OF standing ON license
WHEN OLD.standing NOT IN ('open', 'suspended') AND NEW.standing NOT IN (OLD.standing, 'deleted')
BEGIN SELECT RAISE(ABORT, 'a license that was ended stays ended'); END;
CREATE TRIGGER license_that_ended_keeps_its_terms BEFORE UPDATE ON license
WHEN OLD.standing NOT IN ('open', 'suspended')
 AND (NEW.model <> OLD.model OR NEW.seats <> OLD.seats OR NEW.starts <> OLD.starts OR NEW.ends IS NOT OLD.ends OR NEW.revision <> OLD.revision
  OR NEW.checkpoint_days IS NOT OLD.checkpoint_days OR NEW.grace_days <> OLD.grace_days OR NEW.attributes <> OLD.attributes
  OR NEW.offline_days IS NOT OLD.offline_days OR NEW.offline_starts IS NOT OLD.offline_starts OR NEW.enforcement <> OLD.enforcement
  OR NEW.hosts_per_user IS NOT OLD.hosts_per_user OR NEW.company_id IS NOT OLD.company_id)
BEGIN SELECT RAISE(ABORT, 'a license that was ended keeps its terms'); END;
CREATE TRIGGER license_seats_its_users BEFORE UPDATE OF model, seats ON license
WHEN NEW.model = 'named' AND (SELECT count(*) FROM assignment WHERE license_id = NEW.id) > NEW.seats
BEGIN SELECT RAISE(ABORT, 'a named license has a seat for each user'); END;
CREATE TRIGGER license_goes_on BEFORE UPDATE OF id, serial, product_id, customer_id, edition, revision, reference, replaces, created_at ON license
WHEN NEW.id <> OLD.id OR NEW.revision < OLD.revision OR NEW.serial <> OLD.serial OR NEW.product_id <> OLD.product_id OR NEW.customer_id <> OLD.customer_id
  OR NEW.edition <> OLD.edition OR NEW.reference IS NOT OLD.reference OR NEW.replaces IS NOT OLD.replaces OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a license keeps what it is, and its revision only rises'); END;
CREATE TRIGGER license_stays BEFORE DELETE ON license
BEGIN SELECT RAISE(ABORT, 'the row of a license stays'); END;

CREATE INDEX license_by_customer ON license (customer_id, product_id);
CREATE INDEX license_by_checkpoint ON license (id) WHERE checkpoint_days IS NOT NULL AND standing = 'open';
CREATE UNIQUE INDEX license_by_predecessor ON license (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX license_by_product ON license (product_id);
CREATE INDEX license_by_stage ON license (stage);
CREATE INDEX license_suspended ON license (id) WHERE standing = 'suspended';
CREATE INDEX license_by_edition ON license (edition);
CREATE INDEX license_by_end ON license (ends) WHERE ends IS NOT NULL;
CREATE INDEX license_by_company ON license (company_id) WHERE company_id IS NOT NULL;
CREATE UNIQUE INDEX license_by_reference ON license (reference) WHERE reference IS NOT NULL;

-- The modules that a license grants, in the order in which they were named.
CREATE TABLE license_module (
    license_id INTEGER NOT NULL REFERENCES license (id),
    place      INTEGER NOT NULL,                            -- 0, 1, …: the order in the file
    module_id  INTEGER NOT NULL REFERENCES module (id),
    value      INTEGER CHECK (value >= 0),                  -- a limit
    ends       TEXT,                                        -- its own end day
    PRIMARY KEY (license_id, place),
    UNIQUE (license_id, module_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX license_module_by_module ON license_module (module_id);

-- Users registered to a license: of the license's customer, as both references say.
CREATE TABLE assignment (
    license_id  INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    created_at  TEXT NOT NULL,
    PRIMARY KEY (license_id, user_id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, user_id) REFERENCES customer_user (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_by_user ON assignment (user_id);

CREATE TRIGGER assignment_has_a_seat BEFORE INSERT ON assignment
WHEN (SELECT count(*) FROM assignment WHERE license_id = NEW.license_id)
   >= (SELECT CASE model WHEN 'named' THEN seats ELSE 1000000000 END FROM license WHERE id = NEW.license_id)
BEGIN SELECT RAISE(ABORT, 'a named license has a seat for each user'); END;
CREATE TRIGGER assignment_is_taken_or_given BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'an assignment is made or ended, never changed'); END;

-- Users who hold a seat of a license. One is live until it was ended, or its time to live passed without a touch.
CREATE TABLE session (
    id          INTEGER PRIMARY KEY,
    serial      TEXT NOT NULL UNIQUE,                       -- S-…
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    user_id     INTEGER,                                    -- NULL once the user was removed
    username    TEXT COLLATE NOCASE,                        -- of a user who was removed
    host        TEXT COLLATE NOCASE,                        -- the computer
    started_at  TEXT NOT NULL,
    last_seen   TEXT NOT NULL,                              -- its start, or its last touch
    ttl         INTEGER NOT NULL CHECK (ttl > 0),           -- seconds that a touch gives
    expires_at  TEXT NOT NULL,                              -- without another touch its seat is free from then on
    ended_at    TEXT,                                       -- its end; in the future where the user has time to save
    reason      TEXT,                                       -- why, as the next touch is told
    CHECK ((user_id IS NULL) = (username IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (reason IS NULL)),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, user_id) REFERENCES customer_user (customer_id, id)
) STRICT;

-- Lists all sessions of a license.
CREATE INDEX session_by_license ON session (license_id);
-- Counts the live sessions of a license: each start and each touch does so under the write lock. Sessions that were ended
-- are not in the first index and pile up in the second, of which only the ends in the future are read. Both indexes have
-- all columns of the count, so that no row of the table is read.
CREATE INDEX session_open_of ON session (license_id, expires_at, ended_at) WHERE ended_at IS NULL;
CREATE INDEX session_ended_of ON session (license_id, ended_at, expires_at) WHERE ended_at IS NOT NULL;
-- Finds the live sessions of a user of a license, and all sessions of a user.
CREATE INDEX session_by_user ON session (user_id, license_id, expires_at) WHERE user_id IS NOT NULL;
-- The same for the name of a removed user.
CREATE INDEX session_by_removed ON session (username, license_id, expires_at) WHERE username IS NOT NULL;
-- Lists the sessions of all licenses that were not ended, and finds those whose time to live has passed.
CREATE INDEX session_open ON session (expires_at) WHERE ended_at IS NULL;
-- Finds the sessions of all licenses whose end is in the future.
CREATE INDEX session_by_end ON session (ended_at) WHERE ended_at IS NOT NULL;

-- Counts the seats once more: two writers cannot take the last one, whatever program they use.
CREATE TRIGGER session_has_a_seat BEFORE INSERT ON session
WHEN (SELECT count(*) FROM session
      WHERE license_id = NEW.license_id AND expires_at > NEW.started_at AND ended_at IS NULL)
   + (SELECT count(*) FROM session
      WHERE license_id = NEW.license_id AND expires_at > NEW.started_at AND ended_at > NEW.started_at)
   >= (SELECT seats FROM license WHERE id = NEW.license_id)
BEGIN SELECT RAISE(ABORT, 'no seat is sold twice'); END;
CREATE TRIGGER session_never_comes_back BEFORE UPDATE ON session
WHEN NEW.serial <> OLD.serial OR NEW.started_at <> OLD.started_at OR NEW.customer_id <> OLD.customer_id OR NEW.host IS NOT OLD.host
  OR OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.ended_at > OLD.ended_at)
BEGIN SELECT RAISE(ABORT, 'a session that was ended stays ended'); END;

CREATE TRIGGER session_stays BEFORE DELETE ON session
BEGIN SELECT RAISE(ABORT, 'the row of a session stays'); END;

-- What carries licenses of one customer. Its counter rises with every change of what it shall hold.
CREATE TABLE container (
    id                INTEGER PRIMARY KEY,
    serial            TEXT NOT NULL UNIQUE,                 -- K-…
    kind              TEXT NOT NULL CHECK (kind IN ('cloud', 'device', 'dongle')),
    customer_id       INTEGER NOT NULL REFERENCES customer (id),
    user_id           INTEGER,                              -- whose it is, of the same customer
    label             TEXT,                                 -- for people
    hardware          TEXT COLLATE NOCASE,                  -- a dongle's serial, as its maker writes it
    key               TEXT UNIQUE,                          -- the public key that signs its receipts, base64url; of a request, or none
    properties        TEXT NOT NULL CHECK (json_valid(properties)), -- the salted hashes that a computer is known by
    username          TEXT UNIQUE COLLATE NOCASE,           -- who its credentials say opens a cloud container
    counter           INTEGER NOT NULL CHECK (counter >= 1),
    confirmed_counter INTEGER,                              -- the state that the hardware is known to be in
    blocked           TEXT,                                 -- why it is stopped, as a code for the customer
    block_reason      TEXT,                                 -- why, in somebody's words, for the vendor alone
    blocked_at        TEXT,
    block_enforced_at TEXT,                                 -- until then its files stay good in the status list
    suspicion         TEXT CHECK (json_valid(suspicion)),   -- which receipt contradicts the books, and since when that is known
    context           TEXT,                                 -- of one that another home keeps: the id of the context it was adopted from
    resync            INTEGER NOT NULL DEFAULT 0 CHECK (resync IN (0, 1)), -- the books were restored: its next receipt says where it is
    lost_at           TEXT,                                 -- since when its licenses are elsewhere and no update is written for it
    retired_at        TEXT,                                 -- since when it carries nothing more
    reference         TEXT,                                 -- the order it came from
    created_at        TEXT NOT NULL,
    UNIQUE (customer_id, id),                               -- what activations refer to
    FOREIGN KEY (customer_id, user_id) REFERENCES customer_user (customer_id, id),
    CHECK ((kind = 'dongle') = (hardware IS NOT NULL)),
    CHECK ((kind = 'cloud' AND context IS NULL) = (username IS NOT NULL)),
    CHECK (context IS NULL OR kind = 'cloud'),
    CHECK ((kind = 'device') = (properties <> '{}')),
    CHECK (kind <> 'device' OR key IS NOT NULL),
    CHECK (kind <> 'cloud' OR key IS NULL),
    CHECK ((blocked IS NULL) = (blocked_at IS NULL)),
    CHECK (confirmed_counter <= counter)
) STRICT;

CREATE UNIQUE INDEX container_by_hardware ON container (hardware) WHERE hardware IS NOT NULL AND retired_at IS NULL;
CREATE INDEX container_by_kind ON container (kind);
CREATE INDEX container_blocked ON container (id) WHERE blocked_at IS NOT NULL;
CREATE INDEX container_suspect ON container (id) WHERE suspicion IS NOT NULL;
CREATE INDEX container_resync ON container (id) WHERE resync;
CREATE INDEX container_lost ON container (id) WHERE lost_at IS NOT NULL;
CREATE INDEX container_retired ON container (id) WHERE retired_at IS NOT NULL;
CREATE INDEX container_by_user ON container (user_id) WHERE user_id IS NOT NULL;

CREATE TRIGGER container_goes_on BEFORE UPDATE ON container
WHEN NEW.id <> OLD.id OR NEW.serial <> OLD.serial OR NEW.kind <> OLD.kind OR NEW.customer_id <> OLD.customer_id OR NEW.hardware IS NOT OLD.hardware
  OR NEW.key IS NOT OLD.key OR NEW.properties <> OLD.properties
  OR NEW.username IS NOT OLD.username OR NEW.counter < OLD.counter OR NEW.created_at <> OLD.created_at OR NEW.reference IS NOT OLD.reference
  OR OLD.retired_at IS NOT NULL AND NEW.retired_at IS NOT OLD.retired_at
BEGIN SELECT RAISE(ABORT, 'a container keeps what it is, and its counter only rises'); END;
CREATE TRIGGER container_stays BEFORE DELETE ON container
BEGIN SELECT RAISE(ABORT, 'the row of a container stays'); END;

-- The hashes of computers one by one, so that a computer is known again whose request comes a second time.
CREATE TABLE container_property (
    hash         TEXT NOT NULL,                             -- salted, base64url
    name         TEXT NOT NULL,                             -- machine_id, board_serial, …
    container_id INTEGER NOT NULL REFERENCES container (id),
    PRIMARY KEY (hash, name, container_id)
) STRICT, WITHOUT ROWID;

-- Receipts of containers: those that came, and those that one that came says were written before.
CREATE TABLE container_receipt (
    container_id INTEGER NOT NULL REFERENCES container (id),
    jti          TEXT NOT NULL,
    counter      INTEGER CHECK (counter >= 1),              -- where the container was; NULL where the receipt itself never came
    received_at  TEXT,
    text         TEXT,                                      -- the exact bytes
    resync       INTEGER NOT NULL DEFAULT 0 CHECK (resync IN (0, 1)), -- it said where the container was after the books were restored
    PRIMARY KEY (container_id, jti),
    CHECK ((counter IS NULL) = (received_at IS NULL)),
    CHECK ((counter IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX container_receipt_by_counter ON container_receipt (container_id, counter) WHERE counter IS NOT NULL;

CREATE TRIGGER container_receipt_is_kept BEFORE UPDATE ON container_receipt
BEGIN SELECT RAISE(ABORT, 'what a container signed never changes'); END;
CREATE TRIGGER container_receipt_stays BEFORE DELETE ON container_receipt
BEGIN SELECT RAISE(ABORT, 'what a container signed is never deleted'); END;

-- Contexts of cloud containers: at home those that were written for other desks, at a desk those that were adopted.
CREATE TABLE container_context (
    id           INTEGER PRIMARY KEY,
    container_id INTEGER NOT NULL REFERENCES container (id),
    jti          TEXT NOT NULL UNIQUE,
    counter      INTEGER NOT NULL CHECK (counter >= 1),     -- of the container when it was written
    kid          TEXT NOT NULL REFERENCES key (kid),        -- who signed it
    issued_at    TEXT NOT NULL,
    text         TEXT NOT NULL,                             -- the exact bytes
    imported_at  TEXT                                       -- since when an update that builds on it is in these books
) STRICT;

CREATE INDEX container_context_by_container ON container_context (container_id);
CREATE INDEX container_context_imported ON container_context (id) WHERE imported_at IS NOT NULL;
CREATE INDEX container_context_by_key ON container_context (kid, issued_at);

CREATE TRIGGER container_context_is_kept BEFORE UPDATE ON container_context
WHEN OLD.imported_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.container_id <> OLD.container_id OR NEW.jti <> OLD.jti OR NEW.counter <> OLD.counter
  OR NEW.kid <> OLD.kid OR NEW.issued_at <> OLD.issued_at OR NEW.text <> OLD.text
BEGIN SELECT RAISE(ABORT, 'a context is imported once, and never changed'); END;
CREATE TRIGGER container_context_stays BEFORE DELETE ON container_context
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Status indexes that contexts reserve for files signed at another desk.
CREATE TABLE status_reserved (
    status_list INTEGER NOT NULL REFERENCES status_list (number),
    status_idx  INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    context_id  INTEGER NOT NULL REFERENCES container_context (id),
    PRIMARY KEY (status_list, status_idx)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_reserved_by_context ON status_reserved (context_id);

-- Update files that were signed: the whole desired state of a container at a counter.
CREATE TABLE container_update (
    id             INTEGER PRIMARY KEY,
    container_id   INTEGER NOT NULL REFERENCES container (id),
    counter        INTEGER NOT NULL CHECK (counter >= 1),
    jti            TEXT NOT NULL UNIQUE,
    kid            TEXT NOT NULL REFERENCES key (kid),      -- who signed it
    keyset_version INTEGER NOT NULL REFERENCES keyset (version), -- which key set it brings
    token_id       INTEGER NOT NULL DEFAULT 0,              -- the newest status list that it could bring, by its row; 0 for none
    issued_at      TEXT NOT NULL,
    text           TEXT NOT NULL,                           -- the exact bytes
    UNIQUE (container_id, counter)                          -- a counter has one content
) STRICT;

CREATE INDEX container_update_by_key ON container_update (kid, issued_at);

CREATE TRIGGER container_update_is_kept BEFORE UPDATE ON container_update
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER container_update_stays BEFORE DELETE ON container_update
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Credentials of cloud containers. A secret is in its file alone: here are the claims without it, and hashes.
CREATE TABLE credential (
    id           INTEGER PRIMARY KEY,
    serial       TEXT NOT NULL UNIQUE,                      -- F-…
    container_id INTEGER NOT NULL REFERENCES container (id),
    generation   INTEGER NOT NULL CHECK (generation >= 1),  -- each ends the one before
    jti          TEXT NOT NULL UNIQUE,
    kid          TEXT NOT NULL REFERENCES key (kid),        -- who signed it
    claims       TEXT NOT NULL CHECK (json_valid(claims) AND claims -> '$.secret' IS NULL),
    secret_hash  BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32), -- SHA-256 of the secret's 43 characters
    text_hash    BLOB NOT NULL UNIQUE CHECK (length(text_hash) = 32), -- SHA-256 of the signed text
    file_hash    BLOB NOT NULL CHECK (length(file_hash) = 32), -- SHA-256 of what the file holds, which may be encrypted
    target       TEXT,                                      -- the path of its file; NULL for standard output, a pipe or a device
    staged       TEXT,                                      -- the name of that file, in the same folder, until it is complete
    staged_length INTEGER,                                  -- the number of bytes that the file has under that name
    missing      BLOB,                                      -- the last bytes of the file, which follow them; NULL once `doctor` has dealt with the file
    status_list  INTEGER NOT NULL REFERENCES status_list (number),
    status_idx   INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    issued_at    TEXT NOT NULL,
    ended_at     TEXT,                                      -- since when it opens nothing
    ended_as     TEXT CHECK (ended_as IN ('rotated', 'revoked')),
    UNIQUE (container_id, generation),
    UNIQUE (status_list, status_idx),                       -- an index is never used twice
    CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
    CHECK ((target IS NULL) = (staged IS NULL) AND (target IS NULL) = (staged_length IS NULL) AND (missing IS NULL OR target IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX credential_is_live_once ON credential (container_id) WHERE ended_at IS NULL;
CREATE INDEX credential_ended ON credential (status_list, status_idx) WHERE ended_at IS NOT NULL;
CREATE INDEX credential_by_key ON credential (kid, issued_at);
CREATE INDEX credential_staged ON credential (staged) WHERE staged IS NOT NULL;

CREATE TRIGGER credential_is_kept BEFORE UPDATE ON credential
WHEN (OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NOT OLD.ended_at OR NEW.ended_as IS NOT OLD.ended_as))
  OR NEW.id <> OLD.id OR NEW.serial <> OLD.serial OR NEW.container_id <> OLD.container_id OR NEW.generation <> OLD.generation
  OR NEW.claims <> OLD.claims OR NEW.secret_hash <> OLD.secret_hash OR NEW.text_hash <> OLD.text_hash OR NEW.file_hash <> OLD.file_hash OR NEW.kid <> OLD.kid
  OR NEW.jti <> OLD.jti OR NEW.status_list <> OLD.status_list OR NEW.status_idx <> OLD.status_idx OR NEW.issued_at <> OLD.issued_at
  OR NEW.target IS NOT OLD.target OR NEW.staged IS NOT OLD.staged OR NEW.staged_length IS NOT OLD.staged_length
  OR (NEW.missing IS NOT OLD.missing AND NEW.missing IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a credential is ended once, and never changed'); END;
CREATE TRIGGER credential_stays BEFORE DELETE ON credential
BEGIN SELECT RAISE(ABORT, 'the row of a credential stays'); END;

-- Seats of a license that are somewhere: in a container of its customer, or delivered in a file bound to nothing.
CREATE TABLE activation (
    id           INTEGER PRIMARY KEY,
    license_id   INTEGER NOT NULL,
    customer_id  INTEGER NOT NULL,
    container_id INTEGER,                                   -- NULL for an unbound delivery
    seats        INTEGER NOT NULL CHECK (seats >= 1),
    generation   INTEGER NOT NULL CHECK (generation >= 1),  -- counts the activations of this license there
    state        TEXT NOT NULL CHECK (state IN ('live', 'returning', 'returned', 'withdrawn', 'recovered')),
    ends_as      TEXT CHECK (ends_as IN ('returned', 'withdrawn')), -- what seats become that are to leave hardware
    gone_at      INTEGER,                                   -- the counter at which the hardware has them no more
    moves_to     INTEGER,                                   -- the container that they go to then
    created_at   TEXT NOT NULL,
    ended_at     TEXT,                                      -- since when its seats are free again
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, container_id) REFERENCES container (customer_id, id),
    FOREIGN KEY (customer_id, moves_to) REFERENCES container (customer_id, id),
    CHECK ((state IN ('live', 'returning')) = (ended_at IS NULL)),
    CHECK (state <> 'returning' OR gone_at IS NOT NULL AND ends_as IS NOT NULL AND container_id IS NOT NULL)
) STRICT;

CREATE INDEX activation_by_license ON activation (license_id);
CREATE INDEX activation_by_container ON activation (container_id, state) WHERE container_id IS NOT NULL;
CREATE INDEX activation_ended ON activation (id, state, container_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX activation_by_target ON activation (moves_to) WHERE moves_to IS NOT NULL;
CREATE UNIQUE INDEX activation_is_live_once ON activation (license_id, coalesce(container_id, 0)) WHERE state = 'live';

CREATE TRIGGER activation_has_seats BEFORE INSERT ON activation
WHEN NEW.ended_at IS NULL AND NEW.seats + (SELECT coalesce(sum(seats), 0) FROM activation WHERE license_id = NEW.license_id AND ended_at IS NULL)
   > (SELECT seats FROM license WHERE id = NEW.license_id)
BEGIN SELECT RAISE(ABORT, 'no seat is sold twice'); END;
CREATE TRIGGER activation_keeps_seats AFTER UPDATE OF seats ON activation
WHEN (SELECT sum(seats) FROM activation WHERE license_id = NEW.license_id AND ended_at IS NULL) > (SELECT seats FROM license WHERE id = NEW.license_id)
BEGIN SELECT RAISE(ABORT, 'no seat is sold twice'); END;
CREATE TRIGGER license_seats_its_containers BEFORE UPDATE OF seats ON license
WHEN NEW.seats < (SELECT coalesce(sum(seats), 0) FROM activation WHERE license_id = NEW.id AND ended_at IS NULL AND container_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a license has the seats that are in containers'); END;
CREATE TRIGGER activation_places AFTER INSERT ON activation
BEGIN UPDATE license SET placed = EXISTS (SELECT 1 FROM activation WHERE license_id = NEW.license_id AND state = 'live') WHERE id = NEW.license_id; END;
CREATE TRIGGER activation_parks AFTER UPDATE OF state ON activation
BEGIN UPDATE license SET placed = EXISTS (SELECT 1 FROM activation WHERE license_id = NEW.license_id AND state = 'live') WHERE id = NEW.license_id; END;
CREATE TRIGGER activation_stays BEFORE DELETE ON activation
BEGIN SELECT RAISE(ABORT, 'the row of an activation stays'); END;
CREATE TRIGGER activation_never_comes_back BEFORE UPDATE ON activation
WHEN OLD.ended_at IS NOT NULL AND NOT (SELECT adopted FROM license WHERE id = OLD.license_id) OR OLD.state = 'returning' AND (NEW.state = 'live' OR NEW.seats <> OLD.seats) OR NEW.id <> OLD.id OR NEW.license_id <> OLD.license_id
  OR NEW.container_id IS NOT OLD.container_id OR NEW.generation <> OLD.generation OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'an activation that was ended stays as it was'); END;

-- Every license text that was signed. The newest of an activation is its current file.
CREATE TABLE file (
    id            INTEGER PRIMARY KEY,
    jti           TEXT NOT NULL UNIQUE,
    activation_id INTEGER NOT NULL REFERENCES activation (id),
    kid           TEXT NOT NULL REFERENCES key (kid),       -- who signed it
    revision      INTEGER NOT NULL,                         -- of the license, as the text states it
    status_list   INTEGER NOT NULL REFERENCES status_list (number),
    status_idx    INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    issued_at     TEXT NOT NULL,
    expires_at    TEXT,                                     -- its hard end
    text          TEXT NOT NULL,                            -- the exact bytes
    ends_at       TEXT,                                     -- of a superseded file that gives more than the next one: when its status entry ends it
    UNIQUE (status_list, status_idx),                       -- an index is never used twice
    UNIQUE (activation_id, revision)                        -- each revision has one file in a place
) STRICT;

CREATE INDEX file_by_activation ON file (activation_id, status_list, status_idx);
CREATE INDEX file_by_end ON file (ends_at, status_list, status_idx) WHERE ends_at IS NOT NULL;
CREATE INDEX file_by_key ON file (kid, issued_at);

CREATE TRIGGER file_is_kept BEFORE UPDATE OF id, jti, activation_id, kid, revision, status_list, status_idx, issued_at, expires_at, text ON file
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER file_ends_no_later BEFORE UPDATE OF ends_at ON file
WHEN NEW.ends_at IS NULL OR NEW.ends_at > OLD.ends_at
BEGIN SELECT RAISE(ABORT, 'what ends a file is not taken back'); END;
CREATE TRIGGER file_stays BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- The status lists that files point into; the highest number takes new files.
CREATE TABLE status_list (
    number INTEGER PRIMARY KEY,                             -- its URI is the vendor's status_uri, a slash, the number; below 0: another home's
    uri    TEXT UNIQUE,                                     -- of another home's list
    taken  INTEGER NOT NULL DEFAULT 0,                      -- indexes in use; the next list opens at seven eighths
    CHECK ((number < 0) = (uri IS NOT NULL))
) STRICT;

-- Every status list that was signed; the newest of a number is what applications learn.
CREATE TABLE status_token (
    id         INTEGER PRIMARY KEY,
    list       INTEGER NOT NULL REFERENCES status_list (number) CHECK (list > 0),
    jti        TEXT NOT NULL UNIQUE,
    kid        TEXT NOT NULL REFERENCES key (kid),          -- who signed it
    issued_at  TEXT NOT NULL,                               -- its `iat`, which rises
    expires_at TEXT NOT NULL,                               -- past it applications call it stale
    text       TEXT NOT NULL,                               -- the exact bytes
    UNIQUE (list, issued_at)
) STRICT;

CREATE INDEX status_token_by_key ON status_token (kid, issued_at);

CREATE TRIGGER status_token_goes_on BEFORE INSERT ON status_token
WHEN NEW.issued_at <= (SELECT max(issued_at) FROM status_token WHERE list = NEW.list)
BEGIN SELECT RAISE(ABORT, 'a status list is newer than the one before'); END;
CREATE TRIGGER status_token_is_kept BEFORE UPDATE ON status_token
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER status_token_stays BEFORE DELETE ON status_token
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Lost licenses that were issued again into another container of the same customer.
CREATE TABLE recovery (
    id            INTEGER PRIMARY KEY,
    serial        TEXT NOT NULL UNIQUE,                     -- R-…
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    from_id       INTEGER NOT NULL,                         -- the old container
    to_id         INTEGER NOT NULL CHECK (to_id <> from_id), -- the new one
    reason        TEXT NOT NULL CHECK (reason IN ('lost', 'stolen', 'destroyed', 'defective', 'broken', 'invalid', 'reinstalled')),
    note          TEXT,                                     -- in somebody's words, for the vendor alone
    returned      INTEGER NOT NULL CHECK (returned IN (0, 1)), -- the hardware came back: it costs no recovery
    old_action    TEXT NOT NULL CHECK (old_action IN ('block', 'withdraw', 'nothing')), -- what became of the old container
    to_counter    INTEGER NOT NULL CHECK (to_counter >= 1), -- from there on the new container has them
    from_update   INTEGER,                                  -- the counter of the update that tells the old one
    to_update     INTEGER,                                  -- the counter of the update that tells the new one
    reference     TEXT,                                     -- the order it came from
    created_at    TEXT NOT NULL,
    reversed_at   TEXT,                                     -- since when it is undone
    reversed_why  TEXT,                                     -- in somebody's words
    UNIQUE (customer_id, id),                               -- what its licenses refer to
    CHECK ((reversed_at IS NULL) = (reversed_why IS NULL)),
    FOREIGN KEY (customer_id, from_id) REFERENCES container (customer_id, id),
    FOREIGN KEY (customer_id, to_id) REFERENCES container (customer_id, id)
) STRICT;

CREATE INDEX recovery_by_from ON recovery (from_id);
CREATE INDEX recovery_by_to ON recovery (to_id);

CREATE TRIGGER recovery_is_kept BEFORE UPDATE ON recovery
WHEN OLD.reversed_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.serial <> OLD.serial OR NEW.customer_id <> OLD.customer_id OR NEW.from_id <> OLD.from_id
  OR NEW.to_id <> OLD.to_id OR NEW.reason <> OLD.reason OR NEW.note IS NOT OLD.note OR NEW.returned <> OLD.returned OR NEW.old_action <> OLD.old_action
  OR NEW.to_counter <> OLD.to_counter OR NEW.from_update IS NOT OLD.from_update OR NEW.to_update IS NOT OLD.to_update
  OR NEW.reference IS NOT OLD.reference OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'a recovery is reversed once, and never changed'); END;
CREATE TRIGGER recovery_stays BEFORE DELETE ON recovery
BEGIN SELECT RAISE(ABORT, 'the row of a recovery stays'); END;

-- The licenses of a recovery: of its customer, as both references say. Each is a use of its quota, unless the recovery was reversed.
CREATE TABLE recovery_license (
    recovery_id INTEGER NOT NULL,
    place       INTEGER NOT NULL,                           -- 0, 1, …: the oldest license first
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    scope       TEXT CHECK (scope IN ('any', 'same')),      -- which quota it uses; NULL for none
    seats       INTEGER NOT NULL CHECK (seats >= 1),        -- how many went
    jti         TEXT REFERENCES file (jti) DEFERRABLE INITIALLY DEFERRED, -- the file of the new container; its row follows once it is signed
    PRIMARY KEY (recovery_id, place),
    UNIQUE (recovery_id, license_id),
    FOREIGN KEY (customer_id, recovery_id) REFERENCES recovery (customer_id, id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_license_by_license ON recovery_license (license_id);
CREATE INDEX recovery_license_by_file ON recovery_license (jti) WHERE jti IS NOT NULL;

CREATE TRIGGER recovery_license_is_kept BEFORE UPDATE ON recovery_license
BEGIN SELECT RAISE(ABORT, 'what was recovered never changes'); END;
CREATE TRIGGER recovery_license_stays BEFORE DELETE ON recovery_license
BEGIN SELECT RAISE(ABORT, 'what was recovered never changes'); END;

-- Recoveries that somebody allowed beyond the policy.
CREATE TABLE recovery_grant (
    id         INTEGER PRIMARY KEY,
    license_id INTEGER NOT NULL REFERENCES license (id),
    scope      TEXT NOT NULL CHECK (scope IN ('any', 'same')),
    count      INTEGER NOT NULL CHECK (count >= 1),
    reason     TEXT NOT NULL,                               -- in somebody's words
    reference  TEXT,                                        -- the case it came from, which grants nothing twice
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX recovery_grant_by_license ON recovery_grant (license_id);
CREATE INDEX recovery_grant_by_reference ON recovery_grant (reference) WHERE reference IS NOT NULL;

CREATE TRIGGER recovery_grant_is_kept BEFORE UPDATE ON recovery_grant
BEGIN SELECT RAISE(ABORT, 'a grant is never changed'); END;
CREATE TRIGGER recovery_grant_stays BEFORE DELETE ON recovery_grant
BEGIN SELECT RAISE(ABORT, 'a grant is never taken back'); END;

-- Secret codes that let their holders activate licenses of one customer. The code is shown once and never kept.
CREATE TABLE ticket (
    id              INTEGER PRIMARY KEY,
    serial          TEXT NOT NULL UNIQUE,                   -- T-…
    customer_id     INTEGER NOT NULL REFERENCES customer (id), -- whose licenses they are
    code_hash       BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32), -- SHA-256 of the code as it is shown
    uses            INTEGER NOT NULL CHECK (uses BETWEEN 1 AND 1000000000), -- how often it may be redeemed
    used            INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses), -- how often it was
    unbound_allowed INTEGER NOT NULL CHECK (unbound_allowed IN (0, 1)), -- redeemed into files that are bound to nothing, too
    expires_at      TEXT,                                   -- from then on it is worth nothing
    cancelled_at    TEXT,                                   -- since when the vendor took it back
    reference       TEXT,                                   -- the order it came from
    created_at      TEXT NOT NULL,
    UNIQUE (customer_id, id)                                -- what its licenses refer to
) STRICT;

CREATE TRIGGER ticket_goes_on BEFORE UPDATE ON ticket
WHEN NEW.id <> OLD.id OR NEW.serial <> OLD.serial OR NEW.customer_id <> OLD.customer_id OR NEW.uses <> OLD.uses OR NEW.used < OLD.used
  OR NEW.unbound_allowed <> OLD.unbound_allowed OR NEW.expires_at IS NOT OLD.expires_at OR NEW.reference IS NOT OLD.reference
  OR NEW.created_at <> OLD.created_at OR OLD.cancelled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a ticket keeps what it is, and what was used or cancelled stays so'); END;
CREATE TRIGGER ticket_stays BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'the row of a ticket stays'); END;

-- The licenses that a ticket activates: of its customer, as both references say.
CREATE TABLE ticket_license (
    ticket_id   INTEGER NOT NULL,
    place       INTEGER NOT NULL,                           -- 0, 1, …: the order in which they were named
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, place),
    UNIQUE (ticket_id, license_id),
    FOREIGN KEY (customer_id, ticket_id) REFERENCES ticket (customer_id, id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_license_by_license ON ticket_license (license_id);

CREATE TRIGGER ticket_license_is_kept BEFORE UPDATE ON ticket_license
BEGIN SELECT RAISE(ABORT, 'what a ticket is for never changes'); END;
CREATE TRIGGER ticket_license_stays BEFORE DELETE ON ticket_license
BEGIN SELECT RAISE(ABORT, 'what a ticket is for never changes'); END;

-- What was asked for under a reference, so that asking again is the same and asking otherwise is refused.
CREATE TABLE reference (
    id         INTEGER PRIMARY KEY,
    family     TEXT NOT NULL,                               -- the verb: issue, …
    reference  TEXT NOT NULL,
    request    TEXT NOT NULL CHECK (json_valid(request)),   -- as typed, what was omitted stays omitted
    subject    TEXT NOT NULL,                               -- the serial it led to
    created_at TEXT NOT NULL,
    UNIQUE (family, reference)
) STRICT;

CREATE TRIGGER reference_is_kept BEFORE UPDATE ON reference
BEGIN SELECT RAISE(ABORT, 'what a reference stands for never changes'); END;
CREATE TRIGGER reference_stays BEFORE DELETE ON reference
BEGIN SELECT RAISE(ABORT, 'what a reference stands for is never forgotten'); END;

-- Where `find` looks: each part of three characters of what a record is called, without its upper case and its accents. The
-- texts themselves are only in their tables. Words are two blanks apart, so that the beginning of a word has such parts too.
-- A row's id is that of its record, behind a number for its kind times 2^48: 1 customer, 2 company, 3 user, 4 product,
-- 5 module, 6 ticket, 7 reference, 8 license, 9 container. A serial is without its dashes.
CREATE VIRTUAL TABLE search USING fts5 (text, serial, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1');

CREATE TRIGGER search_has_customer AFTER INSERT ON customer
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((1 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.code, NEW.name, NEW.email, NEW.reference), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_follows_customer AFTER UPDATE OF code, name, email, reference ON customer
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.code, NEW.name, NEW.email, NEW.reference), ' ', '  ') || ' ', serial = NULL WHERE rowid = (1 << 48) + NEW.id; END;
CREATE TRIGGER search_has_company AFTER INSERT ON company
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((2 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_follows_company AFTER UPDATE OF code, name ON company
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', serial = NULL WHERE rowid = (2 << 48) + NEW.id; END;
CREATE TRIGGER search_forgets_company AFTER DELETE ON company
BEGIN DELETE FROM search WHERE rowid = (2 << 48) + OLD.id; END;
CREATE TRIGGER search_has_user AFTER INSERT ON customer_user
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((3 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.username, NEW.name, NEW.email), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_follows_user AFTER UPDATE OF username, name, email ON customer_user
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.username, NEW.name, NEW.email), ' ', '  ') || ' ', serial = NULL WHERE rowid = (3 << 48) + NEW.id; END;
CREATE TRIGGER search_forgets_user AFTER DELETE ON customer_user
BEGIN DELETE FROM search WHERE rowid = (3 << 48) + OLD.id; END;
CREATE TRIGGER search_has_product AFTER INSERT ON product
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((4 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_follows_product AFTER UPDATE OF code, name ON product
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', serial = NULL WHERE rowid = (4 << 48) + NEW.id; END;
CREATE TRIGGER search_has_module AFTER INSERT ON module
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((5 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_follows_module AFTER UPDATE OF code, name ON module
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.code, NEW.name), ' ', '  ') || ' ', serial = NULL WHERE rowid = (5 << 48) + NEW.id; END;
CREATE TRIGGER search_forgets_module AFTER DELETE ON module
BEGIN DELETE FROM search WHERE rowid = (5 << 48) + OLD.id; END;
CREATE TRIGGER search_has_ticket AFTER INSERT ON ticket
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((6 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.reference), ' ', '  ') || ' ', replace(NEW.serial, '-', '')); END;
CREATE TRIGGER search_has_reference AFTER INSERT ON reference WHEN NEW.family NOT IN ('issue', 'ticket create', 'container create')
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((7 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.reference), ' ', '  ') || ' ', NULL); END;
CREATE TRIGGER search_has_license AFTER INSERT ON license
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((8 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.reference), ' ', '  ') || ' ', replace(NEW.serial, '-', '')); END;
CREATE TRIGGER search_has_container AFTER INSERT ON container
BEGIN INSERT INTO search (rowid, text, serial) VALUES ((9 << 48) + NEW.id, '  ' || replace(concat_ws(' ', NEW.label, NEW.hardware, NEW.username, NEW.reference), ' ', '  ') || ' ', replace(NEW.serial, '-', '')); END;
CREATE TRIGGER search_follows_container AFTER UPDATE OF label ON container
BEGIN UPDATE search SET text = '  ' || replace(concat_ws(' ', NEW.label, NEW.hardware, NEW.username, NEW.reference), ' ', '  ') || ' ', serial = replace(NEW.serial, '-', '') WHERE rowid = (9 << 48) + NEW.id; END;

-- What changed, when, by whom. Append-only and chained: hash = SHA-256(hash before ‖ entry). The other columns are read
-- out of the text that is hashed, so that a row cannot say one thing and its hash another.
CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY,
    entry   TEXT NOT NULL CHECK (json_valid(entry) AND seq = entry ->> '$.seq'), -- the JSON text as written
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    at      TEXT GENERATED ALWAYS AS (entry ->> '$.at') VIRTUAL,
    actor   TEXT GENERATED ALWAYS AS (entry ->> '$.actor') VIRTUAL,
    os_user TEXT GENERATED ALWAYS AS (entry ->> '$.os_user') VIRTUAL,
    process TEXT GENERATED ALWAYS AS (entry ->> '$.process') VIRTUAL,
    action  TEXT GENERATED ALWAYS AS (entry ->> '$.action') VIRTUAL,
    subject TEXT GENERATED ALWAYS AS (entry ->> '$.subject') VIRTUAL,
    detail  TEXT GENERATED ALWAYS AS (entry -> '$.detail') VIRTUAL,
    license TEXT GENERATED ALWAYS AS (entry ->> '$.detail.license') VIRTUAL, -- whose story the entry belongs to, where its subject is another
    kid     TEXT GENERATED ALWAYS AS (entry ->> '$.detail.kid') VIRTUAL -- the key of the entry, whatever its name was then
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject COLLATE NOCASE);
CREATE INDEX audit_by_license ON audit (license COLLATE NOCASE) WHERE license IS NOT NULL;
-- Where the private key of a key is: its exports, and its destruction.
CREATE INDEX audit_by_kid ON audit (kid) WHERE action IN ('key.export', 'key.retire', 'key.destroy');
CREATE INDEX audit_by_at ON audit (at);
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_actor ON audit (actor);
CREATE INDEX audit_by_process ON audit (process);

CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit log goes on where it ended'); END;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

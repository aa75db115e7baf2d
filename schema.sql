-- The records of one vendor. Each change of a record has an entry in `audit`, written in the same
-- transaction. Instants are RFC 3339 in UTC with seconds, days are YYYY-MM-DD. `_` in the patterns
-- is exactly one character, so that the patterns also check the length. Lists and maps are JSON.
-- Codes, user names and serials ignore case, because people type them. The name of a trigger is its
-- table, its event and its rule.

-- The vendor of this home. Signed files contain these values, so they never change.
CREATE TABLE vendor (
    id         INTEGER PRIMARY KEY CHECK (id = 1),          -- the only row
    name       TEXT NOT NULL,                               -- display name
    issuer     TEXT NOT NULL,                               -- `iss` of every file
    status_uri TEXT NOT NULL,                               -- base of the status lists' URIs
    test       INTEGER NOT NULL CHECK (test IN (0, 1)),     -- 1: every file is a test file
    -- 1: new private keys are stored without a passphrase
    plain_keys INTEGER NOT NULL CHECK (plain_keys IN (0, 1)),
    -- 1: a second site of the vendor, whose keys another home certifies
    joined     INTEGER NOT NULL CHECK (joined IN (0, 1)),
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z')
) STRICT;

CREATE TRIGGER vendor_update_forbidden BEFORE UPDATE ON vendor
BEGIN SELECT RAISE(ABORT, 'the vendor of a home never changes'); END;
CREATE TRIGGER vendor_delete_forbidden BEFORE DELETE ON vendor
BEGIN SELECT RAISE(ABORT, 'the vendor of a home is never deleted'); END;

-- Public keys and their properties. The private keys are files in keys/.
CREATE TABLE key (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE COLLATE NOCASE,       -- the private key is keys/NAME.pem
    kid          TEXT NOT NULL UNIQUE,                      -- RFC 7638 thumbprint of x
    role         TEXT NOT NULL CHECK (role IN ('root', 'signing')),
    edition      TEXT CHECK (edition IN ('commercial', 'trial')),
    state        TEXT NOT NULL CHECK (state IN ('active', 'retired', 'revoked')),
    -- limits of the files that the key may sign, as published in the key set
    scope        TEXT NOT NULL CHECK (json_valid(scope)),
    -- purposes for which this home signs with the key; not checked by verifiers
    purposes     TEXT CHECK (json_valid(purposes)),
    -- maximum number of files that this home signs with the key; not checked by verifiers
    max_files    INTEGER CHECK (max_files > 0),
    x            TEXT NOT NULL UNIQUE,                      -- public key, base64url
    -- last instant at which the key may sign
    not_after    TEXT CHECK (not_after LIKE '____-__-__T__:__:__Z'),
    -- last instant at which signatures of a retired key are valid
    retired_at   TEXT CHECK (retired_at LIKE '____-__-__T__:__:__Z'),
    -- of a revoked key with a maximum term: files signed before this instant stay valid
    revoked_at   TEXT CHECK (revoked_at LIKE '____-__-__T__:__:__Z'),
    -- number of signed files, stored so that a list of keys does not count them
    files_signed INTEGER NOT NULL DEFAULT 0 CHECK (files_signed >= 0),
    -- SHA-256 of the last private key file of this home: a part of its name before the rename
    file_hash    TEXT CHECK (length(file_hash) = 64),
    created_at   TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    CHECK ((role = 'root') = (edition IS NULL)), -- only a signing key has an edition
    CHECK (files_signed <= max_files),
    CHECK (state <> 'active' OR retired_at IS NULL),
    CHECK (state <> 'retired' OR retired_at IS NOT NULL),
    CHECK (state = 'revoked' OR revoked_at IS NULL)
) STRICT;

CREATE TRIGGER key_update_keeps_limits
BEFORE UPDATE OF kid, role, edition, scope, purposes, max_files, not_after, x ON key
BEGIN SELECT RAISE(ABORT, 'a key keeps its edition and its limits'); END;
CREATE TRIGGER key_update_stays_ended BEFORE UPDATE OF state, retired_at, revoked_at ON key
WHEN OLD.state <> 'active' AND NEW.state = 'active'
  OR OLD.state = 'retired' AND NEW.retired_at > OLD.retired_at
  OR OLD.state = 'revoked'
     AND (NEW.state <> 'revoked' OR coalesce(NEW.revoked_at, '') > coalesce(OLD.revoked_at, ''))
BEGIN SELECT RAISE(ABORT, 'a key that was retired or revoked never signs again'); END;
CREATE TRIGGER key_delete_forbidden BEFORE DELETE ON key
BEGIN SELECT RAISE(ABORT, 'a key is retired or revoked, never deleted'); END;

-- All signed key sets. The highest version is the current one.
CREATE TABLE keyset (
    version   INTEGER PRIMARY KEY CHECK (version >= 1),     -- 1, 2, …
    kid       TEXT NOT NULL REFERENCES key (kid),           -- root key that signed
    jti       TEXT NOT NULL UNIQUE,
    issued_at TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    text      TEXT NOT NULL                                 -- token
) STRICT;

CREATE TRIGGER keyset_update_forbidden BEFORE UPDATE ON keyset
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER keyset_delete_forbidden BEFORE DELETE ON keyset
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- The products.
CREATE TABLE product (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('base', 'application')),
    allow_login INTEGER NOT NULL CHECK (allow_login IN (0, 1)), -- 1: its licenses let users log in
    -- kinds of containers that may hold licenses of the product
    containers  TEXT NOT NULL CHECK (json_valid(containers)),
    renew_url   TEXT,                                       -- web page for renewals
    terms       TEXT NOT NULL CHECK (json_valid(terms)),    -- default terms, as typed
    -- recovery policy, as typed
    recovery    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(recovery)),
    -- instant from which the product is not sold
    retired_at  TEXT CHECK (retired_at LIKE '____-__-__T__:__:__Z'),
    created_at  TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z')
) STRICT;

-- The base products that a commercial license of a product requires.
CREATE TABLE product_requires (
    product_id  INTEGER NOT NULL REFERENCES product (id),
    requires_id INTEGER NOT NULL REFERENCES product (id) CHECK (requires_id <> product_id),
    PRIMARY KEY (product_id, requires_id)
) STRICT, WITHOUT ROWID;

-- The modules of the products, in trees.
CREATE TABLE module (
    id         INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    -- parent module in the same product
    parent_id  INTEGER CHECK (parent_id <> id),
    code       TEXT NOT NULL COLLATE NOCASE,
    name       TEXT, -- display name; NULL: the code
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (product_id, code),
    UNIQUE (product_id, id),                                -- target of the next line
    FOREIGN KEY (product_id, parent_id) REFERENCES module (product_id, id)
) STRICT;

CREATE TRIGGER module_update_keeps_product BEFORE UPDATE OF id, product_id ON module
BEGIN SELECT RAISE(ABORT, 'a module keeps its product'); END;

-- The customers.
CREATE TABLE customer (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name       TEXT NOT NULL,
    email      TEXT,
    reference  TEXT,                                        -- number in another system
    -- instant from which the customer gets no new licenses
    retired_at TEXT CHECK (retired_at LIKE '____-__-__T__:__:__Z'),
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z')
) STRICT;

-- The companies: parts of a customer that hold their own licenses.
CREATE TABLE company (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    code        TEXT NOT NULL COLLATE NOCASE,
    name        TEXT NOT NULL,
    created_at  TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (customer_id, code),
    UNIQUE (customer_id, id)                                -- target of users and licenses
) STRICT;

-- The users of the customers.
CREATE TABLE customer_user (
    -- the audit log names a user by this id, so the id of a removed user is never used again
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    company_id  INTEGER,                                    -- company of the same customer
    username    TEXT NOT NULL COLLATE NOCASE,
    name        TEXT,
    email       TEXT,
    admin       INTEGER NOT NULL CHECK (admin IN (0, 1)),   -- 1: administrator of the customer
    created_at  TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (customer_id, username),
    UNIQUE (customer_id, id),                               -- target of assignments
    FOREIGN KEY (customer_id, company_id) REFERENCES company (customer_id, id)
) STRICT;

CREATE INDEX customer_user_by_name ON customer_user (username);
CREATE INDEX customer_user_by_company ON customer_user (company_id) WHERE company_id IS NOT NULL;

-- The licenses.
CREATE TABLE license (
    id              INTEGER PRIMARY KEY,
    serial          TEXT NOT NULL UNIQUE CHECK (serial LIKE 'L-_____-_____'), -- L-7K3MQ-9X2D9
    product_id      INTEGER NOT NULL REFERENCES product (id),
    customer_id     INTEGER NOT NULL REFERENCES customer (id),
    company_id      INTEGER,                                -- company of the same customer
    edition         TEXT NOT NULL CHECK (edition IN ('commercial', 'trial')),
    model           TEXT NOT NULL CHECK (model IN ('named', 'floating', 'device')),
    seats           INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000000000),
    -- first day: usable from 00:00 UTC of this day
    starts          TEXT NOT NULL CHECK (starts LIKE '____-__-__'),
    ends            TEXT CHECK (ends LIKE '____-__-__'),    -- end day: usable until 00:00 UTC of it
    checkpoint_days INTEGER CHECK (checkpoint_days > 0), -- number of days after which a file ends
    grace_days      INTEGER NOT NULL CHECK (grace_days >= 0),
    offline_days    INTEGER CHECK (offline_days > 0),
    offline_starts  INTEGER CHECK (offline_starts > 0),
    enforcement     TEXT NOT NULL CHECK (enforcement IN ('block', 'warn', 'log')),
    hosts_per_user  INTEGER CHECK (hosts_per_user > 0),
    attributes      TEXT NOT NULL CHECK (json_valid(attributes)), -- attributes for the application
    revision        INTEGER NOT NULL CHECK (revision >= 1), -- each change of terms adds 1
    -- stored state of the life cycle; the state "expired" is computed
    standing        TEXT NOT NULL
                    CHECK (standing IN ('open', 'suspended', 'withdrawn', 'replaced', 'revoked',
                                        'deleted')),
    reason          TEXT, -- reason for a standing other than open, as typed
    -- instant at which the license stopped being open
    state_since     TEXT CHECK (state_since LIKE '____-__-__T__:__:__Z'),
    reference       TEXT, -- idempotency reference, such as an order
    -- hash of the reference of the request that created the license, as in its files
    reference_hash  TEXT CHECK (length(reference_hash) = 22),
    replaces        TEXT REFERENCES license (serial),       -- predecessor
    -- 1: a license of another home, which can only be removed here
    adopted         INTEGER NOT NULL DEFAULT 0 CHECK (adopted IN (0, 1)),
    -- differences from the recovery policy of the product, as typed
    recovery        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(recovery)),
    created_at      TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    -- last change of terms or activations: sessions that are live at this instant are counted
    changed_at      TEXT NOT NULL CHECK (changed_at LIKE '____-__-__T__:__:__Z'),
    -- 1: the license has a live activation; set by triggers
    placed          INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1)),
    -- number of seats in devices and dongles, which sessions cannot use; set by triggers
    in_hardware     INTEGER NOT NULL DEFAULT 0 CHECK (in_hardware >= 0),
    -- the part of the state that does not depend on the time, for lists
    stage           TEXT NOT NULL GENERATED ALWAYS AS
                    (CASE WHEN standing <> 'open' THEN standing WHEN placed THEN 'placed'
                     ELSE 'parked' END) VIRTUAL,
    UNIQUE (customer_id, id),                               -- target of assignments
    FOREIGN KEY (customer_id, company_id) REFERENCES company (customer_id, id),
    CHECK (ends IS NULL OR starts < ends),
    CHECK ((standing = 'open') = (state_since IS NULL))
) STRICT;

CREATE TRIGGER license_update_stays_ended BEFORE UPDATE OF standing ON license
WHEN OLD.standing NOT IN ('open', 'suspended') AND NEW.standing NOT IN (OLD.standing, 'deleted')
BEGIN SELECT RAISE(ABORT, 'a license that was ended stays ended'); END;
CREATE TRIGGER license_update_keeps_ended_terms
BEFORE UPDATE OF company_id, model, seats, starts, ends, checkpoint_days, grace_days, offline_days,
                 offline_starts, enforcement, hosts_per_user, attributes, revision, recovery
ON license
WHEN OLD.standing NOT IN ('open', 'suspended')
BEGIN SELECT RAISE(ABORT, 'a license that was ended keeps its terms'); END;
CREATE TRIGGER license_update_seats_users BEFORE UPDATE OF model, seats ON license
WHEN NEW.model = 'named'
 AND (SELECT count(*) FROM assignment WHERE license_id = NEW.id) > NEW.seats
BEGIN SELECT RAISE(ABORT, 'a named license has a seat for each user'); END;
CREATE TRIGGER license_update_keeps_identity
BEFORE UPDATE OF id, serial, product_id, customer_id, edition, reference, reference_hash, replaces,
                 created_at
ON license
BEGIN SELECT RAISE(ABORT, 'a license keeps what it is'); END;
CREATE TRIGGER license_update_raises_revision BEFORE UPDATE OF revision ON license
WHEN NEW.revision < OLD.revision
BEGIN SELECT RAISE(ABORT, 'the revision of a license only rises'); END;
CREATE TRIGGER license_delete_forbidden BEFORE DELETE ON license
BEGIN SELECT RAISE(ABORT, 'the row of a license stays'); END;

CREATE INDEX license_by_customer ON license (customer_id, product_id);
CREATE INDEX license_by_checkpoint ON license (id)
WHERE checkpoint_days IS NOT NULL AND standing = 'open';
CREATE UNIQUE INDEX license_by_predecessor ON license (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX license_by_product ON license (product_id);
CREATE INDEX license_by_stage ON license (stage);
CREATE INDEX license_suspended ON license (id) WHERE standing = 'suspended';
CREATE INDEX license_by_edition ON license (edition);
CREATE INDEX license_by_end ON license (ends) WHERE ends IS NOT NULL;
CREATE INDEX license_by_company ON license (company_id) WHERE company_id IS NOT NULL;
CREATE UNIQUE INDEX license_by_reference ON license (reference) WHERE reference IS NOT NULL;

-- The modules that a license grants, in the order of the request.
CREATE TABLE license_module (
    license_id INTEGER NOT NULL REFERENCES license (id),
    place      INTEGER NOT NULL CHECK (place >= 0),         -- 0, 1, …: order in the file
    module_id  INTEGER NOT NULL REFERENCES module (id),
    value      INTEGER CHECK (value >= 0),                  -- limit
    ends       TEXT CHECK (ends LIKE '____-__-__'),         -- end day of the grant
    PRIMARY KEY (license_id, place),
    UNIQUE (license_id, module_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX license_module_by_module ON license_module (module_id);

CREATE TRIGGER license_module_insert_fits_license BEFORE INSERT ON license_module
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended keeps its modules')
    WHEN product_id <> (SELECT product_id FROM module WHERE module.id = NEW.module_id)
    THEN RAISE(ABORT, 'a module of a license belongs to its product')
    END FROM license WHERE license.id = NEW.license_id;
END;
CREATE TRIGGER license_module_update_forbidden BEFORE UPDATE ON license_module
BEGIN SELECT RAISE(ABORT, 'a granted module is added or removed, never changed'); END;
CREATE TRIGGER license_module_delete_keeps_ended BEFORE DELETE ON license_module
WHEN (SELECT standing FROM license WHERE id = OLD.license_id) NOT IN ('open', 'suspended')
BEGIN SELECT RAISE(ABORT, 'a license that was ended keeps its modules'); END;

-- Assignments of users to licenses. Both references ensure that the customer is the same.
CREATE TABLE assignment (
    license_id  INTEGER NOT NULL,
    user_id     INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    created_at  TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    PRIMARY KEY (license_id, user_id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, user_id) REFERENCES customer_user (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_by_user ON assignment (user_id);

CREATE TRIGGER assignment_insert_fits_license BEFORE INSERT ON assignment
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended takes no user')
    WHEN model = 'named'
     AND (SELECT count(*) FROM assignment WHERE license_id = NEW.license_id) >= seats
    THEN RAISE(ABORT, 'a named license has a seat for each user')
    END FROM license WHERE license.id = NEW.license_id;
END;
CREATE TRIGGER assignment_update_forbidden BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'an assignment is made or ended, never changed'); END;

-- Sessions: users who hold a seat of a license. A session is live until its end, or until its time
-- to live passes without a touch.
CREATE TABLE session (
    id          INTEGER PRIMARY KEY,
    serial      TEXT NOT NULL UNIQUE CHECK (serial LIKE 'S-_____-_____'), -- S-…
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    user_id     INTEGER,                                    -- NULL for a removed user
    username    TEXT COLLATE NOCASE,                        -- user name of a removed user
    host        TEXT COLLATE NOCASE,                        -- computer of the user
    started_at  TEXT NOT NULL CHECK (started_at LIKE '____-__-__T__:__:__Z'),
    -- start, or last touch
    last_seen   TEXT NOT NULL CHECK (last_seen LIKE '____-__-__T__:__:__Z'),
    ttl         INTEGER NOT NULL CHECK (ttl > 0),           -- seconds from a touch to the expiry
    -- instant at which the seat becomes idle without a touch
    expires_at  TEXT NOT NULL CHECK (expires_at LIKE '____-__-__T__:__:__Z'),
    -- end, which is in the future if the user has time to save
    ended_at    TEXT CHECK (ended_at LIKE '____-__-__T__:__:__Z'),
    reason      TEXT,                                       -- reason, returned to the next touch
    CHECK ((user_id IS NULL) = (username IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (reason IS NULL)),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, user_id) REFERENCES customer_user (customer_id, id)
) STRICT;

-- Lists all sessions of a license.
CREATE INDEX session_by_license ON session (license_id);
-- Counts the live sessions of a license. Each start and each touch does this under the write lock.
-- Ended sessions are only in the second index, of which only the ends in the future are read. Both
-- indexes have all columns of the count, so that no row of the table is read.
CREATE INDEX session_open_of ON session (license_id, expires_at, ended_at) WHERE ended_at IS NULL;
CREATE INDEX session_ended_of ON session (license_id, ended_at, expires_at)
WHERE ended_at IS NOT NULL;
-- Finds the live sessions of a user of a license, and all sessions of a user.
CREATE INDEX session_by_user ON session (user_id, license_id, expires_at) WHERE user_id IS NOT NULL;
-- Finds the live sessions of a removed user of a license, and all sessions of a removed user.
CREATE INDEX session_by_removed ON session (username, license_id, expires_at)
WHERE username IS NOT NULL;
-- Lists the sessions that were not ended, and finds those whose time to live has passed.
CREATE INDEX session_open ON session (expires_at) WHERE ended_at IS NULL;
-- Finds the sessions of all licenses whose end is in the future.
CREATE INDEX session_by_end ON session (ended_at) WHERE ended_at IS NOT NULL;

-- Counts the seats again, so that two writers of any program cannot take the last seat.
CREATE TRIGGER session_insert_fits_license BEFORE INSERT ON session
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended takes no session')
    WHEN (SELECT count(*) FROM session
          WHERE license_id = NEW.license_id AND expires_at > NEW.started_at AND ended_at IS NULL)
        + (SELECT count(*) FROM session
           WHERE license_id = NEW.license_id AND expires_at > NEW.started_at
             AND ended_at > NEW.started_at)
        >= seats - in_hardware
    THEN RAISE(ABORT, 'no seat is sold twice')
    END FROM license WHERE license.id = NEW.license_id;
END;
-- The instant of a move is unknown, so sessions are counted that are live at the last touch.
CREATE TRIGGER session_update_fits_license BEFORE UPDATE OF license_id ON session
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended takes no session')
    WHEN (SELECT count(*) FROM session
          WHERE license_id = NEW.license_id AND expires_at > NEW.last_seen AND ended_at IS NULL
            AND id <> NEW.id)
        + (SELECT count(*) FROM session
           WHERE license_id = NEW.license_id AND expires_at > NEW.last_seen
             AND ended_at > NEW.last_seen AND id <> NEW.id)
        >= seats - in_hardware
    THEN RAISE(ABORT, 'no seat is sold twice')
    END FROM license WHERE license.id = NEW.license_id;
END;
CREATE TRIGGER session_update_keeps_identity
BEFORE UPDATE OF id, serial, customer_id, host, started_at, ttl ON session
BEGIN SELECT RAISE(ABORT, 'a session keeps what it is'); END;
-- An expired session is over, too: only a touch of a live session extends the session.
CREATE TRIGGER session_update_stays_over BEFORE UPDATE OF last_seen, expires_at, ended_at ON session
WHEN OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.ended_at > OLD.ended_at)
  OR NEW.expires_at > OLD.expires_at
     AND (NEW.last_seen <= OLD.last_seen OR NEW.last_seen >= OLD.expires_at)
BEGIN SELECT RAISE(ABORT, 'a session that is over stays over'); END;

CREATE TRIGGER session_delete_forbidden BEFORE DELETE ON session
BEGIN SELECT RAISE(ABORT, 'the row of a session stays'); END;

-- The containers, each for licenses of one customer. Each change of the desired state increases the
-- counter.
CREATE TABLE container (
    id                INTEGER PRIMARY KEY,
    serial            TEXT NOT NULL UNIQUE CHECK (serial LIKE 'K-_____-_____'), -- K-…
    kind              TEXT NOT NULL CHECK (kind IN ('cloud', 'device', 'dongle')),
    customer_id       INTEGER NOT NULL REFERENCES customer (id),
    user_id           INTEGER,                              -- user of the same customer
    label             TEXT,                                 -- display name
    hardware          TEXT COLLATE NOCASE, -- a dongle's serial, as its manufacturer writes it
    -- public key for its receipts, base64url, from a request; NULL: the container has no key
    key               TEXT UNIQUE,
    -- fingerprint of a computer: salted hashes by name
    properties        TEXT NOT NULL CHECK (json_valid(properties)),
    username          TEXT UNIQUE COLLATE NOCASE, -- user name in its credentials (cloud only)
    counter           INTEGER NOT NULL CHECK (counter >= 1),
    -- counter that a receipt or a person confirmed
    confirmed_counter INTEGER CHECK (confirmed_counter >= 0),
    blocked           TEXT, -- reason for the block, as a code for the customer
    block_reason      TEXT, -- reason for the block as typed, for the vendor only
    blocked_at        TEXT CHECK (blocked_at LIKE '____-__-__T__:__:__Z'),
    -- until this instant the status list keeps the files valid
    block_enforced_at TEXT CHECK (block_enforced_at LIKE '____-__-__T__:__:__Z'),
    -- the receipt that contradicts the database, and the instant of its detection
    suspicion         TEXT CHECK (json_valid(suspicion)),
    -- for a container of another home: id of the context from which the container was adopted
    context           TEXT,
    -- 1: the database was restored, and the next receipt sets the counter
    resync            INTEGER NOT NULL DEFAULT 0 CHECK (resync IN (0, 1)),
    -- instant from which no update is written, because the licenses were recovered
    lost_at           TEXT CHECK (lost_at LIKE '____-__-__T__:__:__Z'),
    -- instant of retirement
    retired_at        TEXT CHECK (retired_at LIKE '____-__-__T__:__:__Z'),
    reference         TEXT, -- idempotency reference, such as an order
    created_at        TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (customer_id, id),                               -- target of activations
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

CREATE UNIQUE INDEX container_by_hardware ON container (hardware)
WHERE hardware IS NOT NULL AND retired_at IS NULL;
CREATE INDEX container_by_kind ON container (kind);
CREATE INDEX container_blocked ON container (id) WHERE blocked_at IS NOT NULL;
CREATE INDEX container_suspect ON container (id) WHERE suspicion IS NOT NULL;
CREATE INDEX container_resync ON container (id) WHERE resync;
CREATE INDEX container_lost ON container (id) WHERE lost_at IS NOT NULL;
CREATE INDEX container_retired ON container (id) WHERE retired_at IS NOT NULL;
CREATE INDEX container_by_user ON container (user_id) WHERE user_id IS NOT NULL;

CREATE TRIGGER container_update_keeps_identity
BEFORE UPDATE OF id, serial, kind, customer_id, hardware, key, properties, username, reference,
                 created_at ON container
BEGIN SELECT RAISE(ABORT, 'a container keeps what it is'); END;
CREATE TRIGGER container_update_raises_counter BEFORE UPDATE OF counter ON container
WHEN NEW.counter < OLD.counter
BEGIN SELECT RAISE(ABORT, 'the counter of a container only rises'); END;
CREATE TRIGGER container_update_stays_retired BEFORE UPDATE OF retired_at ON container
WHEN OLD.retired_at IS NOT NULL AND NEW.retired_at IS NOT OLD.retired_at
BEGIN SELECT RAISE(ABORT, 'a container that was retired stays retired'); END;
CREATE TRIGGER container_delete_forbidden BEFORE DELETE ON container
BEGIN SELECT RAISE(ABORT, 'the row of a container stays'); END;

-- The single hashes of fingerprints, so that a second request of the same computer is recognized.
CREATE TABLE container_property (
    hash         TEXT NOT NULL,                             -- salted, base64url
    name         TEXT NOT NULL,                             -- machine_id, board_serial, …
    container_id INTEGER NOT NULL REFERENCES container (id),
    PRIMARY KEY (hash, name, container_id)
) STRICT, WITHOUT ROWID;

-- Receipts of containers: those that were received, and those that a received receipt names.
CREATE TABLE container_receipt (
    container_id INTEGER NOT NULL REFERENCES container (id),
    jti          TEXT NOT NULL,
    -- counter of the container; NULL for a receipt that was not received
    counter      INTEGER CHECK (counter >= 1),
    received_at  TEXT CHECK (received_at LIKE '____-__-__T__:__:__Z'),
    text         TEXT,                                      -- token
    -- 1: the receipt set the counter after the database was restored
    resync       INTEGER NOT NULL DEFAULT 0 CHECK (resync IN (0, 1)),
    PRIMARY KEY (container_id, jti),
    CHECK ((counter IS NULL) = (received_at IS NULL)),
    CHECK ((counter IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX container_receipt_by_counter ON container_receipt (container_id, counter)
WHERE counter IS NOT NULL;

CREATE TRIGGER container_receipt_update_forbidden BEFORE UPDATE ON container_receipt
BEGIN SELECT RAISE(ABORT, 'what a container signed never changes'); END;
CREATE TRIGGER container_receipt_delete_forbidden BEFORE DELETE ON container_receipt
BEGIN SELECT RAISE(ABORT, 'what a container signed is never deleted'); END;

-- Contexts of cloud containers: those that this home wrote for other sites, and those that a second
-- site adopted.
CREATE TABLE container_context (
    id           INTEGER PRIMARY KEY,
    container_id INTEGER NOT NULL REFERENCES container (id),
    jti          TEXT NOT NULL UNIQUE,
    counter      INTEGER NOT NULL CHECK (counter >= 1),     -- counter at the time of writing
    kid          TEXT NOT NULL REFERENCES key (kid),        -- key that signed
    issued_at    TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    text         TEXT NOT NULL,                             -- token
    -- import of an update that is based on the context
    imported_at  TEXT CHECK (imported_at LIKE '____-__-__T__:__:__Z')
) STRICT;

CREATE INDEX container_context_by_container ON container_context (container_id);
CREATE INDEX container_context_imported ON container_context (id) WHERE imported_at IS NOT NULL;
CREATE INDEX container_context_by_key ON container_context (kid, issued_at);

CREATE TRIGGER container_context_update_keeps_text
BEFORE UPDATE OF id, container_id, jti, counter, kid, issued_at, text ON container_context
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER container_context_update_imported_once BEFORE UPDATE OF imported_at
ON container_context
WHEN OLD.imported_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a context is imported once'); END;
CREATE TRIGGER container_context_delete_forbidden BEFORE DELETE ON container_context
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Status indexes that contexts reserve for files signed at another site.
CREATE TABLE status_reserved (
    status_list INTEGER NOT NULL REFERENCES status_list (number),
    status_idx  INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    context_id  INTEGER NOT NULL REFERENCES container_context (id),
    PRIMARY KEY (status_list, status_idx)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_reserved_by_context ON status_reserved (context_id);

-- Signed updates: the complete desired state of a container at a counter.
CREATE TABLE container_update (
    id             INTEGER PRIMARY KEY,
    container_id   INTEGER NOT NULL REFERENCES container (id),
    counter        INTEGER NOT NULL CHECK (counter >= 1),
    jti            TEXT NOT NULL UNIQUE,
    kid            TEXT NOT NULL REFERENCES key (kid),      -- key that signed
    keyset_version INTEGER NOT NULL REFERENCES keyset (version), -- key set in the update
    -- newest status list at the time of signing
    token_id       INTEGER REFERENCES status_token (id),
    issued_at      TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    text           TEXT NOT NULL,                           -- token
    UNIQUE (container_id, counter)                          -- one state for each counter
) STRICT;

CREATE INDEX container_update_by_key ON container_update (kid, issued_at);

CREATE TRIGGER container_update_update_forbidden BEFORE UPDATE ON container_update
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER container_update_delete_forbidden BEFORE DELETE ON container_update
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Credentials of cloud containers. A secret is only in its file. This table has hashes, and the
-- claims without the secret.
CREATE TABLE credential (
    id           INTEGER PRIMARY KEY,
    serial       TEXT NOT NULL UNIQUE CHECK (serial LIKE 'F-_____-_____'), -- F-…
    container_id INTEGER NOT NULL REFERENCES container (id),
    generation   INTEGER NOT NULL CHECK (generation >= 1),  -- each ends the previous one
    jti          TEXT NOT NULL UNIQUE,
    kid          TEXT NOT NULL REFERENCES key (kid),        -- key that signed
    claims       TEXT NOT NULL CHECK (json_valid(claims) AND claims -> '$.secret' IS NULL),
    -- SHA-256 of the secret's 43 characters
    secret_hash  BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    text_hash    BLOB NOT NULL UNIQUE CHECK (length(text_hash) = 32), -- SHA-256 of the token
    -- SHA-256 of the file, which can be encrypted
    file_hash    BLOB NOT NULL CHECK (length(file_hash) = 32),
    target       TEXT, -- path of the file; NULL for standard output, a pipe or a device
    staged       TEXT, -- temporary name of the file in the same folder
    -- number of bytes of the file under the temporary name
    staged_length INTEGER CHECK (staged_length >= 0),
    -- last bytes of the file, which follow; NULL after `doctor` has handled the file
    missing      BLOB,
    status_list  INTEGER NOT NULL REFERENCES status_list (number),
    status_idx   INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    issued_at    TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    ended_at     TEXT CHECK (ended_at LIKE '____-__-__T__:__:__Z'), -- end of the validity
    ended_as     TEXT CHECK (ended_as IN ('rotated', 'revoked')),
    UNIQUE (container_id, generation),
    UNIQUE (status_list, status_idx),                       -- an index is used once
    CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
    CHECK ((target IS NULL) = (staged IS NULL) AND (target IS NULL) = (staged_length IS NULL)
           AND (missing IS NULL OR target IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX credential_is_live_once ON credential (container_id) WHERE ended_at IS NULL;
CREATE INDEX credential_ended ON credential (status_list, status_idx) WHERE ended_at IS NOT NULL;
CREATE INDEX credential_by_key ON credential (kid, issued_at);
CREATE INDEX credential_staged ON credential (staged) WHERE staged IS NOT NULL;

CREATE TRIGGER credential_update_keeps_identity
BEFORE UPDATE OF id, serial, container_id, generation, jti, kid, claims, secret_hash, text_hash,
                 file_hash, target, staged, staged_length, status_list, status_idx, issued_at
ON credential
BEGIN SELECT RAISE(ABORT, 'a credential keeps what it is'); END;
CREATE TRIGGER credential_update_ended_once BEFORE UPDATE OF ended_at, ended_as ON credential
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a credential is ended once'); END;
CREATE TRIGGER credential_update_completes_file BEFORE UPDATE OF missing ON credential
WHEN NEW.missing IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the missing bytes of a credential never change'); END;
CREATE TRIGGER credential_delete_forbidden BEFORE DELETE ON credential
BEGIN SELECT RAISE(ABORT, 'the row of a credential stays'); END;

-- Activations: seats of a license that are allocated to a container of its customer, or to an
-- unbound file.
CREATE TABLE activation (
    id           INTEGER PRIMARY KEY,
    license_id   INTEGER NOT NULL,
    customer_id  INTEGER NOT NULL,
    container_id INTEGER,                                   -- NULL for an unbound file
    seats        INTEGER NOT NULL CHECK (seats >= 1),
    -- number of the activation of this license in this container
    generation   INTEGER NOT NULL CHECK (generation >= 1),
    state        TEXT NOT NULL
                 CHECK (state IN ('live', 'returning', 'returned', 'withdrawn', 'recovered')),
    -- state after a pending removal from hardware
    ends_as      TEXT CHECK (ends_as IN ('returned', 'withdrawn')),
    gone_at      INTEGER CHECK (gone_at >= 1), -- the counter at which the seats are removed
    moves_to     INTEGER,                                   -- target of the seats after the removal
    created_at   TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    -- instant at which the seats become unallocated
    ended_at     TEXT CHECK (ended_at LIKE '____-__-__T__:__:__Z'),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id),
    FOREIGN KEY (customer_id, container_id) REFERENCES container (customer_id, id),
    FOREIGN KEY (customer_id, moves_to) REFERENCES container (customer_id, id),
    CHECK ((state IN ('live', 'returning')) = (ended_at IS NULL)),
    CHECK (state <> 'returning'
           OR gone_at IS NOT NULL AND ends_as IS NOT NULL AND container_id IS NOT NULL)
) STRICT;

CREATE INDEX activation_by_license ON activation (license_id);
CREATE INDEX activation_by_container ON activation (container_id, state)
WHERE container_id IS NOT NULL;
CREATE INDEX activation_ended ON activation (id, state, container_id, ended_at)
WHERE ended_at IS NOT NULL;
CREATE INDEX activation_by_target ON activation (moves_to) WHERE moves_to IS NOT NULL;
CREATE UNIQUE INDEX activation_is_live_once ON activation (license_id, coalesce(container_id, 0))
WHERE state = 'live';

CREATE TRIGGER activation_insert_fits_license BEFORE INSERT ON activation
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended takes no activation')
    WHEN NEW.ended_at IS NULL
     AND NEW.seats + (SELECT coalesce(sum(seats), 0) FROM activation
                      WHERE license_id = NEW.license_id AND ended_at IS NULL) > seats
    THEN RAISE(ABORT, 'no seat is sold twice')
    END FROM license WHERE license.id = NEW.license_id;
END;
CREATE TRIGGER activation_update_fits_license BEFORE UPDATE OF seats, state, ended_at ON activation
WHEN NEW.ended_at IS NULL AND (NEW.seats > OLD.seats OR OLD.ended_at IS NOT NULL)
BEGIN
    SELECT CASE
    WHEN standing NOT IN ('open', 'suspended')
    THEN RAISE(ABORT, 'a license that was ended takes no activation')
    WHEN NEW.seats - CASE WHEN OLD.ended_at IS NULL THEN OLD.seats ELSE 0 END
         + (SELECT coalesce(sum(seats), 0) FROM activation
            WHERE license_id = NEW.license_id AND ended_at IS NULL) > seats
    THEN RAISE(ABORT, 'no seat is sold twice')
    END FROM license WHERE license.id = NEW.license_id;
END;
CREATE TRIGGER license_update_seats_containers BEFORE UPDATE OF seats ON license
WHEN NEW.seats < (SELECT coalesce(sum(seats), 0) FROM activation
                  WHERE license_id = NEW.id AND ended_at IS NULL AND container_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a license has the seats that are in containers'); END;
-- Sessions and hardware share the seats. If more seats are in use than exist, because a clock was
-- set back, only a change that reduces the seats for sessions is refused.
CREATE TRIGGER license_update_seats_sessions BEFORE UPDATE OF seats, in_hardware ON license
WHEN NEW.seats - NEW.in_hardware < OLD.seats - OLD.in_hardware
 AND (SELECT count(*) FROM session
      WHERE license_id = NEW.id AND expires_at > NEW.changed_at AND ended_at IS NULL)
   + (SELECT count(*) FROM session
      WHERE license_id = NEW.id AND expires_at > NEW.changed_at AND ended_at > NEW.changed_at)
   > NEW.seats - NEW.in_hardware
BEGIN SELECT RAISE(ABORT, 'a license has the seats that sessions hold'); END;
CREATE TRIGGER license_update_counts_hardware BEFORE UPDATE OF in_hardware ON license
WHEN NEW.in_hardware
  <> (SELECT coalesce(sum(activation.seats), 0)
      FROM activation JOIN container ON container.id = container_id
      WHERE license_id = NEW.id AND ended_at IS NULL AND kind <> 'cloud')
BEGIN SELECT RAISE(ABORT, 'the seats in hardware are those of activations'); END;
CREATE TRIGGER activation_insert_places_license AFTER INSERT ON activation
BEGIN
    UPDATE license
    SET placed = EXISTS (SELECT 1 FROM activation
                         WHERE license_id = NEW.license_id AND state = 'live'),
        in_hardware = (SELECT coalesce(sum(activation.seats), 0)
                       FROM activation JOIN container ON container.id = container_id
                       WHERE license_id = NEW.license_id AND ended_at IS NULL AND kind <> 'cloud')
    WHERE id = NEW.license_id;
END;
CREATE TRIGGER activation_update_places_license
AFTER UPDATE OF seats, state, ended_at ON activation
BEGIN
    UPDATE license
    SET placed = EXISTS (SELECT 1 FROM activation
                         WHERE license_id = NEW.license_id AND state = 'live'),
        in_hardware = (SELECT coalesce(sum(activation.seats), 0)
                       FROM activation JOIN container ON container.id = container_id
                       WHERE license_id = NEW.license_id AND ended_at IS NULL AND kind <> 'cloud')
    WHERE id = NEW.license_id;
END;
CREATE TRIGGER activation_delete_forbidden BEFORE DELETE ON activation
BEGIN SELECT RAISE(ABORT, 'the row of an activation stays'); END;
CREATE TRIGGER activation_update_keeps_identity
BEFORE UPDATE OF id, license_id, customer_id, container_id, generation, created_at ON activation
BEGIN SELECT RAISE(ABORT, 'an activation keeps what it is'); END;
CREATE TRIGGER activation_update_stays_ended
BEFORE UPDATE OF seats, state, ends_as, gone_at, moves_to, ended_at ON activation
WHEN OLD.ended_at IS NOT NULL AND NOT (SELECT adopted FROM license WHERE id = OLD.license_id)
  OR OLD.state = 'returning' AND (NEW.state = 'live' OR NEW.seats <> OLD.seats)
BEGIN SELECT RAISE(ABORT, 'an activation that was ended stays as it was'); END;

-- All signed license files. The newest of an activation is its current file.
CREATE TABLE file (
    id            INTEGER PRIMARY KEY,
    jti           TEXT NOT NULL UNIQUE,
    activation_id INTEGER NOT NULL REFERENCES activation (id),
    kid           TEXT NOT NULL REFERENCES key (kid),       -- key that signed
    revision      INTEGER NOT NULL CHECK (revision >= 1),   -- revision of the license in the token
    status_list   INTEGER NOT NULL REFERENCES status_list (number),
    status_idx    INTEGER NOT NULL CHECK (status_idx BETWEEN 0 AND 1048575),
    issued_at     TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    expires_at    TEXT CHECK (expires_at LIKE '____-__-__T__:__:__Z'), -- hard end
    text          TEXT NOT NULL,                            -- token
    -- instant at which the status list ends a superseded file that grants more than the next file
    ends_at       TEXT CHECK (ends_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (status_list, status_idx),                       -- an index is used once
    UNIQUE (activation_id, revision)                        -- one file for each revision
) STRICT;

CREATE INDEX file_by_activation ON file (activation_id, status_list, status_idx);
CREATE INDEX file_by_end ON file (ends_at, status_list, status_idx) WHERE ends_at IS NOT NULL;
CREATE INDEX file_by_key ON file (kid, issued_at);

CREATE TRIGGER file_update_keeps_text
BEFORE UPDATE OF id, jti, activation_id, kid, revision, status_list, status_idx, issued_at,
                 expires_at, text ON file
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER file_update_ends_no_later BEFORE UPDATE OF ends_at ON file
WHEN NEW.ends_at IS NULL OR NEW.ends_at > OLD.ends_at
BEGIN SELECT RAISE(ABORT, 'the end of a file is not moved to a later instant'); END;
CREATE TRIGGER file_delete_forbidden BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- The status lists. The list with the highest number is used for new files.
CREATE TABLE status_list (
    -- the URI is the vendor's status_uri, a slash, and the number; negative: a list of another home
    number INTEGER PRIMARY KEY,
    uri    TEXT UNIQUE,                                     -- URI of another home's list
    -- number of used indexes; at seven eighths the next list is opened
    taken  INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    CHECK ((number < 0) = (uri IS NOT NULL))
) STRICT;

-- All signed status lists. Applications get the newest list of each number.
CREATE TABLE status_token (
    id         INTEGER PRIMARY KEY,
    list       INTEGER NOT NULL REFERENCES status_list (number) CHECK (list > 0),
    jti        TEXT NOT NULL UNIQUE,
    kid        TEXT NOT NULL REFERENCES key (kid),          -- key that signed
    -- claim `iat`, later than that of the previous list
    issued_at  TEXT NOT NULL CHECK (issued_at LIKE '____-__-__T__:__:__Z'),
    -- claim `exp`: a later use causes the warning stale_status
    expires_at TEXT NOT NULL CHECK (expires_at LIKE '____-__-__T__:__:__Z'),
    text       TEXT NOT NULL,                               -- token
    UNIQUE (list, issued_at)
) STRICT;

CREATE INDEX status_token_by_key ON status_token (kid, issued_at);

CREATE TRIGGER status_token_update_forbidden BEFORE UPDATE ON status_token
BEGIN SELECT RAISE(ABORT, 'a signed text never changes'); END;
CREATE TRIGGER status_token_delete_forbidden BEFORE DELETE ON status_token
BEGIN SELECT RAISE(ABORT, 'a signed text is never deleted'); END;

-- Recoveries: licenses of a lost container that were issued into another container of the customer.
CREATE TABLE recovery (
    id            INTEGER PRIMARY KEY,
    serial        TEXT NOT NULL UNIQUE CHECK (serial LIKE 'R-_____-_____'), -- R-…
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    from_id       INTEGER NOT NULL,                         -- old container
    to_id         INTEGER NOT NULL CHECK (to_id <> from_id), -- new container
    reason        TEXT NOT NULL
                  CHECK (reason IN ('lost', 'stolen', 'destroyed', 'defective', 'broken', 'invalid',
                                    'reinstalled')),
    note          TEXT, -- as typed, for the vendor only
    -- 1: the hardware was returned, and no quota is used
    returned      INTEGER NOT NULL CHECK (returned IN (0, 1)),
    -- treatment of the old container
    old_action    TEXT NOT NULL CHECK (old_action IN ('block', 'withdraw', 'nothing')),
    -- counter at which the new container has the licenses
    to_counter    INTEGER NOT NULL CHECK (to_counter >= 1),
    -- counter of the update for the old container
    from_update   INTEGER CHECK (from_update >= 1),
    -- counter of the update for the new container
    to_update     INTEGER CHECK (to_update >= 1),
    reference     TEXT, -- idempotency reference, such as an order
    created_at    TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    reversed_at   TEXT CHECK (reversed_at LIKE '____-__-__T__:__:__Z'), -- instant of the reversal
    reversed_why  TEXT,                                     -- as typed
    UNIQUE (customer_id, id),                               -- target of its licenses
    CHECK ((reversed_at IS NULL) = (reversed_why IS NULL)),
    FOREIGN KEY (customer_id, from_id) REFERENCES container (customer_id, id),
    FOREIGN KEY (customer_id, to_id) REFERENCES container (customer_id, id)
) STRICT;

CREATE INDEX recovery_by_from ON recovery (from_id);
CREATE INDEX recovery_by_to ON recovery (to_id);

CREATE TRIGGER recovery_update_keeps_identity
BEFORE UPDATE OF id, serial, customer_id, from_id, to_id, reason, note, returned, old_action,
                 to_counter, from_update, to_update, reference, created_at ON recovery
BEGIN SELECT RAISE(ABORT, 'a recovery keeps what it is'); END;
CREATE TRIGGER recovery_update_reversed_once BEFORE UPDATE OF reversed_at, reversed_why ON recovery
WHEN OLD.reversed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a recovery is reversed once'); END;
CREATE TRIGGER recovery_delete_forbidden BEFORE DELETE ON recovery
BEGIN SELECT RAISE(ABORT, 'the row of a recovery stays'); END;

-- The licenses of a recovery. Both references ensure that the customer is the same. Each license
-- uses its quota, unless the recovery was reversed.
CREATE TABLE recovery_license (
    recovery_id INTEGER NOT NULL,
    place       INTEGER NOT NULL CHECK (place >= 0),        -- 0, 1, …: oldest license first
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    scope       TEXT CHECK (scope IN ('any', 'same')),      -- quota that is used; NULL: none
    seats       INTEGER NOT NULL CHECK (seats >= 1),        -- number of recovered seats
    -- file in the new container; its row is inserted after signing
    jti         TEXT REFERENCES file (jti) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (recovery_id, place),
    UNIQUE (recovery_id, license_id),
    FOREIGN KEY (customer_id, recovery_id) REFERENCES recovery (customer_id, id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_license_by_license ON recovery_license (license_id);
CREATE INDEX recovery_license_by_file ON recovery_license (jti) WHERE jti IS NOT NULL;

CREATE TRIGGER recovery_license_update_forbidden BEFORE UPDATE ON recovery_license
BEGIN SELECT RAISE(ABORT, 'a recovered license never changes'); END;
CREATE TRIGGER recovery_license_delete_forbidden BEFORE DELETE ON recovery_license
BEGIN SELECT RAISE(ABORT, 'a recovered license is never deleted'); END;

-- Grants of recoveries beyond the policy.
CREATE TABLE recovery_grant (
    id         INTEGER PRIMARY KEY,
    license_id INTEGER NOT NULL REFERENCES license (id),
    scope      TEXT NOT NULL CHECK (scope IN ('any', 'same')),
    count      INTEGER NOT NULL CHECK (count >= 1),
    reason     TEXT NOT NULL,                               -- as typed
    reference  TEXT, -- idempotency reference, such as a support case
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z')
) STRICT;

CREATE INDEX recovery_grant_by_license ON recovery_grant (license_id);
CREATE INDEX recovery_grant_by_reference ON recovery_grant (reference) WHERE reference IS NOT NULL;

CREATE TRIGGER recovery_grant_update_forbidden BEFORE UPDATE ON recovery_grant
BEGIN SELECT RAISE(ABORT, 'a grant is never changed'); END;
CREATE TRIGGER recovery_grant_delete_forbidden BEFORE DELETE ON recovery_grant
BEGIN SELECT RAISE(ABORT, 'a grant is never taken back'); END;

-- Tickets: secret codes that let their holders activate licenses of one customer. A code is shown
-- once and not stored.
CREATE TABLE ticket (
    id              INTEGER PRIMARY KEY,
    serial          TEXT NOT NULL UNIQUE CHECK (serial LIKE 'T-_____-_____'), -- T-…
    customer_id     INTEGER NOT NULL REFERENCES customer (id), -- holder of the licenses
    -- SHA-256 of the code as shown
    code_hash       BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    -- maximum number of redemptions
    uses            INTEGER NOT NULL CHECK (uses BETWEEN 1 AND 1000000000),
    used            INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses), -- redemptions
    -- 1: unbound files are allowed
    unbound_allowed INTEGER NOT NULL CHECK (unbound_allowed IN (0, 1)),
    -- end of the validity
    expires_at      TEXT CHECK (expires_at LIKE '____-__-__T__:__:__Z'),
    -- instant of the cancellation
    cancelled_at    TEXT CHECK (cancelled_at LIKE '____-__-__T__:__:__Z'),
    reference       TEXT, -- idempotency reference, such as an order
    created_at      TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (customer_id, id)                                -- target of its licenses
) STRICT;

CREATE TRIGGER ticket_update_keeps_identity
BEFORE UPDATE OF id, serial, customer_id, uses, unbound_allowed, expires_at, reference, created_at
ON ticket
BEGIN SELECT RAISE(ABORT, 'a ticket keeps what it is'); END;
CREATE TRIGGER ticket_update_stays_used BEFORE UPDATE OF code_hash, used, cancelled_at ON ticket
WHEN NEW.used < OLD.used OR OLD.cancelled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a ticket stays used and cancelled'); END;
CREATE TRIGGER ticket_delete_forbidden BEFORE DELETE ON ticket
BEGIN SELECT RAISE(ABORT, 'the row of a ticket stays'); END;

-- The licenses that a ticket activates. Both references ensure that the customer is the same.
CREATE TABLE ticket_license (
    ticket_id   INTEGER NOT NULL,
    place       INTEGER NOT NULL CHECK (place >= 0), -- 0, 1, …: order of the request
    license_id  INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, place),
    UNIQUE (ticket_id, license_id),
    FOREIGN KEY (customer_id, ticket_id) REFERENCES ticket (customer_id, id),
    FOREIGN KEY (customer_id, license_id) REFERENCES license (customer_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_license_by_license ON ticket_license (license_id);

CREATE TRIGGER ticket_license_update_forbidden BEFORE UPDATE ON ticket_license
BEGIN SELECT RAISE(ABORT, 'the licenses of a ticket never change'); END;
CREATE TRIGGER ticket_license_delete_forbidden BEFORE DELETE ON ticket_license
BEGIN SELECT RAISE(ABORT, 'a license of a ticket is never deleted'); END;

-- The requests with an idempotency reference: an equal request changes nothing, another request
-- with the same reference is refused.
CREATE TABLE reference (
    id         INTEGER PRIMARY KEY,
    family     TEXT NOT NULL,                               -- verb: issue, …
    reference  TEXT NOT NULL,
    -- as typed, without omitted values
    request    TEXT NOT NULL CHECK (json_valid(request)),
    subject    TEXT NOT NULL,                               -- serial of the result
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__T__:__:__Z'),
    UNIQUE (family, reference)
) STRICT;

CREATE TRIGGER reference_update_forbidden BEFORE UPDATE ON reference
BEGIN SELECT RAISE(ABORT, 'a reference never changes'); END;
CREATE TRIGGER reference_delete_forbidden BEFORE DELETE ON reference
BEGIN SELECT RAISE(ABORT, 'a reference is never deleted'); END;

-- The index for `find`: all parts of three characters of a text, in lower case and without accents.
-- The texts are not stored. The id of a row is the id of the record plus the number of its kind
-- times 2^48: 1 customer, 2 company, 3 user, 4 product, 5 module, 6 ticket, 7 reference, 8 license,
-- 9 container.
CREATE VIRTUAL TABLE search USING fts5 (
    text, serial, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);

-- Builds the text of a record from its words. Two spaces separate words, so that the beginning of a
-- word has parts of three characters, too. Dashes are removed from a serial.
CREATE VIEW search_text AS
SELECT rowid AS id, text AS words, serial FROM search;
CREATE TRIGGER search_text_insert_fills_search INSTEAD OF INSERT ON search_text
BEGIN
    REPLACE INTO search (rowid, text, serial)
    VALUES (NEW.id, '  ' || replace(coalesce(NEW.words, ''), ' ', '  ') || ' ',
            replace(NEW.serial, '-', ''));
END;

CREATE TRIGGER customer_insert_fills_search AFTER INSERT ON customer
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((1 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name, NEW.email, NEW.reference), NULL);
END;
CREATE TRIGGER customer_update_fills_search AFTER UPDATE OF code, name, email, reference ON customer
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((1 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name, NEW.email, NEW.reference), NULL);
END;
CREATE TRIGGER company_insert_fills_search AFTER INSERT ON company
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((2 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER company_update_fills_search AFTER UPDATE OF code, name ON company
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((2 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER company_delete_clears_search AFTER DELETE ON company
BEGIN DELETE FROM search WHERE rowid = (2 << 48) + OLD.id; END;
CREATE TRIGGER customer_user_insert_fills_search AFTER INSERT ON customer_user
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((3 << 48) + NEW.id, concat_ws(' ', NEW.username, NEW.name, NEW.email), NULL);
END;
CREATE TRIGGER customer_user_update_fills_search
AFTER UPDATE OF username, name, email ON customer_user
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((3 << 48) + NEW.id, concat_ws(' ', NEW.username, NEW.name, NEW.email), NULL);
END;
CREATE TRIGGER customer_user_delete_clears_search AFTER DELETE ON customer_user
BEGIN DELETE FROM search WHERE rowid = (3 << 48) + OLD.id; END;
CREATE TRIGGER product_insert_fills_search AFTER INSERT ON product
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((4 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER product_update_fills_search AFTER UPDATE OF code, name ON product
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((4 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER module_insert_fills_search AFTER INSERT ON module
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((5 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER module_update_fills_search AFTER UPDATE OF code, name ON module
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((5 << 48) + NEW.id, concat_ws(' ', NEW.code, NEW.name), NULL);
END;
CREATE TRIGGER module_delete_clears_search AFTER DELETE ON module
BEGIN DELETE FROM search WHERE rowid = (5 << 48) + OLD.id; END;
CREATE TRIGGER ticket_insert_fills_search AFTER INSERT ON ticket
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((6 << 48) + NEW.id, NEW.reference, NEW.serial);
END;
CREATE TRIGGER reference_insert_fills_search AFTER INSERT ON reference
WHEN NEW.family NOT IN ('issue', 'ticket create', 'container create')
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((7 << 48) + NEW.id, NEW.reference, NULL);
END;
CREATE TRIGGER license_insert_fills_search AFTER INSERT ON license
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((8 << 48) + NEW.id, NEW.reference, NEW.serial);
END;
CREATE TRIGGER container_insert_fills_search AFTER INSERT ON container
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((9 << 48) + NEW.id,
            concat_ws(' ', NEW.label, NEW.hardware, NEW.username, NEW.reference), NEW.serial);
END;
CREATE TRIGGER container_update_fills_search AFTER UPDATE OF label ON container
BEGIN
    INSERT INTO search_text (id, words, serial)
    VALUES ((9 << 48) + NEW.id,
            concat_ws(' ', NEW.label, NEW.hardware, NEW.username, NEW.reference), NEW.serial);
END;

-- The audit log, append-only and chained: hash = SHA-256(previous hash ‖ entry). The other columns
-- are generated from the hashed text, so that a row cannot differ from its hash.
CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY,
    entry   TEXT NOT NULL CHECK (json_valid(entry) AND seq = entry ->> '$.seq'
                                 AND entry ->> '$.at' LIKE '____-__-__T__:__:__Z'), -- exact text
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    at      TEXT GENERATED ALWAYS AS (entry ->> '$.at') VIRTUAL,
    process TEXT GENERATED ALWAYS AS (entry ->> '$.process') VIRTUAL,
    action  TEXT GENERATED ALWAYS AS (entry ->> '$.action') VIRTUAL,
    subject TEXT GENERATED ALWAYS AS (entry ->> '$.subject') VIRTUAL,
    detail  TEXT GENERATED ALWAYS AS (entry -> '$.detail') VIRTUAL,
    -- license of the entry, if the subject is another record
    license TEXT GENERATED ALWAYS AS (entry ->> '$.detail.license') VIRTUAL,
    -- key of the entry, independent of the key's name
    kid     TEXT GENERATED ALWAYS AS (entry ->> '$.detail.kid') VIRTUAL,
    -- 1: the entry can end or suspend files of its subject: a license, a container, a credential
    stops   INTEGER GENERATED ALWAYS AS
            (entry ->> '$.action' IN ('license.suspend', 'license.withdraw', 'license.revoke',
                                      'license.replace', 'license.switch', 'license.delete',
                                      'license.return', 'license.move', 'license.recover',
                                      'license.adopt', 'license.import', 'container.block',
                                      'container.lose', 'container.retire', 'container.adopt',
                                      'credential.rotate', 'credential.revoke')
             OR entry -> '$.detail.old_files_end' IS NOT NULL) VIRTUAL
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject COLLATE NOCASE);
CREATE INDEX audit_by_license ON audit (license COLLATE NOCASE) WHERE license IS NOT NULL;
-- Finds the exports and the destruction of a private key.
CREATE INDEX audit_by_kid ON audit (kid)
WHERE action IN ('key.export', 'key.retire', 'key.destroy');
CREATE INDEX audit_by_at ON audit (at);
CREATE INDEX audit_by_action ON audit (action);
CREATE INDEX audit_by_process ON audit (process);
-- Finds the files that were ended or suspended since the last status list.
CREATE INDEX audit_stops ON audit (seq, action, subject) WHERE stops;

CREATE TRIGGER audit_insert_continues BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit log continues where it ended'); END;
CREATE TRIGGER audit_update_forbidden BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_delete_forbidden BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- The entries that contain the records of a row (`detail.record`), by table and by the subject to
-- which the records belong. It finds the newest statement of a row; the log itself is the fact.
CREATE TABLE audit_record (
    kind    TEXT NOT NULL,                                  -- table: license, activation, …
    subject TEXT NOT NULL,                                  -- serial, code or name
    seq     INTEGER NOT NULL REFERENCES audit (seq),
    PRIMARY KEY (kind, subject, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_record_update_forbidden BEFORE UPDATE ON audit_record
BEGIN SELECT RAISE(ABORT, 'the index of the audit log is append-only'); END;
CREATE TRIGGER audit_record_delete_forbidden BEFORE DELETE ON audit_record
BEGIN SELECT RAISE(ABORT, 'the index of the audit log is append-only'); END;

-- The anchors of the audit log: each key that a command unlocked signs the range of entries that
-- the command wrote. The signature covers the hash of the last entry, and thereby all entries up to
-- it.
CREATE TABLE audit_anchor (
    first_seq INTEGER NOT NULL REFERENCES audit (seq),
    last_seq  INTEGER NOT NULL REFERENCES audit (seq),
    hash      BLOB NOT NULL CHECK (length(hash) = 32),      -- hash of the entry last_seq
    kid       TEXT NOT NULL REFERENCES key (kid),           -- key that signed
    signature BLOB NOT NULL CHECK (length(signature) = 64), -- Ed25519
    PRIMARY KEY (last_seq, kid),
    CHECK (first_seq BETWEEN 1 AND last_seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_anchor_insert_ends_log BEFORE INSERT ON audit_anchor
WHEN NEW.last_seq IS NOT (SELECT max(seq) FROM audit)
BEGIN SELECT RAISE(ABORT, 'an anchor ends at the newest entry'); END;
CREATE TRIGGER audit_anchor_update_forbidden BEFORE UPDATE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'an anchor never changes'); END;
CREATE TRIGGER audit_anchor_delete_forbidden BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'an anchor is never deleted'); END;

-- The personal values of the audit entries: names, reasons, authors and other texts that identify a
-- person or were typed by one. An entry has only SHA-256(salt ‖ value). A value is erased with its
-- salt, or with its row, and the chain stays unbroken.
CREATE TABLE audit_person (
    seq    INTEGER NOT NULL REFERENCES audit (seq),
    -- number of the value in the entry: 1 the actor, 2, … in the order of the entry
    number INTEGER NOT NULL CHECK (number >= 1),
    salt   BLOB CHECK (length(salt) = 16),                  -- random; NULL: erased
    value  TEXT,                                            -- NULL: erased
    PRIMARY KEY (seq, number),
    CHECK ((salt IS NULL) = (value IS NULL))
) STRICT, WITHOUT ROWID;

-- Finds the entries of an actor.
CREATE INDEX audit_person_by_actor ON audit_person (value) WHERE number = 1;

CREATE TRIGGER audit_person_insert_continues BEFORE INSERT ON audit_person
WHEN NEW.seq IS NOT (SELECT max(seq) FROM audit)
BEGIN SELECT RAISE(ABORT, 'a personal value is written with its audit entry'); END;
CREATE TRIGGER audit_person_update_erases BEFORE UPDATE ON audit_person
WHEN NEW.seq <> OLD.seq OR NEW.number <> OLD.number OR NEW.value IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a personal value of an audit entry is erased, never changed'); END;

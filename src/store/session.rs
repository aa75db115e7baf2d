//! Sessions, and lists of assignments.

use rusqlite::{Row, named_params};

use crate::domain::name::{Name, Slug, Username};
use crate::domain::serial::Serial;
use crate::domain::session::{SeatRequest, Session, Ttl};
use crate::domain::time::{Timestamp, parse_instant};
use crate::store::{Fault, Reader, Result, Take, Transaction, at_most, optional, serial};

/// A filter of sessions. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct SessionFilter {
    /// License serial.
    pub license: Option<String>,
    /// Customer code.
    pub customer: Option<String>,
    /// Username.
    pub user: Option<String>,
    /// Selects only sessions whose time to live has passed.
    pub stale: bool,
    /// Selects ended sessions too.
    pub all: bool,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of sessions.
    pub limit: Option<u32>,
}

/// A filter of assignments. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct AssignmentFilter {
    /// License serial.
    pub license: Option<String>,
    /// Customer code.
    pub customer: Option<String>,
    /// Username of a user of the customer.
    pub user: Option<String>,
    /// Assignment after which the list begins.
    pub after: Option<Assignment>,
    /// Maximum number of assignments.
    pub limit: Option<u32>,
}

/// The assignment of a license to a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// License serial.
    pub license: String,
    /// Customer code.
    pub customer: String,
    /// Username.
    pub user: String,
    /// Instant of the assignment, RFC 3339.
    pub created_at: String,
}

impl Reader<'_> {
    /// Returns the session with this serial.
    pub fn find_session(&self, serial: &str) -> Result<Option<Session>> {
        let mut row = self.connection.prepare_cached(
            "SELECT session.serial, license.serial, customer.code, coalesce(customer_user.username, session.username), host, started_at, last_seen,
                    ttl, expires_at, ended_at, session.reason
             FROM session JOIN license ON license.id = license_id JOIN customer ON customer.id = session.customer_id
                          LEFT JOIN customer_user ON customer_user.id = user_id
             WHERE session.serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, read_session))
    }

    /// Returns the serials of sessions with this beginning, at most three.
    pub fn list_session_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM session WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Returns the live sessions of a license, oldest first.
    pub fn list_live(&self, license: &Serial, now: Timestamp) -> Result<Vec<Session>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT session.serial, license.serial, customer.code, coalesce(customer_user.username, session.username), host, started_at, last_seen,
                    ttl, expires_at, ended_at, session.reason
             FROM (SELECT session.id FROM license JOIN session ON license_id = license.id
                   WHERE license.serial = :license AND expires_at > :now AND ended_at IS NULL
                   UNION ALL SELECT session.id FROM license JOIN session ON license_id = license.id
                             WHERE license.serial = :license AND expires_at > :now AND ended_at > :now) AS found
                  CROSS JOIN session ON session.id = found.id JOIN license ON license.id = license_id
                  JOIN customer ON customer.id = session.customer_id LEFT JOIN customer_user ON customer_user.id = user_id
             ORDER BY session.id",
        )?;
        let rows = rows.query_map(
            named_params! { ":license": license.as_str(), ":now": now.to_string() },
            read_session,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number of live sessions of a license that began before one of its sessions.
    pub fn count_earlier(&self, license: &Serial, session: &Serial, now: Timestamp) -> Result<u32> {
        let mut row = self.connection.prepare_cached(
            "SELECT (SELECT count(*) FROM session
                     WHERE license_id = license.id AND expires_at > :now AND ended_at IS NULL
                       AND id < (SELECT id FROM session WHERE serial = :session))
                    + (SELECT count(*) FROM session
                       WHERE license_id = license.id AND expires_at > :now AND ended_at > :now
                         AND id < (SELECT id FROM session WHERE serial = :session))
             FROM license WHERE serial = :license",
        )?;
        Ok(row.query_row(
            named_params! {
                ":license": license.as_str(), ":session": session.as_str(), ":now": now.to_string(),
            },
            |row| row.get(0),
        )?)
    }

    /// Returns the sessions of the user of a request that count against it, oldest first. Sessions
    /// of a removed user of the same name are among them.
    pub fn list_own(&self, request: &SeatRequest<'_>, now: Timestamp) -> Result<Vec<Session>> {
        self.read_sessions(&self.texts(
            "SELECT serial
             FROM (SELECT id, serial FROM session
                   WHERE user_id = (SELECT customer_user.id FROM license JOIN customer_user ON customer_user.customer_id = license.customer_id
                                    WHERE license.serial = :license AND username = :user)
                     AND license_id = (SELECT id FROM license WHERE serial = :license)
                     AND expires_at > :now AND (ended_at IS NULL OR ended_at > :now)
                   UNION ALL
                   SELECT id, serial FROM session
                   WHERE username = :user AND username = :user COLLATE BINARY
                     AND license_id = (SELECT id FROM license WHERE serial = :license)
                     AND expires_at > :now AND (ended_at IS NULL OR ended_at > :now)) AS found
             WHERE :session IS NULL OR id < (SELECT id FROM session WHERE serial = :session)
             ORDER BY id",
            named_params! {
                ":license": request.license.serial.as_str(), ":user": request.user.as_str(),
                ":session": request.session.map(Serial::as_str), ":now": now.to_string(),
            },
        )?)
    }

    /// Returns the oldest sessions that count against a request, at most `limit`, oldest first.
    pub fn list_oldest(
        &self,
        request: &SeatRequest<'_>,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<Session>> {
        // The indexes have the ids: only the rows of the sessions that are returned are read.
        self.read_sessions(&self.texts(
            "SELECT serial
             FROM (SELECT counted.id
                   FROM (SELECT session.id FROM license JOIN session ON license_id = license.id
                         WHERE license.serial = :license AND expires_at > :now AND ended_at IS NULL
                         UNION ALL SELECT session.id FROM license JOIN session ON license_id = license.id
                                   WHERE license.serial = :license AND expires_at > :now AND ended_at > :now) AS counted
                   WHERE :session IS NULL OR counted.id < (SELECT id FROM session WHERE serial = :session)
                   ORDER BY counted.id LIMIT :limit) AS found
                  CROSS JOIN session ON session.id = found.id
             ORDER BY found.id",
            named_params! {
                ":license": request.license.serial.as_str(), ":limit": limit,
                ":session": request.session.map(Serial::as_str), ":now": now.to_string(),
            },
        )?)
    }

    /// Returns the first instant at which a session that counts against a request ends, if no
    /// session is touched.
    pub fn find_next_end(
        &self,
        request: &SeatRequest<'_>,
        now: Timestamp,
    ) -> Result<Option<Timestamp>> {
        // The first minimum is the first entry of its index; few sessions have an end in the
        // future.
        let mut row = self.connection.prepare_cached(
            "SELECT (SELECT min(expires_at) FROM session
                     WHERE license_id = license.id AND expires_at > :now AND ended_at IS NULL
                       AND (:session IS NULL OR id < (SELECT id FROM session WHERE serial = :session))),
                    (SELECT min(CASE WHEN ended_at < expires_at THEN ended_at ELSE expires_at END) FROM session
                     WHERE license_id = license.id AND expires_at > :now AND ended_at > :now
                       AND (:session IS NULL OR id < (SELECT id FROM session WHERE serial = :session)))
             FROM license WHERE serial = :license",
        )?;
        let values = named_params! {
            ":license": request.license.serial.as_str(), ":now": now.to_string(),
            ":session": request.session.map(Serial::as_str),
        };
        let ends = row
            .query_row(values, |row| Ok([optional_instant(row, 0)?, optional_instant(row, 1)?]))?;
        Ok(ends.into_iter().flatten().min())
    }

    /// Lists the sessions that match a filter, oldest first. Ended sessions are included only with
    /// `all`.
    pub fn list_sessions<E: From<Fault>>(
        &self,
        filter: &SessionFilter,
        now: Timestamp,
        take: Take<'_, Session, E>,
    ) -> std::result::Result<(), E> {
        let by = match filter {
            SessionFilter { license: Some(_), .. } => "license",
            SessionFilter { user: Some(_), .. } => "user",
            SessionFilter { customer: Some(_), .. } => "customer",
            _ => "all",
        };
        let from = match &filter.after {
            Some(after) => self.number(
                "SELECT id FROM session WHERE serial = :after",
                named_params! { ":after": after },
            )?,
            None => 0,
        };
        // Ended sessions accumulate; a list without them does not read them.
        self.each(
            "SELECT session.serial
             FROM (SELECT id FROM session WHERE :by = 'all' AND :all AND id > :from
                   UNION ALL SELECT id FROM session INDEXED BY session_open WHERE :by = 'all' AND NOT :all AND ended_at IS NULL
                   UNION ALL SELECT id FROM session
                             WHERE :by = 'license' AND :all AND license_id = (SELECT id FROM license WHERE serial = :license)
                   UNION ALL SELECT id FROM session INDEXED BY session_open_of
                             WHERE :by = 'license' AND NOT :all AND license_id = (SELECT id FROM license WHERE serial = :license)
                               AND ended_at IS NULL
                   UNION ALL SELECT id FROM session
                             WHERE :by = 'user' AND user_id IN (SELECT id FROM customer_user WHERE username = :user) AND (:all OR ended_at IS NULL)
                   UNION ALL SELECT id FROM session WHERE :by = 'user' AND username = :user AND (:all OR ended_at IS NULL)
                   UNION ALL SELECT id FROM session
                             WHERE :by = 'customer' AND :all
                               AND license_id IN (SELECT license.id FROM customer JOIN license ON customer_id = customer.id WHERE code = :customer)
                   UNION ALL SELECT id FROM session INDEXED BY session_open_of
                             WHERE :by = 'customer' AND NOT :all
                               AND license_id IN (SELECT license.id FROM customer JOIN license ON customer_id = customer.id WHERE code = :customer)
                               AND ended_at IS NULL
                   UNION ALL SELECT id FROM session INDEXED BY session_by_end WHERE NOT :all AND ended_at > :now
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN session ON session.id = found.id
                  JOIN license ON license.id = license_id JOIN customer ON customer.id = session.customer_id
                  LEFT JOIN customer_user ON customer_user.id = user_id
             WHERE found.id > :from
               AND (:license IS NULL OR license.serial = :license) AND (:customer IS NULL OR customer.code = :customer)
               AND (:user IS NULL OR coalesce(customer_user.username, session.username) = :user COLLATE NOCASE)
               AND (NOT :stale OR expires_at <= :now AND (ended_at IS NULL OR ended_at > :now))
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": by, ":all": filter.all, ":from": from, ":license": filter.license,
                ":customer": filter.customer, ":user": filter.user,
                ":stale": filter.stale, ":limit": at_most(filter.limit), ":now": now.to_string(),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let session = self.find_session(&serial)?;
                take(session.ok_or_else(|| Fault::Corrupt("a session vanished while it was read".into()))?)
            },
        )
    }

    /// Returns the sessions whose time to live has passed and that were not ended, oldest first.
    pub fn list_stale(&self, now: Timestamp) -> Result<Vec<Session>> {
        self.read_sessions(&self.texts(
            "SELECT serial FROM (SELECT id, serial FROM session WHERE ended_at IS NULL AND expires_at <= :now
                                 UNION ALL SELECT id, serial FROM session WHERE ended_at > :now AND expires_at <= :now) AS stale
             ORDER BY id",
            named_params! { ":now": now.to_string() },
        )?)
    }

    fn read_sessions(&self, serials: &[String]) -> Result<Vec<Session>> {
        let found =
            serials.iter().map(|serial| self.find_session(serial)).collect::<Result<Vec<_>>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Returns the assignment of a license to a user.
    pub fn find_assignment(
        &self,
        license: &Serial,
        username: &Username,
    ) -> Result<Option<Assignment>> {
        let mut row = self.connection.prepare_cached(
            "SELECT serial, customer.code, username, assignment.created_at
             FROM license JOIN customer_user ON customer_user.customer_id = license.customer_id
                          JOIN assignment ON license_id = license.id AND user_id = customer_user.id
                          JOIN customer ON customer.id = license.customer_id
             WHERE serial = :license AND username = :username",
        )?;
        let values = named_params! { ":license": license.as_str(), ":username": username.as_str() };
        optional(row.query_row(values, read_assignment))
    }

    /// Lists the assignments that match a filter, in the order of the licenses and usernames.
    /// Assignments of ended licenses are included only with a license in the filter.
    pub fn list_assignments<E: From<Fault>>(
        &self,
        filter: &AssignmentFilter,
        take: Take<'_, Assignment, E>,
    ) -> std::result::Result<(), E> {
        let by = match filter {
            AssignmentFilter { license: Some(_), .. } => "license",
            AssignmentFilter { user: Some(_), .. } => "user",
            AssignmentFilter { customer: Some(_), .. } => "customer",
            _ => "all",
        };
        let (last, user) = filter
            .after
            .as_ref()
            .map(|after| (after.license.as_str(), after.user.as_str()))
            .unzip();
        self.each(
            "SELECT serial, customer.code, username, assignment.created_at
             FROM (SELECT license_id, user_id FROM assignment
                   WHERE :by = 'all' AND license_id >= coalesce((SELECT id FROM license WHERE serial = :last), 0)
                   UNION ALL SELECT license_id, user_id FROM assignment
                             WHERE :by = 'license' AND license_id = (SELECT id FROM license WHERE serial = :license)
                   UNION ALL SELECT license_id, user_id FROM license JOIN assignment ON license_id = license.id
                             WHERE :by = 'customer' AND license.customer_id = (SELECT id FROM customer WHERE code = :customer)
                               AND license.id >= coalesce((SELECT id FROM license WHERE serial = :last), 0)
                   UNION ALL SELECT license_id, user_id FROM assignment
                             WHERE :by = 'user' AND user_id = (SELECT customer_user.id FROM customer JOIN customer_user ON customer_user.customer_id = customer.id
                                                               WHERE customer.code = :customer AND username = :user)
                               AND license_id >= coalesce((SELECT id FROM license WHERE serial = :last), 0)
                   ORDER BY license_id LIMIT 9223372036854775807) AS found
                  CROSS JOIN license ON license.id = found.license_id CROSS JOIN customer_user ON customer_user.id = found.user_id
                  JOIN assignment ON assignment.license_id = found.license_id AND assignment.user_id = found.user_id
                  JOIN customer ON customer.id = license.customer_id
             WHERE (:by = 'license' OR standing IN ('open', 'suspended'))
               AND (:last IS NULL OR serial <> :last OR username COLLATE BINARY > :last_user)
             ORDER BY found.license_id, username COLLATE BINARY LIMIT :limit",
            named_params! {
                ":by": by, ":license": filter.license, ":customer": filter.customer,
                ":user": filter.user, ":last": last,
                ":last_user": user, ":limit": at_most(filter.limit),
            },
            read_assignment,
            take,
        )
    }
}

fn read_assignment(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    Ok(Assignment {
        license: row.get(0)?,
        customer: row.get(1)?,
        user: row.get(2)?,
        created_at: row.get(3)?,
    })
}

impl Transaction<'_> {
    /// Inserts a new session.
    pub fn insert_session(&self, session: &Session) -> Result<()> {
        self.write(
            "INSERT INTO session (serial, license_id, customer_id, user_id, host, started_at, last_seen, ttl, expires_at)
             SELECT :serial, license.id, license.customer_id, customer_user.id, :host, :started_at, :last_seen, :ttl, :expires_at
             FROM license JOIN customer_user ON customer_user.customer_id = license.customer_id WHERE license.serial = :license AND username = :user",
            named_params! {
                ":serial": session.serial.as_str(), ":license": session.license,
                ":user": session.user.as_str(),
                ":host": session.host.as_ref().map(Name::as_str),
                ":started_at": session.started_at.to_string(),
                ":last_seen": session.last_seen.to_string(), ":ttl": session.ttl.0,
                ":expires_at": session.expires_at.to_string(),
            },
        )
    }

    /// Updates a session that was touched or ended.
    pub fn set_session(&self, session: &Session) -> Result<()> {
        self.write(
            "UPDATE session SET last_seen = :last_seen, expires_at = :expires_at, ended_at = :ended_at, reason = :reason
             WHERE serial = :serial",
            named_params! {
                ":serial": session.serial.as_str(), ":last_seen": session.last_seen.to_string(),
                ":expires_at": session.expires_at.to_string(),
                ":ended_at": session.ended_at.map(|at| at.to_string()),
                ":reason": session.reason,
            },
        )
    }

    /// Updates the license of a live session.
    pub fn set_session_license(&self, session: &Serial, license: &Serial) -> Result<()> {
        self.write(
            "UPDATE session SET license_id = (SELECT id FROM license WHERE serial = :license) \
             WHERE serial = :session",
            named_params! { ":license": license.as_str(), ":session": session.as_str() },
        )
    }

    /// Replaces the reference to a user by the username in the sessions of a user who is removed.
    /// All of these sessions have ended.
    pub fn set_sessions_without_user(&self, customer: &Slug, username: &Username) -> Result<usize> {
        self.write_all(
            "UPDATE session SET username = :username, user_id = NULL
             WHERE user_id = (SELECT customer_user.id FROM customer_user JOIN customer ON customer.id = customer_user.customer_id
                              WHERE customer.code = :customer AND username = :username)",
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
        )
    }
}

fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        serial: serial(row, 0)?,
        license: row.get(1)?,
        customer: Slug::stored(row.get(2)?),
        user: Username::stored(row.get(3)?),
        host: row.get::<_, Option<String>>(4)?.map(Name::stored),
        started_at: instant(row, 5)?,
        last_seen: instant(row, 6)?,
        ttl: Ttl(row.get(7)?),
        expires_at: instant(row, 8)?,
        ended_at: optional_instant(row, 9)?,
        reason: row.get(10)?,
    })
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    parse_instant(&row.get::<_, String>(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, error.into())
    })
}

fn optional_instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    row.get::<_, Option<String>>(column)?.map(|_| instant(row, column)).transpose()
}

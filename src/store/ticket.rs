//! Tickets and their licenses. Only the hash of a ticket code is stored.

use rusqlite::{Row, named_params};

use crate::domain::audit::record::TicketRecord;
use crate::domain::name::{Reference, Slug};
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::time::Timestamp;
use crate::store::{Fault, Reader, Result, Take, Transaction, at_most, optional, serial, stored};

/// A filter of tickets. `None` selects all.
#[derive(Clone, Debug, Default)]
pub struct TicketFilter {
    /// License serial.
    pub license: Option<String>,
    /// Customer code.
    pub customer: Option<String>,
    /// State.
    pub state: Option<TicketState>,
    /// Selects cancelled tickets too.
    pub all: bool,
    /// Serial after which the list begins.
    pub after: Option<String>,
    /// Maximum number of tickets.
    pub limit: Option<u32>,
}

impl Reader<'_> {
    /// Returns the ticket with this serial.
    pub fn find_ticket(&self, serial: &str) -> Result<Option<Ticket>> {
        let mut row = self.connection.prepare_cached(
            "SELECT ticket.serial, customer.code, uses, used, unbound_allowed, expires_at, cancelled_at, ticket.reference, ticket.created_at,
                    (SELECT json_group_array(serial) FROM (SELECT license.serial FROM ticket_license JOIN license ON license.id = license_id
                                                           WHERE ticket_id = ticket.id ORDER BY place) AS named)
             FROM ticket JOIN customer ON customer.id = ticket.customer_id WHERE ticket.serial = :serial",
        )?;
        optional(row.query_row(named_params! { ":serial": serial }, read_ticket))
    }

    /// Returns the serial of the ticket whose code has this hash.
    pub fn find_ticket_serial(&self, code_hash: &[u8; 32]) -> Result<Option<String>> {
        let mut row = self
            .connection
            .prepare_cached("SELECT serial FROM ticket WHERE code_hash = :code_hash")?;
        optional(row.query_row(named_params! { ":code_hash": code_hash }, |row| row.get(0)))
    }

    /// Returns the serials of tickets with this beginning, at most three.
    pub fn list_ticket_serials(&self, beginning: &str) -> Result<Vec<String>> {
        self.texts(
            "SELECT serial FROM ticket WHERE serial >= :from AND serial < :to ORDER BY serial \
             LIMIT 3",
            named_params! { ":from": beginning, ":to": format!("{beginning}~") },
        )
    }

    /// Lists the tickets that match a filter, oldest first.
    pub fn list_tickets<E: From<Fault>>(
        &self,
        filter: &TicketFilter,
        now: Timestamp,
        take: Take<'_, Ticket, E>,
    ) -> std::result::Result<(), E> {
        let by = match filter {
            TicketFilter { license: Some(_), .. } => "license",
            TicketFilter { customer: Some(_), .. } => "customer",
            _ => "all",
        };
        let from = match &filter.after {
            Some(after) => self.number(
                "SELECT id FROM ticket WHERE serial = :after",
                named_params! { ":after": after },
            )?,
            None => 0,
        };
        self.each(
            "SELECT ticket.serial
             FROM (SELECT id FROM ticket WHERE :by = 'all' AND id > :from
                   UNION ALL SELECT id FROM ticket
                             WHERE :by = 'customer' AND customer_id = (SELECT id FROM customer WHERE code = :customer) AND id > :from
                   UNION ALL SELECT ticket_id AS id FROM ticket_license
                             WHERE :by = 'license' AND license_id = (SELECT id FROM license WHERE serial = :license) AND ticket_id > :from
                   ORDER BY id LIMIT 9223372036854775807) AS found
                  CROSS JOIN ticket ON ticket.id = found.id JOIN customer ON customer.id = ticket.customer_id
             WHERE (:customer IS NULL OR customer.code = :customer)
               AND (:all OR cancelled_at IS NULL)
               AND (:state IS NULL OR :state = CASE
                    WHEN cancelled_at IS NOT NULL THEN 'cancelled'
                    WHEN used >= uses THEN 'used'
                    WHEN expires_at <= :now THEN 'expired'
                    ELSE 'open' END)
             ORDER BY found.id LIMIT :limit",
            named_params! {
                ":by": by, ":from": from, ":license": filter.license, ":customer": filter.customer,
                ":now": now.to_string(),
                ":all": filter.all || filter.state == Some(TicketState::Cancelled),
                ":state": filter.state.map(TicketState::as_str),
                ":limit": at_most(filter.limit),
            },
            |row| row.get::<_, String>(0),
            &mut |serial: String| {
                let ticket = self.find_ticket(&serial)?;
                take(ticket.ok_or_else(|| Fault::Corrupt("a ticket vanished while it was read".into()))?)
            },
        )
    }
}

impl Transaction<'_> {
    /// Inserts a new ticket, with the hash of its code.
    pub fn insert_ticket(&self, ticket: &Ticket, code_hash: &[u8; 32]) -> Result<()> {
        self.write(
            "INSERT INTO ticket (serial, customer_id, code_hash, uses, used, unbound_allowed, expires_at, cancelled_at, reference, created_at)
             SELECT :serial, id, :code_hash, :uses, :used, :unbound_allowed, :expires_at, :cancelled_at, :reference, :created_at
             FROM customer WHERE code = :customer",
            named_params! {
                ":serial": ticket.serial.as_str(), ":customer": ticket.customer.as_str(),
                ":code_hash": code_hash, ":uses": ticket.uses,
                ":used": ticket.used, ":unbound_allowed": ticket.unbound_allowed,
                ":expires_at": ticket.expires_at,
                ":cancelled_at": ticket.cancelled_at,
                ":reference": ticket.reference.as_ref().map(Reference::as_str),
                ":created_at": ticket.created_at,
            },
        )?;
        self.record(&TicketRecord::of(ticket));
        ticket.licenses.iter().enumerate().try_for_each(|(place, license)| {
            self.write(
                "INSERT INTO ticket_license (ticket_id, place, license_id, customer_id)
                 SELECT ticket.id, :place, license.id, ticket.customer_id
                 FROM ticket JOIN license ON license.customer_id = ticket.customer_id
                 WHERE ticket.serial = :ticket AND license.serial = :license",
                named_params! { ":ticket": ticket.serial.as_str(), ":place": place, ":license": license },
            )
        })
    }

    /// Updates a ticket that was used or cancelled.
    pub fn set_ticket(&self, ticket: &Ticket) -> Result<()> {
        self.write(
            "UPDATE ticket SET used = :used, cancelled_at = :cancelled_at WHERE serial = :serial",
            named_params! { ":serial": ticket.serial.as_str(), ":used": ticket.used, ":cancelled_at": ticket.cancelled_at },
        )?;
        self.record(&TicketRecord::of(ticket));
        Ok(())
    }

    /// Updates the hash of a ticket code. The previous code is no longer valid.
    pub fn set_ticket_code(&self, ticket: &Ticket, code_hash: &[u8; 32]) -> Result<()> {
        self.write(
            "UPDATE ticket SET code_hash = :code_hash WHERE serial = :serial",
            named_params! { ":serial": ticket.serial.as_str(), ":code_hash": code_hash },
        )?;
        self.record(&TicketRecord::of(ticket));
        Ok(())
    }
}

fn read_ticket(row: &Row<'_>) -> rusqlite::Result<Ticket> {
    Ok(Ticket {
        serial: serial(row, 0)?,
        customer: Slug::stored(row.get(1)?),
        uses: row.get(2)?,
        used: row.get(3)?,
        unbound_allowed: row.get(4)?,
        expires_at: row.get(5)?,
        cancelled_at: row.get(6)?,
        reference: row.get::<_, Option<String>>(7)?.map(Reference::stored),
        created_at: row.get(8)?,
        licenses: stored(&row.get::<_, String>(9)?)?,
    })
}

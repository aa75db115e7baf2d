//! The stored tokens with the columns that they state, for the health report.

use crate::store::{Fault, Reader, TakeRow};

/// A stored token with the columns that it states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// The kind of the token.
    pub kind: TokenKind,
    /// The thumbprint of the key, or the public key of a container for its receipt.
    pub key: Option<String>,
    /// The token.
    pub text: String,
    /// The stored members.
    pub members: TokenMembers,
}

/// A kind of stored tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A key set.
    KeySet,
    /// A status list.
    StatusList,
    /// An update of a container.
    Update,
    /// A context of a container.
    Context,
    /// A receipt of a container.
    Receipt,
}

/// The stored members of a token. `None` for a member that a kind does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenMembers {
    /// The id.
    pub jti: String,
    /// The instant of the signature, RFC 3339.
    pub issued_at: Option<String>,
    /// The end, RFC 3339.
    pub expires_at: Option<String>,
    /// The subject: the serial of a container, or the URI of another home's status list.
    pub subject: Option<String>,
    /// The number of the status list.
    pub list: Option<i64>,
    /// The counter of a container, or the version of a key set.
    pub counter: Option<u64>,
}

impl Reader<'_> {
    /// Lists the key sets, status lists, updates, contexts and receipts that are stored.
    pub fn list_token_rows<E: From<Fault>>(
        &self,
        take: TakeRow<'_, TokenRow, E>,
    ) -> std::result::Result<(), E> {
        self.each_readable(
            "SELECT 'keyset' AS form, kid AS key, jti, issued_at, NULL AS expires_at, NULL AS subject,
                    NULL AS list, version AS counter, text FROM keyset
             UNION ALL
             SELECT 'status', kid, jti, issued_at, expires_at, NULL, list, NULL, text FROM status_token
             UNION ALL
             SELECT 'update', kid, jti, issued_at, NULL, serial, NULL, container_update.counter, text
             FROM container_update LEFT JOIN container ON container.id = container_id
             UNION ALL
             SELECT 'context', kid, jti, issued_at, NULL, serial, NULL, container_context.counter, text
             FROM container_context LEFT JOIN container ON container.id = container_id
             UNION ALL
             SELECT 'receipt', key, jti, NULL, NULL, serial, NULL, container_receipt.counter, text
             FROM container_receipt LEFT JOIN container ON container.id = container_id
             WHERE text IS NOT NULL",
            &[],
            |row| {
                let kind = match row.get_ref("form")?.as_str()? {
                    "keyset" => TokenKind::KeySet,
                    "status" => TokenKind::StatusList,
                    "update" => TokenKind::Update,
                    "context" => TokenKind::Context,
                    _ => TokenKind::Receipt,
                };
                let members = TokenMembers {
                    jti: row.get("jti")?,
                    issued_at: row.get("issued_at")?,
                    expires_at: row.get("expires_at")?,
                    subject: row.get("subject")?,
                    list: row.get("list")?,
                    counter: row.get("counter")?,
                };
                Ok(TokenRow { kind, key: row.get("key")?, text: row.get("text")?, members })
            },
            take,
        )
    }
}

//! Customers, their companies and their users.

use rusqlite::{Row, named_params};

use crate::domain::customer::{Company, Customer, User};
use crate::domain::name::{Email, Name, Reference, Slug, Username};
use crate::store::{Fault, Reader, Result, Take, Transaction, at_most, optional};

impl Reader<'_> {
    /// Returns the customer with this code.
    pub fn find_customer(&self, code: &Slug) -> Result<Option<Customer>> {
        let mut row = self.connection.prepare_cached(
            "SELECT code, name, email, reference, retired_at, created_at FROM \
                customer WHERE code = :code",
        )?;
        optional(row.query_row(named_params! { ":code": code.as_str() }, read_customer))
    }

    /// Lists the customers after a code, oldest first. Retired customers are included only with
    /// `all`.
    pub fn list_customers<E: From<Fault>>(
        &self,
        after: Option<&Slug>,
        all: bool,
        limit: Option<u32>,
        take: Take<'_, Customer, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT code, name, email, reference, retired_at, created_at FROM customer
             WHERE id > coalesce((SELECT id FROM customer WHERE code = :after), 0) AND (:all OR retired_at IS NULL)
             ORDER BY id LIMIT :limit",
            named_params! { ":after": after.map(Slug::as_str), ":all": all, ":limit": at_most(limit) },
            read_customer,
            take,
        )
    }

    /// Returns the codes of the customers, oldest first.
    pub fn list_customer_codes(&self, limit: u32) -> Result<Vec<String>> {
        self.texts(
            "SELECT code FROM customer ORDER BY id LIMIT :limit",
            named_params! { ":limit": limit },
        )
    }

    /// Returns the companies of a customer, oldest first.
    pub fn list_companies(&self, customer: &Slug) -> Result<Vec<Company>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT customer.code, company.code, company.name, company.created_at
             FROM company JOIN customer ON customer.id = customer_id WHERE customer.code = :customer ORDER BY company.id",
        )?;
        let rows =
            rows.query_map(named_params! { ":customer": customer.as_str() }, read_company)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the company of a customer with this code.
    pub fn find_company(&self, customer: &Slug, code: &Slug) -> Result<Option<Company>> {
        let mut row = self.connection.prepare_cached(
            "SELECT customer.code, company.code, company.name, company.created_at
             FROM customer JOIN company ON company.customer_id = customer.id WHERE customer.code = :customer AND company.code = :code",
        )?;
        optional(row.query_row(
            named_params! { ":customer": customer.as_str(), ":code": code.as_str() },
            read_company,
        ))
    }

    /// Returns the user of a customer with this name.
    pub fn find_user(&self, customer: &Slug, username: &Username) -> Result<Option<User>> {
        let mut row = self.connection.prepare_cached(
            "SELECT customer.code, username, customer_user.name, customer_user.email, company.code, admin, customer_user.created_at, customer_user.id
             FROM customer_user JOIN customer ON customer.id = customer_user.customer_id LEFT JOIN company ON company.id = company_id
             WHERE customer.code = :customer AND username = :username",
        )?;
        optional(row.query_row(
            named_params! { ":customer": customer.as_str(), ":username": username.as_str() },
            read_user,
        ))
    }

    /// Lists the users of a customer after one of them, oldest first.
    pub fn list_users<E: From<Fault>>(
        &self,
        customer: &Slug,
        after: Option<&Username>,
        limit: Option<u32>,
        take: Take<'_, User, E>,
    ) -> std::result::Result<(), E> {
        self.each(
            "SELECT customer.code, username, customer_user.name, customer_user.email, company.code, admin, customer_user.created_at, customer_user.id
             FROM customer JOIN customer_user ON customer_user.customer_id = customer.id LEFT JOIN company ON company.id = company_id
             WHERE customer.code = :customer
               AND customer_user.id > coalesce((SELECT id FROM customer_user AS last
                                       WHERE last.customer_id = (SELECT id FROM customer WHERE code = :customer)
                                         AND last.username = :after), 0)
             ORDER BY customer_user.id LIMIT :limit",
            named_params! { ":customer": customer.as_str(), ":after": after.map(Username::as_str), ":limit": at_most(limit) },
            read_user,
            take,
        )
    }

    /// Returns the number of users of a customer.
    pub fn count_users(&self, customer: &Slug) -> Result<u64> {
        self.number(
            "SELECT count(*) FROM customer_user WHERE customer_id = (SELECT id FROM customer WHERE code = \
             :customer)",
            named_params! { ":customer": customer.as_str() },
        )
    }

    /// Returns the usernames of the users of a company, oldest first.
    pub fn list_users_of_company(&self, customer: &Slug, company: &Slug) -> Result<Vec<String>> {
        self.texts(
            "SELECT username FROM customer_user
             WHERE company_id = (SELECT company.id FROM company JOIN customer ON customer.id = company.customer_id
                                 WHERE customer.code = :customer AND company.code = :company)
             ORDER BY id",
            named_params! { ":customer": customer.as_str(), ":company": company.as_str() },
        )
    }
}

impl Transaction<'_> {
    /// Inserts a new customer.
    pub fn insert_customer(&self, customer: &Customer) -> Result<()> {
        self.write(
            "INSERT INTO customer (code, name, email, reference, created_at)
             VALUES (:code, :name, :email, :reference, :created_at)",
            named_params! {
                ":code": customer.code.as_str(), ":name": customer.name.as_str(),
                ":email": customer.email.as_ref().map(Email::as_str),
                ":reference": customer.reference.as_ref().map(Reference::as_str),
                ":created_at": customer.created_at,
            },
        )
    }

    /// Updates a customer. The code does not change: it identifies the customer in signed files and
    /// in stored requests.
    pub fn set_customer(&self, customer: &Customer) -> Result<()> {
        self.write(
            "UPDATE customer SET name = :name, email = :email, reference = :reference, retired_at \
             = :retired_at WHERE code = :code",
            named_params! {
                ":code": customer.code.as_str(), ":name": customer.name.as_str(),
                ":email": customer.email.as_ref().map(Email::as_str),
                ":reference": customer.reference.as_ref().map(Reference::as_str),
                ":retired_at": customer.retired_at,
            },
        )
    }

    /// Updates a company. The code does not change: it identifies the company in signed files and
    /// in stored requests.
    pub fn set_company(&self, company: &Company) -> Result<()> {
        self.write(
            "UPDATE company SET name = :name
             WHERE code = :code AND customer_id = (SELECT id FROM customer WHERE code = :customer)",
            named_params! {
                ":customer": company.customer.as_str(), ":code": company.code.as_str(), ":name": company.name.as_str()
            },
        )
    }

    /// Deletes a company that no row refers to.
    pub fn delete_company(&self, company: &Company) -> Result<()> {
        self.write(
            "DELETE FROM company WHERE code = :code AND customer_id = (SELECT id FROM customer \
             WHERE code = :customer)",
            named_params! { ":customer": company.customer.as_str(), ":code": company.code.as_str() },
        )
    }

    /// Updates a user, who may have a new username.
    pub fn set_user(&self, before: &Username, user: &User) -> Result<()> {
        self.write(
            "UPDATE customer_user SET username = :username, name = :name, email = :email, admin = :admin,
                    company_id = (SELECT company.id FROM company WHERE company.customer_id = customer_user.customer_id AND company.code = :company)
             WHERE username = :before AND customer_id = (SELECT id FROM customer WHERE code = :customer)",
            named_params! {
                ":customer": user.customer.as_str(), ":before": before.as_str(),
                ":username": user.username.as_str(),
                ":name": user.name.as_ref().map(Name::as_str),
                ":email": user.email.as_ref().map(Email::as_str), ":admin": user.admin,
                ":company": user.company.as_ref().map(Slug::as_str),
            },
        )?;
        if *before == user.username { Ok(()) } else { self.record_rows_that_name_user(user) }
    }

    /// Deletes a user to whom no row refers.
    pub fn delete_user(&self, user: &User) -> Result<()> {
        self.set_containers_without_user(&user.customer, &user.username)?;
        self.write(
            "DELETE FROM customer_user WHERE username = :username AND customer_id = (SELECT id FROM \
             customer WHERE code = :customer)",
            named_params! { ":customer": user.customer.as_str(), ":username": user.username.as_str() },
        )
    }

    /// Inserts a new company.
    pub fn insert_company(&self, company: &Company) -> Result<()> {
        self.write(
            "INSERT INTO company (customer_id, code, name, created_at)
             SELECT id, :code, :name, :created_at
             FROM customer WHERE code = :customer",
            named_params! {
                ":customer": company.customer.as_str(), ":code": company.code.as_str(),
                ":name": company.name.as_str(),
                ":created_at": company.created_at,
            },
        )
    }

    /// Inserts a new user and returns the id of the row.
    pub fn insert_user(&self, user: &User) -> Result<i64> {
        self.insert(
            "INSERT INTO customer_user (customer_id, company_id, username, name, email, admin, created_at)
             SELECT id, (SELECT company.id FROM company WHERE company.customer_id = customer.id AND company.code = :company),
                    :username, :name, :email, :admin, :created_at
             FROM customer WHERE code = :customer RETURNING id",
            named_params! {
                ":customer": user.customer.as_str(),
                ":company": user.company.as_ref().map(Slug::as_str),
                ":username": user.username.as_str(),
                ":name": user.name.as_ref().map(Name::as_str),
                ":email": user.email.as_ref().map(Email::as_str), ":admin": user.admin,
                ":created_at": user.created_at,
            },
        )
    }
}

fn read_customer(row: &Row<'_>) -> rusqlite::Result<Customer> {
    Ok(Customer {
        code: Slug::stored(row.get(0)?),
        name: Name::stored(row.get(1)?),
        email: row.get::<_, Option<String>>(2)?.map(Email::stored),
        reference: row.get::<_, Option<String>>(3)?.map(Reference::stored),
        retired_at: row.get(4)?,
        created_at: row.get(5)?,
    })
}

fn read_company(row: &Row<'_>) -> rusqlite::Result<Company> {
    Ok(Company {
        customer: Slug::stored(row.get(0)?),
        code: Slug::stored(row.get(1)?),
        name: Name::stored(row.get(2)?),
        created_at: row.get(3)?,
    })
}

fn read_user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get(7)?,
        customer: Slug::stored(row.get(0)?),
        username: Username::stored(row.get(1)?),
        name: row.get::<_, Option<String>>(2)?.map(Name::stored),
        email: row.get::<_, Option<String>>(3)?.map(Email::stored),
        company: row.get::<_, Option<String>>(4)?.map(Slug::stored),
        admin: row.get(5)?,
        created_at: row.get(6)?,
    })
}
